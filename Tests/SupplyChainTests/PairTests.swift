import Numbering
import Testing

@testable import SupplyChain

@Suite struct PairTests {
  @Test func numbersOfPairsAgreeWithPlainSums() {
    for seed in 0..<800 as Range<UInt64> {
      let tables = SmallWorld.tables(seed: seed)
      let chain = SupplyChain(tables)
      let state = DayState(chain, on: SmallWorld.today)
      let plain = PlainState(tables, on: SmallWorld.today, graceDays: 0)
      for categories in [CategorySet(.ip), [CategorySet(.ip), CategorySet(.mobile)], .all] {
        let pairs = PairNumbers(state, in: categories)
        for u in 0..<plain.count {
          var recipients: [OperatorIndex] = []
          for v in 0..<plain.count {
            var sum: UInt64 = 0
            for category in Category.allCases where categories.has(category) {
              sum += plain.total(
                plain.outflows(u, category).filter { Int(tables.provisions.recipients[$0]) == v })
            }
            if sum > 0 { recipients.append(UInt32(v)) }
            #expect(pairs.numbers(from: UInt32(u), to: UInt32(v)) == sum, "seed \(seed)")
          }
          #expect(Array(pairs.recipients[pairs.range(UInt32(u))]) == recipients)
        }
      }
    }
  }

  @Test func timelinesAgreeWithStatesOfEachDay() {
    for seed in 0..<150 as Range<UInt64> {
      let tables = SmallWorld.tables(seed: seed)
      let index = PairIndex(SupplyChain(tables), in: .ip)
      let days = [994, 995, 996, 996, 998, 1000, 1001, 1003, 1005, 1006] as [Int32]
      let plain = (990...1010).map { PlainState(tables, on: Day(unchecked: Int32($0)), graceDays: 0) }
      for u in 0..<tables.operators.count {
        for v in 0..<tables.operators.count where u != v {
          func total(_ day: Int32) -> UInt64 {
            let state = plain[Int(day) - 990]
            return state.total(state.outflows(u, .ip).filter { Int(tables.provisions.recipients[$0]) == v })
          }
          let provisions = index.provisions(from: UInt32(u), to: UInt32(v))
          #expect(
            provisions.sorted()
              == (0..<UInt32(tables.provisions.count)).filter {
                Int(tables.provisions.suppliers[Int($0)]) == u
                  && Int(tables.provisions.recipients[Int($0)]) == v
                  && tables.provisions.categories[Int($0)] == .ip
              })
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
