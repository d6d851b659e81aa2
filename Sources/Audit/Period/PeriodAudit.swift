import Numbering
import SupplyChain

/// What became of one rule over a period.
public struct PeriodOutcome: Sendable {
  /// Which rule it is.
  public let rule: RuleID
  /// Every finding in the order of the contract with its days, waived ones included.
  public let findings: PeriodFindings
  /// Unwaived findings that hold on the last day of the period.
  public let open: Int
  /// Unwaived findings that ended before the last day of the period.
  public let mended: Int
  /// Telephone numbers of the unwaived findings added up over their days; 0 for a rule that counts none.
  public let numberDays: UInt64
}

/// An operator with what findings over a period come to that are about it.
public struct OperatorExposure: Sendable, Equatable {
  /// Which operator it is.
  public let operatorIndex: OperatorIndex
  /// Unwaived findings with numbers that are about it.
  public let findings: Int
  /// Their telephone numbers added up over their days.
  public let numberDays: UInt64
}

/// The findings of a period: the union over its days, each key once with the days on which it holds.
public struct PeriodAudit: Sendable {
  /// The first day.
  public let from: Day
  /// The last day, which belongs to the period.
  public let to: Day
  /// The findings as if they were of one day: members of their first days, counts after filters.
  ///
  /// Its state, the coverage and what else is about one day are of the last day of the period. Its waivers are those in
  /// force on that day that match nothing on any day of the period, or end soon after it.
  public let merged: DayAudit
  /// All 31 rules in order, like the outcomes of `merged`.
  public let outcomes: [PeriodOutcome]
  /// The operators with most number-days first, at most ten; equal ones in file order.
  public let worstOperators: [OperatorExposure]

  /// Whether it is known that on no day levels are too fragmented.
  let hasBoundedLevels: Bool

  /// How many days the period has.
  public var dayCount: Int { from.distance(to: to) + 1 }
  /// Telephone numbers of the unwaived findings of all rules, added up over their days.
  public var numberDays: UInt64 { outcomes.reduce(0) { $0.addingSaturated($1.numberDays) } }
  /// Unwaived findings that hold on the last day.
  public var open: Int { outcomes.reduce(0) { $0 + $1.open } }
  /// Unwaived findings that ended before the last day.
  public var mended: Int { outcomes.reduce(0) { $0 + $1.mended } }

  /// Audits the supply chain on every day from one to another; nil when the first is later than the last.
  ///
  /// - Complexity: near-linear in rows, findings and their pieces; small groups of rows that may break a rule are looked at
  ///   on each day on which one of them changes. Where levels are too fragmented, near-linear in rows for each day on
  ///   which something changes.
  public init?(_ chain: SupplyChain, from: Day, to: Day, options: AuditOptions = AuditOptions()) {
    self.init(chain, from: from, to: to, options: options, usesIntervals: true)
  }

  /// Without intervals every rule is evaluated on each of its change days.
  package init?(
    _ chain: SupplyChain, from: Day, to: Day, options: AuditOptions, usesIntervals: Bool
  ) {
    guard from <= to else { return nil }
    let evaluation = PeriodEvaluation(
      chain, from: from, to: to, options: options, usesIntervals: usesIntervals)
    self.init(evaluation, from: from, to: to, options: options)
  }

  private init(_ evaluation: PeriodEvaluation, from: Day, to: Day, options: AuditOptions) {
    self.from = from
    self.to = to
    hasBoundedLevels = evaluation.hasBoundedLevels
    let state = evaluation.lastState
    let caps = CapBook(policy: options.policy, table: state.chain.tables.caps)
    var found = evaluation.findings
    if let x = options.operatorFilter {
      PeriodFilter(x, state).apply(to: &found)
    }
    let reported = RuleID.allCases.map { rule in
      RuleOutcome(
        rule, evaluation.plan.severities[Int(rule.rawValue)].ofRule,
        evaluation.notEvaluated[Int(rule.rawValue)], found[Int(rule.rawValue)].results)
    }
    let review = WaiverReview(WaiverBook(state), used: evaluation.usedWaivers, state.chain)
    let waivers = review.standings(
      reported, on: to, horizon: options.waiverHorizon,
      filter: options.operatorFilter.map { OperatorFilter($0, [], state) },
      waived: PeriodFindings.waived(found))
    merged = DayAudit(
      state: state, policy: options.policy, caps: caps, outcomes: reported,
      summary: AuditSummary(
        reported, state, unknownTrackRecords: caps.unknownTrackRecords(in: state),
        threads: options.threads), waivers: waivers, waiverHorizon: options.waiverHorizon)
    outcomes = RuleID.allCases.map { PeriodOutcome($0, found[Int($0.rawValue)], to: to) }
    worstOperators = OperatorExposure.worst(outcomes, state.chain)
  }
}

extension PeriodOutcome {
  fileprivate init(_ rule: RuleID, _ findings: PeriodFindings, to: Day) {
    var (open, mended) = (0, 0)
    var numberDays: UInt64 = 0
    for (place, finding) in findings.results.findings.enumerated() where !finding.isWaived {
      if findings.end(of: place) > to.ordinal { open += 1 } else { mended += 1 }
      numberDays = numberDays.addingSaturated(findings.numberDays(of: place))
    }
    self.rule = rule
    self.findings = findings
    self.open = open
    self.mended = mended
    self.numberDays = numberDays
  }
}
