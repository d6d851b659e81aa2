import Banken

/// Small readable datasets for tests of rules: tables as CSV literals in, findings as lines of text out.
public enum Fixture {
  /// A telephone number as the columns of the tables hold it; nil for text that is none.
  public static func number(_ text: String) -> UInt64? {
    TelephoneNumber(text)?.rawValue
  }

  /// Audits tables on a day.
  public static func audit(
    on day: String, policy: Policy = Policy(), rules: Set<RuleID>? = nil, about operatorID: String? = nil,
    threads: Int = 1, _ tables: [String: String]
  ) throws -> DayAudit {
    let chain = try chain(tables)
    guard let day = Day(day) else { throw FixtureTable.Unreadable(description: "day \(day)") }
    var options = AuditOptions(policy: policy, rules: rules, threads: threads)
    if let operatorID {
      options.operatorFilter = (0..<UInt32(chain.tables.operators.count)).first {
        chain.tables.operators.ids[Int($0)] == operatorID
      }
    }
    return DayAudit(chain, on: day, options: options)
  }

  /// The findings of one rule, a line each, or the reason why it was not evaluated.
  public static func findings(
    _ rule: RuleID, on day: String, policy: Policy = Policy(), _ tables: [String: String]
  ) throws -> [String] {
    let audit = try audit(on: day, policy: policy, rules: [rule], tables)
    return audit.lines.map { line in
      line.hasPrefix(rule.name + " ") ? String(line.dropFirst(rule.name.count + 1)) : line
    }
      + audit.outcomes.filter { $0.rule == rule }.compactMap {
        $0.notEvaluated.map { "not evaluated: \($0.code)" }
      }
  }
}

extension DayAudit {
  /// Every finding in order, a line each: rule, severity, key, then what else it says.
  public var lines: [String] {
    outcomes.flatMap { outcome in
      outcome.results.findings.map { line(of: details(of: $0, in: outcome.results)) }
    }
  }

  /// The rules that were not evaluated and why.
  public var reasons: [String] {
    outcomes.compactMap { outcome in outcome.notEvaluated.map { "\(outcome.rule.name) \($0.code)" } }
  }

  private func line(of finding: FindingDetails) -> String {
    var words = [finding.rule.name, finding.severity.name]
    func add(_ name: String, _ value: String?) {
      if let value { words.append("\(name)=\(value)") }
    }
    switch finding.rule.keyKind {
    case .provision: words.append(finding.provisionID ?? "?")
    case .operatorInCategory: words += [finding.operatorID ?? "?", finding.category?.name ?? "all"]
    case .operator: words.append(finding.operatorID ?? "?")
    case .cap: words += [finding.capID ?? "?", "\(finding.supplierID ?? "*")>\(finding.recipientID ?? "?")"]
    case .capAndParty: words += [finding.capID ?? "?", finding.party ?? "?"]
    case .operatorPair, .circle: words.append(finding.category?.name ?? "?")
    case .identity: words.append(finding.value ?? "?")
    case .waiver: words.append(finding.waiverID ?? "?")
    }
    add("cause", finding.cause?.name)
    add("operators", finding.operatorIDs.map { "[" + $0.joined(separator: ";") + "]" })
    add("members", finding.operators.map { "\($0)" })
    add("cycle", finding.cycle.map { "[" + $0.joined(separator: ";") + "]" })
    add("other", finding.otherID)
    add("restriction", finding.restrictionID)
    add("numbers", finding.numbers.map { "\($0)" })
    add("limit", finding.limit.map { "\($0)" })
    add("provisions", finding.provisions.map { "\($0)" })
    add("since", finding.since.map { "\($0)" })
    add("waived-by", finding.waivedBy)
    return words.joined(separator: " ")
  }
}
