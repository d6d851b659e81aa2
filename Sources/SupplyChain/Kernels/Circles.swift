import Numbering

/// The strongly connected components of two or more operators in one category.
///
/// Components are numbered by their first member in file order. Invariant: `offsets` is one longer than their number.
package struct Circles: Sendable {
  private let offsets: [UInt32]
  private let members: [OperatorIndex]
  /// The component of each operator; `noIndex` for an operator in none.
  package let circleOf: [UInt32]

  /// How many there are.
  package var count: Int { offsets.count - 1 }

  /// The operators of a component, in file order.
  package func members(of circle: Int) -> ArraySlice<OperatorIndex> {
    members[Int(offsets[circle])..<Int(offsets[circle + 1])]
  }

  /// Finds the components of the provisions of a view whose byte in `kept` is not 0.
  ///
  /// - Complexity: O(operators + provisions).
  package init(_ outflows: CategoryAdjacency, of table: ProvisionTable, kept: [UInt8]) {
    let count = outflows.offsets.count - 1
    let found = ProvisionGraph(outflows, of: table, kept: kept).components()
    // Components in the order of their first members, single operators left out.
    var numbers = [UInt32](repeating: noIndex, count: found.count)
    var circles: UInt32 = 0
    for component in 0..<found.count where found.sizes[component] > 1 {
      numbers[component] = circles
      circles += 1
    }
    var circleOf = [UInt32](repeating: noIndex, count: count)
    for x in 0..<count { circleOf[x] = numbers[Int(found.componentOf[x])] }
    let index = RowIndex(keys: circleOf, keyCount: Int(circles))
    offsets = index.offsets
    members = index.rows
    self.circleOf = circleOf
  }
}

extension ProvisionGraph {
  /// The provisions of a view whose byte in `kept` is not 0, without sources.
  fileprivate init(_ outflows: CategoryAdjacency, of table: ProvisionTable, kept: [UInt8]) {
    let all = table.recipients
    var offsets: [UInt32] = []
    offsets.reserveLarge(outflows.offsets.count)
    offsets.append(0)
    var recipients: [OperatorIndex] = []
    recipients.reserveLarge(outflows.provisions.count)
    for x in 0..<UInt32(outflows.offsets.count - 1) {
      for position in outflows.range(x) {
        let p = Int(outflows.provisions[position])
        if kept[p] != 0 { recipients.append(all[p]) }
      }
      offsets.append(UInt32(recipients.count))
    }
    self.init(offsets: offsets, recipients: recipients, sources: [])
  }
}
