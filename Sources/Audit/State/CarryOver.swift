import Numbering
import SupplyChain

/// Numbers of one category counted as if those designated to an operator were not there.
///
/// On this scale a range becomes what is left of it, which is nothing for a wholly designated one, and two
/// ranges overlap exactly when they share a number that is not designated: no resold part has to be cut into
/// pieces.
package struct ResoldScale: Sendable {
  private let designated: SpanTable?

  /// The scale of a category on the day of a state.
  package init(_ state: DayState, in category: Category) {
    designated = state.designated[Int(category.rawValue)]
  }

  /// A scale on which the numbers of these spans are not there.
  package init(_ designated: SpanTable) {
    self.designated = designated
  }

  /// Where a range of an operator begins and ends; the end does not belong to it.
  ///
  /// - Complexity: O(log *k*) in the operator's designations.
  package func range(
    of x: OperatorIndex, from start: UInt64, through end: UInt64
  ) -> (start: UInt64, end: UInt64) {
    guard let designated else { return (start, end + 1) }
    let low = start == 0 ? 0 : start - designated.size(of: x, from: 0, through: start - 1)
    let size = end - start + 1 - designated.size(of: x, from: start, through: end)
    return (low, low + size)
  }
}

/// Some inflows of one operator in one category, for asking which of them can carry on to an outflow.
///
/// Ranges are those of a `ResoldScale`; their ends do not belong to them.
package struct CarriedInflows: Sendable {
  /// Ranged inflows by start.
  private var starts: [UInt64] = []
  private var ends: [UInt64] = []
  private var provisions: [ProvisionIndex] = []
  /// `ends` in ascending order.
  private var sortedEnds: [UInt64] = []
  /// How many count-only inflows there are.
  package private(set) var countOnly = 0
  private var leastCountOnly = noIndex
  /// Made when first asked for an id.
  private var ranks: RankedRanges?

  package init() {}

  /// How many inflows there are; ranged ones that are wholly designated to the operator are left out.
  package var count: Int { starts.count + countOnly }

  /// Forgets every inflow.
  package mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    provisions.removeAll(keepingCapacity: true)
    sortedEnds.removeAll(keepingCapacity: true)
    (countOnly, leastCountOnly, ranks) = (0, noIndex, nil)
  }

  /// Adds a ranged inflow; starts must not descend.
  package mutating func add(_ q: ProvisionIndex, from start: UInt64, to end: UInt64) {
    guard start < end else { return }
    starts.append(start)
    ends.append(end)
    provisions.append(q)
  }

  /// Adds a count-only inflow.
  package mutating func add(_ q: ProvisionIndex, ids: TextColumn) {
    countOnly += 1
    leastCountOnly = ids.lesser(leastCountOnly, q)
  }

  /// Makes ready for questions once all are added.
  ///
  /// - Complexity: O(*n* log *n*).
  package mutating func finish() {
    sortedEnds.append(contentsOf: ends)
    sortedEnds.sort()
  }

  /// How many ranged inflows overlap a range that is not empty.
  ///
  /// - Complexity: O(log *n*).
  package func overlapping(from start: UInt64, to end: UInt64) -> Int {
    starts.firstIndex(atLeast: end) - sortedEnds.firstIndex(atLeast: start + 1)
  }

  /// The inflow of least id among the count-only ones and those that overlap a range; `noIndex` for none.
  ///
  /// - Complexity: O(log *n*), the first time O(*n* log *n*).
  package mutating func least(from start: UInt64, to end: UInt64, ids: TextColumn) -> ProvisionIndex {
    let ranks = ranks ?? RankedRanges(starts: starts, ends: ends, provisions: provisions, ids: ids)
    self.ranks = ranks
    let first = starts.firstIndex(atLeast: start + 1)
    let beginInside = first..<max(first, starts.firstIndex(atLeast: end))
    return ids.lesser(leastCountOnly, ranks.least(at: start, beginning: beginInside))
  }

  /// The inflow of least id; `noIndex` for none.
  ///
  /// - Complexity: O(1), the first time O(*n* log *n*).
  package mutating func least(ids: TextColumn) -> ProvisionIndex {
    let ranks = ranks ?? RankedRanges(starts: starts, ends: ends, provisions: provisions, ids: ids)
    self.ranks = ranks
    return ids.lesser(leastCountOnly, ranks.least)
  }
}

/// Ranges by the ids of their provisions, for finding the least id among those that overlap another.
private struct RankedRanges: Sendable {
  /// By id.
  private let order: [ProvisionIndex]
  /// Ranks of the ranges, in the order of their starts.
  private let ranks: MinimumTree
  private var covers = FirstCovers()

  init(starts: [UInt64], ends: [UInt64], provisions: [ProvisionIndex], ids: TextColumn) {
    let places = provisions.indices.sorted { ids.precedes(Int(provisions[$0]), Int(provisions[$1])) }
    var rankOf = [UInt32](repeating: 0, count: places.count)
    for (rank, place) in places.enumerated() { rankOf[place] = UInt32(rank) }
    order = places.map { provisions[$0] }
    ranks = MinimumTree(rankOf)
    covers.append(
      starts: places.map { starts[$0] }, ends: places.map { ends[$0] },
      labels: (0..<UInt32(places.count)).map { $0 })
  }

  /// Of all.
  var least: ProvisionIndex { order.first ?? noIndex }

  /// Of those that contain a point or stand at some places.
  func least(at point: UInt64, beginning places: Range<Int>) -> ProvisionIndex {
    let rank = min(covers.first(0, at: point), ranks.minimum(places))
    return rank == noIndex ? noIndex : order[Int(rank)]
  }
}

extension TextColumn {
  /// The row of the lesser text, where `noIndex` stands for no row.
  fileprivate func lesser(_ left: UInt32, _ right: UInt32) -> UInt32 {
    if left == noIndex { return right }
    if right == noIndex { return left }
    return precedes(Int(right), Int(left)) ? right : left
  }
}
