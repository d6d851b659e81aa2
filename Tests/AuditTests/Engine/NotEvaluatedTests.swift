import Banken
import Testing
import TestSupport

@Suite struct NotEvaluatedTests {
  private let operators = """
    operator_id, name
    A, A
    """

  @Test func onlyOperators() throws {
    #expect(
      try Fixture.audit(on: "2026-10-01", ["operators": operators]).reasons == [
        "approval-missing no-table:approvals", "supplier-approval-missing no-table:approvals",
        "deemed-approval-invalid no-table:approvals", "approval-unconfirmed no-column:approval_checked_on",
        "conditions-unagreed no-column:conditions_agreed_on",
        "continuity-unconfirmed no-column:continuity_checked_on", "undeclared-resale no-table:designations",
        "cap-exceeded no-caps", "cap-exceeded-in-total no-policy-cap",
        "uncertified-recipient no-table:certifications", "uncertified-supplier no-table:certifications",
        "uncertified-upstream no-table:certifications", "provided-after-revocation no-table:certifications",
        "second-tier-resale no-table:designations", "resale-beyond-designation no-table:designations",
        "resale-against-clause no-table:designations", "provided-despite-refusal no-table:restrictions",
        "suspended-number-provided no-table:restrictions", "suspended-stock-provided no-table:restrictions",
        "no-source no-table:designations", "over-provision no-table:designations",
        "range-not-held no-table:designations", "circular-provision no-table:designations",
      ])
  }

  @Test func aHeaderIsEnough() throws {
    var policy = Policy()
    policy.confirmationCategories = .all
    policy.caps = [Policy.Cap(id: "c", maximum: 1)]
    let audit = try Fixture.audit(
      on: "2026-10-01", policy: policy,
      [
        "operators": operators, "designations": "operator_id", "approvals": "operator_id",
        "certifications": "operator_id", "restrictions": "restriction_id",
        "provisions": """
        provision_id, approval_checked_on, conditions_agreed_on, continuity_checked_on, declared_on, resale_clause
        """,
      ])
    #expect(audit.reasons == [])
    #expect(audit.lines == [])
  }

  @Test func columnsAndPolicyValuesAfterTables() throws {
    let reasons = try Fixture.audit(
      on: "2026-10-01",
      [
        "operators": operators, "designations": "operator_id",
        "provisions": "provision_id, continuity_checked_on", "certifications": "operator_id",
      ]
    ).reasons
    #expect(reasons.contains("continuity-unconfirmed no-policy:confirmation.categories"))
    #expect(reasons.contains("undeclared-resale no-column:declared_on"))
    #expect(reasons.contains("resale-against-clause no-column:resale_clause"))
    let withoutDesignations = try Fixture.audit(
      on: "2026-10-01", ["operators": operators, "certifications": "operator_id"]
    ).reasons
    #expect(withoutDesignations.contains("uncertified-upstream no-table:designations"))
  }

  @Test func offBeforeNotSelectedBeforeTheData() throws {
    var policy = Policy()
    policy.severities[Policy.Target(rule: .approvalMissing)] = .off
    let audit = try Fixture.audit(
      on: "2026-10-01", policy: policy, rules: [.selfProvision, .uncertifiedRecipient],
      ["operators": operators])
    #expect(audit.reasons.count == 30)
    #expect(audit.reasons.first == "approval-missing off")
    #expect(audit.reasons.contains("supplier-approval-missing not-selected"))
    #expect(audit.reasons.contains("uncertified-recipient no-table:certifications"))
    #expect(!audit.reasons.contains { $0.hasPrefix("self-provision") })
  }
}
