import Numbering

/// Operators of a category that may be on a circle on some day of a period, with the provisions between them.
///
/// A circle of one day lies within a strongly connected component of all provisions that may count on some day; the few
/// of these that have two operators or more are small graphs of their own.
package struct PossibleCircles {
  /// One component as a graph of its own, whose operators and provisions ascend like those they stand for.
  package struct Component {
    /// The operator that each of its own stands for.
    package let operators: [OperatorIndex]
    /// The provision that each of its own stands for.
    package let provisions: [ProvisionIndex]
    private let table: ProvisionTable
    private let outflows: CategoryAdjacency
    private let inflows: CategoryAdjacency

    fileprivate init(
      _ members: ArraySlice<OperatorIndex>, _ provisions: [ProvisionIndex], _ all: ProvisionTable
    ) {
      operators = Array(members)
      self.provisions = provisions
      var table = ProvisionTable()
      let ids = all.ids.unredacted
      for p in provisions {
        let row = Int(p)
        table.ids.append(ids[row])
        table.suppliers.append(Self.place(of: all.suppliers[row], in: operators))
        table.recipients.append(Self.place(of: all.recipients[row], in: operators))
        table.rangeStarts.append(0)
        table.numbers.append(1)
      }
      let rows = (0..<UInt32(provisions.count)).map { $0 }
      outflows = CategoryAdjacency(
        rows: rows[...], rangedCount: 0, of: table, by: .supplier, operatorCount: operators.count)
      inflows = CategoryAdjacency(
        rows: rows[...], rangedCount: 0, of: table, by: .recipient, operatorCount: operators.count)
      self.table = table
    }

    private static func place(of x: OperatorIndex, in operators: [OperatorIndex]) -> OperatorIndex {
      var (low, high) = (0, operators.count)
      while low < high {
        let middle = (low + high) / 2
        if operators[middle] < x { low = middle + 1 } else { high = middle }
      }
      return UInt32(low)
    }

    /// The circles that the provisions whose byte is not 0 make, in the order of their first members; each with its
    /// members, the one of least id, and a shortest cycle through that, as in `CycleFinder`.
    ///
    /// - Complexity: O(operators + provisions) of the component for each circle.
    package func circles(
      kept: [UInt8], ids: TextColumn
    ) -> [(members: [OperatorIndex], least: OperatorIndex, cycle: [ProvisionIndex])] {
      let circles = Circles(outflows, kept: kept)
      if circles.count == 0 { return [] }
      var finder = CycleFinder(outflows: outflows, inflows: inflows, of: table, kept: kept)
      return (0..<circles.count).map { circle in
        let members = circles.members(of: circle)
        var least = members.startIndex
        for place in members.indices.dropFirst()
        where ids.precedes(Int(operators[Int(members[place])]), Int(operators[Int(members[least])])) {
          least = place
        }
        let cycle = finder.shortestCycle(through: members[least], in: circles)
        return (
          members.map { operators[Int($0)] }, operators[Int(members[least])],
          cycle.map { provisions[Int($0)] }
        )
      }
    }
  }

  package let components: [Component]

  /// Looks among the provisions of a category whose byte is not 0.
  ///
  /// - Complexity: O(operators + provisions), and O(*n* log *n*) in the components.
  package init(_ chain: SupplyChain, _ category: Category, kept: [UInt8]) {
    guard let outflows = chain.outflows.view(category) else {
      components = []
      return
    }
    let table = chain.tables.provisions
    let circles = Circles(outflows, kept: kept)
    components = (0..<circles.count).map { circle in
      let members = circles.members(of: circle)
      var provisions: [ProvisionIndex] = []
      for x in members {
        for position in outflows.range(x)
        where circles.circleOf[Int(outflows.recipients[position])] == UInt32(circle) {
          let p = outflows.provisions[position]
          if kept[Int(p)] != 0 { provisions.append(p) }
        }
      }
      return Component(members, provisions.sorted(), table)
    }
  }
}
