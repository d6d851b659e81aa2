import Audit
import Bytes
import Numbering

/// What a comparison needs of a report: where it came from, and for each finding its fingerprint and measures.
///
/// A finding takes 32 bytes, however long its entry in the report is. The text of a report that was read from a file stays
/// mapped, and single findings are looked up in it when they are shown.
public struct ReportDigest: Sendable {
  /// The days a report is about.
  public enum AuditedTime: Sendable, Hashable {
    case day(Day)
    /// Both ends included.
    case period(from: Day, to: Day)
  }

  /// A policy by its digests, lower-case hexadecimal.
  public struct PolicyMark: Sendable, Hashable {
    /// A file as the user named it, or `built-in`.
    public var source: String
    /// Of the file's bytes.
    public var sha256: String
    /// Of the policy in effect as `banken policy` prints it; nil in a report that does not say.
    public var effectiveSHA256: String?

    /// A policy with these digests.
    public init(source: String, sha256: String, effectiveSHA256: String?) {
      self.source = source
      self.sha256 = sha256
      self.effectiveSHA256 = effectiveSHA256
    }

    /// Whether both stand for the same settings, whatever their files look like.
    ///
    /// Where one of them does not say what is in effect, the digest of its file must be a digest of the other.
    public func agrees(with other: PolicyMark) -> Bool {
      if let effectiveSHA256, let others = other.effectiveSHA256 { return effectiveSHA256 == others }
      return sha256 == other.sha256 || sha256 == other.effectiveSHA256 || effectiveSHA256 == other.sha256
    }
  }

  /// What took the place of names, numbers or ids in a report.
  public struct RedactionMark: Sendable, Hashable {
    /// `names`, `numbers` or `all`.
    public var scope: String
    /// Which key the pseudonyms were made with: what a report says of it.
    public var keyID: String

    /// A redaction of this kind with this key.
    public init(scope: String, keyID: String) {
      self.scope = scope
      self.keyID = keyID
    }
  }

  /// One finding.
  public struct Entry: Sendable {
    /// The sixteen digits as a number.
    package var bits: UInt64
    /// `UInt64.max` for none.
    package var amount: UInt64
    /// Where its object begins in the file; of an audit, its place among the findings of its rule.
    package var place: Int
    /// The rule that reports it.
    public package(set) var rule: RuleID
    /// After policy and cause.
    public package(set) var severity: Severity
    /// Whether a waiver covers it.
    public package(set) var isWaived: Bool
    /// Whether it had ended by the last day of the period; false in a report of a day.
    public package(set) var isMended = false

    /// Sixteen hexadecimal digits that stay the same as long as rule and key do.
    public var fingerprint: String { hexadecimal(bits) }
    /// How many telephone numbers it is about; nil where it counts none.
    public var numbers: UInt64? { amount == .max ? nil : amount }
  }

  /// The name of the report's layout; `banken-report/1`.
  public package(set) var schema = ReportDigest.schema
  /// When the findings held.
  public package(set) var time: AuditedTime
  /// What the findings were judged by.
  public package(set) var policy: PolicyMark
  /// The operator that the findings are limited to; nil for none.
  public package(set) var operatorFilter: String?
  /// How it was redacted; nil when names, numbers and ids are those of the ledger.
  public package(set) var redaction: RedactionMark?
  /// Rows that a lenient reading had set aside: findings may be missing.
  public package(set) var rejectedRows = 0
  /// SHA-256 of the report, lower-case hexadecimal; nil for an audit that was never written.
  public package(set) var sha256: String?
  /// By `RuleID.rawValue`: the code of the reason why a rule was not evaluated; nil when it was.
  package var reasons: [String?]
  /// In the order of the report.
  public package(set) var entries: [Entry] = []
  /// The report that `place` points into; nil for an audit.
  package var content: FileContent?
  /// The text of the disclaimer, which tells the language; nil when there is none.
  package var disclaimer: String?

  /// The layout that can be read.
  public static let schema = "banken-report/1"
  /// The reason of a rule that the report does not list: it was written by a version that did not have it.
  public static let notListed = "not-in-report"

  package init(time: AuditedTime, policy: PolicyMark, reasons: [String?]) {
    self.time = time
    self.policy = policy
    self.reasons = reasons
  }

  /// How many findings it holds, waived ones included.
  public var count: Int { entries.count }

  /// Why a rule was not evaluated, as a code; nil when it was.
  public func reason(_ rule: RuleID) -> String? { reasons[Int(rule.rawValue)] }
}
