/// A run of days by their ordinals, from `start` up to but not including `end`.
///
/// `Day.blank` as a start means always, `Day.openEnd` as an end means open.
public struct DayInterval: Hashable, Sendable {
  /// The ordinal of the first day.
  public var start: Int32
  /// The ordinal of the first day that no longer belongs to the run.
  public var end: Int32

  /// The days with `start` ≤ ordinal < `end`; empty if `end` is not greater.
  @inlinable
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// Every day.
  public static let always = DayInterval(start: Day.blank, end: Day.openEnd)

  /// Whether no day belongs to it.
  @inlinable
  public var isEmpty: Bool { end <= start }

  /// Whether the day with that ordinal belongs to it.
  @inlinable
  public func contains(_ ordinal: Int32) -> Bool {
    start <= ordinal && ordinal < end
  }

  /// The days that belong to both.
  @inlinable
  public func intersection(_ other: DayInterval) -> DayInterval {
    DayInterval(start: max(start, other.start), end: min(end, other.end))
  }

  /// The same days as maximal runs in ascending order, none empty, no two overlapping or touching.
  ///
  /// - Complexity: O(n log n); O(n) if they are sorted by start.
  public static func merged(_ intervals: [DayInterval]) -> [DayInterval] {
    var result = intervals
    mergeInPlace(&result)
    return result
  }

  /// Makes of the intervals maximal runs in ascending order, none empty, no two overlapping or touching.
  ///
  /// - Complexity: O(n log n); O(n) if they are sorted by start.
  package static func mergeInPlace(_ intervals: inout [DayInterval]) {
    var isSorted = true
    var last = Int32.min
    for interval in intervals {
      if interval.start < last {
        isSorted = false
        break
      }
      last = interval.start
    }
    if !isSorted { intervals.sort { $0.start < $1.start } }
    var kept = 0
    for index in 0..<intervals.count {
      let interval = intervals[index]
      if interval.isEmpty { continue }
      if kept > 0, interval.start <= intervals[kept - 1].end {
        if interval.end > intervals[kept - 1].end { intervals[kept - 1].end = interval.end }
      } else {
        intervals[kept] = interval
        kept += 1
      }
    }
    intervals.removeSubrange(kept...)
  }
}
