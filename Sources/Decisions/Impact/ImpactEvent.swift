import Audit
import Numbering
import SupplyChain

/// What may befall an operator (SPEC §8 `impact`); it befalls the legal person, whichever of its rows is named.
public enum ImpactEvent: String, CaseIterable, Sendable {
  /// Its certifications in force are revoked (取消).
  case certificate
  /// Its approvals in force lapse (失効), and its designations no longer prove approval.
  case approval
  /// Both; its designations are returned, and its provisions ended the day before.
  case exit

  /// The rules whose findings it can change.
  ///
  /// - Complexity: O(*n*) in waivers and caps of the policy.
  func rules(in state: DayState, _ policy: Policy) -> Set<RuleID> {
    var rules: Set<RuleID>
    switch self {
    case .certificate:
      rules = [
        .uncertifiedRecipient, .uncertifiedSupplier, .uncertifiedUpstream, .providedAfterRevocation,
        .secondTierResale, .resaleAgainstClause, .relatedToBarred,
      ]
      if policy.caps.contains(where: { $0.certified != nil }) {
        rules.formUnion([.capExceeded, .capExceededInTotal])
      }
    case .approval: rules = [.approvalMissing, .supplierApprovalMissing, .deemedApprovalInvalid]
    case .exit:
      // Numbers that operators have in common are compared whatever the days.
      rules = Set(RuleID.allCases).subtracting([.sharedIdentity, .waiverExpired])
    }
    let expired = WaiverBook(state).expired
    if rules.contains(where: { !expired[Int($0.rawValue)].isEmpty }) { rules.insert(.waiverExpired) }
    return rules
  }

  /// The rows that end on the day of a state when it befalls some operators.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of those operators; for `exit` O(*n*) in self-provisions.
  func endedRows(of operators: ArraySlice<OperatorIndex>, in state: DayState) -> EndedRows {
    let (chain, day) = (state.chain, state.day)
    var ended = EndedRows()
    for x in operators {
      if self != .approval {
        ended.certifications += chain.certificationsOf.rows(of: x).filter {
          chain.tables.certifications.isInForce(Int($0), on: day, graceDays: state.options.graceDays)
        }
      }
      if self == .certificate { continue }
      let approvals = chain.tables.approvals
      ended.approvals += chain.approvalsOf.rows(of: x).filter {
        approvals.starts[Int($0)] <= day.ordinal && day.ordinal < approvals.ends[Int($0)]
      }
      let designations = chain.tables.designations
      let held = chain.designationsOf.rows(of: x).filter {
        designations.starts[Int($0)] <= day.ordinal && day.ordinal < designations.ends[Int($0)]
      }
      if self == .exit { ended.designations += held } else { ended.proofs += held }
    }
    if self == .exit { ended.provisions = state.provisionsInForce(of: operators) }
    return ended
  }
}

extension DayState {
  /// The provisions in force of which some operators are an end, self-provisions among them, in file order.
  ///
  /// - Complexity: O(*n* log *n*) in their provisions, O(*n*) in self-provisions.
  fileprivate func provisionsInForce(of operators: ArraySlice<OperatorIndex>) -> [UInt32] {
    let table = chain.tables.provisions
    let today = day.ordinal
    let isMember = Set(operators)
    var found = chain.selfProvisions.filter { p in
      isMember.contains(table.suppliers[Int(p)]) && table.starts[Int(p)] <= today
        && today < table.ends[Int(p)]
    }
    for view in (chain.outflows.views + chain.inflows.views).compactMap(\.self) {
      for x in operators {
        for position in view.range(x) where isActive(view.provisions[position]) {
          found.append(view.provisions[position])
        }
      }
    }
    return found.sortedUnique()
  }
}
