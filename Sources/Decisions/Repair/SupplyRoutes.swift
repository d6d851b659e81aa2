import Numbering
import SupplyChain

/// For each operator that passes numbers on, the supplier on its cheapest chain in a category, and whether it has
/// another.
///
/// Cheapest means through the fewest uncertified operators, then the fewest hops, then first in file order.
struct CategoryRoutes: Sendable {
  /// `noIndex` for holders, and where no chain reaches or nothing is passed on.
  let parent: [OperatorIndex]
  /// The supplier of every active inflow that has a level; `noIndex` when there are several or none, and where a chain
  /// is clean or nothing is passed on.
  let onlySupplier: [OperatorIndex]

  /// - Complexity: O(operators + provisions of the category): a breadth-first search with weights 0 and 1.
  init?(_ state: DayState, in category: Category) {
    guard let outflows = state.chain.outflows.view(category),
      let inflows = state.chain.inflows.view(category),
      let levels = state.levels?.byCategory[Int(category.rawValue)],
      let clean = state.levels?.cleanByCategory[Int(category.rawValue)]
    else { return nil }
    parent = Self.parents(state, category, outflows, levels)
    onlySupplier = Self.onlySuppliers(state, category, inflows, levels, clean)
  }

  private static func parents(
    _ state: DayState, _ category: Category, _ view: CategoryAdjacency, _ levels: [UInt32]
  ) -> [OperatorIndex] {
    let count = levels.count
    var parent = [OperatorIndex](repeating: noIndex, count: count)
    // Whoever passes nothing on is on nobody's chain.
    var isAwaited = state.outflow.map { $0 >> category.rawValue & 1 }
    // Operators at the present distance, and those one further.
    var (near, far): ([OperatorIndex], [OperatorIndex]) = ([], [])
    for x in 0..<count where levels[x] == 0 && isAwaited[x] != 0 {
      isAwaited[x] = 0
      if state.certified[x] != 0 { near.append(UInt32(x)) } else { far.append(UInt32(x)) }
    }
    let (active, certified) = (state.active.span, state.certified.span)
    let (offsets, provisions, recipients) = (view.offsets.span, view.provisions.span, view.recipients.span)
    while !near.isEmpty || !far.isEmpty {
      if near.isEmpty { swap(&near, &far) }
      var next = 0
      while next < near.count {
        let x = near[next]
        next += 1
        for position in Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1]) {
          let recipient = Int(recipients[position])
          if isAwaited[recipient] == 0 || active[Int(provisions[position])] == 0 { continue }
          isAwaited[recipient] = 0
          parent[recipient] = x
          if certified[recipient] != 0 {
            near.append(UInt32(recipient))
          } else {
            far.append(UInt32(recipient))
          }
        }
      }
      near.removeAll(keepingCapacity: true)
    }
    return parent
  }

  private static func onlySuppliers(
    _ state: DayState, _ category: Category, _ view: CategoryAdjacency, _ levels: [UInt32], _ clean: [UInt32]
  ) -> [OperatorIndex] {
    let suppliers = state.chain.tables.provisions.suppliers
    var only = [OperatorIndex](repeating: noIndex, count: levels.count)
    for x in levels.indices where state.outflow[x] >> category.rawValue & 1 != 0 {
      if levels[x] == noLevel || clean[x] != noLevel { continue }
      var found = noIndex
      for position in view.range(UInt32(x)) {
        let q = Int(view.provisions[position])
        let supplier = suppliers[q]
        if state.active[q] == 0 || levels[Int(supplier)] == noLevel || supplier == found { continue }
        if found != noIndex {
          found = noIndex
          break
        }
        found = supplier
      }
      only[x] = found
    }
    return only
  }
}
