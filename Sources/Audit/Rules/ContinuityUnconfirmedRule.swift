import Numbering

/// `continuity-unconfirmed`: the supplier has not confirmed the recipient's continuity of service before the
/// start.
package struct ContinuityUnconfirmedRule: Rule {
  package static let id = RuleID.continuityUnconfirmed

  package init() {}

  /// - Complexity: O(*n*) in provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    Confirmation(
      rule: Self.id, from: .continuityDuty, categories: context.policy.confirmationCategories,
      blank: .unchecked
    )
    .find(context.tables.provisions.continuityCheckedOn, in: context, into: &findings)
  }
}
