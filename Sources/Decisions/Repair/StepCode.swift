import Numbering
import SupplyChain

/// A step before it has a number: a person and what it lacks.
///
/// Ordered by person, certification before approvals, approvals by category: file order.
struct StepCode: Hashable, Comparable {
  let value: UInt32

  static func certification(of person: PersonIndex) -> StepCode { StepCode(value: person << 3) }

  static func approval(of person: PersonIndex, in category: Category) -> StepCode {
    StepCode(value: person << 3 | UInt32(category.rawValue) + 1)
  }

  var person: PersonIndex { value >> 3 }
  /// nil for a certification.
  var category: Category? { value & 7 == 0 ? nil : Category(rawValue: UInt8(value & 7) - 1) }

  static func < (left: StepCode, right: StepCode) -> Bool { left.value < right.value }
}

extension [StepCode] {
  /// Appends a code unless it is there; sets are small.
  mutating func appendOnce(_ code: StepCode) {
    if !contains(code) { append(code) }
  }
}

/// What an operator has and lacks as an end of provisions; eight bytes, fetched at once.
struct EndFacts: Sendable {
  let person: PersonIndex
  /// Categories, a bit each.
  let approved: UInt8
  let isCertified: Bool
  let isUser: Bool

  /// Appends what the operator lacks in a category.
  func appendLacks(in category: Category, to codes: inout [StepCode]) {
    if !isCertified { codes.appendOnce(.certification(of: person)) }
    if approved >> category.rawValue & 1 == 0 { codes.appendOnce(.approval(of: person, in: category)) }
  }
}

/// A provision with what is known of its two ends.
struct ProvisionEnds {
  let provision: ProvisionIndex
  let supplier: OperatorIndex
  let category: Category
  let isRanged: Bool
  /// Whether the provision is clean, where that can be told by its supplier alone.
  let isClean: Bool?
  let ofSupplier: EndFacts
  let ofRecipient: EndFacts

  /// Appends what the ends lack.
  func appendLacks(to codes: inout [StepCode]) {
    ofSupplier.appendLacks(in: category, to: &codes)
    if !ofRecipient.isUser { ofRecipient.appendLacks(in: category, to: &codes) }
  }
}
