extension TelephoneNumber {
  /// The number a text means, or why it means none.
  public static func parse(_ text: String) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    var copy = text
    return copy.withUTF8 { parse(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The number a text in UTF-8 means, or why it means none.
  ///
  /// Allocates nothing for ASCII.
  package static func parse(
    bytes: UnsafeRawBufferPointer
  ) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    if let number = parsePlain(bytes) { return .success(number) }
    if WidthFolding.isASCII(bytes) { return parseASCII(bytes) }
    let folded = WidthFolding.folded(bytes)
    let text = folded.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes, as: UTF8.self)
    var ascii: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        ascii.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar.isHyphenLike {
        ascii.append(UInt8(ascii: "-"))
      } else {
        return .failure(.notANumber(Character(scalar)))
      }
    }
    return ascii.withUnsafeBytes { parseASCII($0) }
  }

  /// The quick way for digits with single hyphens between them; nil leaves the text to the general way.
  private static func parsePlain(_ bytes: UnsafeRawBufferPointer) -> TelephoneNumber? {
    guard bytes.count >= 10, bytes.count <= 17, bytes[0] == 48 else { return nil }
    var value: UInt64 = 0
    var digits = 0
    var previous: UInt8 = 0
    for byte in bytes {
      let digit = byte &- 48
      if digit <= 9 {
        value = value &* 10 &+ UInt64(digit)
        digits += 1
      } else if byte != UInt8(ascii: "-") || previous == byte {
        return nil
      }
      previous = byte
    }
    guard previous != UInt8(ascii: "-") else { return nil }
    return TelephoneNumber(value, digits: digits)
  }

  /// The subscriber number of those digits, the first of which is 0; nil if it is none.
  package init?(_ value: UInt64, digits: Int) {
    guard NumberingPlan.category(of: value) != nil, NumberingPlan.digits(of: value) == digits else {
      return nil
    }
    self.init(unchecked: value)
  }

  private static func parseASCII(
    _ bytes: UnsafeRawBufferPointer
  ) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    let trimmed = bytes.trimmingBlanks
    var digits = DialledDigits()
    var isInternational = false
    var isOpen = false
    for index in 0..<trimmed.count {
      let byte = trimmed[index]
      let digit = byte &- 48
      if digit <= 9 {
        digits.append(digit)
        continue
      }
      let isAllowed: Bool
      switch byte {
      case UInt8(ascii: " "):
        isAllowed = true
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        isAllowed = digits.count > 0 && index + 1 < trimmed.count
      case UInt8(ascii: "("):
        isAllowed = !isOpen
        isOpen = true
      case UInt8(ascii: ")"):
        isAllowed = isOpen && trimmed[index - 1] != UInt8(ascii: "(")
        isOpen = false
      case UInt8(ascii: "+"):
        isAllowed = index == 0
        isInternational = true
      default:
        isAllowed = false
      }
      if !isAllowed {
        return .failure(
          trimmed.isScientificNotation ? .scientific : .notANumber(Character(Unicode.Scalar(byte))))
      }
    }
    if isOpen { return .failure(.notANumber("(")) }
    guard digits.count > 0 else { return .failure(.notANumber(nil)) }
    return isInternational ? resolveInternational(digits) : resolve(digits)
  }

  private static func resolveInternational(
    _ digits: DialledDigits
  ) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    guard digits[0] == 8, digits[1] == 1 else { return .failure(.foreign) }
    let national = digits.droppingCountryCode
    guard national.count > 0 else { return .failure(.notANumber(nil)) }
    return resolve(national[0] == 0 ? national : national.withLeadingZero)
  }

  /// Judges the digits as they are dialled within the country.
  private static func resolve(
    _ digits: DialledDigits
  ) -> Result<TelephoneNumber, TelephoneNumberFailure> {
    guard digits[0] == 0 else { return .failure(judgeWithoutZero(digits)) }
    if let number = TelephoneNumber(digits.value, digits: digits.count) { return .success(number) }
    guard digits.count > 1 else { return .failure(.unknownPrefix) }
    let second: UInt8? = digits.count > 2 ? digits[2] : nil
    let third: UInt8? = digits.count > 3 ? digits[3] : nil
    switch NumberingPlan.promise(digits[1], second, third) {
    case .code(let code): return .failure(.nonSubscriber(code))
    case .unknown: return .failure(.unknownPrefix)
    case .subscriber(let category, let expected):
      return .failure(.wrongLength(found: digits.count, expected: expected, category: category))
    }
  }

  private static func judgeWithoutZero(_ digits: DialledDigits) -> TelephoneNumberFailure {
    let value = digits.value
    if digits.count == 3, digits[0] == 1 {
      return .nonSubscriber(value == 110 || value == 118 || value == 119 ? String(value) : "1XY")
    }
    if let number = TelephoneNumber(value, digits: digits.count + 1) { return .lostLeadingZero(number) }
    if digits.count == 15, value / 1_000_000_000_000 == 440 || value / 1_000_000_000_000 == 441 {
      return .nonSubscriber("IMSI")
    }
    return .unknownPrefix
  }
}

/// Digits as they are dialled: how many, the first few, and their value as a number.
private struct DialledDigits {
  private(set) var count = 0
  /// Of the first 18 digits; no number of the plan has more than 14.
  private(set) var value: UInt64 = 0
  private var head: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)

  mutating func append(_ digit: UInt8) {
    switch count {
    case 0: head.0 = digit
    case 1: head.1 = digit
    case 2: head.2 = digit
    case 3: head.3 = digit
    default: break
    }
    if count < 18 { value = value * 10 + UInt64(digit) }
    count += 1
  }

  /// One of the first four digits; 0 where there are fewer.
  subscript(index: Int) -> UInt8 {
    switch index {
    case 0: head.0
    case 1: head.1
    case 2: head.2
    default: head.3
    }
  }

  /// The digits behind a country code of two digits.
  var droppingCountryCode: DialledDigits {
    rebuilt(dropping: 2, leadingZero: false)
  }

  var withLeadingZero: DialledDigits {
    rebuilt(dropping: 0, leadingZero: true)
  }

  private func rebuilt(dropping dropped: Int, leadingZero: Bool) -> DialledDigits {
    var result = DialledDigits()
    if leadingZero { result.append(0) }
    let known = min(count, 18)
    var divisor: UInt64 = 1
    for _ in 1..<max(known, 1) { divisor *= 10 }
    var index = 0
    while index < known {
      if index >= dropped { result.append(UInt8(truncatingIfNeeded: value / divisor % 10)) }
      divisor /= 10
      index += 1
    }
    result.count += count - known
    return result
  }
}
