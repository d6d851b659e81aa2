import Banken
import Testing
import TestSupport

@Suite struct SeveritiesTests {
  private let tables = [
    "operators": """
    operator_id, name
    H, H
    A, A
    B, B
    """,
    "approvals": """
    operator_id, category, ended_on
    A, ip, 2026-01-01
    H,,
    """,
    "provisions": """
    provision_id, supplier_id, recipient_id, numbers, approval_checked_on
    P1, H, A, 1,
    P2, H, B, 2,
    P3, H, B, 3, 2026-01-01
    """,
  ]

  private func find(_ severities: [Policy.Target: Policy.Override]) throws -> [String] {
    var policy = Policy()
    policy.severities = severities
    return try Fixture.findings(.approvalMissing, on: "2026-10-01", policy: policy, tables).map { line in
      line.split(separator: " ").prefix(3).joined(separator: " ")
    }
  }

  @Test func causeBeforeRuleBeforeTable() throws {
    let rule = Policy.Target(rule: .approvalMissing)
    let ended = Policy.Target(rule: .approvalMissing, cause: .ended)
    let unrecorded = Policy.Target(rule: .approvalMissing, cause: .unrecorded)
    #expect(
      try find([:]) == [
        "violation P1 cause=ended", "violation P2 cause=none", "notice P3 cause=unrecorded",
      ])
    #expect(
      try find([rule: .severity(.warning)]) == [
        "warning P1 cause=ended", "warning P2 cause=none", "warning P3 cause=unrecorded",
      ])
    #expect(
      try find([rule: .severity(.warning), ended: .severity(.notice), unrecorded: .off]) == [
        "notice P1 cause=ended", "warning P2 cause=none",
      ])
  }

  @Test func offIsNotEvaluatedUnlessACauseIsWanted() throws {
    let rule = Policy.Target(rule: .approvalMissing)
    let ended = Policy.Target(rule: .approvalMissing, cause: .ended)
    #expect(try find([rule: .off]) == ["not evaluated: off"])
    #expect(try find([rule: .off, ended: .off]) == ["not evaluated: off"])
    #expect(try find([rule: .off, ended: .severity(.warning)]) == ["warning P1 cause=ended"])
  }

  @Test func aCauseThatIsOffDoesNotInterruptTheRun() throws {
    var policy = Policy()
    policy.severities = [Policy.Target(rule: .approvalMissing, cause: .notYet): .off]
    var tables = tables
    tables["approvals"] = """
      operator_id, category, valid_from, ended_on
      A, ip, 2026-01-01, 2026-01-01
      B,,,
      """
    #expect(
      try Fixture.findings(.approvalMissing, on: "2026-10-01", policy: policy, tables) == [
        "violation P1 cause=ended numbers=1 since=2019-05-22"
      ])
    #expect(try Fixture.findings(.approvalMissing, on: "2025-10-01", policy: policy, tables) == [])
  }

  @Test func theRuleAsAWhole() throws {
    var policy = Policy()
    policy.severities = [
      Policy.Target(rule: .approvalMissing): .severity(.notice),
      Policy.Target(rule: .selfProvision): .off,
    ]
    let outcomes = try Fixture.audit(on: "2026-10-01", policy: policy, tables).outcomes
    #expect(outcomes[Int(RuleID.approvalMissing.rawValue)].severity == .notice)
    #expect(outcomes[Int(RuleID.selfProvision.rawValue)].severity == .violation)
    #expect(outcomes[Int(RuleID.selfProvision.rawValue)].notEvaluated == .off)
  }
}
