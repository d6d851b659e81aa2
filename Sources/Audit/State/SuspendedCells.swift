import SupplyChain

/// Which numbers are suspended, by which restriction, and not yet in the recipient's hands.
///
/// A segment tree over the cells between given bounds: suspensions only come, given ranges come and go.
/// Nothing is ever pushed down; a node tells what its own marks and its children make of its cells.
/// Invariants: `capacity` is a power of two, the cells stand in the second half, and what a node holds is as
/// `refresh` makes it.
package struct SuspendedCells: Sendable {
  /// Numbers counted, and the first restriction in the file among those that suspend one of them.
  package struct Count: Sendable, Equatable {
    package var numbers: UInt64 = 0
    /// `noIndex` for none.
    package var restriction = noIndex
  }

  private let bounds: [UInt64]
  private let capacity: Int
  /// The first restriction that suspends the whole node.
  private var suspending: [UInt32]
  /// How many given ranges cover the whole node.
  private var given: [Int32]
  /// Numbers of the node not given within it.
  private var open: [UInt64]
  /// Of these, numbers suspended within it.
  private var counted: [UInt64]
  /// The first restriction within it that suspends a number not given.
  private var first: [UInt32]

  /// Cells between bounds, which ascend strictly; a number from the last bound on is in none.
  ///
  /// - Complexity: O(*n*).
  package init(bounds: [UInt64]) {
    self.bounds = bounds
    var capacity = 1
    while capacity < bounds.count - 1 { capacity *= 2 }
    self.capacity = capacity
    suspending = [UInt32](repeating: noIndex, count: 2 * capacity)
    first = suspending
    given = [Int32](repeating: 0, count: 2 * capacity)
    open = [UInt64](repeating: 0, count: 2 * capacity)
    counted = open
    for node in stride(from: 2 * capacity - 1, to: 0, by: -1) { refresh(node) }
  }

  /// Suspends the numbers from one bound to just below another.
  ///
  /// - Complexity: O(log *n*).
  package mutating func suspend(from start: UInt64, to end: UInt64, by restriction: UInt32) {
    change(from: start, to: end) { $0.suspending[$1] = min($0.suspending[$1], restriction) }
  }

  /// Gives the numbers from one bound to just below another once more (1) or once less (-1).
  ///
  /// - Complexity: O(log *n*).
  package mutating func give(from start: UInt64, to end: UInt64, times: Int32) {
    change(from: start, to: end) { $0.given[$1] += times }
  }

  @inline(__always)
  private mutating func change(
    from start: UInt64, to end: UInt64, _ mark: (inout SuspendedCells, Int) -> Void
  ) {
    var low = bounds.firstIndex(atLeast: start) + capacity
    var high = bounds.firstIndex(atLeast: end) + capacity
    guard low < high else { return }
    var (left, right) = (low / 2, (high - 1) / 2)
    while low < high {
      if low & 1 == 1 {
        mark(&self, low)
        refresh(low)
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        mark(&self, high)
        refresh(high)
      }
      low /= 2
      high /= 2
    }
    while left > 0 {
      refresh(left)
      if right != left { refresh(right) }
      left /= 2
      right /= 2
    }
  }

  private mutating func refresh(_ node: Int) {
    if given[node] > 0 {
      (open[node], counted[node], first[node]) = (0, 0, noIndex)
    } else if node >= capacity {
      open[node] = bound(node - capacity + 1) - bound(node - capacity)
      counted[node] = suspending[node] == noIndex ? 0 : open[node]
      first[node] = open[node] == 0 ? noIndex : suspending[node]
    } else {
      let (left, right) = (2 * node, 2 * node + 1)
      open[node] = open[left] + open[right]
      counted[node] = suspending[node] == noIndex ? counted[left] + counted[right] : open[node]
      first[node] = min(first[left], first[right], open[node] == 0 ? noIndex : suspending[node])
    }
  }

  private func bound(_ cell: Int) -> UInt64 {
    cell < bounds.count ? bounds[cell] : bounds.last ?? 0
  }

  /// Adds the suspended numbers of a range, which may begin and end anywhere, that are not given.
  ///
  /// - Complexity: O(log *n*).
  package func count(from start: UInt64, through end: UInt64, into count: inout Count) {
    visit(1, 0..<capacity, start..<end + 1, by: noIndex, &count)
  }

  /// As deep as the tree, which is the logarithm of the number of cells.
  private func visit(
    _ node: Int, _ cells: Range<Int>, _ numbers: Range<UInt64>, by inherited: UInt32, _ count: inout Count
  ) {
    let (low, high) = (bound(cells.lowerBound), bound(cells.upperBound))
    if given[node] > 0 || numbers.upperBound <= low || high <= numbers.lowerBound { return }
    let restriction = min(inherited, suspending[node])
    if restriction == noIndex && counted[node] == 0 { return }
    if numbers.lowerBound <= low && high <= numbers.upperBound {
      if open[node] == 0 { return }
      count.numbers += restriction == noIndex ? counted[node] : open[node]
      count.restriction = min(count.restriction, first[node], inherited)
    } else if node >= capacity {
      count.numbers += min(high, numbers.upperBound) - max(low, numbers.lowerBound)
      count.restriction = min(count.restriction, restriction)
    } else {
      let middle = cells.lowerBound + cells.count / 2
      visit(2 * node, cells.lowerBound..<middle, numbers, by: restriction, &count)
      visit(2 * node + 1, middle..<cells.upperBound, numbers, by: restriction, &count)
    }
  }
}
