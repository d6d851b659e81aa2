import Numbering
import SupplyChain

/// `uncertified-upstream`: both ends are certified, but every chain to the holder has an uncertified hop.
package struct UncertifiedUpstreamRule: Rule {
  package static let id = RuleID.uncertifiedUpstream

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and pieces of levels.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    guard context.day >= context.policy.certificationRequiredFrom else { return }
    let state = context.state
    let table = context.tables.provisions
    for p in 0..<table.count where state.active[p] != 0 {
      let (u, v) = (table.suppliers[p], table.recipients[p])
      guard state.certified[Int(u)] != 0, (state.certified[Int(v)] | state.user[Int(v)]) != 0 else {
        continue
      }
      let numbers = state.uncleanNumbers(of: UInt32(p))
      if numbers == 0 { continue }
      findings.add(Finding(Self.id, subject: UInt32(p), category: table.categories[p], numbers: numbers))
    }
  }
}
