/// The ends of ranges that stand by start, for finding those that meet a range.
package struct RangeEndIndex: Sendable {
  private let tree: MaximumTree<UInt64>
  private let count: Int

  /// - Parameter ends: inclusive; 0 for what is no range.
  package init(_ ends: [UInt64]) {
    tree = MaximumTree(ends)
    count = ends.count
  }

  /// The first position from one on whose range ends at a number or beyond; the count of all for none.
  ///
  /// - Complexity: O(log *n*).
  package func first(from position: Int, atLeast end: UInt64) -> Int {
    min(count, tree.first(from: position, atLeast: end))
  }
}
