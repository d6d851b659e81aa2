/// What exactly makes a rule report a finding.
public enum Cause: UInt8, CaseIterable, Sendable, Hashable {
  case ended, notYet, otherCategory, none, unrecorded
  case unchecked, late
  case revoked, withdrawn, expired, never
  case certified, uncertified
  case prohibited, certifiedOnly
  case inflowsMayBeMissing
  case sameRecipient
  case agent, userSupplies
  case corporateNumber, approvalNumber, certificateNumber

  /// The name in policy and JSON, in kebab case.
  public var name: String {
    switch self {
    case .ended: "ended"
    case .notYet: "not-yet"
    case .otherCategory: "other-category"
    case .none: "none"
    case .unrecorded: "unrecorded"
    case .unchecked: "unchecked"
    case .late: "late"
    case .revoked: "revoked"
    case .withdrawn: "withdrawn"
    case .expired: "expired"
    case .never: "never"
    case .certified: "certified"
    case .uncertified: "uncertified"
    case .prohibited: "prohibited"
    case .certifiedOnly: "certified-only"
    case .inflowsMayBeMissing: "inflows-may-be-missing"
    case .sameRecipient: "same-recipient"
    case .agent: "agent"
    case .userSupplies: "user-supplies"
    case .corporateNumber: "corporate-number"
    case .approvalNumber: "approval-number"
    case .certificateNumber: "certificate-number"
    }
  }
}
