import Banken
import SupplyChain
import Testing

@testable import Audit

@Suite struct PairRunsTests {
  /// Ranges by start, end and id; after them counts in file order.
  private func inOrder(_ provisions: [UInt32], _ table: ProvisionTable) -> [UInt32] {
    provisions.filter { table.isRanged(Int($0)) }.sorted { left, right in
      let (a, b) = (Int(left), Int(right))
      return (table.rangeStarts[a], table.rangeEnd(a), table.ids[a])
        < (table.rangeStarts[b], table.rangeEnd(b), table.ids[b])
    } + provisions.filter { !table.isRanged(Int($0)) }
  }

  @Test func agreesWithLookingAtEveryProvision() throws {
    for seed in 0..<250 as Range<UInt64> {
      let pairs = SmallPairs(seed: seed)
      let table = pairs.tables.provisions
      let chain = SupplyChain(pairs.tables)
      for category in pairs.categories {
        var runs = PairRuns(chain, in: category)
        let operators = 0..<UInt32(pairs.tables.operators.count)
        for v in operators {
          for u in operators.reversed() where u != v {
            let expected = pairs.provisions(from: u, to: v, in: category)
            #expect(runs.provisions(from: u, to: v) == inOrder(expected, table), "seed \(seed)")
          }
        }
        // Recipients in any order, and the same again.
        for v in operators.reversed() where v != 0 {
          let expected = inOrder(pairs.provisions(from: 0, to: v, in: category), table)
          #expect(runs.provisions(from: 0, to: v) == expected, "seed \(seed)")
          #expect(runs.provisions(from: 0, to: v) == expected, "seed \(seed)")
        }
      }
    }
  }

  @Test func aCategoryWithoutProvisions() {
    var tables = Tables()
    let (a, b) = (tables.operators.append(id: "A"), tables.operators.append(id: "B"))
    tables.provisions.append(id: "P", supplier: a, recipient: b, category: .ip, numbers: 1)
    let chain = SupplyChain(tables)
    var none = PairRuns(chain, in: .mobile)
    #expect(none.provisions(from: a, to: b) == [])
    var some = PairRuns(chain, in: .ip)
    #expect(some.provisions(from: b, to: a) == [])
    #expect(some.provisions(from: b, to: b) == [])
    #expect(some.provisions(from: a, to: b) == [0])
  }
}
