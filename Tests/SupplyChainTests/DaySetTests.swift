import Numbering
import Testing

@testable import SupplyChain

/// Sets of days, covers and sums over days against plain sets.
@Suite struct DaySetTests {
  private static let window = DayWindow(days: DayInterval(start: 1000, end: 1512))

  private func days(_ set: DaySet, _ pool: DaySetPool) -> Set<Int> {
    var days: Set<Int> = []
    DaySetPool.runs(of: pool.mask(of: set)) { days.formUnion($0..<$1) }
    for day in [0, 1, 63, 64, 200, 511] { #expect(pool.contains(set, day) == days.contains(day)) }
    if let interval = set.interval { #expect(Set(interval) == days) }
    #expect(set.isEmpty == days.isEmpty)
    return days
  }

  @Test func operationsAgreeWithSets() {
    var random = SplitMix64(seed: 1)
    var pool = DaySetPool()
    var sets: [(set: DaySet, days: Set<Int>)] = [(.none, []), (Self.window.all, Set(0..<512))]
    for _ in 0..<3_000 {
      if random.chance(20) || sets.count < 4 {
        let start = random.chance(30) ? 64 * random.below(8) : random.below(512)
        let end = min(512, start + (random.chance(30) ? 64 : random.below(200)))
        let set = Self.window.set(Int32(1000 + start), Int32(1000 + end))
        sets.append((set, Set(start..<end)))
        continue
      }
      let (left, right) = (sets[random.below(sets.count)], sets[random.below(sets.count)])
      let (set, expected): (DaySet, Set<Int>)
      switch random.below(3) {
      case 0: (set, expected) = (pool.common(left.set, right.set), left.days.intersection(right.days))
      case 1: (set, expected) = (pool.union(left.set, right.set), left.days.union(right.days))
      default: (set, expected) = (pool.subtract(right.set, from: left.set), left.days.subtracting(right.days))
      }
      #expect(days(set, pool) == expected)
      // Equal sets of one pool are equal values.
      if let same = sets.first(where: { $0.days == expected }) { #expect(same.set == set) }
      sets.append((set, expected))
      if sets.count > 60 { sets.removeSubrange(2..<30) }
    }
  }

  @Test func windowsCutAPeriod() {
    let windows = DayWindow.windows(of: DayInterval(start: 10, end: 1_035)).map(\.days)
    #expect(
      windows == [
        DayInterval(start: 10, end: 522), DayInterval(start: 522, end: 1_034),
        DayInterval(start: 1_034, end: 1_035),
      ])
    #expect(Self.window.set(0, 5_000) == Self.window.all)
    #expect(Self.window.set(990, 1000).isEmpty)
    #expect(Self.window.set(Day.blank, 1001).interval == 0..<1)
    #expect(Self.window.set(1511, Day.openEnd).interval == 511..<512)
  }

  /// Few ranges are resolved cell by cell, many by a tree.
  @Test(arguments: [3, 12, 13, 60])
  func coverGivesEachNumberTheDaysOfAllRanges(_ count: Int) {
    for seed in UInt64(1)...60 {
      var random = SplitMix64(seed: seed &* 31 &+ UInt64(count))
      var (pool, cover, result) = (DaySetPool(), DayCover(), [DatedSpan]())
      let spans = (0..<count).map { _ -> DatedSpan in
        let (start, first) = (1 + random.below(count * 3), random.below(400))
        return DatedSpan(
          start: UInt64(start), end: UInt64(start + random.below(12)),
          days: Self.window.set(Int32(1000 + first), Int32(1001 + first + random.below(100))))
      }.sorted { $0.start < $1.start }
      cover.resolve(spans, 0..<count, &pool, into: &result)
      for (span, next) in zip(result, result.dropFirst()) {
        #expect(span.end < next.start)
        #expect(span.end + 1 < next.start || span.days != next.days)
      }
      for number in 0...UInt64(count * 3 + 15) {
        let expected = spans.reduce(into: Set<Int>()) { all, span in
          if span.start <= number && number <= span.end { all.formUnion(days(span.days, pool)) }
        }
        let found = result.first { $0.start <= number && number <= $0.end }
        #expect(found.map { days($0.days, pool) } ?? [] == expected, "seed \(seed), number \(number)")
      }
      #expect(result.reduce(0) { $0 + Int($1.cells) } <= 2 * count)
    }
  }

  @Test func timelineAgreesWithUnions() {
    for seed in UInt64(1)...200 {
      var random = SplitMix64(seed: seed)
      let rows = (0..<random.below(12)).map { _ -> DatedNumbers in
        let start = Int32(random.below(20))
        let days = DayInterval(start: start, end: start + Int32(random.below(12)) - 1)
        return DatedNumbers(
          days: days, start: random.chance(70) ? UInt64(1 + random.below(20)) : 0,
          numbers: UInt64(1 + random.below(8)))
      }
      var timeline = NumberTimeline(rows)
      for day in Int32(0)...40 where random.chance(70) {
        let active = rows.filter { $0.days.contains(day) }
        let union = active.reduce(into: Set<UInt64>()) { all, row in
          if row.start != 0 { all.formUnion(row.start..<row.start + row.numbers) }
        }
        let counts = active.filter { $0.start == 0 }.reduce(0) { $0 + $1.numbers }
        #expect(timeline.numbers(on: day) == UInt64(union.count) + counts, "seed \(seed), day \(day)")
        #expect(timeline.rows == active.count, "seed \(seed), day \(day)")
      }
    }
  }
}
