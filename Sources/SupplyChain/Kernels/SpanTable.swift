/// Sorted disjoint stretches of numbers of every operator, with sums over them.
///
/// Invariants: within one operator spans ascend and neither overlap nor touch; `sizesBefore[i]` is the size of all
/// spans before `i`, one longer than the spans; `offsets` is one longer than the number of operators.
package struct SpanTable: Sendable {
  package private(set) var offsets: [UInt32] = [0]
  package private(set) var starts: [UInt64] = []
  /// Inclusive.
  package private(set) var ends: [UInt64] = []
  package private(set) var sizesBefore: [UInt64] = [0]

  /// A table of no operators, to be filled operator by operator.
  init() {}

  /// The table of a single operator; starts must not descend.
  package init(ofOne spans: [(start: UInt64, end: UInt64)]) {
    for span in spans { append(span.start, span.end) }
    close(upTo: 1)
  }

  /// Adds a span to the operator being filled; starts must not descend, overlaps are joined.
  mutating func append(_ start: UInt64, _ end: UInt64) {
    let last = starts.count - 1
    if last >= Int(offsets[offsets.count - 1]), start <= ends[last] &+ 1 {
      if end > ends[last] {
        sizesBefore[last + 1] += end - ends[last]
        ends[last] = end
      }
    } else {
      starts.append(start)
      ends.append(end)
      sizesBefore.append(sizesBefore[last + 1] + (end - start + 1))
    }
  }

  /// Closes operators until that many are filled.
  mutating func close(upTo operatorCount: Int) {
    while offsets.count <= operatorCount { offsets.append(UInt32(starts.count)) }
  }

  /// Where the spans of an operator lie.
  @inlinable
  package func range(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])
  }

  /// How many numbers the spans of an operator have.
  package func size(of x: OperatorIndex) -> UInt64 {
    sizesBefore[Int(offsets[Int(x) + 1])] - sizesBefore[Int(offsets[Int(x)])]
  }

  /// How many numbers of a range lie in the spans of an operator.
  ///
  /// - Complexity: O(log *k*) in its spans.
  package func size(of x: OperatorIndex, from start: UInt64, through end: UInt64) -> UInt64 {
    let range = range(x)
    let low = firstPosition(in: range, ends, atLeast: start)
    let high = firstPosition(in: low..<range.upperBound, starts, atLeast: end &+ 1)
    if low >= high { return 0 }
    var size = sizesBefore[high] - sizesBefore[low]
    if starts[low] < start { size -= start - starts[low] }
    if ends[high - 1] > end { size -= ends[high - 1] - end }
    return size
  }

  /// Whether every number of a range lies in the spans of an operator.
  package func covers(_ x: OperatorIndex, from start: UInt64, through end: UInt64) -> Bool {
    let range = range(x)
    let position = firstPosition(in: range, ends, atLeast: start)
    return position < range.upperBound && starts[position] <= start && end <= ends[position]
  }
}

/// The first position in a range at which an ascending column reaches a value; the range's end if it never does.
@inline(__always)
func firstPosition(in range: Range<Int>, _ column: [UInt64], atLeast value: UInt64) -> Int {
  var (low, high) = (range.lowerBound, range.upperBound)
  while low < high {
    let middle = (low + high) / 2
    if column[middle] < value { low = middle + 1 } else { high = middle }
  }
  return low
}
