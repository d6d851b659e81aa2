import Audit
import Comparison
import Numbering
import SupplyChain

/// Writes a finding as a result of SARIF.
struct SARIFResult: FindingWriter {
  private let audit: DayAudit
  private let tables: Tables
  private let columns: FindingColumns
  private let messages: MessageWriter
  private let fingerprints: FingerprintWriter
  private let language: Language
  private let changes: ChangeMembers?
  /// By table: its file as a URI; empty for data that came from no file.
  private let uris: [String]

  init(_ audit: DayAudit, _ columns: FindingColumns, context: ReportContext, changes: ChangeMembers?) {
    self.audit = audit
    self.columns = columns
    self.changes = changes
    tables = audit.state.chain.tables
    language = context.language
    messages = MessageWriter(audit, columns, language: context.language)
    fingerprints = FingerprintWriter(audit, columns)
    let tables = audit.state.chain.tables
    uris = TableName.allCases.map { SARIFReport.uri(of: tables.origin(of: $0).file) }
  }

  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer
  ) {
    let refers = batch.completed(columns.references(of: finding, in: results, audit), at: place)
    buffer.append(isFirst ? "\n  " : ",\n  ")
    buffer.append("{\"ruleId\": \"")
    buffer.append(finding.rule.name)
    buffer.append("\", \"ruleIndex\": ")
    buffer.append(decimal: UInt64(finding.rule.rawValue))
    buffer.append(", \"level\": \"")
    buffer.append(finding.severity.level)
    buffer.append("\", \"message\": {\"text\": \"")
    messages.append(finding, refers, .json, to: &buffer)
    buffer.append("\"}, \"locations\": [{")
    appendLocation(of: refers, to: &buffer)
    buffer.append("}]")
    appendRelated(refers, to: &buffer)
    appendFlow(at: place, batch, to: &buffer)
    buffer.append(", \"partialFingerprints\": {\"banken/1\": \"")
    fingerprints.append(finding, of: results, to: &buffer, key: &batch.text)
    buffer.append("\"}")
    if let row = refers.waivedBy { appendSuppression(row, to: &buffer) }
    if let changes {
      buffer.append(", \"baselineState\": \"")
      buffer.append(changes.state(changes.place(finding.rule, index)).baselineState)
      buffer.append("\"")
    }
    appendProperties(finding, refers, batch.days(at: place), to: &buffer)
    buffer.append("}")
  }

  // MARK: - Parts

  /// The row of the key, and the key itself as a logical location.
  private func appendLocation(of refers: FindingReferences, to buffer: inout TextBuffer) {
    if let source = refers.source, let line = columns.line(source, tables) {
      append(source.table, line, to: &buffer)
      buffer.append(", ")
    }
    buffer.append("\"logicalLocations\": [{\"name\": ")
    let (kind, name) = subject(of: refers)
    buffer.append(quoted: name)
    buffer.append(", \"fullyQualifiedName\": ")
    buffer.append(quoted: "\(kind)/\(name)")
    buffer.append(", \"kind\": \"\(kind)\"}]")
  }

  /// What the key of a finding names first.
  private func subject(of refers: FindingReferences) -> (kind: String, name: String) {
    if let p = refers.provision { return ("provision", tables.provisions.ids[Int(p)]) }
    if let row = refers.waiver { return ("waiver", tables.waivers.ids[row]) }
    if let cap = refers.cap { return ("cap", audit.caps.id(of: cap)) }
    if let value = refers.value { return ("identity", value) }
    let x = refers.operatorIndex ?? refers.operators?.first ?? 0
    return ("operator", tables.operators.ids[Int(x)])
  }

  private func append(_ table: TableName, _ line: Int, to buffer: inout TextBuffer) {
    buffer.append("\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"")
    buffer.append(uris[Int(table.rawValue)])
    buffer.append("\", \"uriBaseId\": \"LEDGER\"}, \"region\": {\"startLine\": ")
    buffer.append(decimal: UInt64(line))
    buffer.append("}}")
  }

  /// The rows a finding rests on besides its own.
  private func appendRelated(_ refers: FindingReferences, to buffer: inout TextBuffer) {
    var rows: [(table: TableName, row: Int, name: String)] = []
    if let p = refers.other { rows.append((.provisions, Int(p), tables.provisions.ids[Int(p)])) }
    if let row = refers.restriction { rows.append((.restrictions, row, tables.restrictions.ids[row])) }
    for p in refers.cycle ?? [] { rows.append((.provisions, Int(p), tables.provisions.ids[Int(p)])) }
    var isFirst = true
    for (table, row, name) in rows {
      guard let line = columns.line((table, row), tables) else { continue }
      buffer.append(isFirst ? ", \"relatedLocations\": [{" : ", {")
      isFirst = false
      append(table, line, to: &buffer)
      buffer.append(", \"message\": {\"text\": ")
      buffer.append(quoted: name)
      buffer.append("}}")
    }
    if !isFirst { buffer.append("]") }
  }

  /// The chain, from the holder down, a step for each provision.
  private func appendFlow(at place: Int, _ batch: borrowing FindingBatch, to buffer: inout TextBuffer) {
    guard let route = batch.route(at: place), route.tier != 0 else { return }
    buffer.append(", \"codeFlows\": [{\"threadFlows\": [{\"locations\": [")
    for index in route.hops {
      let p = Int(batch.hops[index])
      buffer.append(index == route.hops.lowerBound ? "{\"location\": {" : ", {\"location\": {")
      if let line = columns.line((.provisions, p), tables) {
        append(.provisions, line, to: &buffer)
        buffer.append(", ")
      }
      buffer.append("\"message\": {\"text\": \"")
      buffer.append(columns.provisionIDs, UInt32(p), .json)
      buffer.append(": ")
      append(columns.suppliers[p], to: &buffer)
      buffer.append(" \u{2192} ")
      append(columns.recipients[p], to: &buffer)
      buffer.append("\"}}}")
    }
    buffer.append("]}]}]")
  }

  private func append(_ x: OperatorIndex, to buffer: inout TextBuffer) {
    buffer.append(columns.operatorNames, x, .json)
    buffer.append(" (")
    buffer.append(columns.operatorIDs, x, .json)
    buffer.append(")")
  }

  private func appendSuppression(_ row: Int, to buffer: inout TextBuffer) {
    buffer.append(
      ", \"suppressions\": [{\"kind\": \"external\", \"status\": \"accepted\", \"justification\": \"")
    buffer.append(tables.waivers.ids, row, .json)
    buffer.append(": ")
    buffer.append(tables.waivers.reasons, row, .json)
    buffer.append("\"}]")
  }

  private func appendProperties(
    _ finding: Finding, _ refers: FindingReferences, _ days: ShownDays?, to buffer: inout TextBuffer
  ) {
    buffer.append(", \"properties\": {\"severity\": \"")
    buffer.append(finding.severity.name)
    buffer.append("\", \"basis\": \"")
    buffer.append(finding.rule.basis.name)
    buffer.append("\"")
    if let cause = finding.cause {
      buffer.append(", \"cause\": \"")
      buffer.append(cause.name)
      buffer.append("\"")
    }
    if let category = refers.category {
      buffer.append(", \"category\": \"")
      buffer.append(category.name)
      buffer.append("\"")
    }
    if let numbers = finding.numbers {
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: numbers)
    }
    if let since = finding.since {
      buffer.append(", \"since\": \"")
      buffer.append(since)
      buffer.append("\"")
    }
    if let days {
      buffer.append(", \"periods\": \"")
      buffer.append(runs: days.periods)
      buffer.append(days.isOpen ? "\", \"open\": true" : "\", \"open\": false")
    }
    buffer.append("}")
  }
}

extension FindingState {
  /// What SARIF calls it.
  fileprivate var baselineState: StaticString {
    switch self {
    case .new, .notComparable: "new"
    case .grown, .shrunk, .noLongerWaived, .newlyWaived: "updated"
    case .continuing, .waived, .resolved: "unchanged"
    }
  }
}
