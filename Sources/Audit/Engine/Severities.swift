/// The severities of one rule by cause, as the policy has them.
package struct Severities: Sendable {
  /// The severity of the rule as a whole: the policy's, else the table's; the table's when switched off.
  package let ofRule: Severity
  /// Whether no finding of the rule is wanted.
  package let isOff: Bool
  /// By `Cause.rawValue`, the last for findings without a cause; nil for off.
  private let byCause: [Severity?]

  package init(_ rule: RuleID, _ policy: Policy) {
    let whole = policy.severities[Policy.Target(rule: rule)]
    func resolve(_ cause: Cause?) -> Severity? {
      let own = cause.flatMap { policy.severities[Policy.Target(rule: rule, cause: $0)] }
      switch own ?? whole {
      case .off: return nil
      case .severity(let severity): return severity
      case nil: return rule.defaultSeverity(for: cause)
      }
    }
    byCause = Cause.allCases.map(resolve) + [resolve(nil)]
    if case .severity(let severity) = whole { ofRule = severity } else { ofRule = rule.defaultSeverity }
    isOff = whole == .off && rule.causes.allSatisfy { resolve($0) == nil }
  }

  /// The severity of a finding; nil when the policy drops it.
  package subscript(cause: Cause?) -> Severity? {
    byCause[cause.map { Int($0.rawValue) } ?? byCause.count - 1]
  }

  /// Sets the severity of every finding and drops those that are off.
  ///
  /// - Complexity: O(*n*) in the number of findings.
  package func apply(to results: inout RuleFindings) {
    var kept = 0
    let count = results.findings.count
    results.findings.withUnsafeMutableBufferPointer { findings in
      for index in 0..<count {
        var finding = findings[index]
        guard let severity = self[finding.cause] else { continue }
        finding.severity = severity
        findings[kept] = finding
        kept += 1
      }
    }
    if kept < count { results.findings.removeLast(count - kept) }
  }
}
