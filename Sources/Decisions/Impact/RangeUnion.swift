/// Numbers in any of some ranges, to ask whether others meet them.
struct RangeUnion {
  /// The first numbers, ascending; and the greatest last number of any range up to there.
  private var starts: [UInt64] = []
  private var reach: [UInt64] = []

  /// - Complexity: O(*n* log *n*) in ranges.
  init(_ ranges: [ClosedRange<UInt64>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      starts.append(range.lowerBound)
      reach.append(max(reach.last ?? 0, range.upperBound))
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { starts.isEmpty }

  /// Whether a range has a number in common with any of them.
  ///
  /// - Complexity: O(log *n*).
  func meets(_ range: ClosedRange<UInt64>) -> Bool {
    // The last one that does not begin after the range.
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && reach[low - 1] >= range.lowerBound
  }
}

extension [UInt32] {
  /// The values, ascending and each once.
  ///
  /// - Complexity: O(*n* log *n*).
  func sortedUnique() -> [UInt32] {
    var values = sorted()
    var kept = 0
    for value in values where kept == 0 || values[kept - 1] != value {
      values[kept] = value
      kept += 1
    }
    values.removeLast(values.count - kept)
    return values
  }
}
