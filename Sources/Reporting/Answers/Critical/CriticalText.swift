import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The answer of `critical` for people: whom the certified chains hang on, the heaviest first.
struct CriticalText {
  /// How many rows are shown unless all are asked for.
  static let shownAtMost = 20

  let critical: CriticalOperators
  let context: ReportContext

  private var language: Language { context.language }
  private var chain: SupplyChain { critical.state.chain }

  /// - Complexity: O(*n*) in rows shown.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    QuestionHead(title: CriticalWords.title, day: critical.state.day, answer: answer).append(
      to: &page, context)
    if !critical.rows.isEmpty {
      page.paragraph(CriticalWords.meaning[language])
      page.line()
      appendTable(to: &page)
      page.line()
      for whole in critical.categories {
        page.paragraph(
          CriticalWords.whole(whole.operators, whole.numbers, language),
          first: "\(whole.category.term[language]): ", indent: 2)
      }
      page.line()
    }
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private var answer: String {
    if let reason = critical.notEvaluated {
      return "\(Words.notEvaluated[language]): \(reason.explanation[language])"
    }
    var (all, holders) = (Set<OperatorIndex>(), Set<OperatorIndex>())
    for row in critical.rows {
      all.insert(row.operatorIndex)
      if critical.isHolder(row) { holders.insert(row.operatorIndex) }
    }
    return CriticalWords.answer(
      rows: critical.rows.count, operators: all.count, holders: holders.count, language)
  }

  private func appendTable(to page: inout TextPage) {
    let shown = critical.rows.prefix(context.showsAll ? Int.max : Self.shownAtMost)
    let categoryWidth =
      4
      + max(
        DisplayWidth.of(Words.category[language]),
        shown.map { DisplayWidth.of($0.category.term[language]) }.max() ?? 0)
    let widths = [language == .ja ? 15 : 11, 8, 14, 8]
    let labels = [CriticalWords.dependents, CriticalWords.share, Words.numbers, CriticalWords.share]
    var head = TextPage.pad(CriticalWords.rank[language], to: 4, right: true) + "  "
    head += TextPage.pad(Words.category[language], to: categoryWidth)
    for (label, width) in zip(labels, widths) {
      head += TextPage.pad(label[language], to: width, right: true)
    }
    page.line(page.styled(head + "  " + CriticalWords.operatorName[language], .faint))
    for (index, row) in shown.enumerated() {
      let whole = critical.whole(of: row)
      let cells = [
        grouped(row.dependents),
        CoverageTable.percent(UInt64(row.dependents), of: UInt64(whole?.operators ?? 0)),
        Self.digits(row.numbers), CoverageTable.percent(row.numbers, of: whole?.numbers ?? 0),
      ]
      var line = TextPage.pad(grouped(index + 1), to: 4, right: true) + "  "
      line += TextPage.pad(row.category.term[language], to: categoryWidth)
      for (cell, width) in zip(cells, widths) { line += TextPage.pad(cell, to: width, right: true) }
      page.line(line + "  " + name(row))
    }
    if critical.rows.count > shown.count {
      page.line(CriticalWords.more(critical.rows.count - shown.count, language))
    }
  }

  private func name(_ row: CriticalOperators.Row) -> String {
    let holder = language == .ja ? "［\(Words.holder.ja)］" : " [\(Words.holder.en)]"
    return chain.shownName(row.operatorIndex, language) + (critical.isHolder(row) ? holder : "")
  }

  private static func digits(_ number: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(grouped: number)
    return buffer.text
  }
}

extension CriticalOperators {
  /// Whether the operator of a row has a designation of its own in the category.
  func isHolder(_ row: Row) -> Bool { state.isHolder(row.operatorIndex, in: row.category) }
}

extension SupplyChain {
  /// The name of an operator with its id beside it, cut to a column of text.
  func shownName(_ x: OperatorIndex, _ language: Language) -> String {
    var buffer = TextBuffer()
    buffer.append(tables.operators.names, Int(x), .cut(columns: FindingEntry.nameColumns))
    buffer.append(language == .ja ? "（" : " (")
    buffer.append(tables.operators.ids, Int(x), .cut(columns: FindingEntry.nameColumns))
    buffer.append(language == .ja ? "）" : ")")
    return buffer.text
  }
}
