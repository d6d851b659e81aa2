import Numbering
import SupplyChain

/// Telephone numbers as they are shown: the one place of this room where a number becomes text.
///
/// Of a redacted ledger they are pseudonyms as long as the number (`NumberMask`).
struct NumberTexts: Sendable {
  private let mask: NumberMask?

  init(_ tables: Tables) {
    mask = tables.redaction?.numbers
  }

  /// Whether pseudonyms are shown, of which the ends of a range do not tell its size.
  var areMasked: Bool { mask != nil }

  /// The digits with the leading 0, without separators.
  func digits(_ number: UInt64) -> String { mask?.text(number) ?? "0\(number)" }

  /// The digits with the leading 0, without separators.
  func digits(_ number: TelephoneNumber) -> String { digits(number.rawValue) }

  /// Both ends of a range, or its only number.
  func range(_ start: UInt64, _ end: UInt64) -> String {
    start == end ? digits(start) : "\(digits(start))..\(digits(end))"
  }

  /// A range where nothing else tells its size: with it, when its ends are pseudonyms.
  func range(_ start: UInt64, _ end: UInt64, _ language: Language) -> String {
    guard areMasked, start != end else { return range(start, end) }
    var buffer = TextBuffer()
    buffer.append(range(start, end))
    buffer.append(language == .ja ? "（" : " (")
    buffer.append(count: end - start + 1, .numbers, language)
    buffer.append(language == .ja ? "）" : ")")
    return buffer.text
  }

  /// With hyphens, so that a spreadsheet takes it for text and keeps the leading 0; empty outside the plan.
  func hyphenated(_ number: UInt64) -> String {
    guard let category = TelephoneNumber(rawValue: number)?.category else { return "" }
    let digits = Array(digits(number))
    let groups: [Int] =
      switch digits.count {
      case 14: [4, 5, 5]
      case 11: category == .service ? [4, 3, 4] : [3, 4, 4]
      default: category == .service ? [4, 3, 3] : [6, 4]
      }
    var parts: [String] = []
    var place = 0
    for group in groups {
      parts.append(String(digits[place..<min(digits.count, place + group)]))
      place += group
    }
    return parts.joined(separator: "-")
  }
}

extension TextBuffer {
  /// Appends the digits of a number with the leading 0, without separators.
  mutating func append(_ number: UInt64, _ texts: NumberTexts) {
    if texts.areMasked { return append(texts.digits(number)) }
    append("0")
    append(decimal: number)
  }

  /// Appends the members `start`, `end`, `numbers` of a range.
  mutating func append(membersOfRange start: UInt64, _ end: UInt64, _ texts: NumberTexts) {
    append("\"start\": \"")
    append(start, texts)
    append("\", \"end\": \"")
    append(end, texts)
    append("\", \"numbers\": ")
    append(decimal: end - start + 1)
  }
}
