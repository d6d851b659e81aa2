import Banken
import Testing
import TestSupport

@Suite struct SuspendedStockProvidedRuleTests {
  private func find(_ provisions: String, on day: String = "2026-10-01") throws -> [String] {
    try Fixture.findings(
      .suspendedStockProvided, on: day,
      [
        "operators": """
        operator_id, name, corporate_number
        A, A, 7000012050002
        A2, A2, 7000012050002
        B, B,
        """,
        "restrictions": """
        restriction_id, kind, operator_id, category, starts_on, ends_on
        R0, refuse-new, A,,,
        R1, suspend-stock, A,, 2026-04-01, 2026-06-30
        R2, suspend-stock, B, mobile, 2026-06-01,
        """,
        "provisions": provisions,
      ])
  }

  @Test func theSupplierMustBeSuspendedOnTheFirstDay() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
      P1, A, B, ip, 1, 2026-03-31,
      P2, A, B, ip, 2, 2026-04-01,
      P3, A2, B, ip, 3, 2026-06-30,
      P4, A, B, ip, 4, 2026-07-01,
      P5, A, B, ip, 5,,
      P6, B, A, ip, 6, 2026-06-01,
      P7, B, A, mobile, 7, 2026-06-01,
      P8, A, B, data, 8, 2026-06-01,
      P9, A, A, ip, 9, 2026-06-01,
      P10, A, B, ip, 10, 2026-05-01, 2026-05-31
      """)
    #expect(
      found == [
        "violation P2 restriction=R1 numbers=2", "violation P3 restriction=R1 numbers=3",
        "violation P7 restriction=R2 numbers=7",
      ])
  }

  @Test func aRenewalIsNoIncrease() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, range_start, range_end, starts_on, ends_on
      O1, A, B, 05031230000, 05031230099,, 2026-04-30
      N1, A, B, 05031230000, 05031230099, 2026-05-01,
      N2, A2, B, 05031230000, 05031230099, 2026-05-01,
      """)
    // The other operator of the person makes another pair.
    #expect(found == ["violation N2 restriction=R1 numbers=100"])
  }

  @Test func notEvaluatedWithoutTheTable() throws {
    #expect(
      try Fixture.findings(.suspendedStockProvided, on: "2026-10-01", ["operators": "operator_id, name"])
        == ["not evaluated: no-table:restrictions"])
  }

  @Test func agreesWithThePlainRule() {
    #expect(DenseLedger.compare("suspended-stock-provided") > 40)
  }
}
