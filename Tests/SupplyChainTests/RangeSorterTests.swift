import Numbering
import Testing

@testable import SupplyChain

@Suite struct RangeSorterTests {
  /// The rows of each operator as the documentation orders them, by comparing.
  private func plainOrder(_ table: ProvisionTable, _ rows: [ProvisionIndex]) -> [ProvisionIndex] {
    rows.sorted { left, right in
      let (a, b) = (Int(left), Int(right))
      if table.isRanged(a) != table.isRanged(b) { return table.isRanged(a) }
      if !table.isRanged(a) { return a < b }
      return (table.rangeStarts[a], table.numbers[a], table.ids[a])
        < (table.rangeStarts[b], table.numbers[b], table.ids[b])
    }
  }

  /// A table of many provisions of few operators: short and long runs, equal starts, equal ranges, none at all.
  private func table(_ random: inout SplitMix64, rows: Int, operators: Int) -> ProvisionTable {
    var table = ProvisionTable()
    let ranged = [0, 50, 100][random.below(3)]
    let starts = [3, 200, 1 << 20, 1 << 40][random.below(4)]
    let isAscending = random.chance(50)
    for row in 0..<rows {
      // Ids of one length, each once; out of order where they do not ascend.
      let id = String(10_000 + (isAscending ? row : row * 7_919 % 9_973))
      let recipient = UInt32(random.chance(60) ? 0 : random.below(operators))
      if random.chance(ranged) {
        let start = UInt64(1 + random.below(starts))
        let size = UInt64(random.chance(20) ? 1 << 33 : 1 + random.below(3))
        table.append(
          id: id, supplier: UInt32(operators), recipient: recipient, category: .ip,
          range: start...start + size - 1)
      } else {
        table.append(
          id: id, supplier: UInt32(operators), recipient: recipient, category: .ip, numbers: 5)
      }
    }
    return table
  }

  @Test func agreesWithComparisons() {
    for seed in 0..<60 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let rows = [1, 12, 300, 5_000][random.below(4)]
      let operators = 1 + random.below(40)
      let table = table(&random, rows: rows, operators: operators)
      let all = (0..<UInt32(rows)).map { $0 }
      let ranged = all.count { table.isRanged(Int($0)) }
      let byRecipient = CategoryAdjacency(
        rows: all[...], rangedCount: ranged, of: table, by: .recipient, operatorCount: operators + 1)
      for x in 0..<UInt32(operators) {
        let own = all.filter { table.recipients[Int($0)] == x }
        #expect(Array(byRecipient.provisions[byRecipient.range(x)]) == plainOrder(table, own), "\(seed)")
      }
      let bySupplier = CategoryAdjacency(
        rows: all[...], rangedCount: ranged, of: table, by: .supplier, operatorCount: operators + 1)
      #expect(bySupplier.provisions == plainOrder(table, all), "\(seed)")
      #expect(bySupplier.recipients == bySupplier.provisions.map { table.recipients[Int($0)] }, "\(seed)")
      #expect(bySupplier.offsets.dropLast().allSatisfy { $0 == 0 }, "\(seed)")
    }
  }

  @Test func digitsSortStably() {
    for seed in 0..<100 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let shift = UInt64(random.below(54))
      var elements = (0..<random.below(400)).map { (number: UInt64(random.below(600)) << shift, place: $0) }
      let expected = elements.sorted { ($0.number, $0.place) < ($1.number, $1.place) }
      let different = elements.reduce(UInt64(0)) { $0 | ($1.number ^ elements[0].number) }
      var spare = elements
      elements.withUnsafeMutableBufferPointer { elements in
        spare.withUnsafeMutableBufferPointer { spare in
          guard let spare = spare.baseAddress else { return }
          sortByDigits(elements, spare: spare, different: different) { $0.number }
        }
      }
      #expect(elements.map(\.place) == expected.map(\.place), "\(seed)")
    }
  }
}
