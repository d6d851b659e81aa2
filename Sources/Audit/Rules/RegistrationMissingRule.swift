import SupplyChain

/// `registration-missing`: an operator without registration or notification deals in numbers.
package struct RegistrationMissingRule: Rule {
  package static let id = RuleID.registrationMissing

  package init() {}

  /// - Complexity: O(*n*) in operators.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let registrations = context.tables.operators.registrations
    for x in registrations.indices where registrations[x] == .none {
      guard state.user[x] == 0 && state.outflow[x] | state.inflow[x] != 0 else { continue }
      findings.add(Finding(Self.id, subject: UInt32(x)))
    }
  }
}
