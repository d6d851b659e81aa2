import Banken
import SupplyChain
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct InboundPairsTests {
  @Test func agreesWithSetsOfNumbers() throws {
    for seed in 0..<250 as Range<UInt64> {
      let pairs = SmallPairs(seed: seed)
      let state = try pairs.state()
      var random = RandomSource(seed: seed)
      let all = (0..<UInt32(pairs.tables.operators.count)).map { $0 }
      let asked = all.filter { _ in random.chance(70) }
      for categories in [CategorySet(.ip), [CategorySet(.ip), CategorySet(.mobile)], .all] {
        let found = InboundPairs(to: asked, in: categories, state, threads: Int(seed % 3) + 1)
        #expect(found.recipients == asked)
        #expect(found.offsets.count == asked.count + 1)
        for (place, v) in asked.enumerated() {
          let run = found.offsets[place]..<found.offsets[place + 1]
          let suppliers = all.filter { pairs.numbers(from: $0, to: v, in: categories) > 0 }
          #expect(Array(found.suppliers[run]) == suppliers, "seed \(seed)")
          #expect(
            Array(found.numbers[run]) == suppliers.map { pairs.numbers(from: $0, to: v, in: categories) },
            "seed \(seed)")
        }
        for v in all {
          for u in all {
            let expected = asked.contains(v) ? pairs.numbers(from: u, to: v, in: categories) : 0
            #expect(found.numbers(from: u, to: v) == expected, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test func nobodyAskedAndNothingProvided() throws {
    var tables = Tables()
    for x in 0..<3 { tables.operators.append(id: "O\(x)") }
    let state = DayState(SupplyChain(tables), on: .earliest)
    let nobody = InboundPairs(to: [], in: .all, state, threads: 2)
    #expect(nobody.offsets == [0])
    #expect(nobody.numbers(from: 0, to: 1) == 0)
    let nothing = InboundPairs(to: [0, 2], in: .all, state, threads: 2)
    #expect(nothing.offsets == [0, 0, 0])
    #expect(nothing.numbers(from: 0, to: 2) == 0)
    #expect(nothing.suppliers.isEmpty && nothing.numbers.isEmpty)
  }

  /// So many recipients that threads share them; every third is not asked about.
  @Test(arguments: [1, 2, 7]) func manyRecipients(threads: Int) {
    let count: UInt32 = 9_000
    var tables = Tables()
    for x in 0..<count { tables.operators.append(id: "O\(x)") }
    for v in 1..<count {
      for u in Set([0, v / 2]) {
        tables.provisions.append(
          id: "P\(v)-\(u)", supplier: u, recipient: v, category: .ip, numbers: UInt64(u + v))
      }
    }
    let asked = (0..<count).filter { $0 % 3 != 0 }
    let state = DayState(SupplyChain(tables), on: .earliest)
    let pairs = InboundPairs(to: asked, in: .all, state, threads: threads)
    let suppliers = asked.map { $0 / 2 == 0 ? [0] : [0, $0 / 2] }
    #expect(pairs.suppliers == suppliers.flatMap { $0 })
    #expect(
      pairs.numbers == zip(asked, suppliers).flatMap { v, suppliers in suppliers.map { UInt64($0 + v) } })
    #expect(pairs.numbers(from: 4_000, to: 8_000) == 12_000)
    #expect(pairs.numbers(from: 4_500, to: 9_000) == 0)
    #expect(pairs.numbers(from: 3_000, to: 6_000) == 0)
  }
}
