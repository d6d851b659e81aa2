import Numbering
import SupplyChain

/// `out-of-role`: an agent receives or provides numbers, or a user provides some.
///
/// An agent only brokers contracts, so a true one is an end of no provision.
package struct OutOfRoleRule: Rule {
  package static let id = RuleID.outOfRole

  package init() {}

  /// - Complexity: O(*n*) in operators.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let roles = context.tables.operators.roles
    for x in roles.indices where roles[x] != .operator {
      let cause: Cause
      switch roles[x] {
      case .agent where state.outflow[x] | state.inflow[x] != 0: cause = .agent
      case .user where state.outflow[x] != 0: cause = .userSupplies
      default: continue
      }
      findings.add(Finding(Self.id, cause: cause, subject: UInt32(x)))
    }
  }
}
