import Banken
import Testing
import TestSupport

@Suite struct OutflowTallyTests {
  /// Seeded provisions of one supplier, against a walk back day by day.
  @Test func sinceGoesBackDayByDay() throws {
    var source = RandomSource(seed: 11)
    for _ in 0..<300 {
      var tables = Tables()
      let (u, v) = (tables.operators.append(id: "U"), tables.operators.append(id: "V"))
      var runs: [(category: Category, start: Int32, end: Int32)] = []
      for index in 0..<1 + source.int(0...7) {
        let start = Int32(100 + source.int(0...29))
        let end = start + Int32(source.int(0...7))
        let category: Category = source.int(0...1) == 0 ? .ip : .fixed
        runs.append((category, start, end))
        tables.provisions.append(
          id: "P\(index)", supplier: u, recipient: v, category: category, numbers: 3,
          startsOn: Day(ordinal: start), endsOn: Day(ordinal: end))
      }
      let today = Int32(100 + source.int(0...35))
      guard let day = Day(ordinal: today) else { continue }
      let state = DayState(SupplyChain(tables), on: day)
      for categories in [CategorySet(.ip), CategorySet.all] {
        func isActive(_ day: Int32) -> Bool {
          runs.contains { categories.has($0.category) && $0.start <= day && day <= $0.end }
        }
        guard isActive(today) else { continue }
        var first = today
        while isActive(first - 1) { first -= 1 }
        let tally = OutflowTally(of: u, in: categories, state)
        #expect(tally.since == first)
        let active = runs.filter { categories.has($0.category) && $0.start <= today && today <= $0.end }
        #expect(tally.provisions == active.count)
        #expect(tally.numbers == UInt64(active.count) * 3)
      }
    }
  }

  @Test func noneIsNothing() {
    var tables = Tables()
    let u = tables.operators.append(id: "U")
    let tally = OutflowTally(of: u, in: .all, DayState(SupplyChain(tables), on: .earliest))
    #expect(tally.numbers == 0)
    #expect(tally.provisions == 0)
  }
}
