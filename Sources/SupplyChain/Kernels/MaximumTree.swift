/// A segment tree of maxima over a column of unsigned values.
///
/// Invariants: `nodes` is twice `capacity` long, a power of two; node *i* is the maximum of nodes 2*i* and 2*i* + 1;
/// leaves beyond the column are 0.
struct MaximumTree<Value: FixedWidthInteger & Sendable>: Sendable {
  private(set) var capacity: Int
  private var nodes: [Value]

  /// - Complexity: O(*n*).
  init(_ values: [Value]) {
    var capacity = 1
    while capacity < values.count { capacity *= 2 }
    var nodes = [Value](repeating: 0, count: 2 * capacity)
    for (index, value) in values.enumerated() { nodes[capacity + index] = value }
    var node = capacity - 1
    while node >= 1 {
      nodes[node] = max(nodes[2 * node], nodes[2 * node + 1])
      node -= 1
    }
    self.capacity = capacity
    self.nodes = nodes
  }

  /// The greatest value in a range of positions; 0 for an empty one.
  ///
  /// - Complexity: O(log *n*) in the length of the range.
  func maximum(_ range: Range<Int>) -> Value {
    var (low, high) = (range.lowerBound + capacity, range.upperBound + capacity)
    var greatest: Value = 0
    while low < high {
      if low & 1 == 1 {
        greatest = max(greatest, nodes[low])
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        greatest = max(greatest, nodes[high])
      }
      low >>= 1
      high >>= 1
    }
    return greatest
  }

  /// The first position from one on whose value is at least `value`, which is positive; `capacity` for none.
  ///
  /// - Complexity: O(log *n*).
  func first(from position: Int, atLeast value: Value) -> Int {
    guard position < capacity else { return capacity }
    var node = position + capacity
    while nodes[node] < value {
      while node & 1 == 1 { node >>= 1 }
      if node == 0 { return capacity }
      node += 1
    }
    while node < capacity {
      node *= 2
      if nodes[node] < value { node += 1 }
    }
    return node - capacity
  }

  /// Replaces a value.
  ///
  /// - Complexity: O(log *n*).
  mutating func set(_ position: Int, _ value: Value) {
    var node = position + capacity
    nodes[node] = value
    while node > 1 {
      node >>= 1
      let greatest = max(nodes[2 * node], nodes[2 * node + 1])
      if nodes[node] == greatest { return }
      nodes[node] = greatest
    }
  }
}
