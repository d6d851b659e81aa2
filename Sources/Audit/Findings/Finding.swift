import Numbering
import SupplyChain

/// One thing a rule reports, as typed values: 56 bytes, no text, no object.
///
/// What the fields mean follows from `rule.keyKind`. Lists (operators, cycles) and texts live in the
/// `RuleFindings` that owns the finding. Tier and chain are worked out when a finding is shown.
public struct Finding: Sendable, Equatable {
  /// The rule that reports it.
  public let rule: RuleID
  /// nil for a rule without causes, or where none applies.
  public let cause: Cause?
  /// From the policy and the cause; set by the audit, never by a rule.
  public package(set) var severity: Severity = .notice
  /// nil where the key has none, or means all.
  public let category: Category?
  /// The first part of the key: see `KeyKind`.
  package let subject: UInt32
  /// The second part of the key: see `KeyKind`; `noIndex` for none.
  package let second: UInt32
  /// The third part of the key: see `KeyKind`; `noIndex` for none.
  package let third: UInt32
  /// `other_id`, a provision, or `restriction_id`, a restriction, as the rule has it; `noIndex` for none.
  package let related: UInt32
  /// Where its list or text stands in `RuleFindings.lists` or `.values`; `noIndex` for none.
  package let extra: UInt32
  /// `provisions` of the supplier rules, `operators` of a circle; 0 for none.
  package let count: UInt32
  /// The ordinal of the first day of the unbroken run of days; `Day.blank` for none.
  package let sinceOrdinal: Int32
  /// The waiver in force that matches; `noIndex` for none. Set by the audit.
  package var waiver: UInt32 = noIndex
  /// How many telephone numbers; `UInt64.max` for a rule that counts none.
  package let amount: UInt64
  /// The maximum of the cap; `UInt64.max` for none.
  package let maximum: UInt64

  package init(
    _ rule: RuleID, cause: Cause? = nil, subject: UInt32, second: UInt32 = noIndex, third: UInt32 = noIndex,
    category: Category? = nil, numbers: UInt64? = nil, limit: UInt64? = nil, related: UInt32 = noIndex,
    count: UInt32 = 0, since: Day? = nil, extra: UInt32 = noIndex
  ) {
    self.rule = rule
    self.cause = cause
    self.category = category
    self.subject = subject
    self.second = second
    self.third = third
    self.related = related
    self.extra = extra
    self.count = count
    sinceOrdinal = since?.ordinal ?? Day.blank
    amount = numbers ?? .max
    maximum = limit ?? .max
  }

  /// How many telephone numbers it is about; nil for a rule that counts none.
  public var numbers: UInt64? { amount == .max ? nil : amount }
  /// The maximum that was exceeded; nil for rules without one.
  public var limit: UInt64? { maximum == .max ? nil : maximum }
  /// The first day of the unbroken run of days up to the day of the audit; nil where it does not apply.
  public var since: Day? { Day(ordinal: sinceOrdinal) }
  /// Whether a waiver in force covers it.
  public var isWaived: Bool { waiver != noIndex }
}
