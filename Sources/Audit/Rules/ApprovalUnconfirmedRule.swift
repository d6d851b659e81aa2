import Numbering

/// `approval-unconfirmed`: the supplier has not confirmed the recipient's approval before the start.
package struct ApprovalUnconfirmedRule: ProvisionRule {
  package static let id = RuleID.approvalUnconfirmed

  package init() {}

  package func scan(_ context: AuditContext) -> ConfirmationScan? {
    ConfirmationScan(
      Self.id, from: .confirmationDuty, blank: .unchecked,
      context.tables.provisions.approvalCheckedOn, in: context)
  }
}
