import Banken
import Testing
import TestSupport

@Suite struct ProvidedAfterRevocationRuleTests {
  private func find(_ certifications: String, starting days: [String]) throws -> [String] {
    let rows = days.enumerated().map { "P\($0.offset + 1), H, A, \($0.offset + 1), \($0.element)" }
    return try Fixture.findings(
      .providedAfterRevocation, on: "2026-10-01",
      [
        "operators": """
        operator_id, name, role, corporate_number
        H, H,,
        A, A,, 7000012050002
        A2, Same person,, 7000012050002
        U, U, user, 8011101028104
        """,
        "certifications": certifications,
        "provisions":
          (["provision_id, supplier_id, recipient_id, numbers, starts_on"] + rows + [
            "PU, H, U, 1, 2026-08-01"
          ])
          .joined(separator: "\n"),
      ])
  }

  private let revoked = """
    operator_id, valid_from, valid_to, ended_on, end_reason
    A2, 2026-01-01,, 2026-06-01, revoked
    U, 2026-01-01,, 2026-06-01, revoked
    """

  @Test func startsOnOrAfterTheRevocation() throws {
    #expect(
      try find(revoked, starting: ["2026-05-31", "2026-06-01", "2026-09-01", "2026-10-02", ""]) == [
        "warning P2 numbers=2", "warning P3 numbers=3",
      ])
  }

  @Test func notOnceCertifiedAgainAndNotWhenCertifiedAtTheStart() throws {
    #expect(try find(revoked + "\nA, 2026-09-01,,,", starting: ["2026-07-01"]) == [])
    #expect(
      try find(
        revoked + "\nA, 2026-07-01, 2026-08-31,,", starting: ["2026-06-30", "2026-07-01", "2026-09-01"])
        == ["warning P1 numbers=1"])
  }

  @Test func onlyRevocations() throws {
    #expect(
      try find(
        """
        operator_id, valid_from, valid_to, ended_on, end_reason
        A, 2026-01-01,, 2026-06-01, withdrawn
        """, starting: ["2026-07-01"]) == [])
  }
}
