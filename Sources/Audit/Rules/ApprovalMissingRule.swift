import Numbering
import SupplyChain

/// `approval-missing`: numbers go to an operator without approval in their category.
package struct ApprovalMissingRule: ProvisionRule {
  package static let id = RuleID.approvalMissing

  package init() {}

  package func scan(_ context: AuditContext) -> ApprovalScan? {
    context.day >= context.policy.approvalRequiredFrom ? ApprovalScan(context) : nil
  }
}

/// Active provisions to operators, users apart, without approval in their category.
package struct ApprovalScan: ProvisionScan {
  private let active: [UInt8]
  private let table: ProvisionTable
  private let standings: Standings
  private let day: Int32
  private let requiredFrom: Int32
  private let hasChecks: Bool
  /// By operator, the categories in which it needs an approval and has none.
  private let lacking: [UInt8]

  fileprivate init(_ context: AuditContext) {
    let state = context.state
    active = state.active
    table = context.tables.provisions
    standings = context.standings
    day = context.day.ordinal
    requiredFrom = context.policy.approvalRequiredFrom.ordinal
    hasChecks = table.columns.contains(.approvalCheckedOn)
    lacking = state.user.indices.map { state.user[$0] != 0 ? 0 : ~state.approved[$0] }
  }

  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let recipients = table.recipients.span
    let categories = table.categories.span
    let lacking = lacking.span
    var count = 0
    for p in rows {
      found[count] = UInt32(truncatingIfNeeded: p)
      count += Int(active[p] & lacking[Int(recipients[p])] &>> categories[p].rawValue & 1)
    }
    return count
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    let (v, category) = (table.recipients[p], table.categories[p])
    let standing = standings.approval(of: v, in: category)
    var cause = Cause(standing)
    if standing == .none && hasChecks {
      let checkedOn = table.approvalCheckedOn[p]
      if checkedOn != Day.blank && checkedOn <= day { cause = .unrecorded }
    }
    var since = max(table.starts[p], requiredFrom, standings.notUserSince(v))
    // Only what has ended was there before.
    if standing == .ended { since = max(since, standings.unapprovedSince(v, in: category)) }
    return Finding(
      .approvalMissing, cause: cause, subject: row, category: category, numbers: table.numbers[p],
      since: Day(since: since))
  }
}

extension Cause {
  /// Why an operator without approval is without; nil for one with approval.
  package init?(_ standing: ApprovalStanding) {
    switch standing {
    case .approved: return nil
    case .ended: self = .ended
    case .notYet: self = .notYet
    case .otherCategory: self = .otherCategory
    case .none: self = .none
    }
  }

  /// Why an operator without certification is without; nil for one with certification.
  package init?(_ standing: CertificationStanding) {
    switch standing {
    case .certified: return nil
    case .revoked: self = .revoked
    case .withdrawn: self = .withdrawn
    case .expired: self = .expired
    case .ended: self = .ended
    case .notYet: self = .notYet
    case .never: self = .never
    }
  }
}

extension Day {
  /// The first day of a run; nil when the run reaches back to the first day there is.
  init?(since ordinal: Int32) {
    guard ordinal > Day.earliest.ordinal else { return nil }
    self.init(ordinal: ordinal)
  }
}
