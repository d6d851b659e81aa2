import Audit
import Numbering

/// What a period comes to: by rule, and the operators concerned most.
struct PeriodSummaryTable {
  let audit: PeriodAudit
  let language: Language

  func append(to page: inout TextPage) {
    page.heading(PeriodWords.summary[language], underline: "-")
    let labels = [Words.count, PeriodWords.open, PeriodWords.mended, PeriodWords.numberDays]
    let widths = [8, 12, 10, 20]
    func line(_ name: String, _ cells: [String]) -> String {
      zip(cells, widths).reduce(TextPage.pad(name, to: 28)) {
        $0 + TextPage.pad($1.0, to: $1.1, right: true)
      }
    }
    page.line(page.styled(line(Words.rule[language], labels.map { $0[language] }), .faint))
    for outcome in audit.outcomes where outcome.open + outcome.mended > 0 {
      page.line(
        line(
          outcome.rule.name,
          [
            grouped(outcome.open + outcome.mended), grouped(outcome.open), grouped(outcome.mended),
            numberDays(of: outcome),
          ]))
    }
    page.line(
      line(
        PeriodWords.total[language],
        [
          grouped(audit.open + audit.mended), grouped(audit.open), grouped(audit.mended),
          grouped(audit.numberDays),
        ]))
    page.paragraph(PeriodWords.notes[language])
    appendWorst(to: &page)
    page.line()
  }

  /// A dash for rules that count no numbers.
  private func numberDays(of outcome: PeriodOutcome) -> String {
    let counts = outcome.findings.results.findings.contains { $0.numbers != nil }
    return counts ? grouped(outcome.numberDays) : "-"
  }

  private func appendWorst(to page: inout TextPage) {
    if audit.worstOperators.isEmpty { return }
    let operators = audit.merged.state.chain.tables.operators
    page.line()
    page.line(page.styled(PeriodWords.worst[language], .bold))
    for (place, worst) in audit.worstOperators.enumerated() {
      var buffer = TextBuffer()
      let escaping = Escaping.cut(columns: FindingEntry.nameColumns)
      buffer.append(operators.names, Int(worst.operatorIndex), escaping)
      buffer.append(language == .ja ? "（" : " (")
      buffer.append(operators.ids, Int(worst.operatorIndex), escaping)
      buffer.append(language == .ja ? "）: " : "): ")
      buffer.append(count: UInt64(worst.findings), .findings, language)
      buffer.append(language == .ja ? "、延べ" : ", ")
      buffer.append(grouped: worst.numberDays)
      buffer.append(language == .ja ? "番号日" : " number-days")
      let mark = TextPage.pad(String(place + 1), to: 2, right: true) + " "
      page.paragraph(buffer.text, first: mark, indent: 3)
    }
  }
}
