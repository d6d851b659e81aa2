import Banken
import SupplyChain

@testable import TestSupport

/// Seeded random provisions among few operators, full of overlapping ranges, and what they come to.
struct SmallPairs {
  private(set) var tables = Tables()
  let categories: [Category]
  private static let today: Int32 = 1000

  init(seed: UInt64, categories: [Category] = [.ip, .mobile, .fixed]) {
    self.categories = categories
    var random = RandomSource(seed: seed)
    let operators = random.int(1...6)
    for x in 0..<operators { tables.operators.append(id: "O\(x)") }
    for p in 0..<random.int(0...40) {
      let supplier = UInt32(random.int(0...operators - 1))
      let recipient = UInt32(random.int(0...operators - 1))
      let category = random.pick(categories, else: .ip)
      let starts = random.chance(70) ? nil : Day(ordinal: SmallPairs.today + Int32(random.int(-2...2)))
      let ends = random.chance(70) ? nil : Day(ordinal: SmallPairs.today + Int32(random.int(-2...2)))
      if random.chance(70) {
        let start = UInt64(random.int(1...20))
        tables.provisions.append(
          id: "P\(p)", supplier: supplier, recipient: recipient, category: category,
          range: start...start + UInt64(random.int(0...10)), startsOn: starts, endsOn: ends)
      } else {
        tables.provisions.append(
          id: "P\(p)", supplier: supplier, recipient: recipient, category: category,
          numbers: UInt64(random.int(1...9)), startsOn: starts, endsOn: ends)
      }
    }
  }

  func state() throws -> DayState {
    guard let day = Day(ordinal: SmallPairs.today) else {
      throw FixtureTable.Unreadable(description: "day \(SmallPairs.today)")
    }
    return DayState(SupplyChain(tables), on: day)
  }

  /// The provisions of a pair in a category, active or not, in file order.
  func provisions(from u: UInt32, to v: UInt32, in category: Category) -> [UInt32] {
    let table = tables.provisions
    return table.suppliers.indices.filter {
      table.suppliers[$0] == u && table.recipients[$0] == v && table.categories[$0] == category
    }.map { UInt32($0) }
  }

  /// How many numbers go from one operator to another on the day: ranges as sets, and counts.
  func numbers(from u: UInt32, to v: UInt32, in categories: CategorySet) -> UInt64 {
    let table = tables.provisions
    var sum: UInt64 = 0
    for category in Category.allCases where categories.has(category) && u != v {
      var numbers: Set<UInt64> = []
      for p in provisions(from: u, to: v, in: category).map({ Int($0) })
      where table.starts[p] <= SmallPairs.today && SmallPairs.today < table.ends[p] {
        if table.isRanged(p) {
          numbers.formUnion(table.rangeStarts[p]...table.rangeEnd(p))
        } else {
          sum += table.numbers[p]
        }
      }
      sum += UInt64(numbers.count)
    }
    return sum
  }
}
