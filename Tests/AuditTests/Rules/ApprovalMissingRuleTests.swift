import Banken
import Testing
import TestSupport

@Suite struct ApprovalMissingRuleTests {
  private let operators = """
    operator_id, name, corporate_number, role
    H, Holder,,
    A, Reseller,,
    B, Sister of A's other row, 7000012050002,
    B2, Same person as B, 7000012050002,
    U, End user,, user
    W, User that resells,, user
    """

  private func find(
    _ provisions: String, approvals: String = "operator_id,category,valid_from,ended_on",
    designations: String = "operator_id,range_start,range_end", on day: String = "2026-10-01",
    policy: Policy = Policy()
  ) throws -> [String] {
    try Fixture.findings(
      .approvalMissing, on: day, policy: policy,
      [
        "operators": operators, "provisions": provisions, "approvals": approvals,
        "designations": designations,
      ])
  }

  @Test func everyCause() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, approval_checked_on
      P1, H, A, ip, 100, 2025-04-01,
      P2, H, A, fixed, 200, 2025-04-01,
      P3, H, A, mobile, 300, 2025-04-01,
      P4, H, B, ip, 400, 2025-04-01,
      P5, H, B2, ip, 500, 2025-04-01, 2026-10-01
      P6, H, B2, ip, 600, 2025-04-01, 2026-10-02
      """,
      approvals: """
        operator_id, category, valid_from, ended_on
        A, ip, 2024-01-01, 2026-09-30
        A, fixed, 2026-10-02,
        """)
    #expect(
      found == [
        "violation P1 cause=ended numbers=100 since=2026-09-30",
        "violation P2 cause=not-yet numbers=200 since=2025-04-01",
        "violation P3 cause=other-category numbers=300 since=2025-04-01",
        "violation P4 cause=none numbers=400 since=2025-04-01",
        "notice P5 cause=unrecorded numbers=500 since=2025-04-01",
        "violation P6 cause=none numbers=600 since=2025-04-01",
      ])
  }

  @Test func approvalCountsFromItsFirstDayUntilTheDayItEnds() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, A, ip, 100
      """
    let approvals = """
      operator_id, category, valid_from, ended_on
      A, ip, 2026-10-01, 2026-10-03
      """
    #expect(
      try find(provisions, approvals: approvals, on: "2026-09-30") == [
        "violation P1 cause=not-yet numbers=100 since=2019-05-22"
      ])
    #expect(try find(provisions, approvals: approvals, on: "2026-10-01") == [])
    #expect(try find(provisions, approvals: approvals, on: "2026-10-02") == [])
    #expect(
      try find(provisions, approvals: approvals, on: "2026-10-03") == [
        "violation P1 cause=ended numbers=100 since=2026-10-03"
      ])
  }

  @Test func approvalOfAllCategoriesAndOfTheSamePersonCounts() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, A, mobile, 100
      P2, H, B, ip, 100
      P3, H, B, fixed, 100
      """,
      approvals: """
        operator_id, category, valid_from, ended_on
        A,, 2024-01-01,
        B2, ip, 2024-01-01,
        """)
    #expect(found == ["violation P3 cause=other-category numbers=100 since=2019-05-22"])
  }

  @Test func designationProvesApproval() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, A, ip, 100
      """
    func designation(_ range: String, _ days: String) -> String {
      """
      operator_id, range_start, range_end, designated_on, returned_on
      A, \(range), \(days)
      """
    }
    let ip = "05031230000, 05031239999"
    #expect(try find(provisions, designations: designation(ip, "2024-01-01,")) == [])
    #expect(
      try find(provisions, designations: designation(ip, "2024-01-01, 2026-10-01")) == [
        "violation P1 cause=ended numbers=100 since=2026-10-01"
      ])
    #expect(
      try find(provisions, designations: designation(ip, "2026-10-02,")) == [
        "violation P1 cause=not-yet numbers=100 since=2019-05-22"
      ])
    #expect(
      try find(provisions, designations: designation("0312340000, 0312349999", ",")) == [
        "violation P1 cause=other-category numbers=100 since=2019-05-22"
      ])
  }

  @Test func usersNeedNoneUntilTheyPassNumbersOn() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
      P1, H, U, ip, 100,,
      P2, H, W, ip, 200,,
      P3, W, A, fixed, 10, 2026-03-01, 2026-03-31
      P4, W, A, mobile, 10, 2026-04-01, 2026-04-30
      P5, W, W, fixed, 10, 2020-01-01,
      """
    let approvals = """
      operator_id
      A
      """
    // P3 and P4 join without a gap, whatever their categories.
    #expect(
      try find(provisions, approvals: approvals, on: "2026-04-30") == [
        "violation P2 cause=none numbers=200 since=2026-03-01"
      ])
    #expect(try find(provisions, approvals: approvals, on: "2026-02-28") == [])
    #expect(try find(provisions, approvals: approvals, on: "2026-05-01") == [])
  }

  @Test func inactiveAndSelfProvisionsDoNotCount() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, starts_on, ends_on
      P1, H, A, ip, 100, 2026-10-02,
      P2, H, A, ip, 100,, 2026-09-30
      P3, A, A, ip, 100,,
      P4, H, A, ip, 100, 2026-10-01, 2026-10-01
      """
    #expect(try find(provisions) == ["violation P4 cause=none numbers=100 since=2026-10-01"])
  }

  @Test func onlyFromTheDayThePolicyNames() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, A, ip, 100
      """
    #expect(try find(provisions, on: "2019-05-21") == [])
    #expect(
      try find(provisions, on: "2019-05-22") == ["violation P1 cause=none numbers=100 since=2019-05-22"])
    var policy = Policy()
    policy.approvalRequiredFrom = .earliest
    #expect(try find(provisions, policy: policy) == ["violation P1 cause=none numbers=100"])
  }

  @Test func approvalThatBeganAndEndedAgainInterruptsTheRun() throws {
    let found = try find(
      """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, A, ip, 100
      """,
      approvals: """
        operator_id, category, valid_from, ended_on
        A, ip, 2020-01-01, 2021-01-01
        A,, 2024-01-01, 2025-01-01
        A, ip, 2026-01-01, 2026-01-01
        """)
    #expect(found == ["violation P1 cause=ended numbers=100 since=2025-01-01"])
  }

  @Test func notEvaluatedWithoutApprovals() throws {
    #expect(
      try Fixture.findings(.approvalMissing, on: "2026-10-01", ["operators": operators]) == [
        "not evaluated: no-table:approvals"
      ])
  }
}
