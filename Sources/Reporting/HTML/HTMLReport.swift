import Audit
import Bytes
import Numbering
import SupplyChain

/// The report as one page of HTML that needs nothing else: no network, no script to be read.
///
/// What it emits is well-formed XML too, so that an XML parser can read it. Text of the data goes through `markup`.
struct HTMLReport {
  /// How many findings a page lists unless all are asked for.
  static let shownAtMost = 10_000

  private let data: HTMLData
  private let limit: Int

  init(
    audit: DayAudit, context: ReportContext, period: PeriodAudit? = nil, limit: Int = HTMLReport.shownAtMost
  ) {
    self.limit = limit
    data = HTMLData(audit: audit, context: context, period: period)
  }

  /// - Complexity: O(*n*) in findings, provisions, the hops shown and the bytes of the input files, which are hashed;
  ///   memory for the findings shown and the hops of their chains.
  func write(to output: any Output) throws(OutputError) {
    var page = TextBuffer()
    let frame = HTMLFrame(data: data)
    frame.appendHead(to: &page)
    HTMLFirstPage(data: data).append(to: &page)
    try page.flush(to: output)
    if let baseline = data.context.baseline { HTMLChanges(data: data, baseline: baseline).append(to: &page) }
    HTMLCoverage(data: data).append(to: &page)
    HTMLMeasures(data: data).append(to: &page)
    if let period = data.period { HTMLTimeline(data: data, period: period).append(to: &page) }
    HTMLSuppliers(data: data).append(to: &page)
    try page.flush(to: output)
    try HTMLFindings(data: data, limit: limit).write(&page, to: output)
    if let baseline = data.context.baseline {
      try HTMLChanges(data: data, baseline: baseline).writeResolved(&page, to: output)
    }
    HTMLWaivers(data: data).append(to: &page)
    frame.appendEnd(to: &page)
    try output.write(page)
  }
}

/// What every part of the page is made from.
struct HTMLData: Sendable {
  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  let period: PeriodAudit?

  var language: Language { context.language }
  var tables: Tables { audit.state.chain.tables }
  var isJapanese: Bool { language == .ja }
  /// Whether the ledger says anything of certification.
  var hasCertifications: Bool { tables.certifications.origin.isPresent }

  /// A day as it stands in a heading.
  func described(_ day: Day) -> String { isJapanese ? day.japanese : day.description }

  /// The day or the period of the audit, as it stands in a heading.
  var time: String {
    guard let period else { return described(audit.state.day) }
    let (from, to) = (described(period.from), described(period.to))
    return PeriodWords.run(from: from, to: to, count: period.dayCount)[language]
  }

  /// Findings that are not waived.
  var total: Int { audit.summary.violations + audit.summary.warnings + audit.summary.notices }

  func word(_ phrase: Phrase) -> String { phrase[language] }

  /// A count with its noun, such as `3 rules`.
  func count(_ number: Int, _ noun: CountNoun) -> String {
    var buffer = TextBuffer()
    buffer.append(count: UInt64(max(0, number)), noun, language)
    return buffer.text
  }

  /// Text of a row, cut and made safe for markup.
  func cut(_ column: TextColumn, _ row: Int, to columns: Int = FindingEntry.nameColumns) -> String {
    var buffer = TextBuffer()
    buffer.append(column, row, .cut(columns: columns))
    return markup(buffer.text)
  }

  /// Name and id of an operator, made safe for markup.
  func name(_ x: OperatorIndex) -> String {
    let (name, id) = (cut(tables.operators.names, Int(x)), cut(tables.operators.ids, Int(x)))
    return "<bdi>\(name)</bdi> <span class=\"id\">\(id)</span>"
  }
}

extension TextBuffer {
  /// Appends cells of a row; the first is its head.
  mutating func append(head: String, cells: [String]) {
    append("<th scope=\"row\">\(head)</th>")
    for cell in cells { append("<td>\(cell)</td>") }
  }

  /// Appends the head of a table; `numeric` columns stand at the right.
  mutating func append(columns: [String], numericFrom first: Int) {
    append("<thead><tr>")
    for (place, column) in columns.enumerated() {
      append(
        place >= first ? "<th scope=\"col\" class=\"n\">\(column)</th>" : "<th scope=\"col\">\(column)</th>")
    }
    append("</tr></thead>\n")
  }
}
