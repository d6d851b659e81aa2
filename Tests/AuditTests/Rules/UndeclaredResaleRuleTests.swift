import Banken
import Testing
import TestSupport

@Suite struct UndeclaredResaleRuleTests {
  private let designations = """
    operator_id, range_start, range_end
    A, 05031230000, 05031230999
    """

  private func find(_ provisions: String, on day: String = "2026-10-01") throws -> [String] {
    try Fixture.findings(
      .undeclaredResale, on: day,
      [
        "operators": """
        operator_id, name, role
        H, H,
        A, A,
        B, B,
        U, U, user
        """,
        "designations": designations, "provisions": provisions,
      ])
  }

  @Test func termsWithoutDeclarationByTheDay() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, contract, declared_on
      P1, H, B, ip, 1, 2023-01-01, terms,
      P2, H, B, ip, 2, 2023-01-01, terms, 2026-10-02
      P3, H, B, ip, 3, 2023-01-01, terms, 2026-10-01
      P4, H, B, ip, 4, 2022-12-31, terms,
      P5, H, B, ip, 5,, terms,
      P6, H, B, ip, 6, 2023-01-01, wholesale,
      P7, H, B, fixed, 7, 2023-01-01, terms,
      P8, B, U, ip, 8,,,
      P9, H, U, ip, 9, 2023-01-01, terms,
      """)
    #expect(found == ["warning P1 numbers=1", "warning P2 numbers=2"])
  }

  @Test func rangesMustMeetTheResoldPart() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, numbers, range_start, range_end, starts_on, contract, declared_on
      P1, H, A,, 05031231000, 05031231099, 2024-01-01, terms,
      P2, H, A,, 05031231101, 05031231199, 2024-01-01, terms,
      P3, H, A,, 05031230900, 05031230999, 2024-01-01, terms,
      P4, H, A,, 05031230900, 05031231000, 2024-01-01, terms,
      P5, H, A, 50,,, 2024-01-01, terms,
      P6, A, B,, 05031230950, 05031231100,,,
      P7, A, B,, 05031230100, 05031230199,,,
      """)
    #expect(found == ["warning P1 numbers=100", "warning P4 numbers=101", "warning P5 numbers=50"])
  }

  @Test func aCountOnlyOutflowMayHideAnyInflow() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, numbers, range_start, range_end, starts_on, contract, declared_on
      P1, H, A,, 05031239000, 05031239099, 2024-01-01, terms,
      P2, A, B, 5,,,,,
      """)
    #expect(found == ["warning P1 numbers=100"])
  }

  @Test func ownDesignationsAloneAreNoResale() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, numbers, range_start, range_end, starts_on, contract, declared_on
      P1, H, A,, 05031230000, 05031230999, 2024-01-01, terms,
      P2, A, B,, 05031230000, 05031230999,,,
      """)
    #expect(found == [])
  }

  @Test func notEvaluatedWithoutColumnOrDesignations() throws {
    let operators = "operator_id, name"
    #expect(
      try Fixture.findings(
        .undeclaredResale, on: "2026-10-01", ["operators": operators, "designations": designationsHeader])
        == ["not evaluated: no-column:declared_on"])
    #expect(
      try Fixture.findings(.undeclaredResale, on: "2026-10-01", ["operators": operators])
        == ["not evaluated: no-table:designations"])
  }

  private let designationsHeader = "operator_id, range_start, range_end"
}
