import Banken
import Testing
import TestSupport

@Suite struct ApprovalUnconfirmedRuleTests {
  private let operators = """
    operator_id, name, role
    H, H,
    A, A,
    U, U, user
    """
  private let policy = Policy()

  @Test func everyCauseAndNearMisses() throws {
    let found = try Fixture.findings(
      .approvalUnconfirmed, on: "2026-10-01", policy: policy,
      [
        "operators": operators,
        "provisions": """
        provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on, contract, approval_checked_on
        P1, H, A, ip, 1, 2023-01-01,,,
        P2, H, A, mobile, 2, 2026-06-01,,, 2026-06-02
        P3, H, A, ip, 3, 2026-06-01,,, 2026-06-01
        P4, H, A, ip, 4, 2022-12-31,,,
        P5, H, A, ip, 5,,,,
        P6, H, A, ip, 6, 2026-06-01,, terms,
        P7, H, U, ip, 7, 2026-06-01,,,
        P8, H, A, ip, 8, 2026-06-01, 2026-09-30,,
        P9, A, A, ip, 9, 2026-06-01,,,
        """,
      ])
    #expect(found == ["notice P1 cause=unchecked numbers=1", "notice P2 cause=late numbers=2"])
  }

  @Test func notEvaluatedWithoutTheColumn() throws {
    let found = try Fixture.findings(
      .approvalUnconfirmed, on: "2026-10-01", policy: policy,
      [
        "operators": operators,
        "provisions": """
        provision_id, supplier_id, recipient_id, numbers, starts_on
        P1, H, A, 1, 2026-06-01
        """,
      ])
    #expect(found == ["not evaluated: no-column:approval_checked_on"])
  }
}
