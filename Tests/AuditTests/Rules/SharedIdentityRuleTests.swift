import Banken
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct SharedIdentityRuleTests {
  private func audit(_ approvals: String, _ certifications: String) throws -> DayAudit {
    try Fixture.audit(
      on: "2026-10-01", rules: [.sharedIdentity],
      [
        "operators": """
        operator_id, name, corporate_number
        D, D, 8011101028104
        A, A, 7000012050002
        B, B,
        C, C,
        A2, A2, 7000012050002
        D2, D2, 8011101028104
        """,
        "approvals": approvals, "certifications": certifications,
      ])
  }

  @Test func byKindThenValue() throws {
    let audit = try audit(
      """
      operator_id, approval_number, ended_on
      A, N10,
      C, N9,
      A2, N10,
      B, N9, 2020-01-01
      C, N9,
      C,,
      B,,
      D, N1,
      A, N1,
      """,
      """
      operator_id, certificate_number, valid_from
      A, E1, 2026-01-01
      A2, E1, 2026-01-01
      B, E2, 2026-01-01
      B, E2, 2027-01-01
      C, N9, 2026-01-01
      D, E3, 2019-01-01
      C, E3, 2026-01-01
      A, E3, 2030-01-01
      """)
    #expect(
      audit.lines == [
        "shared-identity notice 7000012050002 cause=corporate-number operators=[A;A2]",
        "shared-identity notice 8011101028104 cause=corporate-number operators=[D;D2]",
        "shared-identity notice N1 cause=approval-number operators=[D;A]",
        "shared-identity notice N9 cause=approval-number operators=[B;C]",
        "shared-identity notice E3 cause=certificate-number operators=[D;A;C]",
      ])
    // The row that carries the value first.
    let results = audit.outcomes[Int(RuleID.sharedIdentity.rawValue)].results
    let sources = results.findings.map { audit.details(of: $0, in: results).source }
    #expect(
      sources.map { $0?.file } == [
        "operators.csv", "operators.csv", "approvals.csv", "approvals.csv", "certifications.csv",
      ])
    #expect(sources.map { $0?.line } == [3, 2, 9, 3, 7])
  }

  @Test func oneNumberOfAHundredThousandOperators() throws {
    let count = 100_000
    var tables = Tables()
    for row in 0..<count {
      let x = tables.operators.append(id: "X\(row)", corporateNumber: 7_000_012_050_002)
      let y = tables.operators.append(id: "Y\(row)")
      tables.approvals.append(operator: x, approvalNumber: "N")
      tables.approvals.append(operator: y, approvalNumber: "N")
    }
    let audit = DayAudit(SupplyChain(tables), on: .latest, options: AuditOptions(rules: [.sharedIdentity]))
    let results = audit.outcomes[Int(RuleID.sharedIdentity.rawValue)].results
    #expect(results.findings.map { results.list($0.extra).count } == [count, 2 * count])
  }
}
