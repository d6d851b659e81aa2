import Audit
import Bytes
import Numbering
import SupplyChain

/// The findings alone, one row each, in a form that Excel opens rightly.
///
/// UTF-8 with a byte-order mark, CRLF, quoting of RFC 4180; a cell that a spreadsheet could take for a formula gets a
/// leading apostrophe; controls and marks that reorder text are shown as `\u{1B}`.
struct CSVReport {
  /// Members of a finding in the order of the contract.
  static let columns = [
    "rule", "severity", "basis", "fingerprint", "waived_by", "provision_id", "supplier_id", "recipient_id",
    "operator_id", "operator_ids", "operators", "category", "cap_id", "party", "value", "other_id",
    "restriction_id", "waiver_id", "cycle", "numbers", "limit", "provisions", "cause", "since", "tier",
    "chain",
    "rooted", "periods", "source", "message",
  ]

  /// What the findings of a period have besides.
  static let periodColumns = ["open", "number_days", "unwaived_periods"]

  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  var period: PeriodAudit?

  /// - Complexity: O(*n*) in findings.
  func write(to output: any Output) throws(OutputError) {
    let columns =
      Self.columns + (period == nil ? [] : Self.periodColumns)
      + (context.baseline == nil ? [] : ChangeMembers.columns)
    try output.write("\u{FEFF}" + columns.joined(separator: ",") + "\r\n")
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let writer = FindingRow(audit, columns, language: context.language)
      try writeFindings(
        of: audit, columns, context: context, to: output, period: period, writer, form: .row)
    }
  }
}

/// Writes findings as rows.
struct FindingRow: FindingWriter {
  private let audit: DayAudit
  private let tables: Tables
  private let columns: FindingColumns
  private let messages: MessageWriter
  private let fingerprints: FingerprintWriter
  private let pieces = CSVPieces.all

  init(_ audit: DayAudit, _ columns: FindingColumns, language: Language) {
    self.audit = audit
    self.columns = columns
    tables = audit.state.chain.tables
    messages = MessageWriter(audit, columns, language: language)
    fingerprints = FingerprintWriter(audit, columns)
  }

  /// Appends one row with its line end.
  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer
  ) {
    let refers = batch.completed(columns.references(of: finding, in: results, audit), at: place)
    buffer.append(pieces.opening(finding.rule, finding.severity))
    fingerprints.append(finding, of: results, to: &buffer, key: &batch.text)
    add(refers.waivedBy, tables.waivers.ids, to: &buffer)
    add(refers.provision, columns.provisionIDs, to: &buffer)
    add(refers.supplier, columns.operatorIDs, to: &buffer)
    add(refers.recipient, columns.operatorIDs, to: &buffer)
    add(refers.operatorIndex, columns.operatorIDs, to: &buffer)
    add(list: refers.operators ?? [], columns.operatorIDs, to: &buffer)
    add(refers.memberCount.map { UInt64($0) }, to: &buffer)
    buffer.append(refers.category.map { pieces.categories[Int($0.rawValue)] } ?? pieces.empty)
    add(text: refers.cap.map { audit.caps.id(of: $0) } ?? "", to: &buffer)
    add(refers.party.map { audit.state.chain.nameOfParty($0) }, columns.operatorIDs, to: &buffer)
    add(text: refers.value ?? "", to: &buffer)
    add(refers.other, columns.provisionIDs, to: &buffer)
    add(refers.restriction, tables.restrictions.ids, to: &buffer)
    add(refers.waiver, tables.waivers.ids, to: &buffer)
    add(list: refers.cycle ?? [], columns.provisionIDs, to: &buffer)
    add(finding.numbers, to: &buffer)
    add(finding.limit, to: &buffer)
    add(refers.provisions.map { UInt64($0) }, to: &buffer)
    buffer.append(finding.cause.map { pieces.causes[Int($0.rawValue)] } ?? pieces.empty)
    buffer.append(byte: 0x2C)
    if let since = finding.since { buffer.append(since) }
    addRoute(at: place, batch, to: &buffer)
    // The periods, which an audit of a day has none of.
    let days = batch.days(at: place)
    buffer.append(byte: 0x2C)
    buffer.append(runs: days?.periods ?? [])
    add(source: refers.source, to: &buffer)
    let start = buffer.beginCell()
    messages.append(finding, refers, .visible, to: &buffer)
    buffer.endCell(from: start)
    if let days {
      buffer.append(days.isOpen ? ",true" : ",false")
      add(days.numberDays, to: &buffer)
      buffer.append(byte: 0x2C)
      buffer.append(runs: days.unwaived ?? [])
    }
    buffer.append("\r\n")
  }

  /// Tier, chain, and whether it is rooted.
  private func addRoute(at place: Int, _ batch: borrowing FindingBatch, to buffer: inout TextBuffer) {
    guard let route = batch.route(at: place) else { return buffer.append(",,,") }
    add(route.tier == 0 ? nil : UInt64(route.tier), to: &buffer)
    add(list: batch.hops[route.hops], columns.provisionIDs, to: &buffer)
    if route.tier == 0 { buffer.append(",false") } else { buffer.append(",true") }
  }

  @inline(__always)
  private func add(_ number: UInt64?, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x2C)
    if let number { buffer.append(decimal: number) }
  }

  private func add(text: String, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    if !text.isEmpty { buffer.append(text, .visible) }
    buffer.endCell(from: start)
  }

  @inline(__always)
  private func add(_ row: UInt32?, _ texts: ColumnTexts, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    guard let row else { return }
    buffer.append(texts, row, .visible)
    buffer.endCell(from: start)
  }

  private func add(_ row: Int?, _ column: TextColumn, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    guard let row else { return }
    buffer.append(column, row, .visible)
    buffer.endCell(from: start)
  }

  private func add(list rows: ArraySlice<UInt32>, _ texts: ColumnTexts, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    var isFirst = true
    for row in rows {
      if !isFirst { buffer.append(byte: 0x3B) }
      isFirst = false
      buffer.append(texts, row, .visible)
    }
    buffer.endCell(from: start)
  }

  private func add(source: (table: TableName, row: Int)?, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    guard let source, let line = columns.line(source, tables) else { return }
    buffer.append(tables.origin(of: source.table).file, .visible)
    buffer.append(byte: 0x3A)
    buffer.append(decimal: UInt64(line))
    buffer.endCell(from: start)
  }
}

/// The constant cells of a finding, made once in a process.
private struct CSVPieces: Sendable {
  /// By rule and severity: the row up to the comma before the fingerprint.
  private let openings: [Piece]
  /// By category, with the comma before it.
  let categories: [Piece]
  /// By cause, with the comma before it.
  let causes: [Piece]
  let empty = Piece(",")

  static let all = CSVPieces()

  private init() {
    openings = RuleID.allCases.flatMap { rule in
      Severity.allCases.map { Piece(constant: "\(rule.name),\($0.name),\(rule.basis.name),") }
    }
    categories = Category.allCases.map { Piece(constant: "," + $0.name) }
    causes = Cause.allCases.map { Piece(constant: "," + $0.name) }
  }

  @inline(__always)
  func opening(_ rule: RuleID, _ severity: Severity) -> Piece {
    openings[Int(rule.rawValue) * Severity.allCases.count + Int(severity.rawValue)]
  }
}
