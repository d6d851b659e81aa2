import Audit
import Numbering
import SupplyChain

/// What comes of a candidate (判定).
public enum ScreenVerdict: UInt8, Sendable, CaseIterable, Comparable {
  /// 可: nothing worse than something to look at.
  case accept
  /// 条件付き: some practice asked for is not met.
  case conditional
  /// 不可: something that would have to be put right.
  case refuse

  /// The name in JSON.
  public var name: String {
    switch self {
    case .accept: "accept"
    case .conditional: "conditional"
    case .refuse: "refuse"
    }
  }

  /// By gravity.
  public static func < (left: ScreenVerdict, right: ScreenVerdict) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The verdict that reasons of these severities lead to.
  package init(_ severities: some Sequence<Severity>) {
    switch severities.max() {
    case .violation: self = .refuse
    case .warning: self = .conditional
    case .notice, nil: self = .accept
    }
  }
}

/// One thing that `check` would report because of a candidate, as typed values.
public struct ScreenReason: Sendable, Equatable {
  /// What the finding would be keyed by.
  public enum Subject: Sendable, Equatable {
    /// The candidate itself.
    case candidate
    /// Its supplier; in its category, where the rule is about one.
    case supplier
    /// Its recipient; in its category, where the rule is about one.
    case recipient
    /// A cap on the pair, or on the recipient whoever provides; as `CapBook` numbers them.
    case cap(Int)
    /// A cap on the party of the recipient; as `CapBook` numbers them.
    case party(cap: Int)
    /// A circle that the candidate closes in its category.
    case circle
  }

  /// The rule that would report it.
  public let rule: RuleID
  /// After policy and cause.
  public let severity: Severity
  /// What exactly makes it a finding; nil for a rule without causes, or where none applies.
  public let cause: Cause?
  /// What it is about.
  public let subject: Subject
  /// How many telephone numbers, the candidate's among them; nil for a rule that counts none.
  public let numbers: UInt64?
  /// The maximum that would be exceeded; nil for rules without one.
  public let limit: UInt64?
  /// Another provision it rests on; nil for none.
  public let other: ProvisionIndex?
  /// The row of the restriction it rests on; nil for none.
  public let restriction: Int?
}

/// The verdict on a candidate with its reasons.
public struct ScreenAnswer: Sendable, Equatable {
  /// What was asked.
  public let candidate: ProvisionCandidate
  /// What the reasons lead to; waived ones do not count.
  public let verdict: ScreenVerdict
  /// In the order of the rules.
  public let reasons: [ScreenReason]
  /// What would be a reason if no waiver in force covered it.
  public let waived: [ScreenReason]

  package init(_ candidate: ProvisionCandidate, reasons: [ScreenReason], waived: [ScreenReason]) {
    self.candidate = candidate
    self.reasons = reasons
    self.waived = waived
    verdict = ScreenVerdict(reasons.map(\.severity))
  }
}
