import Numbering
import Testing

@Suite struct DayIntervalTests {
  @Test func `merging`() {
    let merged = DayInterval.merged([
      DayInterval(start: 30, end: 40), DayInterval(start: 5, end: 5), DayInterval(start: 1, end: 10),
      DayInterval(start: 10, end: 12), DayInterval(start: 9, end: 3), DayInterval(start: 2, end: 4),
      DayInterval(start: 38, end: Day.openEnd), DayInterval(start: 14, end: 20),
    ])
    #expect(
      merged == [
        DayInterval(start: 1, end: 12), DayInterval(start: 14, end: 20),
        DayInterval(start: 30, end: Day.openEnd),
      ])
    #expect(DayInterval.merged([]) == [])
    #expect(DayInterval.merged([DayInterval(start: 3, end: 3)]) == [])
    #expect(DayInterval.merged([.always, DayInterval(start: 7, end: 8)]) == [.always])
  }

  @Test func `merged runs have the same days`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<500 {
      let intervals = (0..<random.below(12)).map { _ in
        let start = Int32(random.below(60))
        return DayInterval(start: start, end: start + Int32(random.below(9)) - 2)
      }
      let merged = DayInterval.merged(intervals)
      for day in Int32(-3)..<70 {
        #expect(merged.contains { $0.contains(day) } == intervals.contains { $0.contains(day) })
      }
      for (left, right) in zip(merged, merged.dropFirst()) { #expect(left.end < right.start) }
      #expect(merged.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `days of both`() {
    let left = DayInterval(start: 5, end: 10)
    #expect(left.intersection(DayInterval(start: 8, end: 12)) == DayInterval(start: 8, end: 10))
    #expect(left.intersection(DayInterval(start: 10, end: 12)).isEmpty)
    #expect(left.contains(5) && left.contains(9) && !left.contains(10) && !left.contains(4))
  }
}
