import Audit
import Numbering
import SupplyChain

/// Writes findings as JSON objects, members in the order of the contract.
struct FindingJSON: Sendable {
  private let audit: DayAudit
  private let tables: Tables
  private let columns: FindingColumns
  private let messages: MessageWriter
  private let fingerprints: FingerprintWriter
  private let pieces = JSONPieces.all
  private let sources: SourcePieces

  init(_ audit: DayAudit, _ columns: FindingColumns, language: Language) {
    self.init(audit, columns, MessageWriter(audit, columns, language: language))
  }

  init(_ audit: DayAudit, _ columns: FindingColumns, _ messages: MessageWriter) {
    self.audit = audit
    self.columns = columns
    tables = audit.state.chain.tables
    self.messages = messages
    fingerprints = FingerprintWriter(audit, columns)
    sources = SourcePieces(tables)
  }

  /// Appends one object, without a line end.
  ///
  /// - Complexity: O(*n*) in what it names.
  func append(
    _ finding: Finding, of results: RuleFindings, at place: Int, _ batch: inout FindingBatch,
    to buffer: inout TextBuffer
  ) {
    let refers = batch.completed(columns.references(of: finding, in: results, audit), at: place)
    buffer.append(pieces.opening(finding.rule, finding.severity))
    fingerprints.append(finding, of: results, to: &buffer, key: &batch.text)
    if let row = refers.waivedBy {
      buffer.append("\", \"waived_by\": ")
      append(tables.waivers.ids, row, to: &buffer)
    } else {
      buffer.append("\", \"waived_by\": null")
    }
    appendKey(refers, to: &buffer)
    appendRelated(refers, to: &buffer)
    appendMeasures(finding, refers, to: &buffer)
    appendRoute(at: place, batch, to: &buffer)
    if let days = batch.days(at: place) { append(days, to: &buffer) }
    if let source = refers.source, let line = columns.line(source, tables) {
      sources.append(source.table, to: &buffer)
      buffer.append(decimal: UInt64(line))
      buffer.append(byte: 0x7D)
    }
    buffer.append(", \"message\": \"")
    messages.append(finding, refers, .json, to: &buffer)
    buffer.append("\"}")
  }

  /// From `provision_id` to `party`.
  private func appendKey(_ refers: FindingReferences, to buffer: inout TextBuffer) {
    append(", \"provision_id\": \"", refers.provision, columns.provisionIDs, to: &buffer)
    append(", \"supplier_id\": \"", refers.supplier, columns.operatorIDs, to: &buffer)
    append(", \"recipient_id\": \"", refers.recipient, columns.operatorIDs, to: &buffer)
    append(", \"operator_id\": \"", refers.operatorIndex, columns.operatorIDs, to: &buffer)
    if let operators = refers.operators {
      buffer.append(", \"operator_ids\": ")
      append(list: operators, columns.operatorIDs, to: &buffer)
    }
    if let count = refers.memberCount {
      buffer.append(", \"operators\": ")
      buffer.append(decimal: UInt64(count))
    }
    if let category = refers.category {
      buffer.append(pieces.categories[Int(category.rawValue)])
    }
    if let cap = refers.cap {
      buffer.append(", \"cap_id\": ")
      buffer.append(quoted: audit.caps.id(of: cap))
    }
    let party = refers.party.map { audit.state.chain.nameOfParty($0) }
    append(", \"party\": \"", party, columns.operatorIDs, to: &buffer)
  }

  /// From `value` to `cycle`.
  private func appendRelated(_ refers: FindingReferences, to buffer: inout TextBuffer) {
    if let value = refers.value {
      buffer.append(", \"value\": ")
      buffer.append(quoted: value)
    }
    append(", \"other_id\": \"", refers.other, columns.provisionIDs, to: &buffer)
    if let row = refers.restriction {
      buffer.append(", \"restriction_id\": ")
      append(tables.restrictions.ids, row, to: &buffer)
    }
    if let row = refers.waiver {
      buffer.append(", \"waiver_id\": ")
      append(tables.waivers.ids, row, to: &buffer)
    }
    if let cycle = refers.cycle {
      buffer.append(", \"cycle\": ")
      append(list: cycle, columns.provisionIDs, to: &buffer)
    }
  }

  /// From `numbers` to `since`.
  private func appendMeasures(_ finding: Finding, _ refers: FindingReferences, to buffer: inout TextBuffer) {
    if let numbers = finding.numbers {
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: numbers)
    }
    if let limit = finding.limit {
      buffer.append(", \"limit\": ")
      buffer.append(decimal: limit)
    }
    if let provisions = refers.provisions {
      buffer.append(", \"provisions\": ")
      buffer.append(decimal: UInt64(provisions))
    }
    if let cause = finding.cause {
      buffer.append(pieces.causes[Int(cause.rawValue)])
    }
    if let since = finding.since {
      buffer.append(", \"since\": \"")
      buffer.append(since)
      buffer.append("\"")
    }
  }

  /// `tier`, `chain` and `rooted`.
  private func appendRoute(at place: Int, _ batch: borrowing FindingBatch, to buffer: inout TextBuffer) {
    guard let route = batch.route(at: place) else { return }
    if route.tier != 0 {
      buffer.append(", \"tier\": ")
      buffer.append(decimal: UInt64(route.tier))
    }
    buffer.append(", \"chain\": ")
    append(list: batch.hops[route.hops], columns.provisionIDs, to: &buffer)
    if route.tier != 0 { buffer.append(", \"rooted\": true") } else { buffer.append(", \"rooted\": false") }
  }

  /// `periods`, `unwaived_periods`, `open` and `number_days`.
  private func append(_ days: ShownDays, to buffer: inout TextBuffer) {
    buffer.append(", \"periods\": [")
    append(runs: days.periods, to: &buffer)
    if let unwaived = days.unwaived {
      buffer.append("], \"unwaived_periods\": [")
      append(runs: unwaived, to: &buffer)
    }
    buffer.append(days.isOpen ? "], \"open\": true" : "], \"open\": false")
    if let numberDays = days.numberDays {
      buffer.append(", \"number_days\": ")
      buffer.append(decimal: numberDays)
    }
  }

  private func append(runs periods: [DayInterval], to buffer: inout TextBuffer) {
    for (index, days) in periods.enumerated() {
      buffer.append(index == 0 ? "{\"from\": \"" : ", {\"from\": \"")
      buffer.append(ordinal: days.start)
      buffer.append("\", \"to\": \"")
      buffer.append(ordinal: days.end - 1)
      buffer.append("\"}")
    }
  }

  /// Appends a member; `name` ends with the quotation mark that opens its value.
  @inline(__always)
  private func append(
    _ name: StaticString, _ row: UInt32?, _ texts: ColumnTexts, to buffer: inout TextBuffer
  ) {
    guard let row else { return }
    buffer.append(name)
    buffer.append(texts, row, .json)
    buffer.append(byte: 0x22)
  }

  private func append(_ column: TextColumn, _ row: Int, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x22)
    buffer.append(column, row, .json)
    buffer.append(byte: 0x22)
  }

  private func append(list rows: ArraySlice<UInt32>, _ texts: ColumnTexts, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x5B)
    var isFirst = true
    for row in rows {
      if isFirst { buffer.append("\"") } else { buffer.append(", \"") }
      isFirst = false
      buffer.append(texts, row, .json)
      buffer.append(byte: 0x22)
    }
    buffer.append(byte: 0x5D)
  }
}

/// The constant parts of a finding in JSON, made once in a process.
private struct JSONPieces: Sendable {
  /// By rule and severity: the object up to the opening quotation mark of the fingerprint.
  private let openings: [Piece]
  /// By category: the whole member.
  let categories: [Piece]
  /// By cause: the whole member.
  let causes: [Piece]

  static let all = JSONPieces()

  private init() {
    openings = RuleID.allCases.flatMap { rule in
      Severity.allCases.map { severity in
        Piece(
          constant: """
            {"rule": "\(rule.name)", "severity": "\(severity.name)", "basis": "\(rule.basis.name)", "fingerprint": "
            """)
      }
    }
    categories = Category.allCases.map { Piece(constant: ", \"category\": \"\($0.name)\"") }
    causes = Cause.allCases.map { Piece(constant: ", \"cause\": \"\($0.name)\"") }
  }

  @inline(__always)
  func opening(_ rule: RuleID, _ severity: Severity) -> Piece {
    openings[Int(rule.rawValue) * Severity.allCases.count + Int(severity.rawValue)]
  }
}

/// By table, the member `source` up to the line.
private struct SourcePieces: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  init(_ tables: Tables) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    for table in TableName.allCases {
      var buffer = TextBuffer()
      buffer.append(", \"source\": {\"file\": ")
      buffer.append(quoted: tables.origin(of: table).file)
      buffer.append(", \"line\": ")
      buffer.withBytes { bytes.append(contentsOf: $0) }
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  @inline(__always)
  func append(_ table: TableName, to buffer: inout TextBuffer) {
    let index = Int(table.rawValue)
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    bytes.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
