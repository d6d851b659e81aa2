import Numbering

/// Days for each of many keys, as maximal runs.
///
/// Invariants: `offsets` is one longer than the number of keys; the runs of one key ascend, none is empty, and no two
/// overlap or touch.
package struct IntervalTable: Sendable {
  private let offsets: [UInt32]
  private let runs: [DayInterval]

  /// Joins the days of the rows of each key.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of one key, O(keys).
  package init(keyCount: Int, _ rows: [(key: UInt32, days: DayInterval)]) {
    var offsets = [UInt32](repeating: 0, count: keyCount + 1)
    for row in rows { offsets[Int(row.key) + 1] += 1 }
    for key in 0..<keyCount { offsets[key + 1] += offsets[key] }
    var places = offsets
    var sorted = [DayInterval](repeating: DayInterval(start: 0, end: 0), count: rows.count)
    for row in rows {
      sorted[Int(places[Int(row.key)])] = row.days
      places[Int(row.key)] += 1
    }
    var merged: [DayInterval] = []
    merged.reserveCapacity(rows.count)
    var ends: [UInt32] = [0]
    ends.reserveCapacity(keyCount + 1)
    for key in 0..<keyCount {
      let range = Int(offsets[key])..<Int(offsets[key + 1])
      if range.count == 1 {
        if !sorted[range.lowerBound].isEmpty { merged.append(sorted[range.lowerBound]) }
      } else if range.count > 1 {
        merged.append(contentsOf: DayInterval.merged(Array(sorted[range])))
      }
      ends.append(UInt32(merged.count))
    }
    self.offsets = ends
    runs = merged
  }

  /// The runs of a key, ascending.
  package func runs(of key: Int) -> ArraySlice<DayInterval> {
    runs[Int(offsets[key])..<Int(offsets[key + 1])]
  }

  /// Whether a day belongs to a key.
  ///
  /// - Complexity: O(log *n*) in its runs.
  package func contains(_ key: Int, _ day: Int32) -> Bool {
    var (low, high) = (Int(offsets[key]), Int(offsets[key + 1]))
    let first = low
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= day { low = middle + 1 } else { high = middle }
    }
    return low > first && day < runs[low - 1].end
  }
}

extension ArraySlice<DayInterval> {
  /// Calls `body` with the parts of some days that none of these runs has; the runs ascend and do not touch.
  ///
  /// - Complexity: O(*n*) in the runs.
  @inline(__always)
  package func gaps(within days: DayInterval, _ body: (DayInterval) -> Void) {
    var start = days.start
    for run in self {
      if run.end <= start { continue }
      if run.start >= days.end { break }
      if run.start > start { body(DayInterval(start: start, end: run.start)) }
      start = run.end
    }
    if start < days.end { body(DayInterval(start: start, end: days.end)) }
  }
}
