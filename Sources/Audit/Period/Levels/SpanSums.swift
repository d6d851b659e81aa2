import SupplyChain

/// How many numbers of an operator's spans count on one day, for asking range by range.
struct SpanSums {
  private let spans: ArraySlice<NumberDays.Span>
  private var counts: [Bool]
  /// How many numbers before each span count; one longer.
  private var before: [UInt64]

  init(_ spans: ArraySlice<NumberDays.Span>) {
    self.spans = spans
    counts = [Bool](repeating: false, count: spans.count)
    before = [UInt64](repeating: 0, count: spans.count + 1)
  }

  /// Turns to a day.
  ///
  /// - Complexity: O(*k*) in spans.
  mutating func turn(_ isCounted: (NumberDays.Span) -> Bool) {
    for (place, span) in spans.enumerated() {
      counts[place] = isCounted(span)
      before[place + 1] = before[place] + (counts[place] ? span.end - span.start + 1 : 0)
    }
  }

  /// How many numbers of a range count.
  ///
  /// - Complexity: O(log *k*) in spans.
  func size(from start: UInt64, through end: UInt64) -> UInt64 {
    let first = spans.startIndex
    let low = spans.firstPlace(endingAtLeast: start)
    let high = spans.firstPlace(startingAfter: end)
    if low >= high { return 0 }
    var size = before[high - first] - before[low - first]
    if counts[low - first], spans[low].start < start { size -= start - spans[low].start }
    if counts[high - 1 - first], spans[high - 1].end > end { size -= spans[high - 1].end - end }
    return size
  }
}

extension ArraySlice<NumberDays.Span> {
  /// The first place, of spans that ascend, whose span does not end before a number.
  ///
  /// - Complexity: O(log *n*).
  func firstPlace(endingAtLeast number: UInt64) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].end < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place whose span begins after a number.
  ///
  /// - Complexity: O(log *n*).
  func firstPlace(startingAfter number: UInt64) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
