import Numbering
import Testing

@testable import SupplyChain

@Suite struct PairTimelineTests {
  @Test func timelinesAgreeWithStatesOfEachDay() {
    for seed in 0..<150 as Range<UInt64> {
      let tables = SmallWorld.tables(seed: seed)
      let days = [994, 995, 996, 996, 998, 1000, 1001, 1003, 1005, 1006] as [Int32]
      let plain = (990...1010).map { PlainState(tables, on: Day(unchecked: Int32($0)), graceDays: 0) }
      for u in 0..<tables.operators.count {
        for v in 0..<tables.operators.count where u != v {
          func total(_ day: Int32) -> UInt64 {
            let state = plain[Int(day) - 990]
            return state.total(state.outflows(u, .ip).filter { Int(tables.provisions.recipients[$0]) == v })
          }
          let provisions = (0..<UInt32(tables.provisions.count)).filter { p in
            Int(tables.provisions.suppliers[Int(p)]) == u && Int(tables.provisions.recipients[Int(p)]) == v
              && tables.provisions.categories[Int(p)] == .ip
          }
          var timeline = PairTimeline(provisions, of: tables.provisions)
          let expected = days.map { total($0) > total($0 - 1) ? total($0) - total($0 - 1) : 0 }
          #expect(timeline.increases(on: days) == expected, "seed \(seed)")
          var again = PairTimeline(provisions, of: tables.provisions)
          for day in 990...1010 as ClosedRange<Int32> { #expect(again.numbers(on: day) == total(day)) }
        }
      }
    }
  }
}
