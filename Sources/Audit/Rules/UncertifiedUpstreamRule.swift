import Numbering
import SupplyChain

/// `uncertified-upstream`: both ends are certified, but every chain to the holder has an uncertified hop.
package struct UncertifiedUpstreamRule: ProvisionRule {
  package static let id = RuleID.uncertifiedUpstream

  package init() {}

  package func scan(_ context: AuditContext) -> UpstreamScan? {
    context.day >= context.policy.certificationRequiredFrom ? UpstreamScan(context) : nil
  }
}

/// Active provisions between certified ends, or to a user, some number of which has a level and no clean one.
package struct UpstreamScan: ProvisionScan {
  private let state: DayState
  private let table: ProvisionTable
  private let isExempt: [UInt8]
  /// By operator, the categories in which it has a level and no clean one.
  private let unclean: [UInt8]

  /// - Complexity: O(*n*) in operators.
  fileprivate init?(_ context: AuditContext) {
    state = context.state
    table = context.tables.provisions
    guard let levels = state.levels else { return nil }
    isExempt = state.certifiedOrUser
    var unclean = [UInt8](repeating: 0, count: state.user.count)
    for category in Category.allCases {
      let place = Int(category.rawValue)
      guard let plain = levels.byCategory[place], let clean = levels.cleanByCategory[place] else { continue }
      for x in unclean.indices where plain[x] != noLevel && clean[x] == noLevel {
        unclean[x] |= 1 << category.rawValue
      }
    }
    self.unclean = unclean
  }

  /// - Complexity: O(*n* log *k*) in rows and the level pieces of one supplier.
  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = state.active.span
    let certified = state.certified.span
    let isExempt = isExempt.span
    let unclean = unclean.span
    let suppliers = table.suppliers.span
    let recipients = table.recipients.span
    let categories = table.categories.span
    let rangeStarts = table.rangeStarts.span
    var count = 0
    for p in rows where active[p] & certified[Int(suppliers[p])] & isExempt[Int(recipients[p])] != 0 {
      let isFound =
        rangeStarts[p] != 0
        ? state.uncleanNumbers(of: UInt32(truncatingIfNeeded: p)) > 0
        : unclean[Int(suppliers[p])] >> categories[p].rawValue & 1 != 0
      if !isFound { continue }
      found[count] = UInt32(truncatingIfNeeded: p)
      count += 1
    }
    return count
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    return Finding(
      .uncertifiedUpstream, subject: row, category: table.categories[p],
      numbers: table.isRanged(p) ? state.uncleanNumbers(of: row) : table.numbers[p])
  }
}
