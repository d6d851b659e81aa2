import Numbering
import SupplyChain

/// `supplier-approval-missing`: an operator passes numbers on without approval in their category.
package struct SupplierApprovalMissingRule: PartedRule {
  package static let id = RuleID.supplierApprovalMissing

  package init() {}

  /// - Complexity: near-linear in operators and provisions.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let requiredFrom = context.policy.approvalRequiredFrom
    guard context.day >= requiredFrom else { return }
    let (state, standings) = (context.state, context.standings)
    for u in context.operators(ofPart: part) {
      let lacking = state.outflow[Int(u)] & ~state.approved[Int(u)]
      if lacking == 0 { continue }
      for category in Category.allCases where CategorySet(rawValue: lacking).has(category) {
        let tally = OutflowTally(of: u, in: CategorySet(category), state)
        let since = max(tally.since, requiredFrom.ordinal, standings.unapprovedSince(u, in: category))
        findings.add(
          Finding(
            Self.id, cause: Cause(standings.approval(of: u, in: category)), subject: u, category: category,
            numbers: tally.numbers, count: UInt32(tally.provisions), since: Day(since: since)))
      }
    }
  }
}
