import Banken
import Testing
import TestSupport

@Suite struct UncertifiedRecipientRuleTests {
  private let operators = """
    operator_id, name, corporate_number, role
    H, H,,
    A, A,,
    B, B,,
    C, C,,
    D, D,,
    E, E,,
    F, F,,
    G, G, 7000012050002,
    G2, G2, 7000012050002,
    U, U,, user
    """

  private func find(
    _ certifications: String, recipients: [String] = ["A"], on day: String = "2026-10-01",
    policy: Policy = Policy()
  ) throws -> [String] {
    let rows = recipients.enumerated().map { "P\($0.offset + 1), H, \($0.element), 10, 2026-01-01" }
    return try Fixture.findings(
      .uncertifiedRecipient, on: day, policy: policy,
      [
        "operators": operators, "certifications": certifications,
        "provisions": (["provision_id, supplier_id, recipient_id, numbers, starts_on"] + rows)
          .joined(separator: "\n"),
      ])
  }

  @Test func everyCause() throws {
    let found = try find(
      """
      operator_id, valid_from, valid_to, ended_on, end_reason
      A, 2026-02-01,, 2026-06-01, revoked
      B, 2026-02-01,, 2026-06-01, withdrawn
      C, 2025-02-01, 2026-01-31,,
      D, 2026-02-01,, 2026-06-01,
      E, 2026-10-02,,,
      G, 2026-01-01,,,
      """,
      recipients: ["A", "B", "C", "D", "E", "F", "G", "G2", "U"])
    #expect(
      found == [
        "warning P1 cause=revoked numbers=10 since=2026-06-01",
        "warning P2 cause=withdrawn numbers=10 since=2026-06-01",
        "warning P3 cause=expired numbers=10 since=2026-02-01",
        "warning P4 cause=ended numbers=10 since=2026-06-01",
        "warning P5 cause=not-yet numbers=10 since=2026-01-01",
        "warning P6 cause=never numbers=10 since=2026-01-01",
      ])
  }

  @Test func boundariesAndGrace() throws {
    let row = """
      operator_id, valid_from, valid_to
      A, 2026-01-01, 2026-09-30
      """
    #expect(try find(row, on: "2026-09-30") == [])
    #expect(try find(row, on: "2026-10-01") == ["warning P1 cause=expired numbers=10 since=2026-10-01"])
    var policy = Policy()
    policy.graceDays = 30
    #expect(try find(row, on: "2026-10-30", policy: policy) == [])
    #expect(
      try find(row, on: "2026-10-31", policy: policy) == [
        "warning P1 cause=expired numbers=10 since=2026-10-31"
      ])
  }

  @Test func removalOfAnExpiredEntryIsNoEvent() throws {
    var policy = Policy()
    policy.graceDays = 30
    func found(_ endedOn: String, _ reason: String, on day: String = "2026-10-31") throws -> [String] {
      try find(
        """
        operator_id, valid_from, valid_to, ended_on, end_reason
        A, 2026-01-01, 2026-09-30, \(endedOn), \(reason)
        """, on: day, policy: policy)
    }
    #expect(try found("2026-10-10", "", on: "2026-10-30") == [])
    #expect(try found("2026-10-10", "expired", on: "2026-10-30") == [])
    #expect(try found("2026-10-10", "expired") == ["warning P1 cause=expired numbers=10 since=2026-10-31"])
    #expect(try found("2026-10-10", "revoked") == ["warning P1 cause=revoked numbers=10 since=2026-10-10"])
    // On the very day it would have run out the stated reason stands; later it had run out before.
    #expect(try found("2026-10-31", "revoked") == ["warning P1 cause=revoked numbers=10 since=2026-10-31"])
    #expect(try found("2026-11-01", "revoked") == ["warning P1 cause=expired numbers=10 since=2026-10-31"])
    #expect(try found("2026-09-30", "expired") == ["warning P1 cause=expired numbers=10 since=2026-09-30"])
    #expect(try found("2026-09-30", "") == ["warning P1 cause=ended numbers=10 since=2026-09-30"])
  }

  @Test func theRecordThatEndsLastDecides() throws {
    #expect(
      try find(
        """
        operator_id, valid_from, valid_to, ended_on, end_reason
        A, 2026-03-01,, 2026-08-01, revoked
        A, 2025-08-01, 2026-07-31,,
        A, 2026-02-01,, 2026-08-01, withdrawn
        A, 2026-11-01,,,
        """) == ["warning P1 cause=withdrawn numbers=10 since=2026-08-01"])
    #expect(
      try find(
        """
        operator_id, valid_from, valid_to, ended_on, end_reason
        A, 2026-03-01,, 2026-08-01, revoked
        A, 2026-02-01,, 2026-07-01, withdrawn
        """) == ["warning P1 cause=revoked numbers=10 since=2026-08-01"])
  }

  @Test func onlyFromTheDayThePolicyNames() throws {
    let tables = [
      "operators": operators, "certifications": "operator_id, valid_from",
      "provisions": """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, A, 10
      """,
    ]
    #expect(try Fixture.findings(.uncertifiedRecipient, on: "2025-09-30", tables) == [])
    #expect(
      try Fixture.findings(.uncertifiedRecipient, on: "2025-10-01", tables) == [
        "warning P1 cause=never numbers=10 since=2025-10-01"
      ])
  }

  @Test func notEvaluatedWithoutCertifications() throws {
    #expect(
      try Fixture.findings(.uncertifiedRecipient, on: "2026-10-01", ["operators": operators])
        == ["not evaluated: no-table:certifications"])
  }
}
