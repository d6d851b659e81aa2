import Audit
import Bytes
import Numbering

/// A summary in Markdown (CommonMark with tables) for a mail or a pull request: the verdict, the rules with findings, the
/// gravest findings of each, coverage.
struct MarkdownReport {
  /// How many findings of a rule are listed unless all are asked for.
  static let shownAtMost = 5

  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  var period: PeriodAudit?

  private var language: Language { context.language }

  /// - Complexity: O(*n*) in findings, most of it only when all are listed.
  func write(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    buffer.append("# \(Words.reportTitle[language])\n\n")
    buffer.append("**\(TextReport(audit: audit, context: context, period: period).verdict)**\n\n")
    appendHead(to: &buffer)
    appendBaseline(to: &buffer)
    appendRules(to: &buffer)
    try output.write(buffer)
    buffer.removeAll()
    try writeFindings(to: output)
    appendCoverage(to: &buffer)
    appendNotEvaluated(to: &buffer)
    buffer.append("---\n\n\(Disclaimer.text[language])\n")
    try output.write(buffer)
  }

  private func appendHead(to buffer: inout TextBuffer) {
    var rows: [(String, String)] = []
    if let period {
      rows.append((PeriodWords.period[language], "\(described(period.from)) – \(described(period.to))"))
    } else {
      rows.append((Words.day[language], described(audit.state.day)))
    }
    rows.append((Words.dataset[language], Self.escaped(context.dataset)))
    if let filter = context.operatorFilter { rows.append((Words.filter[language], Self.escaped(filter))) }
    let isBuiltIn = context.policySource == "built-in"
    rows.append(
      (
        Words.policy[language],
        isBuiltIn ? Words.builtInPolicy[language] : Self.escaped(context.policySource)
      ))
    if let redaction = context.redaction {
      rows.append((RedactionWords.label[language], redaction.note[language]))
    }
    rows.append((Words.tool[language], "banken \(context.toolVersion)"))
    for (label, value) in rows { buffer.append("- \(label): \(value)\n") }
    let rejected = context.inputs.reduce(0) { $0 + $1.rejected }
    if context.isLenient || rejected > 0 {
      buffer.append("\n> \(Self.escaped(LenientReading(context, language).sentences))\n")
    }
    buffer.append("\n")
  }

  private func appendBaseline(to buffer: inout TextBuffer) {
    guard let baseline = context.baseline else { return }
    let table = ChangeTable(comparison: baseline.comparison, language: language, showsAll: false)
    buffer.append(
      "**\(ComparisonWords.block[language])** (\(Self.escaped(baseline.name))): \(table.verdict)\n\n")
  }

  private func appendRules(to buffer: inout TextBuffer) {
    let found = audit.outcomes.filter { $0.findings + $0.waived > 0 }
    if found.isEmpty { return }
    let head = [
      Words.rule, Words.title, Words.severity, Words.basis, Words.count, Words.waived,
    ].map { $0[language] }
    appendRow(head, to: &buffer)
    appendRow(["---", "---", "---", "---", "--:", "--:"], to: &buffer)
    for outcome in found {
      appendRow(
        [
          "`\(outcome.rule.name)`", outcome.rule.text.title[language],
          outcome.severity.term(outcome.basis)[language], outcome.basis.term[language],
          grouped(outcome.findings), grouped(outcome.waived),
        ], to: &buffer)
    }
    buffer.append("\n")
  }

  private func writeFindings(to output: any Output) throws(OutputError) {
    let groups = FindingList(audit: audit, context: context).orderedOutcomes(waived: false).map {
      (outcome: $0, places: shown($0))
    }
    // Tiers of a period are those of first days, worked out day by day, so all at once.
    let routes = period.map { period in
      PeriodRoutes(
        period, of: groups.flatMap { group in group.places.map { (Int(group.outcome.rule.rawValue), $0) } })
    }
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let messages = MessageWriter(audit, columns, language: language)
      var buffer = TextBuffer()
      var next = 0
      for (outcome, places) in groups {
        buffer.append("## \(outcome.rule.text.title[language]) (`\(outcome.rule.name)`)\n\n")
        for place in places {
          let tier = routes.map { UInt32(clamping: $0.route(at: next)?.tier ?? 0) }
          next += 1
          append(outcome.results.findings[place], tier, outcome.results, messages, to: &buffer)
          if buffer.count > 1 << 16 {
            try output.write(buffer)
            buffer.removeAll()
          }
        }
        let more = outcome.findings - places.count
        if more > 0 {
          buffer.append(language == .ja ? "- ほか\(grouped(more))件\n" : "- \(grouped(more)) more\n")
        }
        buffer.append("\n\(Words.remedy[language]): \(outcome.rule.text.remedy[language])\n\n")
      }
      try output.write(buffer)
    }
  }

  /// Which findings of a rule are listed: the graver first.
  private func shown(_ outcome: RuleOutcome) -> [Int] {
    let findings = outcome.results.findings
    var places: [Int] = []
    for severity in Severity.allCases.reversed() {
      for place in findings.indices where findings[place].severity == severity && !findings[place].isWaived {
        if places.count == Self.shownAtMost, !context.showsAll { return places }
        places.append(place)
      }
    }
    return places
  }

  private func append(
    _ finding: Finding, _ tier: UInt32?, _ results: RuleFindings, _ messages: MessageWriter,
    to buffer: inout TextBuffer
  ) {
    var refers = audit.references(of: finding, in: results)
    if let tier { refers.tier = tier }
    var sentence = TextBuffer()
    messages.append(finding, refers, .cut(columns: FindingEntry.nameColumns), to: &sentence)
    let severity = finding.severity.term(finding.rule.basis)[language]
    buffer.append("- **\(severity)** \(Self.escaped(sentence.text))")
    if let source = refers.source, let place = audit.source(of: source.row, in: source.table) {
      buffer.append(" (\(Self.escaped(place.file)):\(place.line))")
    }
    buffer.append("\n")
  }

  private func appendCoverage(to buffer: inout TextBuffer) {
    let rows = audit.summary.coverage
    if rows.isEmpty { return }
    buffer.append("## \(Words.coverage[language])\n\n")
    let head = [
      Words.category, Words.tier, Words.provisions, Words.numbers, Words.approved, Words.certified,
      Words.both,
    ].map { $0[language] }
    appendRow(head, to: &buffer)
    appendRow(["---"] + Array(repeating: "--:", count: 6), to: &buffer)
    for row in rows.prefix(context.showsAll ? .max : 50) {
      appendRow(
        [
          row.category.term[language], row.tier.map { "\($0)" } ?? Words.unknownTier[language],
          grouped(row.provisions), count(row.numbers), share(row.approved, of: row.numbers),
          share(row.certified, of: row.numbers), share(row.both, of: row.numbers),
        ], to: &buffer)
    }
    if rows.count > 50, !context.showsAll { buffer.append("\n… \(grouped(rows.count - 50))\n") }
    buffer.append("\n")
  }

  private func appendNotEvaluated(to buffer: inout TextBuffer) {
    let skipped = audit.outcomes.filter { $0.notEvaluated != nil && $0.notEvaluated != .notSelected }
    if skipped.isEmpty { return }
    buffer.append("## \(Words.notEvaluated[language])\n\n")
    for outcome in skipped {
      guard let reason = outcome.notEvaluated else { continue }
      buffer.append("- `\(outcome.rule.name)`: \(reason.explanation[language])\n")
    }
    buffer.append("\n")
  }

  private func appendRow(_ cells: [String], to buffer: inout TextBuffer) {
    buffer.append("| " + cells.joined(separator: " | ") + " |\n")
  }

  private func described(_ day: Day) -> String { language == .ja ? day.japanese : day.description }

  private func count(_ number: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(grouped: number)
    return buffer.text
  }

  /// Tenths of a per cent, cut off as in the text.
  private func share(_ part: UInt64, of whole: UInt64) -> String {
    guard whole > 0 else { return "-" }
    let product = part.multipliedFullWidth(by: 1_000)
    let thousandths = whole.dividingFullWidth(product).quotient
    return "\(thousandths / 10).\(thousandths % 10)%"
  }

  /// Text that means nothing to Markdown or HTML, and nothing to a terminal.
  ///
  /// By scalars: a mark with a combining accent is one character, but no less a mark.
  static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(safeText(text).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // What looks like an address would become a link.
      case "@": result += "&#64;"
      case ":" where scalars[(place + 1)...].starts(with: ["/", "/"]): result += "&#58;"
      case "." where scalars[..<place].suffix(3).count { $0 == "w" || $0 == "W" } == 3: result += "&#46;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
