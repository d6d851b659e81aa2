import Audit
import Numbering
import SupplyChain

/// Something to confirm, agree or declare before a candidate is signed (契約前の確認事項).
public enum ScreenConfirmation: UInt8, Sendable, CaseIterable {
  /// 認定確認: the recipient's number-use plan is approved for the category.
  case approval
  /// 使用条件合意: the recipient agrees to the conditions of number use.
  case conditions
  /// 役務継続性確認: the recipient can keep up its service.
  case continuity
  /// 申告: under ordinary terms the recipient declares that it resells.
  case declaration
  /// 再卸条件: certified operators are asked to allow resale to certified operators only.
  case resaleClause

  /// The column of the provisions table that holds what was confirmed.
  public var column: String {
    switch self {
    case .approval: "approval_checked_on"
    case .conditions: "conditions_agreed_on"
    case .continuity: "continuity_checked_on"
    case .declaration: "declared_on"
    case .resaleClause: "resale_clause"
    }
  }

  /// What asks for it.
  public var basis: Basis { self == .resaleClause ? .etoc : .law }

  /// What a candidate asks for, in the order in which it is done; nothing for a self-provision, the clause alone for
  /// a user.
  package static func all(
    of candidate: ProvisionCandidate, recipientIsUser: Bool, policy: Policy
  ) -> [ScreenConfirmation] {
    if candidate.isSelfProvision { return [] }
    if recipientIsUser { return [] }
    var found: [ScreenConfirmation] = []
    if candidate.startsOn >= .confirmationDuty {
      switch candidate.contract {
      case .wholesale: found += [.approval, .conditions]
      case .terms: found.append(.declaration)
      }
    }
    if candidate.contract == .wholesale, candidate.startsOn >= .continuityDuty,
      policy.confirmationCategories.has(candidate.category)
    {
      found.append(.continuity)
    }
    return found + [.resaleClause]
  }
}
