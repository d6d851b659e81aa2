import SupplyChain

/// Numbers that come and go on days of a window, added up.
struct DayAmounts {
  private var steps: [(day: Int, change: UInt64)] = []

  /// Adds numbers on those days of a set that lie in a run; a number too great to be one takes them away.
  @inline(__always)
  mutating func add(_ numbers: UInt64, on days: DaySet, within run: Range<Int>, _ pool: DaySetPool) {
    if let interval = days.interval {
      let days = interval.clamped(to: run)
      if days.isEmpty { return }
      steps.append((days.lowerBound, numbers))
      steps.append((days.upperBound, 0 &- numbers))
    } else {
      DaySetPool.runs(of: pool.mask(of: days)) { start, end in
        let days = (start..<end).clamped(to: run)
        if days.isEmpty { return }
        steps.append((days.lowerBound, numbers))
        steps.append((days.upperBound, 0 &- numbers))
      }
    }
  }

  /// Calls `body` with the runs of days on which there are as many numbers, ascending, and forgets everything.
  ///
  /// - Complexity: O(*n* log *n*) in what was added.
  @inline(__always)
  mutating func take(_ body: (Range<Int>, UInt64) -> Void) {
    if steps.count > 2 { steps.sort { $0.day < $1.day } }
    var (sum, start, next): (UInt64, Int, Int) = (0, 0, 0)
    while next < steps.count {
      let day = steps[next].day
      var after = sum
      while next < steps.count, steps[next].day == day {
        after &+= steps[next].change
        next += 1
      }
      if after == sum { continue }
      if sum > 0 { body(start..<day, sum) }
      (sum, start) = (after, day)
    }
    steps.removeAll(keepingCapacity: true)
  }
}
