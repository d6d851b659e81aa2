import Numbering
import SupplyChain

/// The nodes and edges of a picture.
struct PictureEdges {
  private(set) var nodes: [SupplyPicture.Node] = []
  private(set) var edges: [SupplyPicture.Edge] = []
  /// Where the edges of each supplier begin; one longer than the nodes.
  private(set) var offsets: [Int] = [0]

  /// - Complexity: O(provisions of the operators chosen), and O(*e* log *e*) in the edges of a supplier.
  init(_ state: DayState, _ choice: PictureChoice, _ categories: CategorySet) {
    let shown = Category.allCases.filter { categories.has($0) }
    nodes = Self.nodes(state, choice, shown, categories)
    // The edge to each node from the supplier and category being looked at; an older place is not of them.
    var slots = [UInt32](repeating: noIndex, count: nodes.count)
    let gather = EdgeGathering(state)
    offsets.reserveCapacity(nodes.count + 1)
    let recipients = state.chain.tables.provisions.recipients
    for place in nodes.indices {
      for category in shown {
        guard let view = state.chain.outflows.view(category) else { continue }
        let first = edges.count
        for position in view.range(nodes[place].operatorIndex) {
          let p = Int(view.provisions[position])
          if state.active[p] == 0 { continue }
          let recipient = choice.places[Int(recipients[p])]
          if recipient == noIndex { continue }
          var slot = Int(slots[Int(recipient)])
          if slots[Int(recipient)] == noIndex || slot < first {
            slot = edges.count
            slots[Int(recipient)] = UInt32(slot)
            edges.append(
              SupplyPicture.Edge(supplier: UInt32(place), recipient: recipient, category: category))
          }
          gather.add(p, to: &edges[slot])
        }
        if edges.count - first > 1 {
          edges[first...].sort { $0.recipient < $1.recipient }
          // Sorted edges have other places: none of them is met again.
        }
        for edge in edges[first...] {
          nodes[place].categories.insert(CategorySet(category))
          nodes[Int(edge.recipient)].categories.insert(CategorySet(category))
        }
      }
      offsets.append(edges.count)
    }
  }

  private static func nodes(
    _ state: DayState, _ choice: PictureChoice, _ shown: [Category], _ categories: CategorySet
  ) -> [SupplyPicture.Node] {
    let views = shown.compactMap { state.chain.inflows.view($0) }
    let tiers = state.levels?.tiers
    return choice.operators.map { x in
      if state.holder[Int(x)] & categories.rawValue != 0 {
        return SupplyPicture.Node(operatorIndex: x, tier: 0)
      }
      var greatest: UInt32 = 0
      if let tiers {
        for view in views {
          for position in view.range(x) {
            let p = Int(view.provisions[position])
            if state.active[p] != 0 { greatest = max(greatest, tiers[p]) }
          }
        }
      }
      return SupplyPicture.Node(operatorIndex: x, tier: greatest == 0 ? nil : Int(greatest))
    }
  }

  /// The edge between two nodes in a category; nil for none.
  ///
  /// - Complexity: O(log *e*) in the edges of the supplier.
  func edge(from supplier: UInt32, to recipient: UInt32, in category: Category) -> Int? {
    var (low, high) = (offsets[Int(supplier)], offsets[Int(supplier) + 1])
    while low < high {
      let middle = (low + high) / 2
      let edge = edges[middle]
      if (edge.category.rawValue, edge.recipient) < (category.rawValue, recipient) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < offsets[Int(supplier) + 1], edges[low].category == category, edges[low].recipient == recipient
    else { return nil }
    return low
  }
}

/// Adds provisions to edges.
private struct EdgeGathering {
  private let table: ProvisionTable
  private let tiers: [UInt32]
  private let day: Int32

  init(_ state: DayState) {
    table = state.chain.tables.provisions
    tiers = state.levels?.tiers ?? []
    day = state.day.ordinal
  }

  func add(_ p: Int, to edge: inout SupplyPicture.Edge) {
    edge.provisionCount += 1
    edge.numbers += table.numbers[p]
    let tier = tiers.isEmpty ? 0 : tiers[p]
    if tier == 0 {
      edge.untieredCount += 1
    } else {
      if edge.leastTierCode == 0 || tier < edge.leastTierCode { edge.leastTierCode = tier }
      edge.greatestTierCode = max(edge.greatestTierCode, tier)
    }
    if table.contracts[p] == .terms { edge.termsCount += 1 }
    if !table.clauses.isEmpty { edge.clause = max(edge.clause, table.clauses[p]) }
    if isDone(table.approvalCheckedOn, p) { edge.approvalCount += 1 }
    if isDone(table.conditionsAgreedOn, p) { edge.conditionsCount += 1 }
    if isDone(table.continuityCheckedOn, p) { edge.continuityCount += 1 }
    if isDone(table.declaredOn, p) { edge.declaredCount += 1 }
  }

  private func isDone(_ column: [Int32], _ p: Int) -> Bool {
    !column.isEmpty && column[p] != Day.blank && column[p] <= day
  }
}
