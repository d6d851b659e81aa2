import Audit
import Comparison

/// Which findings a page lists: a fair share for each rule, of each rule the gravest first.
struct HTMLSelection {
  /// The findings of a rule that stand together: those that count, or those that are waived.
  struct Group {
    let outcome: RuleOutcome
    let isWaived: Bool
    /// Which are listed, in the order of the page.
    let places: [Int]
    /// How many there are, listed or not.
    let total: Int
  }

  let groups: [Group]
  var shown: Int { groups.reduce(0) { $0 + $1.places.count } }
  var total: Int { groups.reduce(0) { $0 + $1.total } }

  /// - Complexity: O(*n*) in findings.
  init(_ data: HTMLData, limit: Int = HTMLReport.shownAtMost) {
    let list = FindingList(audit: data.audit, context: data.context)
    let wanted = [false, true].flatMap { isWaived in
      list.orderedOutcomes(waived: isWaived).map { outcome in
        (outcome: outcome, isWaived: isWaived, total: isWaived ? outcome.waived : outcome.findings)
      }
    }
    let shares = data.context.showsAll ? wanted.map(\.total) : Self.shares(wanted.map(\.total), of: limit)
    let changes = data.context.baseline.map { ChangeMembers($0.comparison) }
    groups = zip(wanted, shares).map { group, share in
      Group(
        outcome: group.outcome, isWaived: group.isWaived,
        places: Self.places(group.outcome, isWaived: group.isWaived, share, data.period, changes),
        total: group.total)
    }
  }

  /// Shares room so that nobody gets less than another who wants as much, and none is left while something is wanted.
  static func shares(_ wanted: [Int], of limit: Int) -> [Int] {
    var shares = wanted
    var left = limit
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    for (place, index) in order.enumerated() {
      shares[index] = min(wanted[index], left / (order.count - place))
      left -= shares[index]
    }
    return shares
  }

  /// Findings of a rule by gravity; of equal ones what is new comes first, then what still holds at the end of a period.
  private static func places(
    _ outcome: RuleOutcome, isWaived: Bool, _ limit: Int, _ period: PeriodAudit?, _ changes: ChangeMembers?
  ) -> [Int] {
    let findings = outcome.results.findings
    let days = period?.outcomes[Int(outcome.rule.rawValue)].findings
    let end = period?.to.ordinal ?? 0
    var ranked: [[Int]] = Array(repeating: [], count: 4 * Severity.allCases.count)
    for place in findings.indices where findings[place].isWaived == isWaived {
      var rank = Int(Severity.violation.rawValue - findings[place].severity.rawValue) * 4
      if let changes, !changes.state(changes.place(outcome.rule, place)).isNews { rank += 2 }
      if let days, days.end(of: place) <= end { rank += 1 }
      // More than the limit of one rank can never be listed.
      if ranked[rank].count < limit { ranked[rank].append(place) }
    }
    return Array(ranked.joined().prefix(limit))
  }
}

extension FindingState {
  /// Whether the finding did not count before.
  var isNews: Bool { self == .new || self == .noLongerWaived }
}
