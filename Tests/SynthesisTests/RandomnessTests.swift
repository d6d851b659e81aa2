import Numbering
import Testing

@testable import Synthesis

@Suite struct RandomnessTests {
  @Test func drawsStayBelowTheirLimit() {
    let randomness = Randomness(seed: 1, purpose: 2)
    var ranks = [Int](repeating: 0, count: 100)
    for index in 0..<20_000 {
      let bits = randomness.bits(index)
      #expect((0..<7).contains(bits.small(0, below: 7)))
      #expect((0..<1_000).contains(bits.scaled(below: 1_000)))
      ranks[bits.heavyTailed(below: 100)] += 1
    }
    // 1 ÷ 7 of all for the first, less and less for the others.
    #expect((2_600...3_100).contains(ranks[0]))
    #expect(ranks[0] > ranks[2] && ranks[2] > ranks[8] && ranks[8] > ranks[40])
    #expect(ranks.allSatisfy { $0 > 0 })
  }

  @Test func smallDrawsAreEven() {
    let randomness = Randomness(seed: 9, purpose: 0)
    var counts = [Int](repeating: 0, count: 10)
    for index in 0..<10_000 { counts[randomness.bits(index).small(16, below: 10)] += 1 }
    #expect(counts.allSatisfy { (850...1_150).contains($0) })
  }

  @Test func multipliesWithoutOverflow() {
    #expect((1 << 62 as UInt64).times(3 << 40, over: 1 << 42) == 3 << 60)
    #expect((10 as UInt64).times(0, over: 7) == 0)
    #expect((10 as UInt64).times(7, over: 7) == 10)
  }

  @Test func theDaysAreThoseTheyAreSaidToBe() {
    func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int? {
      Day(year: year, month: month, day: day).map { Int($0.ordinal) }
    }
    #expect(Dates.audit == ordinal(2026, 10, 1))
    #expect(Dates.regime == ordinal(2019, 5, 22))
    #expect(Dates.continuity == ordinal(2026, 5, 27))
    #expect(Dates.confirmation == ordinal(2023, 1, 1))
    #expect(Dates.lastStart == ordinal(2026, 8, 31))
    #expect(Dates.firstService == ordinal(2004, 4, 1))
    #expect(Dates.lastService == ordinal(2025, 3, 31))
    #expect(Dates.firstYoungService == ordinal(2025, 11, 1))
    #expect(Dates.lastYoungService == ordinal(2026, 4, 30))
  }

  @Test func everyStretchIsOfItsCategory() {
    for category in Category.allCases {
      for range in SyntheticPlan.ranges(of: category) {
        let ends = [range.lowerBound, range.upperBound].compactMap(TelephoneNumber.init(rawValue:))
        #expect(ends.count == 2)
        #expect(ends.allSatisfy { $0.category == category && $0.digits == ends[0].digits })
      }
    }
  }
}
