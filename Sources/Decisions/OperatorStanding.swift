import Audit
import Numbering
import SupplyChain

/// How an operator stands on a day: registration and approval below (1F), certification above (2F).
///
/// Records of one legal person count for all its operators; a user needs neither approval nor certificate.
public struct OperatorStanding: Sendable, Equatable {
  /// Approval in one category.
  public struct Approval: Sendable, Equatable {
    /// Whether there is one, or why not.
    public let standing: ApprovalStanding
    /// The row of the approval in force that ends last, the first in the file of those; nil for none.
    ///
    /// nil also where only a designation proves the approval.
    public let row: Int?
    /// Whether a designation in force proves it.
    public let isByDesignation: Bool
    /// The last day of the unbroken run of days with approval; nil without one, or when no end is on record.
    public let until: Day?
  }

  /// ETOC certification.
  public struct Certification: Sendable, Equatable {
    /// Whether there is one, or why not.
    public let standing: CertificationStanding
    /// The row that decides: the last to end of those begun; nil when none has begun.
    public let row: Int?
    /// The last day of the unbroken run of days with certification, grace included; nil without one.
    public let until: Day?

    package init(standing: CertificationStanding, row: Int?, until: Day?) {
      self.standing = standing
      self.row = row
      self.until = until
    }
  }

  /// Who it is.
  public let operatorIndex: OperatorIndex
  /// The day it is about.
  public let day: Day
  /// 区分.
  public let role: OperatorRole
  /// Whether it is a user on that day: role `user` without an active outflow.
  public let isUser: Bool
  /// 登録届出.
  public let registration: Registration
  /// Categories in which it has an active designation of its own.
  public let holds: CategorySet
  /// By `Category.rawValue`.
  public let approvals: [Approval]
  /// 2F.
  public let certification: Certification
  /// Whether the ledger has a table of approvals: without it a lack of approval cannot be told.
  public let hasApprovals: Bool
  /// Whether the ledger has a table of certifications: without it nothing can be told of them.
  public let hasCertifications: Bool
  /// By `Category.rawValue`; empty when no approval has ended.
  private let endings: [ApprovalEnding?]

  /// Approval in a category.
  public func approval(in category: Category) -> Approval { approvals[Int(category.rawValue)] }

  /// When and how the approval in a category ended; nil unless its standing is `ended`.
  public func ending(in category: Category) -> ApprovalEnding? {
    approval(in: category).standing == .ended ? endings[Int(category.rawValue)] : nil
  }

  /// Whether the ledger lacks what would tell if there is an approval in a category.
  public func isApprovalUnknown(in category: Category) -> Bool {
    !hasApprovals && approval(in: category).standing != .approved
  }

  /// Whether nothing is missing in a category for either end of a provision: approved and certified, or a user.
  public func isInOrder(in category: Category) -> Bool {
    isUser || (approval(in: category).standing == .approved && certification.standing == .certified)
  }

  /// How an operator stands on the day of a state.
  ///
  /// - Complexity: O(*n*) in the records of its person, O(*n* log *n*) in those that begin after the day.
  public init(of x: OperatorIndex, in state: DayState) {
    let person = state.chain.persons.groupOf[Int(x)]
    operatorIndex = x
    day = state.day
    role = state.chain.tables.operators.roles[Int(x)]
    isUser = state.isUser(x)
    registration = state.chain.tables.operators.registrations[Int(x)]
    holds = CategorySet(rawValue: state.holder[Int(x)])
    approvals = ApprovalTally(of: person, in: state).approvals
    endings = approvals.contains { $0.standing == .ended } ? ApprovalEnding.all(of: person, in: state) : []
    hasApprovals = state.chain.tables.isPresent(.approvals)
    hasCertifications = state.chain.tables.isPresent(.certifications)
    certification = Certification(of: person, in: state.chain, on: state.day, state.options.graceDays)
  }
}

extension OperatorStanding.Certification {
  /// What the records of a person say of a day.
  ///
  /// - Complexity: O(*n* log *n*) in its certifications.
  package init(of person: PersonIndex, in chain: SupplyChain, on day: Day, _ graceDays: Int) {
    // Columns of their own: the table as a whole would be held and released at every row.
    let (starts, validTo) = (chain.tables.certifications.starts, chain.tables.certifications.validTo)
    let (endedOn, reasons) = (chain.tables.certifications.endedOn, chain.tables.certifications.endReasons)
    var records: [CertificationRecord] = []
    for member in chain.persons.members(of: person) {
      for row in chain.certificationsOf.rows(of: member) {
        let row = Int(row)
        records.append(
          CertificationRecord(
            row: row, start: starts[row], validTo: validTo[row], removedOn: endedOn[row], reasons[row],
            graceDays: graceDays))
      }
    }
    if records.count > 1 { records.sort { ($0.start, $0.row) < ($1.start, $1.row) } }
    self.init(records, on: day.ordinal)
  }

  /// What the records of a person, by first day and row, say.
  fileprivate init(_ records: [CertificationRecord], on day: Int32) {
    var deciding: CertificationRecord?
    var run: Int32?
    for record in records {
      if record.start <= day {
        if let best = deciding, (best.end, best.row) >= (record.end, record.row) { continue }
        deciding = record
      } else if let end = run ?? deciding.map(\.end), end > day, record.start <= end,
        record.start < record.end
      {
        run = max(end, record.end)
      }
    }
    let isCertified = records.contains { $0.start <= day && day < $0.end }
    standing =
      isCertified ? .certified : deciding?.cause ?? (records.isEmpty ? .never : .notYet)
    row = deciding?.row
    let end = run ?? deciding.map(\.end)
    until = isCertified ? end.flatMap { Day(ordinal: $0 - 1) } : nil
  }
}
