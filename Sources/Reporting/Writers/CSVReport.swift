import Audit
import Bytes
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

  let audit: DayAudit
  let context: ReportContext

  /// - Complexity: O(*n*) in findings.
  func write(to output: any Output) throws(OutputError) {
    try output.write("\u{FEFF}" + Self.columns.joined(separator: ",") + "\r\n")
    let writer = FindingRow(audit, language: context.language)
    try writeFindings(of: audit, threads: context.threads, to: output) { results, range, _, routes, buffer in
      var cell = TextBuffer()
      for index in range {
        writer.append(results.findings[index], of: results, routes: &routes, to: &buffer, cell: &cell)
      }
    }
  }
}

/// Writes findings as rows.
private struct FindingRow: Sendable {
  private let audit: DayAudit
  private let tables: Tables
  private let messages: MessageWriter

  init(_ audit: DayAudit, language: Language) {
    self.audit = audit
    tables = audit.state.chain.tables
    messages = MessageWriter(audit, language: language)
  }

  /// Appends one row with its line end; `cell` is scratch.
  func append(
    _ finding: Finding, of results: RuleFindings, routes: inout RouteFinder, to buffer: inout TextBuffer,
    cell: inout TextBuffer
  ) {
    let refers = audit.references(of: finding, in: results)
    buffer.append(finding.rule.name)
    add(finding.severity.name, to: &buffer)
    add(finding.rule.basis.name, to: &buffer)
    add(audit.fingerprint(of: finding, in: results), to: &buffer)
    add(refers.waivedBy, tables.waivers.ids, to: &buffer, &cell)
    add(refers.provision.map { Int($0) }, tables.provisions.ids, to: &buffer, &cell)
    for x in [refers.supplier, refers.recipient, refers.operatorIndex] {
      add(x.map { Int($0) }, tables.operators.ids, to: &buffer, &cell)
    }
    add(list: refers.operators ?? [], tables.operators.ids, to: &buffer, &cell)
    add(refers.memberCount.map { UInt64($0) }, to: &buffer)
    add(refers.category.map { $0.name } ?? "", to: &buffer)
    add(text: refers.cap.map { audit.caps.id(of: $0) } ?? "", to: &buffer, &cell)
    let party = refers.party.map { Int(audit.state.chain.nameOfParty($0)) }
    add(party, tables.operators.ids, to: &buffer, &cell)
    add(text: refers.value ?? "", to: &buffer, &cell)
    add(refers.other.map { Int($0) }, tables.provisions.ids, to: &buffer, &cell)
    add(refers.restriction, tables.restrictions.ids, to: &buffer, &cell)
    add(refers.waiver, tables.waivers.ids, to: &buffer, &cell)
    add(list: refers.cycle ?? [], tables.provisions.ids, to: &buffer, &cell)
    add(finding.numbers, to: &buffer)
    add(finding.limit, to: &buffer)
    add(refers.provisions.map { UInt64($0) }, to: &buffer)
    add(finding.cause?.name ?? "", to: &buffer)
    add(finding.since.map { "\($0)" } ?? "", to: &buffer)
    let route = routes.route(of: finding)
    add(route?.tier.map { UInt64($0) }, to: &buffer)
    add(list: route?.hops[...] ?? [], tables.provisions.ids, to: &buffer, &cell)
    add(route.map { $0.isRooted ? "true" : "false" } ?? "", to: &buffer)
    add("", to: &buffer)
    add(source: refers.source, to: &buffer, &cell)
    cell.removeAll()
    messages.append(finding, refers, .visible, to: &cell)
    add(cell, to: &buffer)
    buffer.append("\r\n")
  }

  /// Adds a cell that needs no care.
  private func add(_ text: String, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x2C)
    buffer.append(text)
  }

  private func add(_ number: UInt64?, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x2C)
    if let number { buffer.append(decimal: number) }
  }

  private func add(text: String, to buffer: inout TextBuffer, _ cell: inout TextBuffer) {
    cell.removeAll()
    cell.append(text, .visible)
    add(cell, to: &buffer)
  }

  private func add(_ row: Int?, _ column: TextColumn, to buffer: inout TextBuffer, _ cell: inout TextBuffer) {
    cell.removeAll()
    if let row { cell.append(column, row, .visible) }
    add(cell, to: &buffer)
  }

  private func add(
    list rows: ArraySlice<UInt32>, _ column: TextColumn, to buffer: inout TextBuffer, _ cell: inout TextBuffer
  ) {
    cell.removeAll()
    var isFirst = true
    for row in rows {
      if !isFirst { cell.append(byte: 0x3B) }
      isFirst = false
      cell.append(column, Int(row), .visible)
    }
    add(cell, to: &buffer)
  }

  private func add(
    source: (table: TableName, row: Int)?, to buffer: inout TextBuffer, _ cell: inout TextBuffer
  ) {
    cell.removeAll()
    if let source {
      let origin = tables.origin(of: source.table)
      if let line = origin.line(of: source.row) {
        cell.append(origin.file, .visible)
        cell.append(byte: 0x3A)
        cell.append(decimal: UInt64(line))
      }
    }
    add(cell, to: &buffer)
  }

  /// Adds a cell of any content.
  private func add(_ cell: TextBuffer, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x2C)
    buffer.append(cell: cell)
  }
}

extension TextBuffer {
  /// Appends a cell, harmless to spreadsheets and quoted where it has to be.
  mutating func append(cell: TextBuffer) {
    let isFormula: Bool
    switch cell.bytes.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: isFormula = true
    default: isFormula = false
    }
    let isQuoted = cell.bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { append(byte: 0x22) }
    if isFormula { append(byte: 0x27) }
    if isQuoted {
      for byte in cell.bytes {
        if byte == 0x22 { append(byte: 0x22) }
        append(byte: byte)
      }
      append(byte: 0x22)
    } else {
      append(cell.bytes)
    }
  }
}
