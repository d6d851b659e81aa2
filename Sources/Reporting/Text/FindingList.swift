import Audit
import Bytes

/// The findings by rule, most severe first, and after them the waived ones.
struct FindingList {
  /// How many findings of a rule are listed unless all are asked for.
  static let shownAtMost = 10
  /// How many findings are laid out between two writes.
  static let batch = 1_024

  let audit: DayAudit
  let context: ReportContext
  var heading = Words.findings
  var waivedHeading = Words.waivedFindings
  /// Whether it says below each rule what to do.
  var asksToAct = true

  private var language: Language { context.language }

  func write(to output: any Output) throws(OutputError) {
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let entry = FindingEntry(audit: audit, columns, context: context)
      try write(heading, waived: false, entry, to: output)
      if audit.summary.waived > 0 { try write(waivedHeading, waived: true, entry, to: output) }
    }
  }

  private func write(
    _ heading: Phrase, waived: Bool, _ entry: FindingEntry, to output: any Output
  ) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    page.heading(heading[language], underline: "-")
    let groups = orderedOutcomes(waived: waived)
    if groups.isEmpty { page.line(Words.noFindings[language]) }
    var routes = RouteFinder(audit.state)
    let marks = context.baseline.map { BaselineMarks($0.comparison, language) }
    for outcome in groups {
      let total = waived ? outcome.waived : outcome.findings
      appendTitle(of: outcome, total: total, to: &page)
      var shown = 0
      let limit = context.showsAll ? Int.max : Self.shownAtMost
      severities: for severity in Severity.allCases.reversed() {
        // Against a baseline, what is new comes first.
        for isNews in marks == nil ? [false] : [true, false] {
          let findings = outcome.results.findings
          for index in findings.indices
          where findings[index].severity == severity && findings[index].isWaived == waived {
            if let marks, marks.isNews(outcome.rule, index) != isNews { continue }
            if shown == limit { break severities }
            shown += 1
            entry.append(
              findings[index], of: outcome.results, number: shown,
              mark: marks?.mark(outcome.rule, index), routes: &routes, to: &page)
            if shown % Self.batch == 0 {
              try output.write(page.buffer)
              page.removeAll()
            }
          }
        }
      }
      appendEnd(of: outcome, left: total - shown, to: &page)
    }
    if groups.isEmpty { page.line() }
    try output.write(page.buffer)
  }

  /// How many are not listed, and what to do.
  func appendEnd(of outcome: RuleOutcome, left: Int, to page: inout TextPage) {
    if left > 0 { page.line(more(left)) }
    if asksToAct {
      let label = "   \(Words.remedy[language]): "
      page.paragraph(outcome.rule.text.remedy[language], first: label, indent: 3)
    }
    page.line()
  }

  /// Rules with something to list: by the gravest finding, then in their own order.
  func orderedOutcomes(waived: Bool) -> [RuleOutcome] {
    let graded = audit.outcomes.compactMap { outcome -> (Severity, RuleOutcome)? in
      guard waived ? outcome.waived > 0 : outcome.findings > 0 else { return nil }
      let severities = outcome.results.findings.lazy.filter { $0.isWaived == waived }.map(\.severity)
      return severities.max().map { ($0, outcome) }
    }
    return Severity.allCases.reversed().flatMap { severity in
      graded.filter { $0.0 == severity }.map(\.1)
    }
  }

  func appendTitle(of outcome: RuleOutcome, total: Int, to page: inout TextPage) {
    let basis = outcome.basis.term[language]
    var count = TextBuffer()
    count.append(count: UInt64(total), .findings, language)
    let title = outcome.rule.text.title[language]
    let text =
      language == .ja
      ? "■ \(title)（\(outcome.rule.name)） 根拠: \(basis) \(count.text)"
      : "# \(title) (\(outcome.rule.name)), basis: \(basis), \(count.text)"
    page.paragraph(page.styled(text, .bold), indent: 2)
  }

  private func more(_ rest: Int) -> String {
    language == .ja
      ? "   …ほか\(grouped(rest))件（--all ですべて表示）" : "   … and \(grouped(rest)) more (--all lists them)"
  }
}
