import Audit
import Numbering
import SupplyChain
import TestSupport
import Testing

@Suite struct RestrictionsTests {
  private func restrictions(_ kind: RestrictionKind, _ rows: String) throws -> Restrictions {
    let chain = try Fixture.chain([
      "operators": """
      operator_id, name, corporate_number
      A, A, 7000012050002
      B, B,
      A2, A2, 7000012050002
      """,
      "restrictions": "restriction_id, kind, operator_id, category, starts_on, ends_on\n" + rows,
    ])
    return Restrictions(kind, in: chain)
  }

  private func day(_ text: String) throws -> Int32 { try #require(Day(text)).ordinal }

  @Test func theFirstInTheFileOfPersonCategoryAndDay() throws {
    let all = try restrictions(
      .refuseNew,
      """
      R0, suspend-stock, A, ip,,
      R1, refuse-new, A2, ip, 2026-02-01, 2026-02-28
      R2, refuse-new, A,, 2026-01-01, 2026-03-31
      R3, refuse-new, B, mobile,,
      """)
    #expect(all.first(on: 0, in: .ip, day: try day("2025-12-31")) == noIndex)
    #expect(all.first(on: 0, in: .ip, day: try day("2026-01-01")) == 2)
    #expect(all.first(on: 0, in: .ip, day: try day("2026-02-28")) == 1)
    #expect(all.first(on: 0, in: .fixed, day: try day("2026-02-28")) == 2)
    #expect(all.first(on: 0, in: .ip, day: try day("2026-03-31")) == 2)
    #expect(all.first(on: 0, in: .ip, day: try day("2026-04-01")) == noIndex)
    #expect(all.first(on: 0, in: .mobile, day: try day("2026-02-01")) == noIndex)
    #expect(all.first(on: 1, in: .mobile, day: 1) == 3)
    #expect(all.first(on: 1, in: .mobile, day: try day("2199-12-31")) == 3)
  }

  @Test func aBlankDayFitsNone() throws {
    let all = try restrictions(.suspendStock, "R0, suspend-stock, A, ip,,")
    #expect(all.first(on: 0, in: .ip, day: Day.blank) == noIndex)
    #expect(!all.isEmpty)
    #expect(try restrictions(.refuseNew, "R0, suspend-stock, A, ip,,").isEmpty)
  }
}
