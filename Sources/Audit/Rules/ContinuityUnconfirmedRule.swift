import Numbering

/// `continuity-unconfirmed`: the supplier has not confirmed the recipient's continuity of service before the
/// start.
package struct ContinuityUnconfirmedRule: ProvisionRule {
  package static let id = RuleID.continuityUnconfirmed

  package init() {}

  package func scan(_ context: AuditContext) -> ConfirmationScan? {
    ConfirmationScan(
      Self.id, from: .continuityDuty, categories: context.policy.confirmationCategories, blank: .unchecked,
      context.tables.provisions.continuityCheckedOn, in: context)
  }
}
