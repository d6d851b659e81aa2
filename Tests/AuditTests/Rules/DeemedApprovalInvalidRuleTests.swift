import Banken
import Testing
import TestSupport

@Suite struct DeemedApprovalInvalidRuleTests {
  private let operators = """
    operator_id, name, corporate_number
    A, A, 7000012050002
    B, B, 7000012050002
    C, C,
    """

  private func find(_ approvals: String, designations: String? = nil) throws -> [String] {
    var tables = ["operators": operators, "approvals": approvals]
    tables["designations"] = designations
    return try Fixture.findings(.deemedApprovalInvalid, on: "2026-10-01", tables)
  }

  @Test func deemedBesideAnApprovedOneOfThePerson() throws {
    let found = try find(
      """
      operator_id, category, basis
      A, ip, deemed
      A, fixed, deemed
      A, ip, deemed
      A,, deemed
      B, mobile, approved
      C, ip, deemed
      """)
    #expect(found == ["violation A fixed", "violation A ip", "violation A all"])
  }

  @Test func approvedForTheSameOrAllCategoriesHeals() throws {
    #expect(
      try find(
        """
        operator_id, category, basis
        A, ip, deemed
        A, fixed, deemed
        B, ip, approved
        """) == ["violation A fixed"])
    #expect(
      try find(
        """
        operator_id, category, basis
        A, ip, deemed
        A,, deemed
        B,, approved
        """) == [])
  }

  @Test func deemedOfAHolder() throws {
    let approvals = """
      operator_id, category, basis
      A, ip, deemed
      C, ip, deemed
      """
    func designation(_ returned: String) -> String {
      """
      operator_id, range_start, range_end, returned_on
      B, 0312340000, 0312349999, \(returned)
      """
    }
    #expect(try find(approvals, designations: designation("2026-10-02")) == ["violation A ip"])
    #expect(try find(approvals, designations: designation("2026-10-01")) == [])
  }

  @Test func onlyApprovalsInForce() throws {
    func approvals(_ deemed: String, _ approved: String) -> String {
      """
      operator_id, category, basis, valid_from, ended_on
      A, ip, deemed, \(deemed)
      A, fixed, approved, \(approved)
      """
    }
    #expect(try find(approvals("2026-10-01,", "2026-10-01, 2026-10-02")) == ["violation A ip"])
    #expect(try find(approvals("2026-10-02,", ",")) == [])
    #expect(try find(approvals(", 2026-10-01", ",")) == [])
    #expect(try find(approvals(",", ", 2026-10-01")) == [])
    #expect(try find(approvals(",", "2026-10-02,")) == [])
  }
}
