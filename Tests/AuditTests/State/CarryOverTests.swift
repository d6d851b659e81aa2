import Audit
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct CarryOverTests {
  @Test func theScaleLeavesDesignatedNumbersOut() throws {
    let chain = try Fixture.chain([
      "operators": "operator_id, name\nA, A\nB, B",
      "designations": """
      operator_id, range_start, range_end
      A, 05031230010, 05031230019
      A, 05031230015, 05031230029
      B, 05031230000, 05031230099
      """,
    ])
    let state = DayState(chain, on: .latest)
    let base = try #require(Fixture.number("05031230000"))
    let scale = ResoldScale(state, in: .ip)
    func size(_ x: OperatorIndex, _ start: UInt64, _ end: UInt64) -> UInt64 {
      let range = scale.range(of: x, from: base + start, through: base + end)
      return range.end - range.start
    }
    #expect(size(0, 0, 9) == 10)
    #expect(size(0, 10, 29) == 0)
    #expect(size(0, 5, 35) == 11)
    #expect(size(1, 5, 35) == 0)
    #expect(scale.range(of: 0, from: base + 25, through: base + 30).start == base + 10)
    #expect(ResoldScale(state, in: .fixed).range(of: 0, from: 7, through: 9) == (7, 10))
  }

  @Test func inflowsAgreeWithLookingAtEach() {
    var ids = TextColumn()
    for row in 0..<40 { ids.append("Q\(row * 17 % 41)") }
    for seed in 1..<100 as Range<UInt64> {
      var random = RandomSource(seed: seed)
      var inflows = CarriedInflows()
      var ranges: [(q: UInt32, start: Int, end: Int)] = []
      var counts: [UInt32] = []
      for q in random.shuffled(Array(0..<40 as Range<UInt32>)).prefix(random.int(0...20)) {
        if random.chance(15) {
          counts.append(q)
          inflows.add(q, ids: ids)
        } else {
          let start = random.int(0...30)
          ranges.append((q, start, start + random.int(0...10)))
        }
      }
      ranges.sort { $0.start < $1.start }
      for range in ranges { inflows.add(range.q, from: UInt64(range.start), to: UInt64(range.end)) }
      inflows.finish()
      let kept = ranges.filter { $0.start < $0.end }
      func least(_ all: [UInt32]) -> UInt32 {
        all.min { ids.precedes(Int($0), Int($1)) } ?? noIndex
      }
      #expect(inflows.count == kept.count + counts.count)
      #expect(inflows.countOnly == counts.count)
      #expect(inflows.least(ids: ids) == least(kept.map(\.q) + counts))
      for start in 0..<40 {
        for end in start + 1...41 {
          let met = kept.filter { $0.start < end && start < $0.end }.map(\.q)
          #expect(inflows.overlapping(from: UInt64(start), to: UInt64(end)) == met.count)
          #expect(inflows.least(from: UInt64(start), to: UInt64(end), ids: ids) == least(met + counts))
        }
      }
    }
  }
}
