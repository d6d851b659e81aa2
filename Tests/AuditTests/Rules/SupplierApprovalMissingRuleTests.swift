import Banken
import Testing
import TestSupport

@Suite struct SupplierApprovalMissingRuleTests {
  private let operators = """
    operator_id, name
    A, A
    B, B
    C, C
    """

  private func find(_ provisions: String, approvals: String, on day: String = "2026-10-01") throws -> [String]
  {
    try Fixture.findings(
      .supplierApprovalMissing, on: day,
      ["operators": operators, "provisions": provisions, "approvals": approvals])
  }

  @Test func everyCauseByOperatorAndCategory() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, approval_checked_on
      P1, A, C, fixed, 1, 2025-01-01,
      P2, A, C, ip, 2, 2025-01-01,
      P3, A, C, mobile, 3, 2025-01-01,
      P4, A, B, mobile, 4, 2024-01-01,
      P5, B, C, ip, 5, 2025-01-01, 2025-01-01
      """,
      approvals: """
        operator_id, category, valid_from, ended_on
        A, fixed, 2020-01-01, 2026-10-01
        A, ip, 2026-10-02,
        """)
    #expect(
      found == [
        "violation A fixed cause=ended numbers=1 provisions=1 since=2026-10-01",
        "violation A ip cause=not-yet numbers=2 provisions=1 since=2025-01-01",
        "violation A mobile cause=other-category numbers=7 provisions=2 since=2024-01-01",
        "notice B ip cause=none numbers=5 provisions=1 since=2025-01-01",
      ])
  }

  @Test func overlappingRangesCountOnce() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end
      P1, A, C,,, 05031230000, 05031230099
      P2, A, B,,, 05031230050, 05031230149
      P3, A, B,,, 05031230060, 05031230069
      P4, A, B, ip, 7,,
      P5, A, A, ip, 1000,,
      """,
      approvals: "operator_id")
    #expect(found == ["notice A ip cause=none numbers=157 provisions=4 since=2019-05-22"])
  }

  @Test func sinceFollowsTheUnbrokenRunOfOutflows() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
      P1, A, C, ip, 1, 2021-01-01, 2021-12-31
      P2, A, C, ip, 1, 2023-01-01, 2024-12-31
      P3, A, B, ip, 1, 2024-06-01, 2025-12-31
      P4, A, C, ip, 1, 2026-01-01,
      P5, A, C, fixed, 1, 2026-01-02,
      P6, A, C, fixed, 1, 2025-01-01, 2025-12-31
      """,
      approvals: "operator_id")
    #expect(
      found == [
        "notice A fixed cause=none numbers=1 provisions=1 since=2026-01-02",
        "notice A ip cause=none numbers=1 provisions=1 since=2023-01-01",
      ])
  }

  @Test func nothingBeforeTheDayOrWithoutOutflows() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, ends_on
      P1, A, C, ip, 1, 2026-09-30
      P2, B, B, ip, 1,
      """
    #expect(try find(provisions, approvals: "operator_id") == [])
    #expect(try find(provisions, approvals: "operator_id", on: "2019-05-21") == [])
    #expect(
      try find(provisions, approvals: "operator_id", on: "2026-09-30") == [
        "notice A ip cause=none numbers=1 provisions=1 since=2019-05-22"
      ])
  }
}
