import Numbering
import SupplyChain

/// A rule that can tell the days of its findings without being asked day by day.
///
/// Rules that cannot are evaluated on each day on which something changes that they look at (`RuleID.events`).
package protocol PeriodRule: Rule {
  /// Reports every finding with the days on which it holds, cut where its numbers or its cause change.
  ///
  /// The pieces of one key are added in the order of time. Severities and waivers are no business of the rule.
  func find(over context: PeriodContext, into pieces: inout FindingPieces)
}

/// What rules look at over a period.
package struct PeriodContext: Sendable {
  package let chain: SupplyChain
  package let policy: Policy
  /// The ordinals of the period, its end not included.
  package let days: DayInterval
  package let timelines: PeriodTimelines
  package let certifications: CertificationTimeline
  package let causes: PeriodCauses
  /// The last day, with nothing that rules share worked out.
  package let lastDay: AuditContext

  package var tables: Tables { chain.tables }

  init(_ lastState: DayState, _ options: AuditOptions, over days: DayInterval) {
    let chain = lastState.chain
    lastDay = AuditContext(
      state: lastState, policy: options.policy, rules: [], threads: options.threads)
    self.chain = chain
    policy = options.policy
    self.days = days
    timelines = PeriodTimelines(chain, graceDays: policy.graceDays)
    certifications = CertificationTimeline(chain, graceDays: policy.graceDays)
    causes = PeriodCauses(chain, graceDays: policy.graceDays)
  }
}

extension PeriodContext {
  /// Whether any waiver is of a rule: then what a finding's list holds matters on every day, not only on the first.
  func hasWaivers(of rule: RuleID) -> Bool {
    let names = tables.waivers.rules
    return (0..<names.count).contains { names[$0] == rule.name }
  }
}
