import Audit
import Numbering

/// The head of every answer in text: what was asked of which ledger on which day.
struct AnswerPage {
  private let context: ReportContext

  init(_ context: ReportContext) {
    self.context = context
  }

  /// Appends the rows of a question with day, ledger, policy and tool, and what a lenient reading left out.
  func append(_ rows: [(Phrase, String)], day: Day, to page: inout TextPage) {
    let language = context.language
    var all = rows
    all.append((Words.questionDay, language == .ja ? day.japanese : day.description))
    all.append((Words.dataset, visible(context.dataset)))
    let isBuiltIn = context.policySource == "built-in"
    var policy = isBuiltIn ? Words.builtInPolicy[language] : visible(context.policySource)
    if !context.policySHA256.isEmpty {
      policy += " (\(context.digestName) \(context.policySHA256.prefix(16))…)"
    }
    all.append((Words.policy, policy))
    if let redaction = context.redaction { all.append((RedactionWords.label, redaction.note[language])) }
    all.append((Words.tool, "banken \(context.toolVersion)"))
    let column = all.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in all {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    if context.isLenient || context.inputs.contains(where: { $0.rejected > 0 }) {
      page.line()
      page.paragraph(
        LenientReading(context, language).sentences, first: page.styled("!! ", .yellow), indent: 3)
    }
    page.line()
  }
}
