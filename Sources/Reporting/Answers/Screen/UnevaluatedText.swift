import Audit
import Decisions

/// The rules that were not evaluated, with why, as `check` lists them.
struct UnevaluatedText {
  let rules: [UnevaluatedRule]
  let language: Language

  func append(to page: inout TextPage) {
    if rules.isEmpty { return }
    page.heading(ScreenWords.notEvaluated[language], underline: "-")
    for one in rules {
      page.paragraph(
        one.reason.explanation[language], first: TextPage.pad(one.rule.name, to: 28), indent: 28)
    }
    let hidden = rules.count(where: \.mayHideReason)
    if hidden > 0 {
      page.paragraph(
        language == .ja
          ? "このうち\(hidden)ルールは台帳に要る記載がないためで、記載があれば判定の理由となる指摘が生じることがある。"
          : "\(hidden) of them for want of data: with it they might speak against the candidate.")
    }
    page.line()
  }

  /// The same in a cell: `rule:reason;rule:reason`.
  static func cell(_ rules: [UnevaluatedRule]) -> String {
    rules.map { "\($0.rule.name):\($0.reason.code)" }.joined(separator: ";")
  }

  /// The same as a JSON list.
  static func append(_ rules: [UnevaluatedRule], to buffer: inout TextBuffer) {
    buffer.append("[")
    for (place, one) in rules.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      buffer.append("{\"rule\": \"\(one.rule.name)\", \"reason\": \"\(one.reason.code)\"}")
    }
    buffer.append("]")
  }
}
