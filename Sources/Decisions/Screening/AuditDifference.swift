import Audit
import Numbering
import SupplyChain

/// What a change of a ledger does to the findings of a day: which appear, grow, shrink, change or vanish.
///
/// Findings are the same when rule and key are. Rows of the second ledger must be those of the first, with more
/// provisions at the end.
public struct AuditDifference: Sendable {
  /// What becomes of a finding.
  public enum Change: UInt8, Sendable, CaseIterable {
    /// It is found, or counts, only after the change.
    case appears
    /// It has more numbers; a circle more members.
    case grows
    /// It has fewer numbers; a circle fewer members.
    case shrinks
    /// It has another severity or cause.
    case changes
    /// It is found, or counts, only before the change.
    case vanishes

    /// The name in JSON.
    public var name: String {
      switch self {
      case .appears: "appears"
      case .grows: "grows"
      case .shrinks: "shrinks"
      case .changes: "changes"
      case .vanishes: "vanishes"
      }
    }
  }

  /// A finding that is not the same before and after; at least one of the places is given.
  public struct Entry: Sendable, Equatable {
    /// The rule that reports it.
    public let rule: RuleID
    /// Its place among the findings of the rule before the change; nil when it was not found.
    public let before: Int?
    /// Its place among the findings of the rule after the change; nil when it is not found.
    public let after: Int?
    /// What became of it, as far as it counts; nil when a waiver covers it before and after.
    public let change: Change?
    /// Whether it is found for the first time, or has more numbers, whether or not a waiver covers it.
    package let isNews: Bool
  }

  /// The day without the change.
  public let before: DayAudit
  /// The day with the change.
  public let after: DayAudit
  /// In the order of rules and keys.
  public let entries: [Entry]

  /// Compares two audits of one day and policy.
  ///
  /// - Complexity: O(*n*) in findings.
  public init(from before: DayAudit, to after: DayAudit) {
    self.before = before
    self.after = after
    var entries: [Entry] = []
    // What several operators carry in common is no matter of provisions.
    for rule in RuleID.allCases where rule.keyKind != .identity {
      let (old, new) = (before.outcomes[Int(rule.rawValue)], after.outcomes[Int(rule.rawValue)])
      guard old.notEvaluated == nil, new.notEvaluated == nil else { continue }
      Self.compare(rule, old.results.findings, new.results.findings, &entries)
    }
    self.entries = entries
  }

  private static func compare(
    _ rule: RuleID, _ old: [Finding], _ new: [Finding], _ entries: inout [Entry]
  ) {
    let kind = rule.keyKind
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (a, b) = (i < old.count ? old[i] : nil, j < new.count ? new[j] : nil)
      var order = a == nil ? 1 : -1
      if let a, let b {
        let (left, right) = (FindingKey(a, kind), FindingKey(b, kind))
        order = left < right ? -1 : right < left ? 1 : 0
      }
      let (before, after) = (order <= 0 ? i : nil, order >= 0 ? j : nil)
      if let entry = Entry(rule, before, after, order <= 0 ? a : nil, order >= 0 ? b : nil) {
        entries.append(entry)
      }
      if order <= 0 { i += 1 }
      if order >= 0 { j += 1 }
    }
  }

  /// The finding of an entry: after the change, else before it.
  public func finding(of entry: Entry) -> (finding: Finding, results: RuleFindings, audit: DayAudit)? {
    let index = Int(entry.rule.rawValue)
    if let place = entry.after {
      let results = after.outcomes[index].results
      return (results.findings[place], results, after)
    }
    guard let place = entry.before else { return nil }
    let results = before.outcomes[index].results
    return (results.findings[place], results, before)
  }
}

extension AuditDifference.Entry {
  /// nil for a finding that is the same.
  fileprivate init?(_ rule: RuleID, _ before: Int?, _ after: Int?, _ old: Finding?, _ new: Finding?) {
    let (was, now) = (old.map { !$0.isWaived } ?? false, new.map { !$0.isWaived } ?? false)
    var change: AuditDifference.Change?
    var isNews = false
    if let old, let new {
      let (less, more) = (old.measure, new.measure)
      isNews = more > less
      if was, now {
        if more != less {
          change = more > less ? .grows : .shrinks
        } else if old.severity != new.severity || old.cause != new.cause {
          change = .changes
        }
      } else if was != now {
        change = now ? .appears : .vanishes
      }
    } else {
      isNews = new != nil
      change = was ? .vanishes : now ? .appears : nil
    }
    if change == nil, !isNews { return nil }
    (self.rule, self.before, self.after, self.change, self.isNews) = (rule, before, after, change, isNews)
  }
}

extension Finding {
  /// What can be greater: its numbers, or how many operators a circle has.
  fileprivate var measure: UInt64 { rule.keyKind == .circle ? UInt64(count) : numbers ?? 0 }
}

extension AuditDifference {
  /// By `Severity.rawValue`, how many entries appear, grow or become graver.
  func worsening(among entries: [Entry]) -> [Int] {
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    for entry in entries {
      guard let place = entry.after else { continue }
      let now = after.outcomes[Int(entry.rule.rawValue)].results.findings[place].severity
      switch entry.change {
      case .appears, .grows: break
      case .changes:
        let was = entry.before.map {
          before.outcomes[Int(entry.rule.rawValue)].results.findings[$0].severity
        }
        guard let was, was < now else { continue }
      case .shrinks, .vanishes, nil: continue
      }
      counts[Int(now.rawValue)] += 1
    }
    return counts
  }

  /// Whether an entry is a reason against a candidate, waived or not (SPEC §8 `screen`).
  func isReason(_ entry: Entry, _ candidate: ProvisionCandidate) -> Bool {
    guard entry.isNews, let place = entry.after else { return false }
    let results = after.outcomes[Int(entry.rule.rawValue)].results
    let finding = results.findings[place]
    let (u, v) = (candidate.supplier, candidate.recipient)
    switch entry.rule.keyKind {
    case .provision: return Int(finding.subject) == before.state.chain.tables.provisions.count
    case .operatorInCategory:
      return (finding.subject == u || finding.subject == v) && finding.category == candidate.category
    case .operator: return finding.subject == u || finding.subject == v
    case .cap: return (finding.second == u || finding.second == noIndex) && finding.third == v
    case .capAndParty: return finding.second == after.state.chain.parties.groupOf[Int(v)]
    case .circle:
      let members = results.list(finding.extra)
      return finding.category == candidate.category && members.contains(u) && members.contains(v)
    case .operatorPair, .identity, .waiver: return false
    }
  }

  /// The reason that an entry comes to.
  fileprivate func reason(_ entry: Entry, _ candidate: ProvisionCandidate) -> ScreenReason? {
    guard let (finding, results, audit) = finding(of: entry) else { return nil }
    let refers = audit.references(of: finding, in: results)
    let subject: ScreenReason.Subject =
      switch entry.rule.keyKind {
      case .cap: .cap(Int(finding.subject))
      case .capAndParty: .party(cap: Int(finding.subject))
      case .circle: .circle
      case .operatorInCategory, .operator: finding.subject == candidate.supplier ? .supplier : .recipient
      case .provision, .operatorPair, .identity, .waiver: .candidate
      }
    return ScreenReason(
      rule: finding.rule, severity: finding.severity, cause: finding.cause, subject: subject,
      numbers: finding.numbers, limit: finding.limit, other: refers.other, restriction: refers.restriction)
  }
}

extension ScreenAnswer {
  /// The answer by the definition.
  package init(_ difference: AuditDifference, _ candidate: ProvisionCandidate) {
    var (reasons, waived): ([ScreenReason], [ScreenReason]) = ([], [])
    for entry in difference.entries where difference.isReason(entry, candidate) {
      guard let reason = difference.reason(entry, candidate), let found = difference.finding(of: entry) else {
        continue
      }
      if found.finding.isWaived { waived.append(reason) } else { reasons.append(reason) }
    }
    self.init(candidate, reasons: reasons, waived: waived)
  }
}
