import Banken
import Bytes

/// Every word about mistakes in reports that are read back.
enum ReportWords {
  /// What is wrong, with the place in the document.
  static func message(_ problem: ReportProblem, _ language: Language) -> String {
    let text = phrase(problem.kind)[language]
    return problem.path.isEmpty ? text : "\(safeText(problem.path)): \(text)"
  }

  private static func phrase(_ kind: ReportProblem.Kind) -> Phrase {
    switch kind {
    case .notJSON(let kind): PolicyWords.json(kind)
    case .otherSchema(let found):
      Phrase(ja: "監査の報告ではなく「\(short(found))」です", en: "no audit report but '\(short(found))'")
    case .missingMember(let name):
      Phrase(ja: "項目 \"\(name)\" がありません", en: "the member \"\(name)\" is missing")
    case .duplicateMember(let name):
      Phrase(ja: "項目 \"\(short(name))\" が二度あります", en: "the member \"\(short(name))\" is there twice")
    case .wrongValue(let expected):
      Phrase(ja: "\(show(expected).ja)が必要です", en: "expected \(show(expected).en)")
    case .unknownRule(let name):
      Phrase(
        ja: "この版にないルール「\(short(name))」です", en: "this version has no rule '\(short(name))'")
    case .duplicateRule(let rule):
      Phrase(ja: "ルール \(rule.name) が二度あります", en: "the rule \(rule.name) is there twice")
    case .duplicateFingerprint(let text, let line):
      Phrase(
        ja: "同じ fingerprint \(text) の指摘が \(line) 行目にもあります",
        en: "the finding on line \(line) has the same fingerprint \(text)")
    case .wrongCount(let rule, let waived, let said, let found):
      Phrase(
        ja: "\(rule.name) の\(waived ? "適用除外とした" : "")指摘は \(said) 件とありますが、実際は \(found) 件です",
        en: "\(rule.name) is said to have \(said) \(waived ? "waived " : "")findings, but there are \(found)")
    case .notEvaluated(let rule):
      Phrase(
        ja: "判定していないルール \(rule.name) の指摘があります", en: "a finding of \(rule.name), which was not evaluated")
    case .tooMany: Phrase(ja: "指摘が多すぎます", en: "too many findings")
    }
  }

  private static func show(_ expected: ReportProblem.Expected) -> Phrase {
    switch expected {
    case .object: Phrase(ja: "オブジェクト {…} ", en: "an object {…}")
    case .array: Phrase(ja: "配列 […] ", en: "an array […]")
    case .string: Phrase(ja: "文字列", en: "a string")
    case .boolean: Phrase(ja: " true か false ", en: "true or false")
    case .stringOrNull: Phrase(ja: "文字列か null ", en: "a string or null")
    case .count:
      Phrase(ja: " 0 から \(UInt64.max - 1) の整数", en: "a whole number from 0 to \(UInt64.max - 1)")
    case .severity:
      Phrase(ja: "重大度(violation, warning, notice)", en: "a severity (violation, warning, notice)")
    case .day: Phrase(ja: "日付(2026-04-01 など)", en: "a date such as 2026-04-01")
    case .fingerprint: Phrase(ja: "16 桁の 16 進数(0–9, a–f)", en: "sixteen hexadecimal digits (0-9, a-f)")
    case .time:
      Phrase(ja: "項目 on、または from と to (順)", en: "the member on, or from and to in that order")
    }
  }

  /// Text from the file, cut when it is long.
  private static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return safeText(String(scalars[..<end])) + (end == scalars.endIndex ? "" : "…")
  }
}
