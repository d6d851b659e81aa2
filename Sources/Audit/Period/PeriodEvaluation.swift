import Bytes
import Numbering
import SupplyChain

/// Finds what every rule finds over a period.
struct PeriodEvaluation {
  let chain: SupplyChain
  let options: AuditOptions
  /// The ordinals of the period, its end not included.
  let days: DayInterval
  /// The state of the last day.
  let lastState: DayState
  /// As of the last day, on which most waivers are past theirs.
  let plan: AuditPlan
  /// By `RuleID.rawValue`.
  private(set) var notEvaluated: [NotEvaluated?]
  /// Before the operator filter, by `RuleID.rawValue`; empty for rules that are not reported.
  private(set) var findings: [PeriodFindings] = []
  /// The waivers in force on the last day that match a finding on one of their days.
  private(set) var usedWaivers: [UInt32] = []
  /// Whether it is known that on no day levels are too fragmented.
  private(set) var hasBoundedLevels = false

  init(_ chain: SupplyChain, from: Day, to: Day, options: AuditOptions, usesIntervals: Bool) {
    self.chain = chain
    self.options = options
    days = DayInterval(start: from.ordinal, end: to.ordinal + 1)
    lastState = DayState(
      chain, on: to, options: StateOptions(graceDays: options.policy.graceDays, threads: options.threads))
    plan = AuditPlan(lastState, options, WaiverBook(lastState))
    notEvaluated = plan.notEvaluated

    let running = RuleID.allCases.filter { plan.runs[Int($0.rawValue)] && !($0.rule is any AfterRule) }
    let byInterval = running.filter { usesIntervals && $0.rule is any PeriodRule }
    let context = PeriodContext(lastState, options, over: days)
    let severities = plan.severities
    let shared = running.filter { usesIntervals && WindowPieces.rules.contains($0) }
    let window = shared.isEmpty ? nil : WindowPieces(context, shared, threads: options.threads)
    hasBoundedLevels = window?.hasBoundedLevels ?? false
    let byWindow = shared.filter { window?.pieces(of: $0) != nil }
    var logs = walk(running.filter { !byInterval.contains($0) && !byWindow.contains($0) })
    for rule in byWindow {
      guard let pieces = window?.pieces(of: rule) else { continue }
      logs[Int(rule.rawValue)] = RuleLog(rule, pieces, context, severities[Int(rule.rawValue)])
    }
    let found = concurrentMap(byInterval.count, threads: options.threads) { index in
      RuleLog(byInterval[index], context, severities[Int(byInterval[index].rawValue)])
    }
    for (rule, log) in zip(byInterval, found) { logs[Int(rule.rawValue)] = log }
    usedWaivers = logs.flatMap { $0?.usedWaivers ?? [] }
    put(logs)
  }

  /// What the logs of the rules come to.
  private mutating func put(_ logs: [RuleLog?]) {
    let notEvaluated = notEvaluated
    findings = concurrentMap(logs.count, threads: options.threads) { index in
      guard let log = logs[index], notEvaluated[index] == nil else { return PeriodFindings() }
      return PeriodFindings(log.found, of: RuleID.allCases[index])
    }
    let expiry = Int(RuleID.waiverExpired.rawValue)
    guard plan.runs[expiry], notEvaluated[expiry] == nil else { return }
    var expired = FindingPieces()
    for (index, log) in logs.enumerated() {
      // A rule left out by `--rule` still tells which of its waivers are past their last day.
      guard let log, notEvaluated[index] == nil || notEvaluated[index] == .notSelected else { continue }
      expired.add(log.expired)
    }
    var severe = FindingPieces()
    for piece in expired.pieces {
      guard let severity = plan.severities[expiry].byCause[nil] else { continue }
      var finding = piece.finding
      finding.severity = severity
      severe.add(finding, over: piece.days)
    }
    findings[expiry] = PeriodFindings(severe, of: .waiverExpired)
  }

  /// Evaluates rules on each day on which their findings may change.
  private mutating func walk(_ rules: [RuleID]) -> [RuleLog?] {
    var logs: [RuleLog?] = RuleID.allCases.map { rules.contains($0) ? RuleLog($0) : nil }
    if rules.isEmpty { return logs }
    let changes = ChangeDays(chain, options.policy, over: days)
    var due = [[RuleID]](repeating: [], count: Int(days.end - days.start))
    for rule in rules {
      for day in changes.of(rule) { due[Int(day - days.start)].append(rule) }
    }
    var stateOptions = StateOptions(graceDays: options.policy.graceDays, threads: options.threads)
    for (offset, rules) in due.enumerated() where !rules.isEmpty {
      guard let day = Day(ordinal: days.start + Int32(offset)) else { continue }
      stateOptions.findsLevels = rules.contains { $0.requirements.contains(.levels) }
      let state = day == lastState.day ? lastState : DayState(chain, on: day, options: stateOptions)
      let evaluated = rules.filter { rule in
        if rule.requirements.contains(.levels), state.isTooFragmented {
          notEvaluated[Int(rule.rawValue)] = notEvaluated[Int(rule.rawValue)] ?? .tooFragmented
          return false
        }
        return true
      }
      evaluate(evaluated, on: state, &logs)
    }
    return logs
  }

  private func evaluate(_ rules: [RuleID], on state: DayState, _ logs: inout [RuleLog?]) {
    let only = Set(rules)
    let (table, end) = (chain.tables.waivers, days.end)
    let context = AuditContext(state: state, policy: options.policy, rules: only, threads: options.threads)
    let waivers = WaiverBook(state)
    let found = DayAudit.findings(plan, only: only, waivers, context)
    let expired = concurrentMap(rules.count, threads: options.threads) { index in
      waivers.openExpired(rules[index], found[Int(rules[index].rawValue)], context)
    }
    for (rule, expired) in zip(rules, expired) {
      let results = found[Int(rule.rawValue)]
      let day = DayResult(results: results, expired: expired)
      // Those past their last day by the end of the period are not looked at.
      let unseen = waivers.inForce[Int(rule.rawValue)].filter { row in
        table.ends[Int(row)] >= end && logs[Int(rule.rawValue)]?.usedWaivers.contains(row) == false
      }
      logs[Int(rule.rawValue)]?.usedWaivers.formUnion(WaiverReview.used(unseen, of: rule, results, chain))
      logs[Int(rule.rawValue)]?.turn(to: day, on: state.day.ordinal, end: days.end)
    }
  }
}

/// What a rule finds on a day, and the findings of `waiver-expired` that follow.
struct DayResult: Sendable {
  let results: RuleFindings
  let expired: RuleFindings
}

extension WaiverBook {
  /// The waivers of a rule past their last day that match a finding which none in force covers, as findings.
  fileprivate func openExpired(
    _ rule: RuleID, _ results: RuleFindings, _ context: AuditContext
  ) -> RuleFindings {
    var found = RuleFindings()
    let rows = expired[Int(rule.rawValue)]
    if rows.isEmpty || results.findings.isEmpty { return found }
    var matcher = WaiverMatcher(rule, waivers: rows, chain: context.chain)
    for place in matcher.candidates(in: results, threads: context.threads) {
      let finding = results.findings[place]
      if !finding.isWaived { matcher.mark(finding, in: results) }
    }
    for row in matcher.markedWaivers { found.add(Finding(.waiverExpired, subject: row)) }
    return found
  }
}

/// The findings of one rule over a period, and those of `waiver-expired` that follow from them.
struct RuleLog: Sendable {
  private var foundLog: FindingLog
  private var expiredLog = FindingLog(.waiverExpired)
  /// The waivers in force on the last day of the period that match a finding on one of their days.
  var usedWaivers: Set<UInt32> = []
  /// In place of the logs for a rule evaluated by intervals.
  private var byInterval: (found: FindingPieces, expired: FindingPieces)?

  /// A log to be filled from change day to change day.
  init(_ rule: RuleID) {
    foundLog = FindingLog(rule)
  }

  /// Everything at once, from a rule that works with intervals.
  init(_ rule: RuleID, _ context: PeriodContext, _ severities: Severities) {
    var pieces = FindingPieces()
    (rule.rule as? any PeriodRule)?.find(over: context, into: &pieces)
    self.init(rule, pieces, context, severities)
  }

  /// Everything at once, from what a rule found.
  init(_ rule: RuleID, _ pieces: FindingPieces, _ context: PeriodContext, _ severities: Severities) {
    foundLog = FindingLog(rule)
    var waivers = PeriodWaivers(rule, context)
    let settled = waivers.settle(pieces, severities)
    byInterval = (settled.found, settled.expired)
    usedWaivers = Set(settled.used)
  }

  mutating func turn(to day: DayResult, on ordinal: Int32, end: Int32) {
    foundLog.turn(to: day.results, on: ordinal, end: end)
    expiredLog.turn(to: day.expired, on: ordinal, end: end)
  }

  var found: FindingPieces { byInterval?.found ?? foundLog.log }
  var expired: FindingPieces { byInterval?.expired ?? expiredLog.log }
}
