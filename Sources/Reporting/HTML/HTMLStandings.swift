import Audit
import Numbering
import SupplyChain

/// Both storeys of operators on a day.
struct HTMLStandings {
  /// What an operator has in a category.
  enum Standing: Hashable {
    /// Neither is asked of a user.
    case user
    /// Certification is nil where the ledger has no table of it.
    case `operator`(isApproved: Bool, isCertified: Bool?)

    /// Every one, in the order of the shapes.
    static let all: [Standing] =
      [.user]
      + [false, true].flatMap { isApproved in
        [false, true, nil].map { Standing.operator(isApproved: isApproved, isCertified: $0) }
      }

    /// The shape that stands for it.
    var symbol: String {
      switch self {
      case .user: "ku"
      case .operator(let isApproved, let isCertified):
        "k\(isApproved ? 1 : 0)\(isCertified.map { $0 ? 1 : 0 } ?? 2)"
      }
    }

    var words: [Phrase] {
      switch self {
      case .user: [HTMLChainWords.user]
      case .operator(let isApproved, let isCertified):
        [
          isApproved ? HTMLChainWords.approved : HTMLChainWords.unapproved,
          isCertified.map { $0 ? HTMLChainWords.certified : HTMLChainWords.uncertified }
            ?? HTMLChainWords.noCertifications,
        ]
      }
    }
  }

  private let state: DayState
  private let timelines: PeriodTimelines?
  private let hasCertifications: Bool

  init(data: HTMLData) {
    state = data.audit.state
    timelines = data.period.map { _ in
      PeriodTimelines(data.audit.state.chain, graceDays: data.audit.policy.graceDays)
    }
    hasCertifications = data.tables.certifications.origin.isPresent
  }

  func of(_ x: OperatorIndex, in category: Category, on day: Int32) -> Standing {
    if timelines?.isUser(x, on: day) ?? state.isUser(x) { return .user }
    let isApproved = timelines?.isApproved(x, in: category, on: day) ?? state.isApproved(x, in: category)
    guard hasCertifications else { return .operator(isApproved: isApproved, isCertified: nil) }
    let isCertified = timelines?.isCertified(x, on: day) ?? state.isCertified(x)
    return .operator(isApproved: isApproved, isCertified: isCertified)
  }
}

/// What the ledger says of the two duties of a supplier at a deal: to confirm the recipient's approval, and its agreement
/// to the number-use conditions.
struct HTMLDuties {
  private enum Record {
    case onTime(Day)
    case late(Day)
    case missing
    /// Not asked for, or no such column.
    case none
  }

  private let approval: Record
  private let conditions: Record

  init(_ p: Int, _ table: ProvisionTable, isUser: Bool) {
    let isAsked =
      !isUser && table.contracts[p] == .wholesale && table.starts[p] >= Day.confirmationDuty.ordinal
    func record(_ column: [Int32]) -> Record {
      guard p < column.count else { return .none }
      guard column[p] != Day.blank, let day = Day(ordinal: column[p]) else {
        return isAsked ? .missing : .none
      }
      return column[p] > table.starts[p] ? .late(day) : .onTime(day)
    }
    approval = record(table.approvalCheckedOn)
    conditions = record(table.conditionsAgreedOn)
  }

  /// Whether nothing that is asked for is late or missing.
  var isComplete: Bool {
    [approval, conditions].allSatisfy { record in
      switch record {
      case .onTime, .none: true
      case .late, .missing: false
      }
    }
  }

  /// A line for each.
  func words(_ language: Language) -> [String] {
    [
      Self.words(HTMLChainWords.approvalChecked, approval, language),
      Self.words(HTMLChainWords.conditionsAgreed, conditions, language),
    ]
  }

  private static func words(_ duty: Phrase, _ record: Record, _ language: Language) -> String {
    switch record {
    case .onTime(let day): "✓ \(duty[language]) \(day)"
    case .late(let day): "△ \(duty[language]) \(day) \(HTMLChainWords.late[language])"
    case .missing: "✗ \(duty[language]): \(HTMLChainWords.missing[language])"
    case .none: "– \(duty[language])"
    }
  }
}
