import Numbering
import SupplyChain

/// `second-tier-resale`: numbers have passed through more suppliers than the policy's greatest tier.
package struct SecondTierResaleRule: ProvisionRule {
  package static let id = RuleID.secondTierResale

  package init() {}

  package func scan(_ context: AuditContext) -> TierScan? { TierScan(context) }
}

/// Active provisions of a tier above the greatest of their category.
package struct TierScan: ProvisionScan {
  /// By provision; 0 for none and for those that are not active.
  private let tiers: [UInt32]
  private let table: ProvisionTable
  /// By category.
  private let limits: [UInt32]
  private let excess: TierExcess
  private let knowsCertificates: Bool
  /// 1 where an operator is certified, and where it is that or a user.
  private let certified: [UInt8]
  private let isExempt: [UInt8]

  /// nil without levels.
  fileprivate init?(_ context: AuditContext) {
    let state = context.state
    guard let levels = state.levels else { return nil }
    tiers = levels.tiers
    table = context.tables.provisions
    let limits = Category.allCases.map { context.policy.maxTier(in: $0) }
    self.limits = limits.map { UInt32(clamping: $0) }
    excess = TierExcess(state, limits: limits)
    knowsCertificates = context.tables.certifications.origin.isPresent
    certified = state.certified
    isExempt = state.certifiedOrUser
  }

  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let tiers = tiers.span
    let categories = table.categories.span
    let limits = limits.span
    var count = 0
    for p in rows {
      found[count] = UInt32(truncatingIfNeeded: p)
      // The tier is the greatest of any number, so some number exceeds the limit when it does.
      count += tiers[p] > limits[Int(categories[p].rawValue)] ? 1 : 0
    }
    return count
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    var cause: Cause?
    if knowsCertificates {
      let isCertified = certified[Int(table.suppliers[p])] & isExempt[Int(table.recipients[p])] != 0
      cause = isCertified ? .certified : .uncertified
    }
    return Finding(
      .secondTierResale, cause: cause, subject: row, category: table.categories[p],
      numbers: table.isRanged(p) ? excess.numbers(of: row) : table.numbers[p])
  }
}

extension DayState {
  /// 1 for each operator that is certified or a user, else 0.
  var certifiedOrUser: [UInt8] {
    user.indices.map { certified[$0] | user[$0] }
  }
}
