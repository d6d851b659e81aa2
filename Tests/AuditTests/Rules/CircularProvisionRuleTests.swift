import Banken
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct CircularProvisionRuleTests {
  private func find(
    _ provisions: String, designations: String = "operator_id, range_start, range_end",
    on day: String = "2026-10-01"
  ) throws -> [String] {
    try Fixture.findings(
      .circularProvision, on: day,
      [
        "operators": """
        operator_id, name
        D, D
        C, C
        B, B
        A, A
        E, E
        """,
        "designations": designations, "provisions": provisions,
      ])
  }

  @Test func aShortestCycleThroughTheLeastId() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, B, C, ip, 1
      P2, C, D, ip, 1
      P3, D, B, ip, 1
      P4, C, B, ip, 1
      P10, D, C, ip, 1
      P2b, B, C, ip, 1
      P0, C, B, ip, 1
      P5, A, B, ip, 1
      P6, D, E, ip, 1
      P7, E, E, ip, 1
      P8, A, E, fixed, 1
      P9, E, A, fixed, 1
      """)
    #expect(
      found == [
        "warning fixed operators=[A;E] members=2 cycle=[P8;P9]",
        "warning ip operators=[D;C;B] members=3 cycle=[P1;P0]",
      ])
  }

  @Test func aCircleMustCloseOnTheDayInOneCategory() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, ends_on
      P1, A, B, ip, 1,
      P2, B, C, ip, 1,
      P3, C, A, ip, 1, 2026-09-30
      P4, C, A, fixed, 1,
      """
    #expect(try find(provisions) == [])
    #expect(
      try find(provisions, on: "2026-09-30") == ["warning ip operators=[C;B;A] members=3 cycle=[P1;P2;P3]"])
  }

  @Test func ownNumbersDoNotCloseACircle() throws {
    let designations = """
      operator_id, range_start, range_end
      A, 05031230000, 05031230099
      """
    #expect(
      try find(
        """
        provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end
        P1, A, B,,, 05031230000, 05031230099
        P2, A, B, ip, 5,,
        P3, B, A, ip, 5,,
        """, designations: designations) == [])
    #expect(
      try find(
        """
        provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end
        P1, A, B,,, 05031230000, 05031230100
        P3, B, A, ip, 5,,
        """, designations: designations) == ["warning ip operators=[B;A] members=2 cycle=[P1;P3]"])
  }

  @Test func notEvaluatedWithoutDesignations() throws {
    #expect(
      try Fixture.findings(.circularProvision, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:designations"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("circular-provision", operators: 6, suppliers: 6, provisions: 9) > 10)
  }

  /// A hundred members are named of a circle of any length, and the cycle is told in full.
  @Test func aHugeCircleIsToldInPart() throws {
    let count = 100_000
    var tables = Tables()
    tables.declare(.designations)
    for row in 0..<count { tables.operators.append(id: "X\(row)") }
    for row in 0..<count {
      tables.provisions.append(
        id: "P\(row)", supplier: UInt32(row), recipient: UInt32((row + 1) % count), category: .ip, numbers: 1)
    }
    let audit = DayAudit(
      SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.circularProvision]))
    let results = audit.outcomes[Int(RuleID.circularProvision.rawValue)].results
    let finding = try #require(results.findings.first)
    let details = audit.details(of: finding, in: results)
    #expect(results.findings.count == 1)
    #expect(details.operators == count)
    #expect(details.operatorIDs == (0..<100).map { "X\($0)" })
    #expect(details.cycle == (0..<count).map { "P\($0)" })
  }
}
