/// Set operations on sorted disjoint spans, each a single pass.
enum Spans {
  /// The union of ranges sorted by start; touching ones are joined.
  static func union(_ starts: [UInt64], _ ends: [UInt64], _ run: Range<Int>, into result: inout [Span]) {
    result.removeAll(keepingCapacity: true)
    for position in run {
      let last = result.count - 1
      if last >= 0, starts[position] <= result[last].end + 1 {
        if ends[position] > result[last].end { result[last].end = ends[position] }
      } else {
        result.append(Span(start: starts[position], end: ends[position]))
      }
    }
  }

  /// Splits spans into the parts inside and outside of others.
  static func split(_ spans: [Span], by others: [Span], inside: inout [Span], outside: inout [Span]) {
    inside.removeAll(keepingCapacity: true)
    outside.removeAll(keepingCapacity: true)
    var next = 0
    for span in spans {
      var position = span.start
      while next < others.count, others[next].end < span.start { next += 1 }
      var index = next
      while index < others.count, others[index].start <= span.end {
        let (low, high) = (max(others[index].start, span.start), min(others[index].end, span.end))
        if low > position { outside.append(Span(start: position, end: low - 1)) }
        inside.append(Span(start: low, end: high))
        position = high + 1
        index += 1
      }
      if position <= span.end { outside.append(Span(start: position, end: span.end)) }
      // The last one met may reach into the next span.
      next = max(next, index - 1)
    }
  }
}
