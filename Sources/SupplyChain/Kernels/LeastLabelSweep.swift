/// A range that can give an operator its numbers, labelled with the provision that does.
struct Offer {
  var start: UInt64
  /// Inclusive.
  var end: UInt64
  /// The operator it is given to.
  var recipient: OperatorIndex
  /// The provision; `noIndex` where nobody asks which.
  var provision: ProvisionIndex
}

/// Resolves overlapping offers to one operator: each number gets the provision of least id that offers it.
struct LeastLabelSweep {
  private let ids: TextColumn
  /// A binary heap, least id first.
  private var heap: [Offer] = []

  init(ids: TextColumn) {
    self.ids = ids
  }

  /// Appends the resolved offers, disjoint and ascending, of a run sorted by start that goes to one operator.
  ///
  /// Touching ones of one provision are joined; *k* offers give at most 2*k*.
  ///
  /// - Complexity: O(*k* log *k*).
  mutating func resolve(_ offers: [Offer], _ run: Range<Int>, into resolved: inout [Offer]) {
    let first = resolved.count
    var next = run.lowerBound
    var position: UInt64 = 0
    heap.removeAll(keepingCapacity: true)
    while next < run.upperBound || !heap.isEmpty {
      if heap.isEmpty {
        let offer = offers[next]
        // The common case needs no heap: nothing begins before this one ends.
        if next + 1 == run.upperBound || offers[next + 1].start > offer.end {
          Self.emit(offer, after: first, into: &resolved)
          next += 1
          continue
        }
        position = offer.start
      }
      while next < run.upperBound, offers[next].start <= position {
        push(offers[next])
        next += 1
      }
      while let top = heap.first, top.end < position { popFirst() }
      guard var top = heap.first else { continue }
      top.start = position
      if next < run.upperBound { top.end = min(top.end, offers[next].start - 1) }
      Self.emit(top, after: first, into: &resolved)
      position = top.end + 1
    }
  }

  private static func emit(_ offer: Offer, after first: Int, into resolved: inout [Offer]) {
    let last = resolved.count - 1
    if last >= first, resolved[last].provision == offer.provision, resolved[last].end + 1 == offer.start {
      resolved[last].end = offer.end
    } else {
      resolved.append(offer)
    }
  }

  private func precedes(_ left: Offer, _ right: Offer) -> Bool {
    if left.provision == right.provision { return left.end > right.end }
    return ids.precedes(Int(left.provision), Int(right.provision))
  }

  private mutating func push(_ offer: Offer) {
    // An offer that ends no later than the best one and is no better can never come to the top.
    if let top = heap.first, offer.end <= top.end, !precedes(offer, top) { return }
    heap.append(offer)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !precedes(heap[child], heap[parent]) { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func popFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in 2 * parent + 1..<2 * parent + 3
      where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
