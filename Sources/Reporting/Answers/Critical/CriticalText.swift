import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The answer of `critical` for people: whom the certified chains hang on, the heaviest first.
struct CriticalText {
  /// How many rows are shown unless all are asked for.
  static let shownAtMost = 20
  /// How many persons of several operators are named, and operators of one, unless all are asked for.
  private static let personsAtMost = 5

  let critical: CriticalOperators
  let context: ReportContext

  private var language: Language { context.language }
  private var chain: SupplyChain { critical.state.chain }

  /// - Complexity: O(*n*) in rows shown.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    QuestionHead(title: CriticalWords.title, day: critical.state.day, answer: answer).append(
      to: &page, context)
    if critical.rows.isEmpty {
      appendSharedPersons(to: &page)
    } else {
      page.paragraph(CriticalWords.meaning[language])
      page.line()
      appendSharedPersons(to: &page)
      try appendTable(to: &page, output)
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

  /// The legal persons on which more may depend than the table says; nil for none.
  var sharedPersons: String? {
    let shared = critical.sharedPersons()
    if shared.isEmpty { return nil }
    let most = context.showsAll ? Int.max : Self.personsAtMost
    let names = shared.prefix(most).map { members in
      let shown = members.prefix(most).map { chain.shownName($0, language) }
      let rest = members.count - shown.count
      let list = shown.joined(separator: language == .ja ? "と" : " and ")
      return rest == 0 ? list : list + CriticalWords.others(rest)[language]
    }
    return CriticalWords.shared(names, of: shared.count, language)
  }

  private func appendSharedPersons(to page: inout TextPage) {
    guard let sharedPersons else { return }
    page.paragraph(sharedPersons, first: page.styled("!! ", .yellow), indent: 3)
    page.line()
  }

  private func appendTable(to page: inout TextPage, _ output: any Output) throws(OutputError) {
    let shown = critical.rows.prefix(context.showsAll ? Int.max : Self.shownAtMost)
    let categoryWidth =
      2
      + max(
        DisplayWidth.of(Words.category[language]),
        shown.map { DisplayWidth.of($0.category.term[language]) }.max() ?? 0)
    let rankWidth = max(4, grouped(shown.count).utf8.count)
    let widths = [language == .ja ? 14 : 10, 6, 12, 6]
    let labels = [CriticalWords.dependents, CriticalWords.share, Words.numbers, CriticalWords.share]
    var head = TextPage.pad(CriticalWords.rank[language], to: rankWidth, right: true) + "  "
    head += TextPage.pad(Words.category[language], to: categoryWidth)
    head += TextPage.cells(labels.map { $0[language] }, widths)
    page.line(page.styled(head + "  " + CriticalWords.operatorName[language], .faint))
    for (index, row) in shown.enumerated() {
      let whole = critical.whole(of: row)
      let cells = [
        grouped(row.dependents),
        CoverageTable.percent(UInt64(row.dependents), of: UInt64(whole?.operators ?? 0)),
        grouped(row.numbers), CoverageTable.percent(row.numbers, of: whole?.numbers ?? 0),
      ]
      var line = TextPage.pad(grouped(index + 1), to: rankWidth, right: true) + "  "
      line += TextPage.pad(row.category.term[language], to: categoryWidth)
      page.line(line + TextPage.cells(cells, widths) + "  " + name(row))
      try page.flush(to: output)
    }
    if critical.rows.count > shown.count {
      page.line(CriticalWords.more(critical.rows.count - shown.count, language))
    }
  }

  private func name(_ row: CriticalOperators.Row) -> String {
    let holder = language == .ja ? "［\(Words.holder.ja)］" : " [\(Words.holder.en)]"
    return chain.shownName(row.operatorIndex, language) + (critical.isHolder(row) ? holder : "")
  }
}

extension CriticalOperators {
  /// Whether the operator of a row has a designation of its own in the category.
  func isHolder(_ row: Row) -> Bool { state.isHolder(row.operatorIndex, in: row.category) }
}
