import Banken
import Testing

@Suite struct CoverageTableTests {
  /// A chain a million deep once had a million lines of coverage in its text.
  @Test func tiersBeyondTwentyAreCountedUnlessAllAreAskedFor() throws {
    var tables = Tables()
    var supplier = tables.operators.append(id: "O0")
    tables.designations.append(operator: supplier, category: .ip, range: 5_099_900_000...5_099_909_999)
    for tier in 1...23 {
      let recipient = tables.operators.append(id: "O\(tier)")
      tables.provisions.append(
        id: "P\(tier)", supplier: supplier, recipient: recipient, category: .ip, numbers: 1)
      supplier = recipient
    }
    let audit = DayAudit(SupplyChain(tables), on: try #require(Day("2026-10-01")))
    var context = ReportContext(language: .en, toolVersion: "1", dataset: "memory")
    func lines() -> [String] {
      String(decoding: audit.report(.text, context: context), as: UTF8.self)
        .split(separator: "\n").map(String.init)
    }
    let short = lines()
    #expect(short.filter { $0.hasPrefix("ip   ") }.count == 20)
    #expect(short.contains("… and 3 more beyond tier 20 (--all lists them)"))
    context.showsAll = true
    #expect(lines().filter { $0.hasPrefix("ip   ") }.count == 23)
    context.showsAll = false
    context.language = .ja
    #expect(lines().contains("…卸次数20を超えるもの3行（--all ですべて表示）"))
  }
}
