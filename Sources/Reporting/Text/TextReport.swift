import Audit
import Bytes
import Numbering

/// The report for people: verdict, rules, findings with their evidence, coverage.
struct TextReport {
  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  var period: PeriodAudit?

  var language: Language { context.language }

  /// - Complexity: O(*n*) in findings, most of it only when all are listed.
  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    appendHead(to: &page)
    if let baseline = context.baseline {
      BaselineText(baseline, audit, context).appendBlock(to: &page)
    }
    RuleTable(audit: audit, language: language).append(to: &page)
    if let period { PeriodSummaryTable(audit: period, language: language).append(to: &page) }
    try output.write(page.buffer)
    if let period {
      try PeriodFindingList(audit: period, context: context).write(to: output)
    } else {
      try FindingList(audit: audit, context: context).write(to: output)
    }
    page.removeAll()
    if let baseline = context.baseline {
      try BaselineText(baseline, audit, context).writeResolved(&page, to: output)
    }
    WaiverSection(audit: audit, isPeriod: period != nil, language: language)
      .append(to: &page, showsAll: context.showsAll)
    CoverageTable(audit: audit, language: language, showsAll: context.showsAll).append(to: &page)
    if period != nil { page.paragraph(PeriodWords.asOf(audit.state.day)[language]) }
    page.line()
    page.paragraph(page.styled("\(Words.verdict[language]): \(verdict)", .bold))
    page.line()
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private func appendHead(to page: inout TextPage) {
    page.heading(Words.reportTitle[language], underline: "=")
    var rows = [period.map { (PeriodWords.period, described($0)) } ?? (Words.day, described(audit.state.day))]
    rows.append((Words.dataset, visible(context.dataset)))
    for (index, input) in context.inputs.enumerated() {
      rows.append((index == 0 ? Words.files : Phrase(ja: "", en: ""), describe(input)))
    }
    if let filter = context.operatorFilter { rows.append((Words.filter, visible(filter))) }
    let isBuiltIn = context.policySource == "built-in"
    var policy = isBuiltIn ? Words.builtInPolicy[language] : visible(context.policySource)
    if !context.policySHA256.isEmpty {
      policy += " (\(context.digestName) \(context.policySHA256.prefix(16))…)"
    }
    rows.append((Words.policy, policy))
    if let redaction = context.redaction { rows.append((RedactionWords.label, redaction.note[language])) }
    rows.append((Words.tool, "banken \(context.toolVersion)"))
    rows.append((Words.verdict, verdict))
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    appendLenientBanner(to: &page)
    page.line()
  }

  private func described(_ day: Day) -> String { language == .ja ? day.japanese : day.description }

  private func described(_ period: PeriodAudit) -> String {
    let (from, to) = (described(period.from), described(period.to))
    return PeriodWords.run(from: from, to: to, count: period.dayCount)[language]
  }

  private func appendLenientBanner(to page: inout TextPage) {
    let rejected = context.inputs.filter { $0.rejected > 0 }
    guard context.isLenient || !rejected.isEmpty else { return }
    let said = LenientReading(context, language).sentences
    page.line()
    page.paragraph(said, first: page.styled("!! ", .yellow), indent: 3)
  }

  private func describe(_ input: ReportContext.Input) -> String {
    let rows = count(input.rows, .rows)
    return "\(visible(input.file))  \(input.encoding)  \(rows)"
  }

  /// What it comes to, in one line.
  var verdict: String {
    let summary = audit.summary
    // Rules left out on purpose are no lack.
    let skipped = audit.outcomes.count { outcome in
      outcome.notEvaluated.map { $0 != .off && $0 != .notSelected } ?? false
    }
    let total = summary.violations + summary.warnings + summary.notices
    var parts: [String] = []
    if total == 0 { parts.append(Words.noFindings[language]) }
    if language == .ja {
      if total > 0 {
        parts.append(
          "違反等 \(grouped(summary.violations))件、注意 \(grouped(summary.warnings))件、"
            + "要確認 \(grouped(summary.notices))件")
      }
      if let period, total > 0 {
        parts.append("うち継続中 \(grouped(period.open))件、解消済み \(grouped(period.mended))件")
      }
      if summary.waived > 0 { parts.append("適用除外 \(grouped(summary.waived))件") }
      if skipped > 0 { parts.append("判定不能 \(skipped)ルール") }
      return parts.joined(separator: "、")
    }
    if total > 0 {
      parts.append(plural(summary.violations, "violation"))
      parts.append(plural(summary.warnings, "warning"))
      parts.append(plural(summary.notices, "notice"))
    }
    if let period, total > 0 {
      parts.append("\(grouped(period.open)) of them still open")
      parts.append("\(grouped(period.mended)) mended")
    }
    if summary.waived > 0 { parts.append("\(grouped(summary.waived)) waived") }
    if skipped > 0 { parts.append("\(count(skipped, .rules)) not evaluated") }
    return parts.joined(separator: ", ")
  }

  private func plural(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  private func count(_ number: Int, _ noun: CountNoun) -> String {
    var buffer = TextBuffer()
    buffer.append(count: UInt64(number), noun, language)
    return buffer.text
  }
}

/// A number with a comma between thousands.
func grouped(_ number: Int) -> String { grouped(UInt64(max(0, number))) }

/// A number with a comma between thousands.
func grouped(_ number: UInt64) -> String {
  var buffer = TextBuffer()
  buffer.append(grouped: number)
  return buffer.text
}

/// Text from outside, safe for a terminal and not longer than a line.
func visible(_ text: String) -> String {
  var buffer = TextBuffer()
  buffer.append(text, .cut(columns: 80))
  return buffer.text
}
