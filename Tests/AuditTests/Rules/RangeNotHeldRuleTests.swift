import Banken
import Numbering
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct RangeNotHeldRuleTests {
  private func find(
    _ provisions: String, designations: String = "operator_id, range_start, range_end",
    complete: Policy.CompleteLedger = .all
  ) throws -> [String] {
    var policy = Policy()
    policy.completeLedger = complete
    return try Fixture.findings(
      .rangeNotHeld, on: "2026-10-01", policy: policy,
      [
        "operators": """
        operator_id, name
        H, H
        A, A
        B, B
        C, C
        """,
        "designations": designations, "provisions": provisions,
      ])
  }

  @Test func numbersOutsideDesignationsAndInflows() throws {
    let designations = """
      operator_id, range_start, range_end, returned_on
      A, 05031230000, 05031230099,
      A, 05031230300, 05031230399, 2026-10-01
      """
    let provisions = """
      provision_id, supplier_id, recipient_id, range_start, range_end, ends_on
      I1, H, A, 05031230100, 05031230149,
      I2, H, A, 05031230200, 05031230249,
      I3, H, A, 05031230160, 05031230169, 2026-09-30
      I4, A, A, 05031230170, 05031230179,
      P1, A, B, 05031230090, 05031230149,
      P2, A, B, 05031230090, 05031230150,
      P3, A, B, 05031230190, 05031230260,
      P4, A, B, 05031230160, 05031230179,
      P5, A, B, 05031230300, 05031230309,
      P6, A, B, 05031230400, 05031230409, 2026-09-30
      P7, A, B, 0312300000, 0312300009,
      P8, B, C, 05031230090, 05031230091,
      """
    let found = [
      "violation P2 numbers=1", "violation P3 numbers=21", "violation P4 numbers=20",
      "violation P5 numbers=10",
    ]
    #expect(try find(provisions, designations: designations) == found)
    #expect(
      try find(provisions, designations: designations, complete: .operators(["B"]))
        == found.map {
          $0.replacing("violation", with: "notice").replacing(
            " numbers", with: " cause=inflows-may-be-missing numbers")
        })
  }

  @Test func aCountOnlyInflowMayBeAnyNumbers() throws {
    func provisions(_ end: String, category: String = "ip") -> String {
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, ends_on
      I1, H, A,,, 05031230000, 05031230009,
      I2, H, A, \(category), 1,,, \(end)
      P1, A, B,,, 05031230005, 05031230014,
      """
    }
    #expect(try find(provisions("")) == [])
    #expect(try find(provisions("2026-09-30")) == ["violation P1 numbers=5"])
    #expect(try find(provisions("", category: "fixed")) == ["violation P1 numbers=5"])
  }

  @Test func notEvaluatedWithoutDesignations() throws {
    #expect(
      try Fixture.findings(.rangeNotHeld, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:designations"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("range-not-held", provisions: 12) > 20)
  }
}
