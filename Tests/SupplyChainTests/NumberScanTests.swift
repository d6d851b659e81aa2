import Banken
import Testing

@testable import SupplyChain
@testable import TestSupport

/// Ranged provisions found by number: in one pass for some numbers, and by the index of all.
@Suite struct NumberScanTests {
  /// Provisions of two categories, some known by count only; counts are so large that they would hold any number.
  private func table(_ random: inout RandomSource, count: Int, first: UInt64, width: Int) -> ProvisionTable {
    var table = ProvisionTable()
    for p in 0..<count {
      let category: Category = random.chance(50) ? .ip : .fixed
      if random.chance(30) {
        table.append(id: "\(p)", supplier: 0, recipient: 1, category: category, numbers: UInt64.max >> 1)
      } else {
        let start = first + UInt64(random.int(0...width))
        let length = random.chance(20) ? random.int(0...width) : random.int(0...5)
        table.append(
          id: "\(p)", supplier: 0, recipient: 1, category: category, range: start...start + UInt64(length))
      }
    }
    return table
  }

  private func rows(
    _ table: ProvisionTable, _ kept: [UInt8], holding: (ClosedRange<UInt64>) -> Bool
  ) -> [ProvisionIndex] {
    (0..<table.count).filter {
      kept[$0] != 0 && table.isRanged($0) && holding(table.rangeStarts[$0]...table.rangeEnd($0))
    }.map { UInt32($0) }
  }

  @Test func agreesWithLookingAtEach() {
    var random = RandomSource(seed: 20_261_121)
    for size in [0, 1, 2, 15, 300, 2_000] {
      for width in [0, 12, 400, 1_000_000_000] {
        let table = table(&random, count: size, first: 5_031_000_000, width: width)
        let kept = (0..<size).map { _ -> UInt8 in random.chance(80) ? 1 : 0 }
        for asked in [0, 1, 2, 50] {
          let numbers = (0..<asked).map { _ in 5_030_999_990 + UInt64(random.int(0...width + 20)) }
          let scan = NumberScan(numbers)
          #expect(numbers.allSatisfy { scan.contains($0) } && !scan.contains(1))
          let expected = rows(table, kept) { range in numbers.contains { range.contains($0) } }
          for threads in 1...2 {
            #expect(scan.rows(in: table, kept: kept, threads: threads) == expected, "\(size) on \(width)")
          }
        }
      }
    }
  }

  /// Slices that begin and end within the rows, and numbers on both sides of their first and last rows.
  @Test func slicesArePutTogether() {
    var table = ProvisionTable()
    for p in 0..<UInt64(140_000) {
      table.append(
        id: "\(p)", supplier: 0, recipient: 1, category: .ip, range: 5_031_000_000 + p...5_031_000_001 + p)
    }
    let kept = [UInt8](repeating: 1, count: table.count)
    let numbers = [65_536, 131_072].map { 5_031_000_000 + UInt64($0) }
    let found = NumberScan(numbers).rows(in: table, kept: kept, threads: 2)
    #expect(found == [65_535, 65_536, 131_071, 131_072])
    let index = RangeIndex.provisions(table, kept: kept, in: .all, threads: 2)[Int(Category.ip.rawValue)]
    var rows: [UInt32] = []
    index?.appendRows(containing: numbers[1], to: &rows)
    #expect(index?.count == table.count && rows == [131_071, 131_072])
  }

  /// Starts that lie so far apart that a start and a row do not fit into one number take another way.
  @Test func theIndexAgreesWithLookingAtEach() {
    var random = RandomSource(seed: 77)
    for width in [0, 400, 1_000_000_000, 1 << 61] {
      for size in [1, 40, 3_000] {
        let table = table(&random, count: size, first: 1, width: width)
        let kept = (0..<size).map { _ -> UInt8 in random.chance(80) ? 1 : 0 }
        for wanted in [CategorySet.all, CategorySet(.fixed)] {
          let found = RangeIndex.provisions(table, kept: kept, in: wanted, threads: 2)
          for category in Category.allCases {
            let index = found[Int(category.rawValue)]
            let all = rows(table, kept) { _ in true }.filter {
              table.categories[Int($0)] == category && wanted.has(category)
            }
            #expect(index?.count ?? 0 == all.count)
            for _ in 0..<20 {
              let number = UInt64(random.int(0...width + 8))
              var met: [UInt32] = []
              index?.appendRows(containing: number, to: &met)
              let expected = all.filter {
                table.rangeStarts[Int($0)] <= number && number <= table.rangeEnd(Int($0))
              }.sorted { (table.rangeStarts[Int($0)], $0) < (table.rangeStarts[Int($1)], $1) }
              #expect(met == expected, "\(size) on \(width)")
            }
          }
        }
      }
    }
  }
}
