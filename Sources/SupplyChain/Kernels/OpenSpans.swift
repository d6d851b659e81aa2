/// The numbers of each operator that have no level yet, as disjoint spans that are only ever taken away.
///
/// One treap of spans per operator, all in one pool; priorities are a hash of the node's place, so that the shape
/// depends on the input alone. `links` holds the root of each operator, then the two children of each node, so that a
/// link to be changed is an index into one array.
struct OpenSpans {
  private let operatorCount: Int
  private var links: [UInt32]
  private var starts: [UInt64] = []
  private var ends: [UInt64] = []

  init(operatorCount: Int) {
    self.operatorCount = operatorCount
    links = [UInt32](repeating: noIndex, count: operatorCount)
  }

  /// Whether nothing of an operator is left.
  func isEmpty(_ x: OperatorIndex) -> Bool { links[Int(x)] == noIndex }

  /// Takes what is left of a range of an operator, and appends it to `taken` in ascending order.
  ///
  /// - Complexity: O((1 + *k*) log *n*) expected for *k* spans taken.
  mutating func take(_ x: OperatorIndex, from start: UInt64, through end: UInt64, into taken: inout [Span]) {
    var start = start
    while true {
      let node = first(of: x, endingAtLeast: start)
      if node == noIndex || starts[Int(node)] > end { return }
      let (low, high) = (max(start, starts[Int(node)]), min(end, ends[Int(node)]))
      taken.append(Span(start: low, end: high))
      let (before, after) = (starts[Int(node)] < low, high < ends[Int(node)])
      if before && after {
        let tail = ends[Int(node)]
        ends[Int(node)] = low - 1
        insert(x, high + 1, tail)
        return
      }
      if before {
        ends[Int(node)] = low - 1
      } else if after {
        starts[Int(node)] = high + 1
        return
      } else {
        remove(x, node)
      }
      if high == end { return }
      start = high + 1
    }
  }

  /// Adds a span that overlaps none of the operator's.
  ///
  /// - Complexity: O(log *n*) expected.
  mutating func insert(_ x: OperatorIndex, _ start: UInt64, _ end: UInt64) {
    let node = UInt32(starts.count)
    starts.append(start)
    ends.append(end)
    links.append(noIndex)
    links.append(noIndex)
    let priority = priority(node)
    var hook = Int(x)
    while links[hook] != noIndex, self.priority(links[hook]) >= priority {
      hook = child(links[hook], start > starts[Int(links[hook])])
    }
    // The new node takes the subtree's place, which is split around it.
    var rest = links[hook]
    links[hook] = node
    var (left, right) = (child(node, false), child(node, true))
    while rest != noIndex {
      if starts[Int(rest)] < start {
        links[left] = rest
        left = child(rest, true)
        rest = links[left]
      } else {
        links[right] = rest
        right = child(rest, false)
        rest = links[right]
      }
    }
    links[left] = noIndex
    links[right] = noIndex
  }

  private mutating func remove(_ x: OperatorIndex, _ node: UInt32) {
    var hook = Int(x)
    while links[hook] != node {
      hook = child(links[hook], starts[Int(node)] > starts[Int(links[hook])])
    }
    var (left, right) = (links[child(node, false)], links[child(node, true)])
    while left != noIndex && right != noIndex {
      if priority(left) >= priority(right) {
        links[hook] = left
        hook = child(left, true)
        left = links[hook]
      } else {
        links[hook] = right
        hook = child(right, false)
        right = links[hook]
      }
    }
    links[hook] = left != noIndex ? left : right
  }

  private func first(of x: OperatorIndex, endingAtLeast value: UInt64) -> UInt32 {
    var (node, best) = (links[Int(x)], noIndex)
    while node != noIndex {
      if ends[Int(node)] >= value {
        best = node
        node = links[child(node, false)]
      } else {
        node = links[child(node, true)]
      }
    }
    return best
  }

  private func child(_ node: UInt32, _ right: Bool) -> Int {
    operatorCount + 2 * Int(node) + (right ? 1 : 0)
  }

  private func priority(_ node: UInt32) -> UInt32 {
    var hash = node &* 0x9E37_79B1
    hash = (hash ^ (hash >> 15)) &* 0x85EB_CA77
    return hash ^ (hash >> 13)
  }
}

/// A stretch of numbers; both ends belong to it.
package struct Span: Sendable, Equatable {
  package var start: UInt64
  package var end: UInt64

  package init(start: UInt64, end: UInt64) {
    self.start = start
    self.end = end
  }
}
