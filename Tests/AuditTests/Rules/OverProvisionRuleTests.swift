import Banken
import Testing
import TestSupport

@Suite struct OverProvisionRuleTests {
  private func find(
    _ provisions: String, designations: String = "operator_id, range_start, range_end",
    complete: Policy.CompleteLedger = .all
  ) throws -> [String] {
    var policy = Policy()
    policy.completeLedger = complete
    return try Fixture.findings(
      .overProvision, on: "2026-10-01", policy: policy,
      [
        "operators": """
        operator_id, name
        H, H
        A, A
        B, B
        """,
        "designations": designations, "provisions": provisions,
      ])
  }

  @Test func providedMustExceedHeld() throws {
    let designations = """
      operator_id, range_start, range_end, returned_on
      A, 05031230000, 05031230099,
      A, 05031230050, 05031230149,
      A, 05031240000, 05031240099, 2026-10-01
      """
    func provisions(_ numbers: Int) -> String {
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, ends_on
      I1, H, A,,, 05031230140, 05031230159,
      I2, H, A, ip, 30,,,
      I3, H, A, ip, 50,,, 2026-09-30
      I4, A, A, ip, 50,,,
      I5, H, A, fixed, 50,,,
      P1, A, B,,, 05031230000, 05031230099,
      P2, A, B,,, 05031230090, 05031230109,
      P3, A, B, ip, \(numbers),,,
      """
    }
    // Held: 160 numbers by range and 30 by count; provided: 110 by range.
    #expect(try find(provisions(80), designations: designations) == [])
    #expect(try find(provisions(81), designations: designations) == ["violation A ip numbers=1"])
    #expect(
      try find(provisions(90), designations: designations, complete: .operators(["H"]))
        == ["notice A ip cause=inflows-may-be-missing numbers=10"])
  }

  @Test func notWithoutAnySource() throws {
    #expect(
      try find(
        """
        provision_id, supplier_id, recipient_id, category, numbers
        P1, A, B, ip, 10
        P2, B, H, ip, 11
        P3, A, B, fixed, 12
        P4, B, H, mobile, 12
        """) == ["violation B ip numbers=1"])
  }

  @Test func notEvaluatedWithoutDesignations() throws {
    #expect(
      try Fixture.findings(.overProvision, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:designations"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("over-provision") > 20)
  }
}
