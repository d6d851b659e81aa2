import Audit
import Numbering
import SupplyChain

/// Findings of a day, before a candidate, about the recipient and those who receive from it (下流の指摘事項).
public struct DownstreamFindings: Sendable, Equatable {
  /// The operators that numbers of the category reach from the recipient, itself included.
  public let operators: Int
  /// Findings of each severity that counts, by `Severity.rawValue`.
  public let counts: [Int]
  /// How many findings each rule has there, those with any; in order.
  public let rules: [Rule]

  /// What one rule finds there.
  public struct Rule: Sendable, Equatable {
    /// The rule.
    public let rule: RuleID
    /// How many findings.
    public let findings: Int
  }

  /// How many findings of a severity there are.
  public subscript(severity: Severity) -> Int { counts[Int(severity.rawValue)] }

  /// Counts the findings keyed by a provision of the category that one of them provides, or by one of them.
  ///
  /// - Complexity: O(*n*) in operators, provisions downstream, and findings.
  init(of v: OperatorIndex, in category: Category, _ audit: DayAudit) {
    let state = audit.state
    var reached = [Bool](repeating: false, count: state.user.count)
    var queue = [v]
    reached[Int(v)] = true
    var next = 0
    if let view = state.chain.outflows.view(category) {
      while next < queue.count {
        let x = queue[next]
        next += 1
        for position in view.range(x) where state.isActive(view.provisions[position]) {
          let recipient = view.recipients[position]
          if !reached[Int(recipient)] {
            reached[Int(recipient)] = true
            queue.append(recipient)
          }
        }
      }
    }
    operators = queue.count
    let table = state.chain.tables.provisions
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    var rules: [Rule] = []
    for outcome in audit.outcomes where outcome.notEvaluated == nil {
      let kind = outcome.rule.keyKind
      guard kind == .provision || kind == .operatorInCategory || kind == .operator else { continue }
      var found = 0
      for finding in outcome.results.findings where !finding.isWaived {
        let isOne =
          kind == .provision
          ? table.categories[Int(finding.subject)] == category
            && reached[Int(table.suppliers[Int(finding.subject)])]
          : reached[Int(finding.subject)] && finding.category.map { $0 == category } ?? true
        if !isOne { continue }
        found += 1
        counts[Int(finding.severity.rawValue)] += 1
      }
      if found > 0 { rules.append(Rule(rule: outcome.rule, findings: found)) }
    }
    (self.counts, self.rules) = (counts, rules)
  }
}

/// Findings of a day, before a candidate, about what its recipient receives already (受けている提供の指摘事項).
public struct ReceivedFindings: Sendable, Equatable {
  /// How many provisions of the category it receives on the day.
  public let provisions: Int
  /// Findings of each severity that counts, by `Severity.rawValue`.
  public let counts: [Int]
  /// How many findings each rule has there, those with any; in order.
  public let rules: [DownstreamFindings.Rule]

  /// How many findings of a severity there are.
  public subscript(severity: Severity) -> Int { counts[Int(severity.rawValue)] }

  /// Counts the findings keyed by a provision of the category that goes to the recipient.
  ///
  /// - Complexity: O(*n*) in inflows and findings.
  init(by v: OperatorIndex, in category: Category, _ audit: DayAudit) {
    let state = audit.state
    var provisions = 0
    if let view = state.chain.inflows.view(category) {
      for position in view.range(v) where state.isActive(view.provisions[position]) { provisions += 1 }
    }
    let table = state.chain.tables.provisions
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    var rules: [DownstreamFindings.Rule] = []
    for outcome in audit.outcomes where outcome.notEvaluated == nil && outcome.rule.keyKind == .provision {
      var found = 0
      for finding in outcome.results.findings where !finding.isWaived {
        let p = Int(finding.subject)
        guard table.recipients[p] == v, table.categories[p] == category else { continue }
        found += 1
        counts[Int(finding.severity.rawValue)] += 1
      }
      if found > 0 { rules.append(DownstreamFindings.Rule(rule: outcome.rule, findings: found)) }
    }
    (self.provisions, self.counts, self.rules) = (provisions, counts, rules)
  }
}
