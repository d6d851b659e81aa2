import Numbering
import SupplyChain

/// `uncertified-supplier`: an operator passes numbers on without ETOC certification.
package struct UncertifiedSupplierRule: PartedRule {
  package static let id = RuleID.uncertifiedSupplier

  package init() {}

  /// - Complexity: near-linear in operators and provisions.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let requiredFrom = context.policy.certificationRequiredFrom
    guard context.day >= requiredFrom else { return }
    let (state, standings) = (context.state, context.standings)
    for u in context.operators(ofPart: part) where state.certified[Int(u)] == 0 {
      let passedOn = CategorySet(rawValue: state.outflow[Int(u)])
      if passedOn.isEmpty { continue }
      let cause = Cause(standings.certification(of: u))
      for category in Category.allCases where passedOn.has(category) {
        let tally = OutflowTally(of: u, in: CategorySet(category), state)
        let since = max(tally.since, requiredFrom.ordinal, standings.uncertifiedSince(u))
        findings.add(
          Finding(
            Self.id, cause: cause, subject: u, category: category, numbers: tally.numbers,
            count: UInt32(tally.provisions), since: Day(since: since)))
      }
    }
  }
}
