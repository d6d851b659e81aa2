import Banken
import Testing
import TestSupport

@Suite struct ResaleBeyondDesignationRuleTests {
  private func find(_ provisions: String, on day: String = "2026-10-01") throws -> [String] {
    try Fixture.findings(
      .resaleBeyondDesignation, on: day,
      [
        "operators": """
        operator_id, name
        H, H
        A, A
        B, B
        """,
        "designations": """
        operator_id, range_start, range_end, returned_on
        A, 05031230000, 05031230999,
        A, 05031230500, 05031230999,
        A, 05031230000, 05031231999, 2026-10-01
        """,
        "provisions": provisions,
      ])
  }

  @Test func providedMustExceedDesignated() throws {
    func provisions(_ numbers: Int) -> String {
      """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, A, ip, 1
      P2, A, B, ip, \(numbers)
      P3, A, A, ip, 5000
      P4, B, A, fixed, 10
      P5, A, B, fixed, 20
      """
    }
    #expect(try find(provisions(1000)) == [])
    #expect(try find(provisions(1001)) == ["notice A ip numbers=1"])
    // The day before, the block returned on 1 October still counts.
    #expect(try find(provisions(1001), on: "2026-09-30") == [])
  }

  @Test func onlyWithAnInflow() throws {
    #expect(
      try find(
        """
        provision_id, supplier_id, recipient_id, category, numbers, ends_on
        P1, H, A, ip, 1, 2026-09-30
        P2, A, B, ip, 3000,
        """) == [])
  }
}
