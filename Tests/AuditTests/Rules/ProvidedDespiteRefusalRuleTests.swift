import Banken
import Numbering
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct ProvidedDespiteRefusalRuleTests {
  private func find(_ provisions: String, _ restrictions: String, on day: String = "2026-10-01") throws
    -> [String]
  {
    try Fixture.findings(
      .providedDespiteRefusal, on: day,
      [
        "operators": """
        operator_id, name, corporate_number, role
        H, H,,
        A, A, 7000012050002,
        A2, A2, 7000012050002,
        U, U,, user
        """,
        "provisions": provisions, "restrictions": restrictions,
      ])
  }

  private let refusal = """
    restriction_id, kind, operator_id, category, starts_on, ends_on
    R0, suspend-stock, A,, 2026-01-01,
    R1, refuse-new, A,, 2026-04-01, 2026-06-30
    """

  @Test func theFirstDayMustLieInTheRefusal() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
      P1, H, A, ip, 1, 2026-03-31,
      P2, H, A, ip, 2, 2026-04-01,
      P3, H, A, ip, 3, 2026-06-30,
      P4, H, A, ip, 4, 2026-07-01,
      P5, H, A, ip, 5,,
      P6, H, A, ip, 6, 2026-05-01, 2026-09-30
      P7, H, A, ip, 7, 2026-05-02, 2026-10-01
      P8, H, A, mobile, 8, 2026-05-01,
      P9, H, A, fixed, 9, 2026-05-01,
      P10, H, A2, ip, 10, 2026-05-01,
      P11, H, U, ip, 11, 2026-05-01,
      P12, A, H, ip, 12, 2026-05-01,
      P13, A, A, ip, 13, 2026-05-01,
      """, refusal)
    #expect(
      found == [
        "violation P2 restriction=R1 numbers=2", "violation P3 restriction=R1 numbers=3",
        "violation P7 restriction=R1 numbers=7", "violation P9 restriction=R1 numbers=9",
        "violation P10 restriction=R1 numbers=10",
      ])
  }

  @Test func aRenewalIsNoIncrease() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, starts_on, ends_on
      O1, H, A,,, 05031230000, 05031230099,, 2026-04-30
      N1, H, A,,, 05031230000, 05031230049, 2026-05-01,
      N2, H, A,,, 05031230050, 05031230099, 2026-05-01,
      N3, H, A,,, 05031230100, 05031230109, 2026-05-02,
      N4, H, A,,, 05031230090, 05031230114, 2026-05-03,
      O5, H, A, fixed, 10,,,, 2026-05-31
      N5, H, A, fixed, 10,,, 2026-06-01,
      N6, H, A, fixed, 3,,, 2026-06-01,
      N7, H, A, fixed, 10,,, 2026-06-03,
      """, refusal)
    #expect(
      found == [
        "violation N3 restriction=R1 numbers=10", "violation N4 restriction=R1 numbers=5",
        "violation N5 restriction=R1 numbers=3", "violation N6 restriction=R1 numbers=3",
        "violation N7 restriction=R1 numbers=10",
      ])
  }

  @Test func theFirstRestrictionInTheFileThatFits() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on
      P1, H, A, ip, 1, 2026-01-05
      P2, H, A, ip, 1, 2026-02-05
      P3, H, A, mobile, 1, 2026-02-05
      P4, H, A, ip, 1, 2026-03-05
      P5, H, A, ip, 1, 2026-08-05
      """,
      """
      restriction_id, kind, operator_id, category, starts_on, ends_on
      R9, refuse-new, A2, ip, 2026-02-01, 2026-02-28
      R8, refuse-new, A, mobile, 2026-02-01, 2026-12-31
      R7, refuse-new, A,, 2026-01-01, 2026-02-28
      R6, refuse-new, A, ip, 2026-03-01, 2026-03-31
      R5, refuse-new, H,,,
      """)
    #expect(
      found == [
        "violation P1 restriction=R7 numbers=1", "violation P2 restriction=R9 numbers=1",
        "violation P3 restriction=R8 numbers=1", "violation P4 restriction=R6 numbers=1",
      ])
  }

  @Test func notEvaluatedWithoutTheTable() throws {
    #expect(
      try Fixture.findings(.providedDespiteRefusal, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:restrictions"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("provided-despite-refusal") > 40)
  }

  /// One pair, every provision with a range of its own around the others, a day of its own and an end soon after.
  @Test func aHugePairTakesSeconds() throws {
    let count = 100_000
    let base = try #require(Fixture.number("05010000000"))
    var tables = Tables()
    let (h, a) = (tables.operators.append(id: "H"), tables.operators.append(id: "A"))
    for row in 0..<count {
      tables.provisions.append(
        id: "P\(row)", supplier: h, recipient: a, category: .ip,
        range: base + UInt64(count - row)...base + UInt64(count + row),
        startsOn: Day(ordinal: Int32(1_000 + row)),
        endsOn: row % 2 == 0 ? nil : Day(ordinal: Int32(1_000 + row)))
      tables.restrictions.append(
        id: "R\(row)", kind: .refuseNew, categories: CategorySet(.ip), operator: a,
        startsOn: Day(ordinal: Int32(1_000 + row)), endsOn: Day(ordinal: Int32(1_000 + row)))
    }
    let audit = DayAudit(
      SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.providedDespiteRefusal]))
    let found = audit.findings(of: .providedDespiteRefusal)
    #expect(found.count == count / 2)
    #expect(found.dropFirst().allSatisfy { $0.numbers == 2 && $0.related == $0.subject })
  }
}
