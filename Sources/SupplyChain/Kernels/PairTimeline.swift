import Numbering

/// How many numbers the provisions of one pair and category come to, day by day.
package struct PairTimeline {
  private let table: ProvisionTable
  /// Provisions by the day they begin, and by the day they no longer count.
  private let byStart: [ProvisionIndex]
  private let byEnd: [ProvisionIndex]
  private let coordinates: [UInt64]
  private var coverage: CoverageTree
  private var counted: UInt64 = 0
  private var nextStart = 0
  private var nextEnd = 0
  private var today = Int32.min

  /// - Complexity: O(*k* log *k*) for *k* provisions.
  package init(_ provisions: some Sequence<ProvisionIndex>, of table: ProvisionTable) {
    self.table = table
    let rows = Array(provisions)
    byStart = rows.sorted { table.starts[Int($0)] < table.starts[Int($1)] }
    byEnd = rows.sorted { table.ends[Int($0)] < table.ends[Int($1)] }
    var edges: [UInt64] = []
    for row in rows where table.isRanged(Int(row)) {
      edges.append(table.rangeStarts[Int(row)])
      edges.append(table.rangeEnd(Int(row)) + 1)
    }
    edges.sort()
    var distinct: [UInt64] = []
    for edge in edges where edge != distinct.last { distinct.append(edge) }
    coordinates = distinct
    coverage = CoverageTree(coordinates: distinct)
  }

  /// How many numbers there are on a day, given by its ordinal; days must be asked in ascending order.
  ///
  /// - Complexity: O(log *k*) amortised for each provision that begins or ends.
  package mutating func numbers(on day: Int32) -> UInt64 {
    assert(day >= today)
    today = day
    while nextStart < byStart.count, table.starts[Int(byStart[nextStart])] <= day {
      change(byStart[nextStart], by: 1)
      nextStart += 1
    }
    while nextEnd < byEnd.count, table.ends[Int(byEnd[nextEnd])] <= day {
      change(byEnd[nextEnd], by: -1)
      nextEnd += 1
    }
    return coverage.size + counted
  }

  /// How many numbers more there are on each of some days than on the day before; 0 for fewer.
  ///
  /// Days are given by ordinals and must ascend, repeats allowed; nothing may have been asked before.
  ///
  /// - Complexity: O((*k* + days) log *k*).
  package mutating func increases(on days: [Int32]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(days.count)
    for day in days {
      if day == today, let last = result.last {
        result.append(last)
        continue
      }
      let before = numbers(on: day - 1)
      let after = numbers(on: day)
      result.append(after > before ? after - before : 0)
    }
    return result
  }

  private mutating func change(_ p: ProvisionIndex, by delta: Int32) {
    let row = Int(p)
    // A row that ends before it begins would be taken away first: reading rejects it, and its sum is nothing.
    if table.starts[row] >= table.ends[row] { return }
    if table.isRanged(row) {
      let all = 0..<coordinates.count
      let low = firstPosition(in: all, coordinates, atLeast: table.rangeStarts[row])
      let high = firstPosition(in: all, coordinates, atLeast: table.rangeEnd(row) + 1)
      coverage.change(low..<high, by: delta)
    } else if delta > 0 {
      counted += table.numbers[row]
    } else {
      counted -= table.numbers[row]
    }
  }
}

/// The size of a union of ranges that come and go: a segment tree of cover counts.
///
/// Invariants: `capacity` is a power of two; `covered[i]` is the size of node *i* that it or its children cover.
struct CoverageTree {
  private let capacity: Int
  private var widths: [UInt64]
  private var counts: [Int32]
  private var covered: [UInt64]

  /// A tree over the cells between ascending coordinates.
  init(coordinates: [UInt64]) {
    let cells = max(coordinates.count - 1, 0)
    var capacity = 1
    while capacity < cells { capacity *= 2 }
    self.capacity = capacity
    widths = [UInt64](repeating: 0, count: 2 * capacity)
    counts = [Int32](repeating: 0, count: 2 * capacity)
    covered = widths
    for cell in 0..<cells { widths[capacity + cell] = coordinates[cell + 1] - coordinates[cell] }
    var node = capacity - 1
    while node >= 1 {
      widths[node] = widths[2 * node] + widths[2 * node + 1]
      node -= 1
    }
  }

  /// The size of the union.
  var size: UInt64 { covered[1] }

  /// Covers the cells once more, or once less.
  ///
  /// - Complexity: O(log *n*).
  mutating func change(_ cells: Range<Int>, by delta: Int32) {
    if cells.isEmpty { return }
    var (low, high) = (cells.lowerBound + capacity, cells.upperBound + capacity)
    let (first, last) = (low, high - 1)
    while low < high {
      if low & 1 == 1 {
        cover(low, by: delta)
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        cover(high, by: delta)
      }
      low >>= 1
      high >>= 1
    }
    refresh(above: first)
    refresh(above: last)
  }

  private mutating func cover(_ node: Int, by delta: Int32) {
    counts[node] += delta
    refresh(node)
  }

  private mutating func refresh(above leaf: Int) {
    var node = leaf >> 1
    while node >= 1 {
      refresh(node)
      node >>= 1
    }
  }

  private mutating func refresh(_ node: Int) {
    if counts[node] > 0 {
      covered[node] = widths[node]
    } else {
      covered[node] = node < capacity ? covered[2 * node] + covered[2 * node + 1] : 0
    }
  }
}
