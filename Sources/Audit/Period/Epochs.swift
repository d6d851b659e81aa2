import Numbering

/// A period cut where rows begin or end: nothing of them changes within an epoch.
struct Epochs {
  private let days: DayInterval
  private var cuts: [Int32] = []

  init(of days: DayInterval) {
    self.days = days
  }

  /// Cuts where a row begins and where it ends.
  @inline(__always)
  mutating func cut(_ start: Int32, _ end: Int32) {
    if start > days.start, start < days.end { cuts.append(start) }
    if end > days.start, end < days.end { cuts.append(end) }
  }

  mutating func cut(_ days: DayInterval) { cut(days.start, days.end) }

  /// Calls `body` with each epoch in the order of time, and forgets the cuts.
  ///
  /// - Complexity: O(*n* log *n*) in cuts.
  mutating func take(_ body: (DayInterval) -> Void) {
    cuts.sort()
    var start = days.start
    for cut in cuts where cut != start {
      body(DayInterval(start: start, end: cut))
      start = cut
    }
    if start < days.end { body(DayInterval(start: start, end: days.end)) }
    cuts.removeAll(keepingCapacity: true)
  }
}
