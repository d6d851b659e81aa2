import Banken
import Testing

@testable import Audit

/// Numbers of alternating levels that pass many hops fall into more pieces than any memory holds.
@Suite struct FragmentationTests {
  /// Blocks that reach an operator alternately from the holder and from a wholesaler, passed on whole along a chain.
  private func chain(blocks: Int, hops: Int) throws -> SupplyChain {
    var tables = Tables()
    let base: UInt64 = 5_099_900_000
    let last = base + UInt64(blocks) * 10 - 1
    let holder = tables.operators.append(id: "H")
    let wholesaler = tables.operators.append(id: "W")
    tables.designations.append(operator: holder, category: .ip, range: base...last)
    tables.certifications.append(
      operator: holder, validFrom: try #require(Day("2026-04-01")), validTo: try #require(Day("2027-03-31")))
    tables.provisions.append(
      id: "HW", supplier: holder, recipient: wholesaler, category: .ip, range: base...last)
    var supplier = tables.operators.append(id: "C0")
    for block in 0..<blocks {
      let start = base + UInt64(block) * 10
      tables.provisions.append(
        id: "B\(block)", supplier: block % 2 == 0 ? holder : wholesaler, recipient: supplier, category: .ip,
        range: start...start + 9)
    }
    for hop in 1...hops {
      let recipient = tables.operators.append(id: "C\(hop)")
      tables.provisions.append(
        id: "C\(hop)", supplier: supplier, recipient: recipient, category: .ip, range: base...last)
      supplier = recipient
    }
    return SupplyChain(tables)
  }

  @Test func tooManyPiecesAreNotEvaluated() throws {
    let chain = try chain(blocks: 20, hops: 10)
    let day = try #require(Day("2026-10-01"))
    let whole = DayState(chain, on: day)
    let isWhole = !whole.isTooFragmented
    #expect(isWhole)
    // One piece of H, the ten that W passes on, and twenty of each of C0 to C9.
    let fits = !DayState(chain, on: day, options: StateOptions(mostPieces: 211)).isTooFragmented
    #expect(fits)
    let state = DayState(chain, on: day, options: StateOptions(mostPieces: 210))
    let isTooFragmented = state.isTooFragmented
    #expect(isTooFragmented)

    let audit = DayAudit(state, options: AuditOptions())
    let fragmented = audit.outcomes.filter { $0.notEvaluated == .tooFragmented }.map(\.rule)
    #expect(fragmented == [.uncertifiedUpstream, .secondTierResale])
    #expect(fragmented.count == 2 && NotEvaluated.tooFragmented.code == "too-fragmented")
    #expect(audit.summary.coverage.map(\.tier) == [nil])
    let details = audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].results
    #expect(details.findings.count == 31)
    #expect(audit.details(of: details.findings[0], in: details).chain == nil)
    #expect(
      DayAudit(whole, options: AuditOptions()).outcomes.allSatisfy { $0.notEvaluated != .tooFragmented })
  }
}
