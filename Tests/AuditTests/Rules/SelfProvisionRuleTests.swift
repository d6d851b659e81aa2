import Banken
import Testing
import TestSupport

@Suite struct SelfProvisionRuleTests {
  @Test func activeRowsWithOneOperatorAtBothEnds() throws {
    let found = try Fixture.findings(
      .selfProvision, on: "2026-10-01",
      [
        "operators": """
        operator_id, name, corporate_number
        A, A, 7000012050002
        A2, A2, 7000012050002
        """,
        "provisions": """
        provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end, starts_on, ends_on
        P1, A, A, ip, 5,,,,
        P2, A, A2, ip, 5,,,,
        P3, A2, A2,,, 05031230000, 05031230009, 2026-10-01, 2026-10-01
        P4, A2, A2, ip, 5,,, 2026-10-02,
        P5, A2, A2, ip, 5,,,, 2026-09-30
        """,
      ])
    #expect(found == ["violation P1 numbers=5", "violation P3 numbers=10"])
  }

  @Test func needsNoTableButOperators() throws {
    #expect(try Fixture.findings(.selfProvision, on: "2026-10-01", ["operators": "operator_id, name"]) == [])
  }
}
