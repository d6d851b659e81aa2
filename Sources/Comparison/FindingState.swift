import Audit

/// What became of a finding between two reports.
///
/// A finding *counts* when no waiver covers it.
public enum FindingState: UInt8, CaseIterable, Sendable, Hashable {
  /// It counts now and was not found before.
  case new
  /// It counts now and was found before, under a waiver that no longer covers it.
  case noLongerWaived
  /// It counts in both and is about more numbers than before.
  case grown
  /// It counts in both and is about fewer numbers than before.
  case shrunk
  /// It counts in both, numbers the same or none.
  case continuing
  /// It counted before and is covered by a waiver now.
  case newlyWaived
  /// It counted before and is not found any more.
  case resolved
  /// It is covered by a waiver and did not count before either.
  case waived
  /// Its rule was not evaluated in the other report.
  case notComparable

  /// The name in JSON, in kebab case.
  public var name: String {
    switch self {
    case .new: "new"
    case .noLongerWaived: "no-longer-waived"
    case .grown: "grown"
    case .shrunk: "shrunk"
    case .continuing: "continuing"
    case .newlyWaived: "newly-waived"
    case .resolved: "resolved"
    case .waived: "waived"
    case .notComparable: "not-comparable"
    }
  }
}

/// What changed in the findings of one rule.
public struct RuleChange: Sendable, Equatable {
  /// Findings that counted in the old report.
  public package(set) var old = 0
  /// Findings that count in the new report.
  public package(set) var new = 0
  /// Found in both with another severity, counting in both.
  public package(set) var raised = 0
  /// Found in both with a milder severity, counting in both.
  public package(set) var lowered = 0
  /// Findings that count in the new report and had ended by the last day of its period; 0 for a report of a day.
  public package(set) var mended = 0
  /// Why the rule was not evaluated in the old report, as a code; nil when it was.
  public package(set) var oldReason: String?
  /// Why the rule was not evaluated in the new report, as a code; nil when it was.
  public package(set) var newReason: String?
  /// New findings by `Severity.rawValue`.
  package var newBySeverity = [Int](repeating: 0, count: Severity.allCases.count)
  package var states = [Int](repeating: 0, count: FindingState.allCases.count)

  package init() {}

  /// How many findings are in a state; of `notComparable` those that count in their report.
  public subscript(state: FindingState) -> Int { states[Int(state.rawValue)] }

  /// How many new findings have a severity.
  public func new(_ severity: Severity) -> Int { newBySeverity[Int(severity.rawValue)] }

  /// Whether any finding of the rule changed, or cannot be compared.
  public var isChanged: Bool {
    let same: Set<FindingState> = [.continuing, .waived]
    return isOneSided || raised + lowered > 0
      || FindingState.allCases.contains { !same.contains($0) && self[$0] > 0 }
  }

  /// Whether the rule was evaluated in both reports.
  public var isComparable: Bool { oldReason == nil && newReason == nil }

  /// Whether it was evaluated in one of them only.
  public var isOneSided: Bool { (oldReason == nil) != (newReason == nil) }

  /// `new` less `old`; nil when the rule was not evaluated in both.
  public var change: Int? { isComparable ? new - old : nil }

  /// Adds the counts of another rule.
  package mutating func add(_ other: RuleChange) {
    old += other.old
    new += other.new
    raised += other.raised
    lowered += other.lowered
    mended += other.mended
    for index in states.indices { states[index] += other.states[index] }
    for index in newBySeverity.indices { newBySeverity[index] += other.newBySeverity[index] }
  }
}
