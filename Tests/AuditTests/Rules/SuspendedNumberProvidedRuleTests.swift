import Banken
import Numbering
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct SuspendedNumberProvidedRuleTests {
  private func find(_ provisions: String, _ restrictions: String, on day: String = "2026-10-01") throws
    -> [String]
  {
    try Fixture.findings(
      .suspendedNumberProvided, on: day,
      [
        "operators": """
        operator_id, name
        A, A
        B, B
        C, C
        """,
        "provisions": provisions, "restrictions": restrictions,
      ])
  }

  @Test func suspensionsInForceAndBegunByTheFirstDay() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, starts_on, ends_on
      P1, A, B,,, 05031230010, 05031230019, 2026-04-01,
      P2, B, C,,, 05031230010, 05031230019, 2026-03-31,
      P3, A, C,,, 05031230000, 05031230009, 2026-05-01,
      P4, A, C,,, 05031230000, 05031230010, 2026-05-01,
      P5, A, C,,, 05031230019, 05031230030, 2026-05-01,
      P6, A, C,,, 05031230020, 05031230030, 2026-05-01,
      P7, A, C, ip, 9,,, 2026-05-01,
      P8, B, C,,, 05031230100, 05031230199,,
      P9, B, A,,, 05031230100, 05031230199, 2026-08-01, 2026-09-30
      P10, B, A,,, 05031230100, 05031230199, 2026-08-01, 2026-10-01
      P11, B, A,,, 05031230200, 05031230299, 2026-08-01,
      P12, B, B,,, 05031230100, 05031230199, 2026-08-01,
      """,
      """
      restriction_id, kind, operator_id, range_start, range_end, starts_on, ends_on
      R1, suspend-numbers,, 05031230010, 05031230019, 2026-04-01,
      R2, suspend-numbers,, 05031230100, 05031230109,,
      R3, suspend-numbers,, 05031230200, 05031230209, 2026-01-01, 2026-09-30
      R4, refuse-new, B,,,,
      """)
    #expect(
      found == [
        "violation P1 restriction=R1 numbers=10", "violation P4 restriction=R1 numbers=1",
        "violation P5 restriction=R1 numbers=1", "violation P10 restriction=R2 numbers=10",
      ])
  }

  @Test func whatTheRecipientHadTheDayBeforeIsNotCounted() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, starts_on, ends_on
      O1, A, B,,, 05031230000, 05031230004, 2026-01-01, 2026-04-30
      O2, A, B,,, 05031230008, 05031230009, 2026-01-01, 2026-04-29
      O3, A, C,,, 05031230005, 05031230009, 2026-01-01,
      O4, A, B, ip, 1000,,, 2026-01-01,
      N1, A, B,,, 05031230000, 05031230009, 2026-05-01,
      N2, A, B,,, 05031230002, 05031230003, 2026-05-01,
      N3, A, B,,, 05031230000, 05031230012, 2026-05-02,
      """,
      """
      restriction_id, kind, operator_id, range_start, range_end, starts_on, ends_on
      R1, suspend-numbers,, 05031230000, 05031230003, 2026-02-01,
      R2, suspend-numbers,, 05031230007, 05031230011, 2026-02-01,
      R3, suspend-numbers,, 05031230003, 05031230008, 2026-02-01,
      """)
    #expect(found == ["violation N1 restriction=R2 numbers=5", "violation N3 restriction=R2 numbers=2"])
  }

  @Test func overlappingSuspensionsCountOnce() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, range_start, range_end, starts_on
      P1, A, B, 05031230000, 05031230099, 2026-05-01
      P2, A, C, 05031230015, 05031230099, 2026-02-15
      P3, C, B, 0312300000, 0312309999, 2026-05-01
      """,
      """
      restriction_id, kind, operator_id, range_start, range_end, starts_on
      R3, suspend-numbers,, 05031230005, 05031230014, 2026-04-01
      R2, suspend-numbers,, 05031230010, 05031230019, 2026-03-01
      R1, suspend-numbers,, 05031230012, 05031230016, 2026-02-01
      """)
    #expect(found == ["violation P1 restriction=R3 numbers=15", "violation P2 restriction=R1 numbers=2"])
  }

  @Test func notEvaluatedWithoutTheTable() throws {
    #expect(
      try Fixture.findings(.suspendedNumberProvided, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:restrictions"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("suspended-number-provided") > 40)
  }

  /// Pairs so full that what the recipient has is kept up from day to day.
  @Test func agreesWithThePlainRuleOnFullPairs() {
    #expect(
      DenseLedger.compare(
        "suspended-number-provided", seeds: 1..<40, operators: 2, suppliers: 1, provisions: 140,
        numbers: 250) > 50)
  }

  /// Many pairs over many suspended numbers, and one pair whose ranges come and go.
  @Test func hugeLedgersTakeSeconds() throws {
    let count = 50_000
    let base = try #require(Fixture.number("05010000000"))
    var tables = Tables()
    let (a, b) = (tables.operators.append(id: "A"), tables.operators.append(id: "B"))
    for row in 0..<count {
      let x = tables.operators.append(id: "X\(row)")
      tables.restrictions.append(
        id: "R\(row)", kind: .suspendNumbers, range: base + UInt64(2 * row)...base + UInt64(2 * row),
        startsOn: Day(ordinal: Int32(1_000 + row)))
      tables.provisions.append(
        id: "P\(row)", supplier: a, recipient: x, category: .ip, range: base...base + 1_000_000,
        startsOn: Day(ordinal: Int32(1_000 + row)))
      tables.provisions.append(
        id: "Q\(row)", supplier: a, recipient: b, category: .ip,
        range: base + UInt64(row)...base + UInt64(2 * count - row),
        startsOn: Day(ordinal: Int32(1_000 + row)),
        endsOn: row % 3 == 1 ? Day(ordinal: Int32(1_001 + row)) : nil)
    }
    let audit = DayAudit(
      SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.suspendedNumberProvided]))
    // The operators X have nothing before; what B gets new is the numbers suspended since the last time.
    let found = audit.findings(of: .suspendedNumberProvided).filter { $0.subject % 2 == 0 }
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.numbers == UInt64($0.subject / 2 + 1) && $0.related == 0 })
  }
}
