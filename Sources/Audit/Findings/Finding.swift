import Numbering
import SupplyChain

/// One thing a rule reports, as typed values: 32 bytes, no text, no object.
///
/// What the fields mean follows from `rule.keyKind`; those that no kind of key uses together share a place.
/// Lists (operators, cycles) and texts live in the `RuleFindings` that owns the finding. Tier and chain are
/// worked out when a finding is shown.
public struct Finding: Sendable, Equatable {
  /// The rule that reports it.
  public let rule: RuleID
  /// `Cause.rawValue` or `none`; of a cap, bits 32 to 39 of its maximum.
  private let causeCode: UInt8
  /// From the policy and the cause; set by the audit, never by a rule.
  public package(set) var severity: Severity = .notice
  /// `Category.rawValue` or `none`; of a cap, bits 40 to 47 of its maximum.
  private let categoryCode: UInt8
  /// The first part of the key: see `KeyKind`.
  package let subject: UInt32
  /// `second`, `related` or `count`.
  private let secondPlace: UInt32
  /// `third`, `extra` or `sinceOrdinal`.
  private var thirdPlace: UInt32
  /// The lower bits of the maximum of a cap.
  private let limitCode: UInt32
  /// The waiver in force that matches; `noIndex` for none. Set by the audit.
  package var waiver: UInt32 = noIndex
  /// How many telephone numbers; `UInt64.max` for a rule that counts none.
  package private(set) var amount: UInt64

  private static let none = UInt8.max
  /// Caps are far below it: SPEC §3 allows counts up to 10,000,000,000.
  private static let noLimit: UInt64 = 1 << 48 - 1

  /// A finding without severity; what its kind of key has no place for is left out.
  @inline(__always)
  package init(
    _ rule: RuleID, cause: Cause? = nil, subject: UInt32, second: UInt32 = noIndex, third: UInt32 = noIndex,
    category: Category? = nil, numbers: UInt64? = nil, limit: UInt64? = nil, related: UInt32 = noIndex,
    count: UInt32 = 0, since: Day? = nil, extra: UInt32 = noIndex
  ) {
    self.rule = rule
    self.subject = subject
    let kind = rule.keyKind
    switch kind {
    case .provision: secondPlace = related
    case .operatorInCategory, .circle: secondPlace = count
    case .operator, .cap, .capAndParty, .operatorPair, .identity, .waiver: secondPlace = second
    }
    switch kind {
    case .provision, .operatorInCategory: thirdPlace = UInt32(bitPattern: since?.ordinal ?? Day.blank)
    case .cap: thirdPlace = third
    case .operator, .capAndParty, .operatorPair, .circle, .identity, .waiver: thirdPlace = extra
    }
    if kind == .cap || kind == .capAndParty {
      let limit = min(limit ?? Self.noLimit, Self.noLimit)
      limitCode = UInt32(truncatingIfNeeded: limit)
      causeCode = UInt8(truncatingIfNeeded: limit >> 32)
      categoryCode = UInt8(truncatingIfNeeded: limit >> 40)
    } else {
      limitCode = 0
      causeCode = cause.map(\.rawValue) ?? Self.none
      categoryCode = category.map(\.rawValue) ?? Self.none
    }
    amount = numbers ?? .max
  }

  private var isOfCap: Bool { rule == .capExceeded || rule == .capExceededInTotal }

  /// nil for a rule without causes, or where none applies.
  public var cause: Cause? { isOfCap ? nil : Cause(rawValue: causeCode) }

  /// nil where the key has none, or means all.
  public var category: Category? { isOfCap ? nil : Category(rawValue: categoryCode) }

  /// How many telephone numbers it is about; nil for a rule that counts none.
  public var numbers: UInt64? { amount == .max ? nil : amount }

  /// The maximum that was exceeded; nil for rules without one.
  public var limit: UInt64? {
    guard isOfCap else { return nil }
    let limit = UInt64(limitCode) | UInt64(causeCode) << 32 | UInt64(categoryCode) << 40
    return limit == Self.noLimit ? nil : limit
  }

  /// The first day of the unbroken run of days up to the day of the audit; nil where it does not apply.
  public var since: Day? { Day(ordinal: sinceOrdinal) }

  /// Whether a waiver in force covers it.
  public var isWaived: Bool { waiver != noIndex }
}

extension Finding {
  /// The second part of the key: see `KeyKind`; `noIndex` for none.
  package var second: UInt32 {
    switch rule.keyKind {
    case .cap, .capAndParty, .operatorPair: secondPlace
    case .provision, .operatorInCategory, .operator, .circle, .identity, .waiver: noIndex
    }
  }

  /// The third part of the key: see `KeyKind`; `noIndex` for none.
  package var third: UInt32 { rule.keyKind == .cap ? thirdPlace : noIndex }

  /// `other_id`, a provision, or `restriction_id`, a restriction, as the rule has it; `noIndex` for none.
  package var related: UInt32 { rule.keyKind == .provision ? secondPlace : noIndex }

  /// Where its list or text stands in `RuleFindings.lists` or `.values`; `noIndex` for none.
  package var extra: UInt32 {
    switch rule.keyKind {
    case .operator, .capAndParty, .circle, .identity: thirdPlace
    case .provision, .operatorInCategory, .cap, .operatorPair, .waiver: noIndex
    }
  }

  /// `provisions` of the supplier rules, `operators` of a circle; 0 for none.
  package var count: UInt32 {
    switch rule.keyKind {
    case .operatorInCategory, .circle: secondPlace
    case .provision, .operator, .cap, .capAndParty, .operatorPair, .identity, .waiver: 0
    }
  }

  /// The ordinal of the first day of the unbroken run of days; `Day.blank` for none.
  package var sinceOrdinal: Int32 {
    switch rule.keyKind {
    case .provision, .operatorInCategory: Int32(bitPattern: thirdPlace)
    case .operator, .cap, .capAndParty, .operatorPair, .circle, .identity, .waiver: Day.blank
    }
  }
}

extension Finding {
  /// The same with its list or text at another place; it must have one.
  package func moved(to place: UInt32) -> Finding {
    var finding = self
    finding.thirdPlace = place
    return finding
  }

  /// The same with an amount of numbers, `UInt64.max` for none, and without the first day of an unbroken run.
  package func ofPeriod(amount: UInt64) -> Finding {
    var finding = self
    finding.amount = amount
    if sinceOrdinal != Day.blank { finding.thirdPlace = UInt32(bitPattern: Day.blank) }
    return finding
  }
}
