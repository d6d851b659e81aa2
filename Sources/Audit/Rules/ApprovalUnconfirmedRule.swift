import Numbering

/// `approval-unconfirmed`: the supplier has not confirmed the recipient's approval before the start.
package struct ApprovalUnconfirmedRule: Rule {
  package static let id = RuleID.approvalUnconfirmed

  package init() {}

  /// - Complexity: O(*n*) in provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    Confirmation(rule: Self.id, from: .confirmationDuty, blank: .unchecked)
      .find(context.tables.provisions.approvalCheckedOn, in: context, into: &findings)
  }
}
