/// A subscriber number of Japan's numbering plan.
public struct TelephoneNumber: Hashable, Comparable, Sendable {
  /// The digits without the leading 0, as an integer: 5031234567 for 050-3123-4567.
  ///
  /// Lengths and prefixes of the plan make it unique, and numbers of one category and length ascend with it.
  public let rawValue: UInt64

  /// Takes a raw value known to be in the plan.
  package init(unchecked rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The number of a raw value; nil outside the plan.
  public init?(rawValue: UInt64) {
    guard NumberingPlan.category(of: rawValue) != nil else { return nil }
    self.rawValue = rawValue
  }

  /// The number a text means; nil if it means none.
  ///
  /// Accepted are the national form and that with +81, with spaces, dots, hyphens of any kind and parentheses, also in
  /// full-width.
  public init?(_ text: String) {
    guard case .success(let number) = TelephoneNumber.parse(text) else { return nil }
    self = number
  }

  /// The kind of number (種別).
  public var category: Category {
    // A number outside the plan cannot be made; `fixed` only completes the expression.
    NumberingPlan.category(of: rawValue) ?? .fixed
  }

  /// How many digits it has, the leading 0 included: 10, 11 or 14.
  public var digits: Int { NumberingPlan.digits(of: rawValue) }

  /// Whether the left number has fewer digits, or as many and comes first.
  public static func < (left: TelephoneNumber, right: TelephoneNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension TelephoneNumber: CustomStringConvertible {
  /// The digits with the leading 0, without separators.
  public var description: String { "0\(rawValue)" }
}

/// Why text is not a subscriber number.
public enum TelephoneNumberFailure: Error, Hashable, Sendable {
  /// A character that has no place where it stands; nil if there are no digits at all.
  case notANumber(Character?)
  /// A number as a spreadsheet shows it where the cell was too narrow: `8.15E+11`. Digits are lost.
  case scientific
  /// The leading 0 was lost, as in a spreadsheet; the number it was.
  case lostLeadingZero(TelephoneNumber)
  /// As many digits as found, the leading 0 included, where the prefix asks for others.
  case wrongLength(found: Int, expected: Int, category: Category)
  /// No category begins like that.
  case unknownPrefix
  /// An identification code that is no subscriber number: `00XY`, `010`, `091`, `1XY`, `110`, `118`, `119` or `IMSI`.
  case nonSubscriber(String)
  /// A country code other than +81.
  case foreign
}
