extension DayAudit {
  /// The same audit with a part of its findings, counts following; waivers to review are left out.
  ///
  /// - Parameter places: of each rule by `RuleID.rawValue`, which findings stay, ascending.
  /// - Complexity: O(*n*) in findings that stay.
  package func keeping(_ places: [[Int]]) -> DayAudit {
    let kept = outcomes.map { outcome -> RuleOutcome in
      RuleOutcome(
        outcome.rule, outcome.severity, outcome.notEvaluated,
        outcome.results.keeping(places[Int(outcome.rule.rawValue)]))
    }
    func count(_ severity: Severity) -> Int {
      kept.reduce(0) { $0 + $1.counts.bySeverity[Int(severity.rawValue)] }
    }
    let summary = AuditSummary(
      operators: summary.operators, activeProvisions: summary.activeProvisions,
      violations: count(.violation), warnings: count(.warning), notices: count(.notice),
      waived: kept.reduce(0) { $0 + $1.waived }, unknownTrackRecords: summary.unknownTrackRecords,
      coverage: summary.coverage)
    return DayAudit(
      state: state, policy: policy, caps: caps, outcomes: kept, summary: summary, waivers: [],
      waiverHorizon: waiverHorizon)
  }
}

extension RuleFindings {
  fileprivate func keeping(_ places: [Int]) -> RuleFindings {
    var kept = self
    kept.findings = places.map { findings[$0] }
    return kept
  }
}
