import Audit
import Numbering
import SupplyChain

/// Something about this very candidate that is not on record, or ends too soon, and is to be settled before signing.
public struct PartnerGap: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    /// 登録届出 is blank.
    case registrationUnknown
    /// 登録届出 says `none`.
    case unregistered
    /// Nothing can be told of approvals: the table is absent, and no designation proves one.
    case approvalUnrecorded
    /// The approval in force has no number on record.
    case approvalNumberMissing
    /// The approval ends within the term, on this last day.
    case approvalEnds(Day)
    /// 事業開始日 is blank under a cap on track record; as `CapBook` numbers it.
    case serviceStartUnknown(cap: Int)
    /// Nothing can be told of certification: the table is absent.
    case certificationUnrecorded
    /// The certificate ends within the term, on this last day.
    case certificateEnds(Day)
    /// A refusal or a suspension of stock is in force: its row.
    case restricted(UInt32)
    /// Numbers of the range that the supplier provides already.
    case providedAlready(ScreenCautions.ProvidedAlready)
    /// So many numbers of the range that nobody was designated.
    case undesignated(UInt64)
  }

  /// What it is.
  public let kind: Kind
  /// Whom it is about.
  public let operatorIndex: OperatorIndex

  /// The column of the data in which it would be put right.
  public var column: String {
    switch kind {
    case .registrationUnknown, .unregistered: "registration"
    case .approvalUnrecorded, .approvalNumberMissing: "approval_number"
    case .approvalEnds: "ended_on"
    case .providedAlready: "ends_on"
    case .serviceStartUnknown: "service_started_on"
    case .certificationUnrecorded: "certificate_number"
    case .certificateEnds: "valid_to"
    case .restricted: "restriction_id"
    case .undesignated: "range_start"
    }
  }

  /// Every column that there may be.
  package static let columns = [
    "registration", "approval_number", "ended_on", "ends_on", "service_started_on", "certificate_number",
    "valid_to",
    "restriction_id", "range_start",
  ]

  /// What asks for it.
  public var basis: Basis {
    switch kind {
    case .registrationUnknown, .unregistered, .approvalUnrecorded, .approvalNumberMissing, .approvalEnds: .law
    case .serviceStartUnknown: .policy
    case .certificationUnrecorded, .certificateEnds: .etoc
    case .restricted: .request
    case .providedAlready, .undesignated: .ledger
    }
  }

  /// The gaps of a candidate: the numbers first, then the supplier's restrictions, then the recipient.
  ///
  /// Nothing for a self-provision. Of a recipient that is a user only restrictions are told, as it needs nothing else.
  static func all(
    of candidate: ProvisionCandidate, _ cautions: ScreenCautions, recipient: OperatorStanding,
    _ tables: Tables,
    _ policy: Policy
  ) -> [PartnerGap] {
    if candidate.isSelfProvision { return [] }
    var found: [PartnerGap] = []
    func add(_ kind: Kind, _ x: OperatorIndex) { found.append(PartnerGap(kind: kind, operatorIndex: x)) }
    let (u, v) = (candidate.supplier, candidate.recipient)
    if let numbers = cautions.undesignated, numbers > 0 { add(.undesignated(numbers), u) }
    if let provided = cautions.provided { add(.providedAlready(provided), u) }
    for row in cautions.onSupplier { add(.restricted(row), u) }
    for row in cautions.onRecipient { add(.restricted(row), v) }
    if recipient.isUser { return found }
    switch recipient.registration {
    case .unknown: add(.registrationUnknown, v)
    case .none: add(.unregistered, v)
    case .registered, .notified: break
    }
    let isWithinTerm = { (day: Day) in candidate.endsOn.map { day < $0 } ?? true }
    let approval = recipient.approval(in: candidate.category)
    if approval.standing != .approved {
      // With the table its lack is a reason, which says what to do.
      if !tables.approvals.origin.isPresent { add(.approvalUnrecorded, v) }
    } else {
      if let row = approval.row, !approval.isByDesignation, tables.approvals.approvalNumbers.isBlank(row) {
        add(.approvalNumberMissing, v)
      }
      if let end = approval.until, isWithinTerm(end) { add(.approvalEnds(end), v) }
    }
    if tables.operators.serviceStartedOn[Int(v)] == Day.blank {
      let cap = policy.caps.firstIndex { cap in
        cap.summedCategories.has(candidate.category)
          && (cap.trackRecordFromMonths != nil || cap.trackRecordUnderMonths != nil)
          && cap.effectiveFrom.map { $0 <= candidate.startsOn } ?? true
      }
      if let cap { add(.serviceStartUnknown(cap: cap), v) }
    }
    if !tables.certifications.origin.isPresent {
      add(.certificationUnrecorded, v)
    } else if let end = recipient.certification.until, isWithinTerm(end) {
      add(.certificateEnds(end), v)
    }
    return found
  }
}
