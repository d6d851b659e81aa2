import Audit
import Numbering

/// Why two reports should not be compared: what they say differs for other reasons than the ledger.
public enum ReportDifference: Sendable, Equatable {
  /// They are redacted in different ways, with different keys, or only one is: nothing in them belongs together.
  case redaction(old: ReportDigest.RedactionMark?, new: ReportDigest.RedactionMark?)
  /// One of them has another layout.
  case schema(old: String, new: String)
  /// One is about a day, the other about a period.
  case auditKind
  /// They were judged by different policies.
  case policy(old: ReportDigest.PolicyMark, new: ReportDigest.PolicyMark)
  /// They are limited to different operators, or only one is limited.
  case operatorFilter(old: String?, new: String?)

  /// Whether it can be overruled: what is not redacted must not get into a report that is.
  public var canBeForced: Bool {
    if case .redaction = self { false } else { true }
  }

  /// The name in JSON, in kebab case.
  public var name: String {
    switch self {
    case .redaction: "redaction"
    case .schema: "schema"
    case .auditKind: "audit-kind"
    case .policy: "policy"
    case .operatorFilter: "operator-filter"
    }
  }

  /// Everything that speaks against comparing two reports; empty when nothing does.
  public static func between(_ old: ReportDigest, _ new: ReportDigest) -> [ReportDifference] {
    // Whatever else differs then, digests and ids, follows from it.
    if old.redaction != new.redaction { return [.redaction(old: old.redaction, new: new.redaction)] }
    var found: [ReportDifference] = []
    if old.schema != ReportDigest.schema || new.schema != ReportDigest.schema {
      found.append(.schema(old: old.schema, new: new.schema))
    }
    if old.time.isPeriod != new.time.isPeriod { found.append(.auditKind) }
    if !old.policy.agrees(with: new.policy) {
      found.append(.policy(old: old.policy, new: new.policy))
    }
    if old.operatorFilter != new.operatorFilter {
      found.append(.operatorFilter(old: old.operatorFilter, new: new.operatorFilter))
    }
    return found
  }
}

extension ReportDigest.AuditedTime {
  /// Whether it is a period.
  public var isPeriod: Bool {
    if case .period = self { true } else { false }
  }

  /// The day, or the last day of the period.
  public var last: Day {
    switch self {
    case .day(let day): day
    case .period(_, let to): to
    }
  }
}
