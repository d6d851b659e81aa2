import Numbering
import SupplyChain

/// `approval-missing`: numbers go to an operator without approval in their category.
package struct ApprovalMissingRule: Rule {
  package static let id = RuleID.approvalMissing

  package init() {}

  /// - Complexity: O(*n*) in provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let requiredFrom = context.policy.approvalRequiredFrom
    guard context.day >= requiredFrom else { return }
    let (state, standings) = (context.state, context.standings)
    let day = context.day.ordinal
    let table = context.tables.provisions
    let hasChecks = table.columns.contains(.approvalCheckedOn)
    for p in 0..<table.count where state.active[p] != 0 {
      let v = table.recipients[p]
      let category = table.categories[p]
      let isApproved = state.approved[Int(v)] & CategorySet(category).rawValue != 0
      guard state.user[Int(v)] == 0 && !isApproved else { continue }
      var cause = Cause(standings.approval(of: v, in: category))
      if cause == Cause.none && hasChecks {
        let checkedOn = table.approvalCheckedOn[p]
        if checkedOn != Day.blank && checkedOn <= day { cause = .unrecorded }
      }
      let since = max(
        table.starts[p], requiredFrom.ordinal, standings.unapprovedSince(v, in: category),
        standings.notUserSince(v))
      findings.add(
        Finding(
          Self.id, cause: cause, subject: UInt32(p), category: category, numbers: table.numbers[p],
          since: Day(since: since)))
    }
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
