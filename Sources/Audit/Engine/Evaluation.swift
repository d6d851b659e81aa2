import Bytes
import Numbering
import SupplyChain

extension DayAudit {
  /// Audits the supply chain on a day.
  ///
  /// - Complexity: near-linear in rows and findings.
  public init(_ chain: SupplyChain, on day: Day, options: AuditOptions = AuditOptions()) {
    let state = DayState(
      chain, on: day,
      options: StateOptions(graceDays: options.policy.graceDays, threads: options.threads))
    self.init(state, options: options)
  }

  /// Audits a state already worked out; its grace days are taken to be those of the policy.
  ///
  /// For several audits of one day, by other policies or rules.
  ///
  /// - Complexity: near-linear in rows and findings.
  public init(_ state: DayState, options: AuditOptions) {
    let policy = options.policy
    let waivers = WaiverBook(state)
    let plan = AuditPlan(state, options, waivers)
    let context = AuditContext(
      state: state, policy: policy, rules: Set(RuleID.allCases.filter { plan.runs[Int($0.rawValue)] }),
      threads: options.threads)

    var all = DayAudit.findings(plan, waivers, context)
    for rule in RuleID.allCases where plan.runs[Int(rule.rawValue)] {
      guard let after = rule.rule as? any AfterRule else { continue }
      var results = RuleFindings(plan.severities[Int(rule.rawValue)].byCause)
      after.find(in: context, after: all, into: &results)
      results.sort(rule)
      waivers.settle(&results, of: rule, context)
      all[Int(rule.rawValue)] = results
    }

    let filter = options.operatorFilter.map { OperatorFilter($0, all, state) }
    outcomes = DayAudit.outcomes(all, plan, options, filter)
    self.waivers =
      options.findsSummary
      ? WaiverReview(waivers, all, state.chain).standings(
        outcomes, on: state.day, horizon: options.waiverHorizon, filter: filter) : []
    waiverHorizon = options.waiverHorizon
    self.state = state
    self.policy = policy
    caps = context.caps
    summary = AuditSummary(
      outcomes, state,
      unknownTrackRecords: options.findsSummary ? context.caps.unknownTrackRecords(in: state) : 0,
      coverage: options.findsSummary, threads: options.threads)
  }

  /// The findings of every rule that runs, those about the findings of others apart.
  ///
  /// Rules that judge every provision by itself run one after the other, each on all threads; the work of the
  /// others is shared out in parts, whose findings are put together in order.
  ///
  /// With `only` those of some rules.
  static func findings(
    _ plan: AuditPlan, only: Set<RuleID>? = nil, _ waivers: WaiverBook, _ context: AuditContext
  ) -> [RuleFindings] {
    var all = RuleID.allCases.map { RuleFindings(plan.severities[Int($0.rawValue)].byCause) }
    var tasks: [RuleTask] = []
    var flowRules: [RuleID] = []
    for rule in RuleID.longestFirst
    where plan.runs[Int(rule.rawValue)] && only?.contains(rule) ?? true {
      switch rule.rule {
      case let rule as any ProvisionRule:
        let index = Int(type(of: rule).id.rawValue)
        rule.find(in: context, into: &all[index])
        waivers.settle(&all[index], of: type(of: rule).id, context)
      case is any AfterRule: break
      case let parted as any PartedRule:
        for part in 0..<parted.parts(in: context) { tasks.append(.part(part, of: rule)) }
      case is any FlowRule: flowRules.append(rule)
      default: tasks.append(.whole(rule))
      }
    }
    for pass in FlowPass.passes(for: flowRules, context) {
      for part in 0..<pass.parts { tasks.append(.flows(part, of: pass)) }
    }
    let parts = concurrentMap(tasks.count, threads: context.threads) { [tasks] index -> [RuleFindings] in
      tasks[index].findings(in: context, plan)
    }
    for (task, found) in zip(tasks, parts) {
      for (rule, part) in zip(task.rules, found) { all[Int(rule.rawValue)].take(part) }
    }
    let rest = Array(Set(tasks.flatMap(\.rules))).sorted()
    let settled = concurrentMap(rest.count, threads: context.threads) { [all] index -> RuleFindings in
      var results = all[Int(rest[index].rawValue)]
      results.sort(rest[index])
      waivers.settle(&results, of: rest[index], context)
      return results
    }
    for (rule, results) in zip(rest, settled) { all[Int(rule.rawValue)] = results }
    return all
  }

  /// What is reported of the findings of every rule.
  private static func outcomes(
    _ all: [RuleFindings], _ plan: AuditPlan, _ options: AuditOptions, _ filter: OperatorFilter?
  ) -> [RuleOutcome] {
    concurrentMap(all.count, threads: options.threads) { index in
      let rule = RuleID.allCases[index]
      var results = plan.notEvaluated[index] == nil ? all[index] : RuleFindings()
      filter?.apply(to: &results)
      return RuleOutcome(rule, plan.severities[index].ofRule, plan.notEvaluated[index], results)
    }
  }
}

/// What one thread does at a time.
private enum RuleTask: Sendable {
  case whole(RuleID)
  case part(Int, of: RuleID)
  case flows(Int, of: FlowPass)

  /// The rules it looks for.
  var rules: [RuleID] {
    switch self {
    case .whole(let rule), .part(_, of: let rule): [rule]
    case .flows(_, of: let pass): pass.rules
    }
  }

  /// What is found of each of `rules`.
  func findings(in context: AuditContext, _ plan: AuditPlan) -> [RuleFindings] {
    var findings = rules.map { RuleFindings(plan.severities[Int($0.rawValue)].byCause) }
    switch self {
    case .whole(let rule): rule.rule.find(in: context, into: &findings[0])
    case .part(let part, of: let rule):
      (rule.rule as? any PartedRule)?.find(part, in: context, into: &findings[0])
    case .flows(let part, of: let pass): pass.find(part, in: context, into: &findings)
    }
    return findings
  }
}

extension RuleID {
  /// Rules that cannot be shared out and take long, then the others.
  fileprivate static var longestFirst: [RuleID] {
    let long: [RuleID] = [
      .circularProvision, .sharedIdentity, .suspendedNumberProvided, .suspendedStockProvided,
      .providedDespiteRefusal, .capExceededInTotal,
    ]
    return long + allCases.filter { !long.contains($0) }
  }
}

/// Which rules run and which are reported; every array goes by `RuleID.rawValue`.
package struct AuditPlan: Sendable {
  /// Why a rule is not evaluated; nil when it is.
  package let notEvaluated: [NotEvaluated?]
  /// Whether a rule runs: it is evaluated, or a waiver past its last day names it.
  package let runs: [Bool]
  package let severities: [Severities]

  package init(_ state: DayState, _ options: AuditOptions, _ waivers: WaiverBook) {
    let policy = options.policy
    let severities = RuleID.allCases.map { Severities($0, policy) }
    let selected = RuleID.allCases.map { options.rules?.contains($0) ?? true }
    let possible = RuleID.allCases.map { rule -> NotEvaluated? in
      severities[Int(rule.rawValue)].isOff ? .off : rule.lack(in: state, policy)
    }
    let expiryRuns = selected[Int(RuleID.waiverExpired.rawValue)]
    notEvaluated = RuleID.allCases.map { rule in
      let index = Int(rule.rawValue)
      if !severities[index].isOff && !selected[index] { return .notSelected }
      return possible[index]
    }
    runs = RuleID.allCases.map { rule in
      let index = Int(rule.rawValue)
      return possible[index] == nil
        && (selected[index] || expiryRuns && !waivers.expired[index].isEmpty)
    }
    self.severities = severities
  }
}

extension RuleOutcome {
  init(_ rule: RuleID, _ severity: Severity, _ notEvaluated: NotEvaluated?, _ results: RuleFindings) {
    self.rule = rule
    self.severity = severity
    self.notEvaluated = notEvaluated
    self.results = results
    basis = rule.basis
    let counts = FindingCounts(results)
    self.counts = counts
    waived = counts.waived
    findings = results.findings.count - waived
  }
}
