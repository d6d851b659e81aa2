import SupplyChain

/// Keeps the findings in which one operator is an end, a member or a hop.
package struct OperatorFilter: Sendable {
  private let x: OperatorIndex
  private let chain: SupplyChain

  package init(_ x: OperatorIndex, _ state: DayState) {
    self.x = x
    chain = state.chain
  }

  /// Drops every other finding of a rule.
  package func apply(to results: inout RuleFindings, of rule: RuleID) {
    var kept: [Finding] = []
    for finding in results.findings where keeps(finding, in: results) { kept.append(finding) }
    results.findings = kept
  }

  private func keeps(_ finding: Finding, in results: RuleFindings) -> Bool {
    switch finding.rule.keyKind {
    case .provision: isEnd(of: finding.subject)
    case .operatorInCategory: finding.subject == x
    case .operator: finding.subject == x || results.list(finding.extra).contains(x)
    case .cap: finding.second == x || finding.third == x
    case .capAndParty, .circle, .identity: results.list(finding.extra).contains(x)
    case .operatorPair: finding.subject == x || finding.second == x
    case .waiver: names(finding.subject)
    }
  }

  private func isEnd(of p: ProvisionIndex) -> Bool {
    let ends = chain.ends(of: p)
    return ends.supplier == x || ends.recipient == x
  }

  /// Whether a waiver names the operator or a provision of which it is an end.
  private func names(_ waiver: UInt32) -> Bool {
    let table = chain.tables.waivers
    if table.operators[Int(waiver)] == x { return true }
    let p = table.provisions[Int(waiver)]
    return p != noIndex && isEnd(of: p)
  }
}
