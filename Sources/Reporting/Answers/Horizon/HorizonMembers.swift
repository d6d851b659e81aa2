import Audit
import Decisions
import Numbering
import SupplyChain

/// What findings are on the first day with them, or on the last before they end: a finding of a period has the members of
/// its very first day.
///
/// One day after the other; the state of a day serves as that of the day before the next.
struct HorizonMembers {
  /// A finding as it is told, with what it refers to.
  typealias Members = (finding: Finding, refers: FindingReferences)

  private let horizon: Horizon
  private var known: DayState?
  /// By rule and key, what was found on the days of the changes looked at.
  private var starting: [RuleID: [FindingKey: Members]] = [:]
  private var ending: [RuleID: [FindingKey: Members]] = [:]
  private var states: (starting: DayState?, ending: DayState?)

  init(_ horizon: Horizon) {
    self.horizon = horizon
  }

  /// Works out what is needed for changes of one day.
  ///
  /// - Complexity: that of an audit of the day, and of the day before, by the rules of the changes that need it.
  mutating func look(at changes: [Horizon.Change]) {
    (starting, ending, states) = ([:], [:], (nil, nil))
    guard let day = changes.first?.day.ordinal else { return }
    let (first, last) = (changes.filter { !$0.starts }, changes.filter(\.starts))
    // The day before comes first: its state may be at hand.
    if needsState(first), let state = state(on: day - 1) {
      (states.ending, ending) = (state, found(first, on: state))
    }
    if needsState(last), let state = state(on: day) {
      (states.starting, starting) = (state, found(last, on: state))
    }
  }

  /// A finding as it is told, once its day has been looked at.
  func members(of change: Horizon.Change) -> Members {
    let (finding, results) = source(of: change)
    var members: Members = (finding, horizon.audit.merged.references(of: finding, in: results))
    let all = change.starts ? starting : ending
    if let known = all[change.rule]?[FindingKey(finding, change.rule.keyKind)] { members = known }
    let state = change.starts ? states.starting : states.ending
    if let p = members.refers.provision {
      members.refers.tier = UInt32(clamping: state?.tier(of: p) ?? 0)
    }
    return members
  }

  private func source(of change: Horizon.Change) -> (finding: Finding, results: RuleFindings) {
    let results = horizon.audit.outcomes[Int(change.rule.rawValue)].findings.results
    return (results.findings[change.finding], results)
  }

  /// Whether the finding may be another on the day of the change than on its very first.
  private func needsAudit(_ change: Horizon.Change) -> Bool {
    let day = change.starts ? change.day.ordinal : change.day.ordinal - 1
    return horizon.audit.outcomes[Int(change.rule.rawValue)].findings.firstDay(of: change.finding) != day
      && change.rule != .waiverExpired && change.rule != .sharedIdentity
  }

  /// Only one rule tells tiers.
  private func needsState(_ changes: [Horizon.Change]) -> Bool {
    changes.contains { needsAudit($0) || $0.rule == .secondTierResale }
  }

  private mutating func state(on ordinal: Int32) -> DayState? {
    if let known, known.day.ordinal == ordinal { return known }
    let last = horizon.audit.merged.state
    known =
      last.day.ordinal == ordinal
      ? last : Day(ordinal: ordinal).map { DayState(last.chain, on: $0, options: last.options) }
    return known
  }

  private func found(_ changes: [Horizon.Change], on state: DayState) -> [RuleID: [FindingKey: Members]] {
    var wanted: [RuleID: Set<FindingKey>] = [:]
    for change in changes where needsAudit(change) {
      wanted[change.rule, default: []].insert(
        FindingKey(source(of: change).finding, change.rule.keyKind))
    }
    if wanted.isEmpty { return [:] }
    let audit = DayAudit(
      state,
      options: AuditOptions(
        policy: horizon.audit.merged.policy, rules: Set(wanted.keys), threads: state.options.threads))
    var all: [RuleID: [FindingKey: Members]] = [:]
    for (rule, keys) in wanted {
      let results = audit.outcomes[Int(rule.rawValue)].results
      for finding in results.findings {
        let key = FindingKey(finding, rule.keyKind)
        if keys.contains(key) {
          all[rule, default: [:]][key] = (finding, audit.references(of: finding, in: results))
        }
      }
    }
    return all
  }
}
