/// A set of raw values as sorted, disjoint runs, both ends included, no two of them touching.
///
/// Invariants: `starts[i] <= ends[i]` and `ends[i] + 1 < starts[i + 1]`.
public struct RangeSet: Hashable, Sendable {
  /// The first value of each run.
  public private(set) var starts: [UInt64] = []
  /// The last value of each run.
  public private(set) var ends: [UInt64] = []

  /// The empty set.
  public init() {}

  /// The union of ranges in any order.
  ///
  /// - Complexity: O(*n* log *n*); O(*n*) if they ascend by their lower bounds.
  public init(_ ranges: [ClosedRange<UInt64>]) {
    var isSorted = true
    for index in ranges.indices.dropFirst() where ranges[index].lowerBound < ranges[index - 1].lowerBound {
      isSorted = false
      break
    }
    for range in isSorted ? ranges : ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      append(range.lowerBound, range.upperBound)
    }
  }

  /// The numbers of a range.
  public init(_ range: NumberRange) {
    append(range.start.rawValue, range.end.rawValue)
  }

  /// Adds a run that starts no earlier than the last one; none if it ends before it starts.
  package mutating func append(_ start: UInt64, _ end: UInt64) {
    guard start <= end else { return }
    guard let last = ends.last else {
      starts.append(start)
      ends.append(end)
      return
    }
    assert(start >= starts[starts.count - 1])
    if last == .max || start <= last + 1 {
      ends[ends.count - 1] = max(last, end)
    } else {
      starts.append(start)
      ends.append(end)
    }
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { starts.isEmpty }

  /// How many values are in it; of all 2⁶⁴, one too few.
  ///
  /// - Complexity: O(*n*) in the number of runs.
  public var size: UInt64 { size(within: 0, .max) }

  /// Whether the value is in it.
  ///
  /// - Complexity: O(log *n*).
  public func contains(_ value: UInt64) -> Bool {
    let index = firstRun(endingAtOrAfter: value)
    return index < starts.count && starts[index] <= value
  }

  /// Whether some value between the ends is in it.
  ///
  /// - Complexity: O(log *n*).
  public func overlaps(_ start: UInt64, _ end: UInt64) -> Bool {
    guard start <= end else { return false }
    let index = firstRun(endingAtOrAfter: start)
    return index < starts.count && starts[index] <= end
  }

  /// The first run whose end is at or after a value; the number of runs if there is none.
  ///
  /// - Complexity: O(log *n*).
  package func firstRun(endingAtOrAfter value: UInt64) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many values between the ends are in the set.
  ///
  /// - Complexity: O(log *n* + *k*) in the number of runs met.
  public func size(within start: UInt64, _ end: UInt64) -> UInt64 {
    guard start <= end else { return 0 }
    var sum: UInt64 = 0
    var index = firstRun(endingAtOrAfter: start)
    while index < starts.count, starts[index] <= end {
      let length = min(end, ends[index]) - max(start, starts[index])
      // Only the run of all 2⁶⁴ values has as many, and then it is the only one.
      sum += length == .max ? length : length + 1
      index += 1
    }
    return sum
  }
}
