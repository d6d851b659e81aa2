import Numbering
import SupplyChain

/// For each operator the supplier on its cheapest chain in a category, and whether it has another.
///
/// Cheapest means through the fewest uncertified operators, then the fewest hops, then first in file order.
struct CategoryRoutes {
  /// `noIndex` for holders, and where no chain reaches.
  let parent: [OperatorIndex]
  /// The supplier of every active inflow that has a level; `noIndex` when there are several or none.
  let onlySupplier: [OperatorIndex]

  /// - Complexity: O(operators + provisions of the category): a breadth-first search with weights 0 and 1.
  init?(_ state: DayState, in category: Category) {
    guard let view = state.chain.outflows.view(category),
      let levels = state.levels?.byCategory[Int(category.rawValue)]
    else { return nil }
    let count = levels.count
    let (active, certified) = (state.active, state.certified)
    var parent = [OperatorIndex](repeating: noIndex, count: count)
    var only = parent
    var several = [Bool](repeating: false, count: count)
    var isReached = [Bool](repeating: false, count: count)
    // Operators at the present distance, and those one further.
    var (near, far): ([OperatorIndex], [OperatorIndex]) = ([], [])
    for x in 0..<count where levels[x] == 0 {
      isReached[x] = true
      if certified[x] != 0 { near.append(UInt32(x)) } else { far.append(UInt32(x)) }
    }
    while !near.isEmpty || !far.isEmpty {
      if near.isEmpty { swap(&near, &far) }
      var next = 0
      while next < near.count {
        let x = near[next]
        next += 1
        for position in view.range(x) where active[Int(view.provisions[position])] != 0 {
          let recipient = Int(view.recipients[position])
          if only[recipient] == noIndex {
            only[recipient] = x
          } else if only[recipient] != x {
            several[recipient] = true
          }
          if isReached[recipient] { continue }
          isReached[recipient] = true
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
    for x in 0..<count where several[x] { only[x] = noIndex }
    self.parent = parent
    onlySupplier = only
  }
}

/// The active ranged inflows of every operator in a category, to be asked which of them meet a range.
struct RangedInflows {
  private let view: CategoryAdjacency
  private let active: [UInt8]
  private let suppliers: [OperatorIndex]
  private let starts: [UInt64]
  private let sizes: [UInt64]
  private let index: RangeEndIndex

  init?(_ state: DayState, in category: Category) {
    guard let view = state.chain.inflows.view(category) else { return nil }
    let table = state.chain.tables.provisions
    self.view = view
    active = state.active
    suppliers = table.suppliers
    starts = table.rangeStarts
    sizes = table.numbers
    let (active, starts, sizes) = (active, starts, sizes)
    index = RangeEndIndex(
      view.provisions.map { q in
        let start = starts[Int(q)]
        return active[Int(q)] == 0 || start == 0 ? 0 : start &+ sizes[Int(q)] &- 1
      })
  }

  /// The inflows that meet a range, by start; nil when they are more than `limit`.
  ///
  /// - Complexity: O((1 + *m*) log *n*) for *m* of them.
  func meeting(
    _ x: OperatorIndex, from start: UInt64, through end: UInt64, limit: Int
  ) -> [ProvisionIndex]? {
    var found: [ProvisionIndex] = []
    let range = view.range(x)
    var position = index.first(from: range.lowerBound, atLeast: start)
    while position < range.upperBound {
      let q = view.provisions[position]
      let first = starts[Int(q)]
      if first == 0 || first > end { break }
      if found.count == limit { return nil }
      found.append(q)
      position = index.first(from: position + 1, atLeast: start)
    }
    return found
  }

  /// The supplier of all inflows that meet a range, when one of them has all of it; nil otherwise.
  ///
  /// - Complexity: O(log *n*): looks at eight of them at most.
  func onlySupplier(of x: OperatorIndex, from start: UInt64, through end: UInt64) -> OperatorIndex? {
    let range = view.range(x)
    var position = index.first(from: range.lowerBound, atLeast: start)
    var (only, hasAll): (OperatorIndex?, Bool) = (nil, false)
    var seen = 0
    while position < range.upperBound {
      let q = Int(view.provisions[position])
      if starts[q] == 0 || starts[q] > end { break }
      if seen == 8 || only ?? suppliers[q] != suppliers[q] { return nil }
      only = suppliers[q]
      hasAll = hasAll || (starts[q] <= start && end <= starts[q] &+ sizes[q] &- 1)
      seen += 1
      position = index.first(from: position + 1, atLeast: start)
    }
    return hasAll ? only : nil
  }
}
