import Numbering

/// `conditions-unagreed`: the recipient has not agreed to the conditions of number use before the start.
package struct ConditionsUnagreedRule: ProvisionRule {
  package static let id = RuleID.conditionsUnagreed

  package init() {}

  package func scan(_ context: AuditContext) -> ConfirmationScan? {
    ConfirmationScan(
      Self.id, from: .confirmationDuty, blank: .unrecorded,
      context.tables.provisions.conditionsAgreedOn, in: context)
  }
}
