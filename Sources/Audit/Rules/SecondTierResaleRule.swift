import Numbering
import SupplyChain

/// `second-tier-resale`: numbers have passed through more suppliers than the policy's greatest tier.
package struct SecondTierResaleRule: Rule {
  package static let id = RuleID.secondTierResale

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and pieces of levels.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    guard let levels = context.state.levels else { return }
    let state = context.state
    let table = context.tables.provisions
    let knowsCertificates = context.tables.certifications.origin.isPresent
    let greatest = Category.allCases.map { context.policy.maxTier(in: $0) }
    // A number at the level of the greatest tier is one tier above it once it is provided.
    let counts = Category.allCases.map { category in
      levels.byNumber[Int(category.rawValue)].map {
        PieceCounts($0, from: greatest[Int(category.rawValue)])
      }
    }
    for p in 0..<table.count where state.active[p] != 0 && levels.tiers[p] != 0 {
      let category = table.categories[p]
      guard Int(levels.tiers[p]) > greatest[Int(category.rawValue)] else { continue }
      let (u, v) = (table.suppliers[p], table.recipients[p])
      var numbers = table.numbers[p]
      if table.isRanged(p), let counts = counts[Int(category.rawValue)] {
        numbers = counts.count(u, from: table.rangeStarts[p], to: table.rangeEnd(p))
      }
      var cause: Cause?
      if knowsCertificates {
        let isCertified = state.certified[Int(u)] != 0 && (state.certified[Int(v)] | state.user[Int(v)]) != 0
        cause = isCertified ? .certified : .uncertified
      }
      findings.add(Finding(Self.id, cause: cause, subject: UInt32(p), category: category, numbers: numbers))
    }
  }
}
