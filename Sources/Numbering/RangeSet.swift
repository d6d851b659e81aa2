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
  /// - Complexity: O(*n* log *n*).
  public init(_ ranges: [ClosedRange<UInt64>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      append(range.lowerBound, range.upperBound)
    }
  }

  /// The numbers of a range.
  public init(_ range: NumberRange) {
    append(range.start.rawValue, range.end.rawValue)
  }

  /// Adds a run that starts no earlier than the last one.
  package mutating func append(_ start: UInt64, _ end: UInt64) {
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

  /// How many values are in it.
  ///
  /// - Complexity: O(*n*) in the number of runs.
  public var size: UInt64 {
    var sum: UInt64 = 0
    for index in starts.indices { sum += ends[index] - starts[index] + 1 }
    return sum
  }

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

  /// The values in either.
  ///
  /// - Complexity: O(*n* + *m*).
  public func union(_ other: RangeSet) -> RangeSet {
    var result = RangeSet()
    var (i, j) = (0, 0)
    while i < starts.count || j < other.starts.count {
      if j == other.starts.count || i < starts.count && starts[i] <= other.starts[j] {
        result.append(starts[i], ends[i])
        i += 1
      } else {
        result.append(other.starts[j], other.ends[j])
        j += 1
      }
    }
    return result
  }

  /// The values in both.
  ///
  /// - Complexity: O(*n* + *m*).
  public func intersection(_ other: RangeSet) -> RangeSet {
    var result = RangeSet()
    var (i, j) = (0, 0)
    while i < starts.count, j < other.starts.count {
      let (low, high) = (max(starts[i], other.starts[j]), min(ends[i], other.ends[j]))
      if low <= high { result.append(low, high) }
      if ends[i] < other.ends[j] { i += 1 } else { j += 1 }
    }
    return result
  }

  /// The values in this set but not in the other.
  ///
  /// - Complexity: O(*n* + *m*).
  public func subtracting(_ other: RangeSet) -> RangeSet {
    var result = RangeSet()
    var j = 0
    for i in starts.indices {
      var start = starts[i]
      let end = ends[i]
      while j < other.starts.count, other.ends[j] < start { j += 1 }
      var k = j
      var isLeft = true
      while k < other.starts.count, other.starts[k] <= end {
        if other.starts[k] > start { result.append(start, other.starts[k] - 1) }
        if other.ends[k] >= end {
          isLeft = false
          break
        }
        start = other.ends[k] + 1
        k += 1
      }
      if isLeft { result.append(start, end) }
    }
    return result
  }

  /// How many values between the ends are in the set.
  ///
  /// - Complexity: O(log *n* + *k*) in the number of runs met.
  public func size(within start: UInt64, _ end: UInt64) -> UInt64 {
    var sum: UInt64 = 0
    var index = firstRun(endingAtOrAfter: start)
    while index < starts.count, starts[index] <= end {
      sum += min(end, ends[index]) - max(start, starts[index]) + 1
      index += 1
    }
    return sum
  }
}
