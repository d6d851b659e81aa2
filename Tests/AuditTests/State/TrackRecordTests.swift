import Banken
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct TrackRecordTests {
  private func expectAgreement(_ cap: Policy.Cap, on day: Day, starts: [Int32]) {
    let range = cap.trackRecordStarts(on: day)
    let near = [range.lowerBound, range.upperBound, day.ordinal].flatMap { $0 - 2...$0 + 2 }
    for ordinal in starts + near + [Day.earliest.ordinal, Day.latest.ordinal] {
      guard let start = Day(ordinal: ordinal) else { continue }
      let expected = cap.limits(months: day.wholeMonths(since: start))
      #expect(range.contains(ordinal) == expected, "\(cap), day \(day), start \(start)")
    }
  }

  /// Seeded bounds and days, against whole months counted from each start.
  @Test func agreesWithCountingMonths() {
    var random = RandomSource(seed: 3)
    let (first, last) = (Int(Day.earliest.ordinal), Int(Day.latest.ordinal))
    for _ in 0..<400 {
      let today = random.chance(10) ? random.pick([first, last], else: first) : random.int(first...last)
      guard let day = Day(ordinal: Int32(today)) else { continue }
      let from = random.chance(70) ? random.int(0...30) : nil
      let under = random.chance(70) ? random.int(0...30) : nil
      let cap = Policy.Cap(id: "C", maximum: 1, trackRecordFromMonths: from, trackRecordUnderMonths: under)
      let starts = (0..<40).map { _ in Int32(max(first, min(last, today + random.int(-1_000...40)))) }
      expectAgreement(cap, on: day, starts: starts)
    }
  }

  /// Every start about the ends of months, a leap day among them.
  @Test(arguments: ["2024-02-29", "2025-02-28", "2026-03-31", "2026-04-01", "2026-04-30"])
  func endsOfMonths(text: String) throws {
    let day = try #require(Day(text))
    for (from, under) in [(0, 1), (1, 2), (6, 12), (12, 24), (24, nil), (nil, 6), (12, 6)] as [(Int?, Int?)] {
      let cap = Policy.Cap(id: "C", maximum: 1, trackRecordFromMonths: from, trackRecordUnderMonths: under)
      expectAgreement(cap, on: day, starts: (day.ordinal - 800...day.ordinal + 40).map { $0 })
    }
  }

  @Test func noBoundsAndEmptyBounds() throws {
    let day = try #require(Day("2026-04-01"))
    let all = Policy.Cap(id: "C", maximum: 1).trackRecordStarts(on: day)
    #expect(all == Day.earliest.ordinal..<Day.latest.ordinal + 1)
    let none = Policy.Cap(id: "C", maximum: 1, trackRecordFromMonths: 9, trackRecordUnderMonths: 9)
    #expect(none.trackRecordStarts(on: day).isEmpty)
    let never = Policy.Cap(id: "C", maximum: 1, trackRecordFromMonths: 4_000)
    #expect(never.trackRecordStarts(on: day).isEmpty)
  }
}
