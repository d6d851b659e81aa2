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
  /// - Complexity: near-linear in rows and findings.
  public init(_ state: DayState, options: AuditOptions) {
    let policy = options.policy
    let context = AuditContext(state: state, policy: policy)
    let waivers = WaiverBook(state)
    let plan = AuditPlan(state, options, waivers)

    var all = concurrentMap(RuleID.allCases.count, threads: options.threads) { index -> RuleFindings in
      let rule = RuleID.allCases[index]
      var results = RuleFindings()
      guard plan.runs[index], !(rule.rule is any AfterRule) else { return results }
      rule.rule.find(in: context, into: &results)
      settle(&results, of: rule, plan, waivers, state.chain)
      return results
    }
    for rule in RuleID.allCases where plan.runs[Int(rule.rawValue)] {
      guard let after = rule.rule as? any AfterRule else { continue }
      var results = RuleFindings()
      after.find(in: context, after: all, into: &results)
      settle(&results, of: rule, plan, waivers, state.chain)
      all[Int(rule.rawValue)] = results
    }

    outcomes = DayAudit.outcomes(all, plan, options, context)
    self.state = state
    self.policy = policy
    caps = context.caps
    summary = AuditSummary(outcomes, state, unknownTrackRecords: context.caps.unknownTrackRecords(in: state))
  }

  /// What is reported of the findings of every rule.
  private static func outcomes(
    _ all: [RuleFindings], _ plan: AuditPlan, _ options: AuditOptions, _ context: AuditContext
  ) -> [RuleOutcome] {
    let filter = options.operatorFilter.map { OperatorFilter($0, all, context.state) }
    return concurrentMap(all.count, threads: options.threads) { index in
      let rule = RuleID.allCases[index]
      var results = plan.notEvaluated[index] == nil ? all[index] : RuleFindings()
      filter?.apply(to: &results)
      return RuleOutcome(rule, plan.severities[index].ofRule, plan.notEvaluated[index], results)
    }
  }
}

/// Sorts the findings of a rule, sets their severities and matches the waivers.
private func settle(
  _ results: inout RuleFindings, of rule: RuleID, _ plan: AuditPlan, _ waivers: WaiverBook,
  _ chain: SupplyChain
) {
  plan.severities[Int(rule.rawValue)].apply(to: &results)
  results.sort(rule)
  waivers.apply(rule, to: &results, in: chain)
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
    waived = results.findings.reduce(0) { $0 + ($1.isWaived ? 1 : 0) }
    findings = results.findings.count - waived
  }
}
