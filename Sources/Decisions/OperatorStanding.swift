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

  /// Approval in a category.
  public func approval(in category: Category) -> Approval { approvals[Int(category.rawValue)] }

  /// Whether nothing is missing in a category for either end of a provision: approved and certified, or a user.
  public func isInOrder(in category: Category) -> Bool {
    isUser || (approval(in: category).standing == .approved && certification.standing == .certified)
  }

  /// How an operator stands on the day of a state.
  ///
  /// - Complexity: O(*n* log *n*) in the records of its person.
  public init(of x: OperatorIndex, in state: DayState) {
    let chain = state.chain
    let day = state.day.ordinal
    let members = chain.persons.members(of: chain.persons.groupOf[Int(x)])
    operatorIndex = x
    self.day = state.day
    role = chain.tables.operators.roles[Int(x)]
    isUser = state.isUser(x)
    registration = chain.tables.operators.registrations[Int(x)]
    holds = CategorySet(rawValue: state.holder[Int(x)])

    var records: [ApprovalRecord] = []
    for member in members {
      let table = chain.tables.approvals
      for row in chain.approvalsOf.rows(of: member) {
        records.append(
          ApprovalRecord(
            category: table.categories[Int(row)], start: table.starts[Int(row)], end: table.ends[Int(row)],
            row: Int(row)))
      }
      let blocks = chain.tables.designations
      for row in chain.designationsOf.rows(of: member) {
        records.append(
          ApprovalRecord(
            category: blocks.categories[Int(row)], start: blocks.starts[Int(row)],
            end: blocks.approvalEnds[Int(row)], row: nil))
      }
    }
    records.sort { $0.start < $1.start }
    approvals = Category.allCases.map { Approval(records, in: $0, on: day) }

    var certificates: [CertificationRecord] = []
    for member in members {
      for row in chain.certificationsOf.rows(of: member) {
        certificates.append(
          CertificationRecord(
            chain.tables.certifications, row: Int(row), graceDays: state.options.graceDays))
      }
    }
    certificates.sort { ($0.start, $0.row) < ($1.start, $1.row) }
    certification = Certification(certificates, on: day)
  }
}

/// An approval, or a designation that counts as one.
private struct ApprovalRecord {
  /// nil for all categories.
  let category: Category?
  let start: Int32
  let end: Int32
  /// The row of the approval; nil for a designation.
  let row: Int?

  func isInForce(on day: Int32) -> Bool { start <= day && day < end }
}

extension OperatorStanding.Approval {
  /// What the records of a person, by first day, say of a category.
  fileprivate init(_ records: [ApprovalRecord], in category: Category, on day: Int32) {
    var standing = records.isEmpty ? ApprovalStanding.none : .otherCategory
    var run: Int32?
    var (row, rowEnd): (Int?, Int32) = (nil, 0)
    var isByDesignation = false
    for record in records where record.category == nil || record.category == category {
      let own: ApprovalStanding =
        record.start > day ? .notYet : record.end <= day ? .ended : .approved
      // Standings come in the order in which one prevails over the next.
      if own.rawValue < standing.rawValue { standing = own }
      if own == .approved {
        run = max(run ?? 0, record.end)
        if let found = record.row {
          let isLater = record.end > rowEnd || (record.end == rowEnd && found < row ?? .max)
          if isLater { (row, rowEnd) = (found, record.end) }
        } else {
          isByDesignation = true
        }
      } else if let end = run, record.start > day, record.start <= end, record.start < record.end {
        run = max(end, record.end)
      }
    }
    self.standing = standing
    self.row = row
    self.isByDesignation = isByDesignation
    until = run.flatMap { $0 == Day.openEnd ? nil : Day(ordinal: $0 - 1) }
  }
}

extension OperatorStanding.Certification {
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
