import Banken
import Testing
import TestSupport

@Suite struct NoSourceRuleTests {
  private func find(
    _ provisions: String, designations: String = "operator_id, range_start, range_end",
    complete: Policy.CompleteLedger = .operators([])
  ) throws -> [String] {
    var policy = Policy()
    policy.completeLedger = complete
    return try Fixture.findings(
      .noSource, on: "2026-10-01", policy: policy,
      [
        "operators": """
        operator_id, name
        A, A
        B, B
        C, C
        """,
        "designations": designations, "provisions": provisions,
      ])
  }

  @Test func outflowsWithoutDesignationOrInflow() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, starts_on, ends_on
      P1, A, B, ip, 5,,,,
      P2, A, B,,, 05031230000, 05031230099,,
      P3, A, C,,, 05031230050, 05031230149,,
      P4, A, C,,, 05031230150, 05031230199,, 2026-09-30
      P5, B, C, ip, 9,,,,
      P6, A, C, fixed, 7,,,,
      P7, C, C, fixed, 7,,,,
      P8, C, B, fixed, 8,,, 2026-10-02,
      P9, C, B, ip, 8,,,,
      """
    #expect(
      try find(provisions) == [
        "notice A fixed cause=inflows-may-be-missing numbers=7",
        "notice A ip cause=inflows-may-be-missing numbers=155",
      ])
    #expect(
      try find(provisions, complete: .operators(["A", "nobody"])) == [
        "warning A fixed numbers=7", "warning A ip numbers=155",
      ])
    #expect(try find(provisions, complete: .all).map { String($0.prefix(9)) } == ["warning A", "warning A"])
  }

  @Test func aDesignationOrInflowOfTheDayIsEnough() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, ends_on
      P1, A, C, ip, 5,
      P2, B, C, ip, 5,
      P3, C, B, ip, 1, 2026-09-30
      P4, A, B, fixed, 2,
      """
    let header = "operator_id, range_start, range_end, designated_on, returned_on"
    #expect(
      try find(
        provisions,
        designations: """
          \(header)
          A, 05031230000, 05031230000,,
          B, 05031240000, 05031240000,, 2026-10-01
          B, 05031250000, 05031250000, 2026-10-02,
          """, complete: .all) == ["warning A fixed numbers=2", "warning B ip numbers=5"])
  }

  @Test func notEvaluatedWithoutDesignations() throws {
    #expect(
      try Fixture.findings(.noSource, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:designations"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("no-source", operators: 8, suppliers: 8, provisions: 10) > 20)
  }
}
