extension RangeSet {
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

  /// Whether some value is in both.
  ///
  /// - Complexity: O(*n* + *m*).
  public func overlaps(_ other: RangeSet) -> Bool {
    var (i, j) = (0, 0)
    while i < starts.count, j < other.starts.count {
      if max(starts[i], other.starts[j]) <= min(ends[i], other.ends[j]) { return true }
      if ends[i] < other.ends[j] { i += 1 } else { j += 1 }
    }
    return false
  }

  /// Whether every value of this set is in the other.
  ///
  /// - Complexity: O(*n* + *m*).
  public func isSubset(of other: RangeSet) -> Bool {
    var j = 0
    for i in starts.indices {
      while j < other.ends.count, other.ends[j] < ends[i] { j += 1 }
      guard j < other.starts.count, other.starts[j] <= starts[i] else { return false }
    }
    return true
  }

  /// Whether every value between the ends is in the set; true if `end` is before `start`.
  ///
  /// - Complexity: O(log *n*).
  public func contains(_ start: UInt64, _ end: UInt64) -> Bool {
    guard start <= end else { return true }
    let index = firstRun(endingAtOrAfter: end)
    return index < starts.count && starts[index] <= start
  }
}
