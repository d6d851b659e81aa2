import Numbering
import SupplyChain

/// `second-tier-resale`: numbers have passed through more suppliers than the policy's greatest tier.
package struct SecondTierResaleRule: Rule {
  package static let id = RuleID.secondTierResale

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and pieces of levels.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let table = context.tables.provisions
    let knowsCertificates = context.tables.certifications.origin.isPresent
    let excess = TierExcess(state, limits: Category.allCases.map { context.policy.maxTier(in: $0) })
    for p in 0..<table.count where state.active[p] != 0 {
      let numbers = excess.numbers(of: UInt32(p))
      if numbers == 0 { continue }
      let (u, v) = (table.suppliers[p], table.recipients[p])
      var cause: Cause?
      if knowsCertificates {
        let isCertified = state.certified[Int(u)] != 0 && (state.certified[Int(v)] | state.user[Int(v)]) != 0
        cause = isCertified ? .certified : .uncertified
      }
      findings.add(
        Finding(Self.id, cause: cause, subject: UInt32(p), category: table.categories[p], numbers: numbers))
    }
  }
}
