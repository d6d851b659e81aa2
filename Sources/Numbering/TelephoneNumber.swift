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

  /// The number a text means in any written form; nil if it means none.
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
  public var digits: Int {
    rawValue < 1_000_000_000 ? 10 : rawValue < 10_000_000_000 ? 11 : 14
  }

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
  /// No digits at all, or a character that stands in no number.
  case notANumber(Character?)
  /// A number in a form that only Excel gives: `8.15E+11`.
  case scientific
  /// The leading 0 was lost; the number it was.
  case lostLeadingZero(TelephoneNumber)
  /// As many digits as found, where the prefix asks for others.
  case wrongLength(found: Int, expected: Int, category: Category)
  /// No category begins like that.
  case unknownPrefix
  /// 00XY, 1XY, 091… and other codes that are not subscriber numbers.
  case nonSubscriber(String)
  /// A country code other than +81.
  case foreign
}

extension TelephoneNumber {
  /// The number a text means, or why it means none.
  public static func parse(_ text: String) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    var copy = text
    return copy.withUTF8 { parse(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The number a text in UTF-8 means, or why it means none.
  ///
  /// Allocates nothing for digits and hyphens in ASCII.
  package static func parse(
    bytes: UnsafeRawBufferPointer
  ) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    var value: UInt64 = 0
    var count = 0
    var isPlain = bytes.count > 0 && bytes.count < 24 && bytes[0] == UInt8(ascii: "0")
    if isPlain {
      for byte in bytes {
        let digit = byte &- 48
        if digit <= 9 {
          value = value &* 10 &+ UInt64(digit)
          count &+= 1
        } else if byte != UInt8(ascii: "-") {
          isPlain = false
          break
        }
      }
    }
    if isPlain, count <= 15, NumberingPlan.category(of: value) != nil {
      let number = TelephoneNumber(unchecked: value)
      if number.digits == count { return .success(number) }

    }
    return parseSlowly(bytes)
  }

  /// Reads any written form.
  private static func parseSlowly(
    _ bytes: UnsafeRawBufferPointer
  ) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    // No number is as long: what is longer must not cost a folding.
    guard bytes.count <= 256 else { return .failure(.notANumber(nil)) }
    let folded = WidthFolding.folded(bytes)
    let text = folded.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
    if isScientific(text) { return .failure(.scientific) }
    var digits: [UInt8] = []
    var isInternational = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        digits.append(UInt8(truncatingIfNeeded: scalar.value) - 48)
      case "+":
        guard digits.isEmpty, !isInternational else { return .failure(.notANumber("+")) }
        isInternational = true
      case " ", ".", "(", ")", "\u{A0}", "\u{3000}":
        continue
      default:
        guard scalar.isHyphenLike else { return .failure(.notANumber(Character(scalar))) }
      }
    }
    guard !digits.isEmpty else { return .failure(.notANumber(nil)) }
    if isInternational {
      guard digits.starts(with: [8, 1]) else { return .failure(.foreign) }
      digits.removeFirst(2)
      // +81(0)3-… is written too.
      if digits.first != 0 { digits.insert(0, at: 0) }
    }
    return resolve(digits)
  }

  /// Whether it is a number as Excel shows one too wide for its column.
  private static func isScientific(_ text: String) -> Bool {
    let upper = text.uppercased()
    guard let exponent = upper.firstIndex(of: "E") else { return false }
    let (mantissa, power) = (upper[..<exponent], upper[exponent...].dropFirst())
    return !mantissa.isEmpty && mantissa.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      && !power.isEmpty && power.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "+") }
  }

  private static func value(of digits: [UInt8]) -> UInt64? {
    guard digits.count <= 18 else { return nil }
    return digits.reduce(0) { $0 * 10 + UInt64($1) }
  }

  /// Decides over digits whose separators are gone.
  private static func resolve(_ digits: [UInt8]) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    guard digits.first == 0 else {
      if let value = value(of: digits), digits.count >= 9, let number = TelephoneNumber(rawValue: value) {
        return .failure(.lostLeadingZero(number))
      }
      if digits.first == 1, digits.count <= 4 { return .failure(.nonSubscriber("1XY")) }
      return .failure(.unknownPrefix)
    }
    let at = { (index: Int) -> UInt8 in index < digits.count ? digits[index] : 10 }
    if at(1) == 0 { return .failure(.nonSubscriber("00XY")) }
    if at(1) == 9, at(2) == 1 { return .failure(.nonSubscriber("091")) }
    guard let (category, length) = prefix(at) else { return .failure(.unknownPrefix) }
    guard digits.count == length else {
      return .failure(.wrongLength(found: digits.count, expected: length, category: category))
    }
    guard let value = value(of: digits), let number = TelephoneNumber(rawValue: value) else {
      return .failure(.unknownPrefix)
    }
    return .success(number)
  }

  /// The category and the length that the first digits ask for, by the longest prefix that matches.
  private static func prefix(_ at: (Int) -> UInt8) -> (Category, Int)? {
    let next = at(3)
    switch (at(1), at(2)) {
    case (2, 0): return next == 0 ? (.data, 14) : next == 4 ? (.paging, 11) : next == 10 ? nil : (.data, 11)
    case (5, 0): return next == 0 || next == 10 ? nil : (.ip, 11)
    case (6, 0): return next == 10 ? nil : next == 0 ? (.fmc, 11) : (.mobile, 11)
    case (8, 0): return next == 10 ? nil : next == 0 ? (.service, 11) : (.mobile, 11)
    case (7, 0), (9, 0): return next == 0 || next == 10 ? nil : (.mobile, 11)
    case (1, 2), (1, 7), (1, 8), (5, 7), (9, 9): return (next == 0 ? .service : .fixed, 10)
    case (1...9, 1...9): return (.fixed, 10)
    default: return nil
    }
  }
}
