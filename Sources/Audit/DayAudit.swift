import Numbering
import SupplyChain

/// What to audit besides the data: policy, selection, threads.
public struct AuditOptions: Sendable {
  /// The user's own settings.
  public var policy: Policy
  /// The rules to evaluate; nil for all.
  public var rules: Set<RuleID>?
  /// Keep only findings in which this operator is an end, a member or a hop; nil keeps all.
  public var operatorFilter: OperatorIndex?
  /// How many days after the day of the audit a waiver's last day is soon.
  public var waiverHorizon = 90
  /// How many threads may be used; the result does not depend on it.
  public var threads: Int

  /// Whether coverage, track records and waivers to review are worked out; without it they are empty and 0.
  package var findsSummary = true

  /// Options with these values.
  public init(
    policy: Policy = Policy(), rules: Set<RuleID>? = nil, operatorFilter: OperatorIndex? = nil,
    threads: Int = 2
  ) {
    self.policy = policy
    self.rules = rules
    self.operatorFilter = operatorFilter
    self.threads = threads
  }
}

/// Why a rule was not evaluated (判定不能).
public enum NotEvaluated: Sendable, Hashable {
  /// The dataset lacks a table.
  case noTable(TableName)
  /// The provisions table lacks a column.
  case noColumn(ProvisionColumns)
  /// Policy confirmation.categories is empty.
  case noConfirmationCategories
  /// There is neither a policy cap nor a caps table.
  case noCaps
  /// There is no policy cap.
  case noPolicyCap
  /// Numbers of alternating levels pass so many hops that their tiers cannot be kept.
  case tooFragmented
  /// Switched off by the policy.
  case off
  /// Left out by `--rule`.
  case notSelected

  /// The code used in JSON.
  public var code: String {
    switch self {
    case .noTable(let table): "no-table:\(table.name)"
    case .noColumn(let column):
      switch column {
      case .approvalCheckedOn: "no-column:approval_checked_on"
      case .conditionsAgreedOn: "no-column:conditions_agreed_on"
      case .continuityCheckedOn: "no-column:continuity_checked_on"
      case .declaredOn: "no-column:declared_on"
      default: "no-column:resale_clause"
      }
    case .noConfirmationCategories: "no-policy:confirmation.categories"
    case .noCaps: "no-caps"
    case .noPolicyCap: "no-policy-cap"
    case .tooFragmented: "too-fragmented"
    case .off: "off"
    case .notSelected: "not-selected"
    }
  }
}

/// What became of one rule.
public struct RuleOutcome: Sendable {
  /// Which rule it is.
  public let rule: RuleID
  /// The severity of the rule as a whole: the policy's, else the table's.
  public let severity: Severity
  /// What its findings rest on.
  public let basis: Basis
  /// nil when it was evaluated.
  public let notEvaluated: NotEvaluated?
  /// Every finding in the order of the contract, waived ones included.
  public let results: RuleFindings
  /// Findings that count: not waived.
  public let findings: Int
  /// Findings that a waiver covers.
  public let waived: Int
  /// The findings by severity.
  let counts: FindingCounts
}

/// How far approval and certification reach in one tier of a category.
public struct CoverageRow: Sendable, Equatable {
  /// The category of the provisions.
  public let category: Category
  /// nil for provisions without a tier.
  public let tier: Int?
  /// Active provisions, self-provisions apart.
  public let provisions: Int
  /// Telephone numbers of those provisions, one by one.
  public let numbers: UInt64
  /// Of these, numbers of provisions with both ends approved, users excused.
  public let approved: UInt64
  /// Of these, numbers of provisions with both ends certified, users excused.
  public let certified: UInt64
  /// Of these, numbers of provisions with both ends approved and certified, users excused.
  public let both: UInt64
}

/// Counts of an audit; findings after filters, waived ones apart.
public struct AuditSummary: Sendable, Equatable {
  /// Rows of the operators table.
  public let operators: Int
  /// Self-provisions apart.
  public let activeProvisions: Int
  /// Findings of severity violation.
  public let violations: Int
  /// Findings of severity warning.
  public let warnings: Int
  /// Findings of severity notice.
  public let notices: Int
  /// Findings that a waiver covers, of any severity.
  public let waived: Int
  /// Recipients that no track-record cap could limit because their start of service is unknown.
  public let unknownTrackRecords: Int
  /// By category, then tier, provisions without a tier last.
  public let coverage: [CoverageRow]
}

/// The findings of one day, with what is needed to explain them.
public struct DayAudit: Sendable {
  /// The supply chain as it stood on the day.
  public let state: DayState
  /// The policy it was judged by.
  public let policy: Policy
  /// The caps that findings refer to.
  public let caps: CapBook
  /// All 31 rules in order.
  public let outcomes: [RuleOutcome]
  /// Counts after filters.
  public let summary: AuditSummary
  /// Waivers in force that match no finding or end soon, in file order; after filters.
  public let waivers: [WaiverStanding]
  /// How many days after the day of the audit a waiver's last day is soon.
  public let waiverHorizon: Int

  /// Whether any unwaived finding is at least that severe.
  public func reaches(_ severity: Severity) -> Bool {
    switch severity {
    case .violation: summary.violations > 0
    case .warning: summary.violations + summary.warnings > 0
    case .notice: summary.violations + summary.warnings + summary.notices > 0
    }
  }
}
