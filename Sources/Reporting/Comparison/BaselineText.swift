import Audit
import Bytes
import Comparison
import SupplyChain

/// What the text of an audit says about an earlier report.
struct BaselineText {
  private let baseline: Baseline
  private let audit: DayAudit
  private let context: ReportContext

  init(_ baseline: Baseline, _ audit: DayAudit, _ context: ReportContext) {
    self.baseline = baseline
    self.audit = audit
    self.context = context
  }

  private var language: Language { context.language }

  /// Appends what changed, in one line and rule by rule.
  func appendBlock(to page: inout TextPage) {
    let comparison = baseline.comparison
    page.heading(ComparisonWords.block[language], underline: "-")
    let gap = language == .ja ? "　" : "  "
    let table = ChangeTable(comparison: comparison, language: language, showsAll: context.showsAll)
    let rows = [
      (
        ComparisonWords.old,
        visible(baseline.name) + gap + ComparisonWords.time(comparison.old.time, language)
      ),
      (ComparisonWords.result, table.verdict),
    ]
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    page.appendCautions(comparison, forced: baseline.forced, language)
    page.line()
    table.append(to: &page)
    page.line()
  }

  /// Writes the findings that the earlier report had and this one has not.
  ///
  /// - Complexity: O(*n*) in findings of the earlier report.
  func writeResolved(_ page: inout TextPage, to output: any Output) throws(OutputError) {
    let comparison = baseline.comparison
    let entries = ChangeEntries(
      comparison: comparison, language: language, showsAll: context.showsAll,
      messages: RecordedMessage(comparison.old, language: language, audit: audit))
    try entries.write(
      ChangeList(comparison, .resolved), ComparisonWords.heading(.resolved), &page, to: output)
  }
}

extension RecordedMessage {
  /// Words findings of an earlier report with the names that operators have now.
  init(_ digest: ReportDigest, language: Language, audit: DayAudit) {
    let (ids, names) = (audit.state.chain.tables.operators.ids, audit.state.chain.tables.operators.names)
    // A redacted report has the ids that are shown.
    let index = ids.isRedacted ? TextIndex(ids) : audit.state.chain.operatorIds
    self.init(digest, language: language) { id in index.row(of: id, in: ids).map { names[$0] } }
  }
}
