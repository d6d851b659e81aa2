import Numbering
import SupplyChain

/// `uncertified-recipient`: numbers go to an operator without ETOC certification.
package struct UncertifiedRecipientRule: Rule {
  package static let id = RuleID.uncertifiedRecipient

  package init() {}

  /// - Complexity: O(*n*) in provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let requiredFrom = context.policy.certificationRequiredFrom
    guard context.day >= requiredFrom else { return }
    let (state, standings) = (context.state, context.standings)
    let table = context.tables.provisions
    for p in 0..<table.count where state.active[p] != 0 {
      let v = table.recipients[p]
      guard state.user[Int(v)] == 0 && state.certified[Int(v)] == 0 else { continue }
      let since = max(
        table.starts[p], requiredFrom.ordinal, standings.uncertifiedSince(v), standings.notUserSince(v))
      findings.add(
        Finding(
          Self.id, cause: Cause(standings.certification(of: v)), subject: UInt32(p),
          category: table.categories[p], numbers: table.numbers[p], since: Day(since: since)))
    }
  }
}
