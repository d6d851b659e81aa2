/// A corporate number (法人番号): 13 digits, the first of them a check digit.
public struct CorporateNumber: Hashable, Sendable {
  /// The 13 digits as an integer.
  public let rawValue: UInt64

  /// The number of 13 digits; nil if the check digit is wrong.
  public init?(rawValue: UInt64) {
    guard rawValue >= 1_000_000_000_000, rawValue <= 9_999_999_999_999,
      CorporateNumber.checkDigit(of: rawValue % 1_000_000_000_000) == rawValue / 1_000_000_000_000
    else { return nil }
    self.rawValue = rawValue
  }

  /// The check digit of 12 base digits: 9 − (Σ Pₖ·Qₖ mod 9), Qₖ = 1 for odd k and 2 for even k from the right
  /// (法人番号の指定等に関する省令 art. 2).
  public static func checkDigit(of base: UInt64) -> UInt64 {
    var rest = base
    var sum: UInt64 = 0
    for k in 1...12 {
      sum += rest % 10 * (k % 2 == 1 ? 1 : 2)
      rest /= 10
    }
    return 9 - sum % 9
  }

  /// The number a text in UTF-8 means, or why it means none; full-width digits are folded, blanks around them
  /// ignored.
  package static func parse(bytes: UnsafeRawBufferPointer) -> Result<CorporateNumber, CorporateNumberFailure>
  {
    if let folded = WidthFolding.folded(bytes) {
      return folded.withUnsafeBytes { parseFolded($0) }
    }
    return parseFolded(bytes)
  }

  /// The number a text means, or why it means none.
  public static func parse(_ text: String) -> Result<CorporateNumber, CorporateNumberFailure> {
    var copy = text
    return copy.withUTF8 { parse(bytes: UnsafeRawBufferPointer($0)) }
  }

  private static func parseFolded(
    _ bytes: UnsafeRawBufferPointer
  ) -> Result<CorporateNumber, CorporateNumberFailure> {
    var value: UInt64 = 0
    var digits = 0
    for byte in bytes.trimmingBlanks {
      let digit = byte &- 48
      guard digit <= 9 else { return .failure(.notDigits) }
      digits += 1
      if digits <= 13 { value = value * 10 + UInt64(digit) }
    }
    guard digits == 13 else { return .failure(.wrongLength(found: digits)) }
    let expected = checkDigit(of: value % 1_000_000_000_000)
    guard let number = CorporateNumber(rawValue: value) else {
      return .failure(.wrongCheckDigit(found: value / 1_000_000_000_000, expected: expected))
    }
    return .success(number)
  }
}

extension CorporateNumber: CustomStringConvertible {
  /// The 13 digits.
  public var description: String { String(rawValue) }
}

/// Why text is not a corporate number.
public enum CorporateNumberFailure: Error, Hashable, Sendable {
  /// Something other than digits.
  case notDigits
  /// Not 13 digits.
  case wrongLength(found: Int)
  /// The first digit does not fit the others.
  case wrongCheckDigit(found: UInt64, expected: UInt64)
}
