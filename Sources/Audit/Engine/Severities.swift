/// The severities of one rule by cause, as the policy has them.
package struct Severities: Sendable {
  /// The severity of the rule as a whole: the policy's, else the table's; the table's when switched off.
  package let ofRule: Severity
  /// Whether no finding of the rule is wanted.
  package let isOff: Bool
  package let byCause: SeverityTable

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
    var table = SeverityTable()
    for cause in Cause.allCases { table[cause] = resolve(cause) }
    table[nil] = resolve(nil)
    byCause = table
    if case .severity(let severity) = whole { ofRule = severity } else { ofRule = rule.defaultSeverity }
    isOff = whole == .off && rule.causes.allSatisfy { resolve($0) == nil }
  }
}

/// A severity for each cause, and for findings without one, in eight bytes: looked up for every finding.
package struct SeverityTable: Sendable {
  /// Two bits a cause, of which there are fewer than 31, those without one last; 3 for off.
  private var codes: UInt64 = 0

  /// A table of notices.
  package init() {}

  /// The severity of findings with a cause; nil when they are not wanted.
  package subscript(cause: Cause?) -> Severity? {
    get { Severity(rawValue: UInt8(codes >> place(of: cause) & 3)) }
    set {
      let place = place(of: cause)
      codes = codes & ~(3 << place) | UInt64(newValue?.rawValue ?? 3) << place
    }
  }

  /// Whether findings of some cause are not wanted.
  package var dropsSome: Bool { codes & codes >> 1 & 0x5555_5555_5555_5555 != 0 }

  private func place(of cause: Cause?) -> Int {
    2 * (cause.map { Int($0.rawValue) } ?? 31)
  }
}
