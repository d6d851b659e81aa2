import SupplyChain

/// A segment tree of minima over a column.
///
/// Invariants: node *i* is the minimum of nodes 2*i* and 2*i* + 1; the column stands in the second half.
package struct MinimumTree: Sendable {
  private let count: Int
  private var nodes: [UInt32]

  /// - Complexity: O(*n*).
  package init(_ values: [UInt32]) {
    count = values.count
    nodes = [UInt32](repeating: noIndex, count: values.count) + values
    for node in stride(from: count - 1, to: 0, by: -1) {
      nodes[node] = min(nodes[2 * node], nodes[2 * node + 1])
    }
  }

  /// The least value at some places; `noIndex` for no place.
  ///
  /// - Complexity: O(log *n*).
  package func minimum(_ places: Range<Int>) -> UInt32 {
    var (low, high) = (places.lowerBound + count, places.upperBound + count)
    var least = noIndex
    while low < high {
      if low & 1 == 1 {
        least = min(least, nodes[low])
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        least = min(least, nodes[high])
      }
      low /= 2
      high /= 2
    }
    return least
  }
}
