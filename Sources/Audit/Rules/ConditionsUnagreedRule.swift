import Numbering

/// `conditions-unagreed`: the recipient has not agreed to the conditions of number use before the start.
package struct ConditionsUnagreedRule: Rule {
  package static let id = RuleID.conditionsUnagreed

  package init() {}

  /// - Complexity: O(*n*) in provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    Confirmation(rule: Self.id, from: .confirmationDuty, blank: .unrecorded)
      .find(context.tables.provisions.conditionsAgreedOn, in: context, into: &findings)
  }
}
