import Audit
import Bytes
import Comparison

/// What changed between two reports, for people.
struct DiffText {
  let comparison: ReportComparison
  let context: DiffContext

  private var language: Language { context.language }

  /// - Complexity: O(*n*) in findings, little of it for those that are not listed.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    page.heading(ComparisonWords.title[language], underline: "=")
    let table = ChangeTable(comparison: comparison, language: language, showsAll: context.showsAll)
    let policy =
      comparison.old.policy.agrees(with: comparison.new.policy)
      ? Phrase(ja: "同じ", en: "the same") : Phrase(ja: "異なる", en: "different")
    let rows = [
      (ComparisonWords.old, describe(comparison.old, context.oldName)),
      (ComparisonWords.new, describe(comparison.new, context.newName)),
      (ComparisonWords.policy, policy[language]), (Words.tool, "banken \(context.toolVersion)"),
      (ComparisonWords.result, table.verdict),
    ]
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    page.appendCautions(comparison, forced: context.forced, language)
    page.line()
    page.heading(ComparisonWords.byRule[language], underline: "-")
    table.append(to: &page)
    page.line()
    try output.write(page.buffer)
    page.removeAll()
    try writeLists(&page, to: output)
    page.paragraph(page.styled("\(ComparisonWords.result[language]): \(table.verdict)", .bold))
    page.line()
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private func writeLists(_ page: inout TextPage, to output: any Output) throws(OutputError) {
    for state in [FindingState.new, .noLongerWaived, .grown] { try write(state, &page, to: output) }
    try entries(.new).write(
      ChangeList(severityChangesOf: comparison), ComparisonWords.severityChanged, &page, to: output)
    for state in [FindingState.shrunk, .resolved, .newlyWaived] { try write(state, &page, to: output) }
    if context.showsAll { try write(.continuing, &page, to: output) }
  }

  private func write(
    _ state: FindingState, _ page: inout TextPage, to output: any Output
  ) throws(OutputError) {
    try entries(state).write(
      ChangeList(comparison, state), ComparisonWords.heading(state),
      asksToAct: state == .new || state == .noLongerWaived || state == .grown, &page, to: output)
  }

  private func entries(_ state: FindingState) -> ChangeEntries {
    let digest = state == .resolved ? comparison.old : comparison.new
    return ChangeEntries(
      comparison: comparison, language: language, showsAll: context.showsAll,
      messages: RecordedMessage(digest, language: language) { _ in nil })
  }

  private func describe(_ digest: ReportDigest, _ name: String) -> String {
    let gap = language == .ja ? "　" : "  "
    return visible(name) + gap + ComparisonWords.time(digest.time, language)
      + (digest.operatorFilter.map { "\(gap)\(Words.filter[language]) \(visible($0))" } ?? "")
      + (digest.redaction.map {
        "\(gap)\(RedactionWords.label[language]) \(ComparisonWords.mark($0)[language])"
      } ?? "")
  }
}

extension TextPage {
  /// Appends what a reader should know before trusting a comparison.
  mutating func appendCautions(
    _ comparison: ReportComparison, forced: [ReportDifference], _ language: Language
  ) {
    let said = ComparisonWords.cautions(comparison, forced: forced)
    if !said.isEmpty { line() }
    for caution in said { paragraph(caution[language], first: styled("!! ", .yellow), indent: 3) }
  }
}
