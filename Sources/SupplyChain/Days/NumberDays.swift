import Numbering

/// On which days of a window the numbers that operators of a category pass on in ranges have a level (SPEC §4).
///
/// Invariants: spans of one operator ascend and do not overlap; `offsets` is one longer than the operators.
package struct NumberDays: Sendable {
  package struct Span: Sendable {
    package let start: UInt64
    /// Inclusive.
    package fileprivate(set) var end: UInt64
    /// Days with a level.
    package let reached: DaySet
    /// Days with a level not below the limit.
    package let far: DaySet
  }

  package private(set) var offsets: [UInt32] = [0]
  package private(set) var spans: [Span] = []

  /// Sorts cells, none of which overlap within an operator.
  ///
  /// - Complexity: O(*k* log *k*) in the cells of one operator.
  fileprivate init(
    _ cells: [(owner: OperatorIndex, cell: DayCell)], operatorCount: Int, _ pool: inout DaySetPool
  ) {
    let index = RowIndex(keys: cells.map(\.owner), keyCount: operatorCount)
    offsets.reserveCapacity(operatorCount + 1)
    spans.reserveCapacity(cells.count)
    var run: [UInt32] = []
    for x in 0..<operatorCount {
      run.removeAll(keepingCapacity: true)
      run.append(contentsOf: index.rows(of: UInt32(x)))
      if run.count > 1 { run.sort { cells[Int($0)].cell.start < cells[Int($1)].cell.start } }
      let first = spans.count
      for row in run {
        let cell = cells[Int(row)].cell
        if cell.reached.isEmpty { continue }
        let far = pool.subtract(cell.near, from: cell.reached)
        let last = spans.count - 1
        if last >= first, spans[last].end + 1 == cell.start, spans[last].reached == cell.reached,
          spans[last].far == far
        {
          spans[last].end = cell.end
        } else {
          spans.append(Span(start: cell.start, end: cell.end, reached: cell.reached, far: far))
        }
      }
      offsets.append(UInt32(spans.count))
    }
  }

  /// The numbers of targets that nobody's designation or range holds, on the days on which that is so.
  init(unheld targets: DayTargets, _ window: DayWindow, _ pool: inout DaySetPool) {
    let operatorCount = targets.offsets.count - 1
    offsets.reserveCapacity(operatorCount + 1)
    for target in targets.targets {
      let held = pool.union(target.own, target.ranged)
      let days = pool.subtract(held, from: window.all)
      if days.isEmpty { continue }
      while offsets.count <= Int(target.owner) { offsets.append(UInt32(spans.count)) }
      spans.append(Span(start: target.start, end: target.end, reached: days, far: .none))
    }
    while offsets.count <= operatorCount { offsets.append(UInt32(spans.count)) }
  }

  /// Where the spans of an operator lie.
  package func range(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])
  }
}

/// Works out on which days numbers have a level: the search of `NumberLevelSearch` for all days of a window at once.
///
/// A node is a piece (operator, range, days). Each number is given to each operator at most once a day, by the first
/// level that reaches it.
struct NumberDaySearch {
  /// How much may be looked at for each piece allowed.
  private static let visitsPerPiece = 32
  /// How many sets of days may be no intervals.
  private static let mostSets = 4_000_000

  private let targets: DayTargets
  private let limit: Int
  private let mostPieces: Int
  private var cells: DayCells
  /// The ends of all edges; 0 for one cut off.
  private var ends: MaximumTree<UInt64>
  private var frontier: [DatedOffer] = []
  /// No day has more pieces, however the days are audited one by one.
  private var pieces = 0
  private var visits = 0

  /// nil when a day may have more pieces than are allowed, or when the search takes too long.
  ///
  /// - Parameters:
  ///   - fallbacks: what count-only inflows give, by level.
  ///   - passing: the days on which each operator may have a level; nil for all.
  /// - Complexity: O((*t* + *e* + *k*) log *n*) for *t* targets, *e* edges and *k* pieces met with an edge or a cell,
  ///   of which there are no more than `mostPieces` allows.
  static func days(
    _ targets: DayTargets, _ window: DayWindow, limit: Int, fallbacks: [LevelDays.Fallback],
    passing: [DaySet]?, mostPieces: Int, _ pool: inout DaySetPool
  ) -> NumberDays? {
    let operatorCount = targets.offsets.count - 1
    var search = NumberDaySearch(targets, operatorCount, limit: limit, mostPieces: mostPieces)
    search.begin(window, passing, &pool)
    guard search.propagate(fallbacks, &pool) else { return nil }
    return NumberDays(search.cells.all(), operatorCount: operatorCount, &pool)
  }

  private init(_ targets: DayTargets, _ operatorCount: Int, limit: Int, mostPieces: Int) {
    self.targets = targets
    self.limit = limit
    self.mostPieces = mostPieces
    cells = DayCells(operatorCount: operatorCount)
    ends = MaximumTree(targets.edges.map(\.end))
  }

  private mutating func begin(_ window: DayWindow, _ passing: [DaySet]?, _ pool: inout DaySetPool) {
    for target in targets.targets {
      pieces += 3
      let all = passing?[Int(target.owner)] ?? window.all
      if all.isEmpty { continue }
      let own = pool.common(target.own, all)
      let ranged = pool.common(target.ranged, all)
      let other = pool.subtract(ranged, from: pool.subtract(own, from: all))
      cells.add(
        target.owner,
        DayCell(
          start: target.start, end: target.end, ranged: ranged, other: other, reached: own,
          near: limit > 0 ? own : .none))
      if own.isEmpty { continue }
      frontier.append(DatedOffer(owner: target.owner, start: target.start, end: target.end, days: own))
    }
  }

  /// False when it gives up.
  private mutating func propagate(
    _ fallbacks: [LevelDays.Fallback], _ pool: inout DaySetPool
  ) -> Bool {
    var level = 0
    var nextFallback = 0
    var next: [DatedOffer] = []
    while true {
      if frontier.isEmpty {
        guard nextFallback < fallbacks.count else { return true }
        level = max(level, Int(fallbacks[nextFallback].level))
      }
      while nextFallback < fallbacks.count, fallbacks[nextFallback].level == level {
        let fallback = fallbacks[nextFallback]
        nextFallback += 1
        cells.take(
          fallback.operatorIndex, from: 0, through: .max, on: fallback.days, isRanged: false,
          isNear: level < limit, &pool, into: &frontier)
        if cells.visits > Self.visitsPerPiece * mostPieces { return false }
      }
      join()
      for piece in frontier {
        visit(piece, isNear: level + 1 < limit, &pool, into: &next)
        if visits + cells.visits > Self.visitsPerPiece * mostPieces || pieces > mostPieces
          || cells.count > mostPieces || pool.count > Self.mostSets
        {
          return false
        }
      }
      swap(&frontier, &next)
      next.removeAll(keepingCapacity: true)
      level += 1
    }
  }

  /// Puts pieces of one operator that touch and have the same days together.
  private mutating func join() {
    if frontier.count < 2 { return }
    frontier.sort { ($0.owner, $0.start) < ($1.owner, $1.start) }
    var kept = 1
    for place in 1..<frontier.count {
      let (piece, last) = (frontier[place], frontier[kept - 1])
      if piece.owner == last.owner, last.end + 1 == piece.start, last.days == piece.days {
        frontier[kept - 1].end = piece.end
      } else {
        frontier[kept] = piece
        kept += 1
      }
    }
    frontier.removeSubrange(kept...)
  }

  /// Lets a piece travel on along the edges that it meets.
  private mutating func visit(
    _ piece: DatedOffer, isNear: Bool, _ pool: inout DaySetPool, into next: inout [DatedOffer]
  ) {
    let (low, high) = (Int(targets.offsets[Int(piece.owner)]), Int(targets.offsets[Int(piece.owner) + 1]))
    if low == high { return }
    var position = ends.first(from: low, atLeast: piece.start)
    while position < high, targets.edges[position].start <= piece.end {
      let edge = targets.edges[position]
      visits += 1
      if cells.isEmpty(edge.recipient) {
        ends.set(position, 0)
      } else {
        let days = pool.common(piece.days, edge.days)
        if !days.isEmpty {
          pieces += 4 * Int(edge.cells)
          cells.take(
            edge.recipient, from: max(edge.start, piece.start), through: min(edge.end, piece.end), on: days,
            isRanged: true, isNear: isNear, &pool, into: &next)
        }
      }
      position = ends.first(from: position + 1, atLeast: piece.start)
    }
  }
}
