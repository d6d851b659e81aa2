import Bytes
import Numbering

/// The top of an answer in text: what was asked, of which ledger, under which policy, and the answer in one line.
struct QuestionHead {
  let title: Phrase
  /// nil where the answer is about every day.
  let day: Day?
  /// What was asked about, each with its label.
  var subjects: [(Phrase, String)] = []
  let answer: String

  func append(to page: inout TextPage, _ context: ReportContext) {
    let language = context.language
    page.heading(title[language], underline: "=")
    var rows = subjects
    if let day { rows.append((Words.questionDay, language == .ja ? day.japanese : day.description)) }
    rows.append((Words.dataset, visible(context.dataset)))
    let isBuiltIn = context.policySource == "built-in"
    var policy = isBuiltIn ? Words.builtInPolicy[language] : visible(context.policySource)
    if !context.policySHA256.isEmpty {
      policy += " (\(context.digestName) \(context.policySHA256.prefix(16))…)"
    }
    rows.append((Words.policy, policy))
    if let redaction = context.redaction { rows.append((RedactionWords.label, redaction.note[language])) }
    rows.append((Words.tool, "banken \(context.toolVersion)"))
    rows.append((Self.answer, answer))
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    if context.isLenient || context.inputs.contains(where: { $0.rejected > 0 }) {
      page.line()
      page.paragraph(
        LenientReading(context, language).sentences, first: page.styled("!! ", .yellow), indent: 3)
    }
    page.line()
  }

  private static let answer = Phrase(ja: "回答", en: "Answer")
}
