import Numbering
import SupplyChain

/// A text as it may be shown on one line: control characters escaped, cut after `limit` characters.
func shown(_ text: String, limit: Int = 80) -> String {
  var result = ""
  for (count, character) in text.enumerated() {
    if count == limit { return result + "…" }
    for scalar in character.unicodeScalars.prefix(16) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default: result += "\\u{\(String(scalar.value, radix: 16))}"
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// Every word of the diagnostics, in both languages.
enum DiagnosticText {
  /// What to say of a diagnostic: either what was expected in place of what was found, or a sentence.
  struct Wording {
    var expected: String?
    var statement: String?
    var hint: String?

    static func expected(_ text: String, hint: String? = nil) -> Wording {
      Wording(expected: text, hint: hint)
    }

    static func says(_ text: String, hint: String? = nil) -> Wording {
      Wording(statement: text, hint: hint)
    }
  }

  static func message(of diagnostic: Diagnostic, _ language: DiagnosticLanguage) -> String {
    let wording = wording(of: diagnostic, language)
    var result = diagnostic.columnName.map { shown($0, limit: 40) + ": " } ?? ""
    let found = diagnostic.found.map { shown($0) }
    if let expected = wording.expected {
      switch language {
      case .en:
        result += found.map { "found \"\($0)\", expected \(expected)" } ?? "blank, expected \(expected)"
      case .ja: result += found.map { "「\($0)」は不可。\(expected)を記入" } ?? "空欄。\(expected)を記入"
      }
    } else {
      result += wording.statement ?? ""
    }
    if let hint = wording.hint { result += language == .en ? "; \(hint)" : "（\(hint)）" }
    return result
  }

  static func wording(of diagnostic: Diagnostic, _ language: DiagnosticLanguage) -> Wording {
    switch language {
    case .en: EnglishText.wording(of: diagnostic)
    case .ja: JapaneseText.wording(of: diagnostic)
    }
  }

  /// A number with thousands commas.
  static func grouped(_ value: UInt64) -> String {
    var result = ""
    for (index, digit) in String(value).reversed().enumerated() {
      if index > 0, index % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }

  static func hexList(_ bytes: [UInt8]) -> String {
    let text = bytes.prefix(8).map { hex($0) }.joined(separator: " ")
    return bytes.count > 8 ? text + " …" : text
  }

  /// Whether a text looks like a number that a narrow cell of Excel has shortened: `8.15E+11`.
  static func isScientific(_ text: String) -> Bool {
    let folded = foldedWord(text)
    guard let exponent = folded.firstIndex(of: "e"), exponent != folded.startIndex else { return false }
    return folded[..<exponent].allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
      && folded[folded.index(after: exponent)...].drop { $0 == "+" || $0 == "-" }.allSatisfy(\.isNumber)
      && folded.last?.isNumber == true
  }
}
