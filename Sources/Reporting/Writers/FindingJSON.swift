import Audit
import Numbering
import SupplyChain

/// Writes findings as JSON objects, members in the order of the contract.
struct FindingJSON: Sendable {
  private let audit: DayAudit
  private let tables: Tables
  private let messages: MessageWriter
  /// By rule and severity: the object up to the opening quotation mark of the fingerprint.
  private let openings: [[UInt8]]

  init(_ audit: DayAudit, language: Language) {
    self.audit = audit
    tables = audit.state.chain.tables
    messages = MessageWriter(audit, language: language)
    openings = RuleID.allCases.flatMap { rule in
      Severity.allCases.map { severity in
        Array(
          """
          {"rule": "\(rule.name)", "severity": "\(severity.name)", "basis": "\(rule.basis.name)", "fingerprint": "
          """.utf8)
      }
    }
  }

  /// Appends one object, without a line end.
  ///
  /// - Complexity: O(*n*) in what it names.
  func append(
    _ finding: Finding, of results: RuleFindings, routes: inout RouteFinder, to buffer: inout TextBuffer
  ) {
    let refers = audit.references(of: finding, in: results)
    let opening = Int(finding.rule.rawValue) * Severity.allCases.count + Int(finding.severity.rawValue)
    buffer.append(openings[opening])
    buffer.append(audit.fingerprint(of: finding, in: results))
    if let row = refers.waivedBy {
      buffer.append("\", \"waived_by\": ")
      append(tables.waivers.ids, row, to: &buffer)
    } else {
      buffer.append("\", \"waived_by\": null")
    }
    appendKey(refers, to: &buffer)
    appendRelated(refers, to: &buffer)
    appendMeasures(finding, refers, to: &buffer)
    append(routes.route(of: finding), to: &buffer)
    if let source = refers.source {
      let origin = tables.origin(of: source.table)
      if let line = origin.line(of: source.row) {
        buffer.append(", \"source\": {\"file\": ")
        buffer.append(quoted: origin.file)
        buffer.append(", \"line\": ")
        buffer.append(decimal: UInt64(line))
        buffer.append("}")
      }
    }
    buffer.append(", \"message\": \"")
    messages.append(finding, refers, .json, to: &buffer)
    buffer.append("\"}")
  }

  /// From `provision_id` to `party`.
  private func appendKey(_ refers: FindingReferences, to buffer: inout TextBuffer) {
    if let p = refers.provision {
      buffer.append(", \"provision_id\": ")
      append(tables.provisions.ids, Int(p), to: &buffer)
    }
    append(", \"supplier_id\": ", refers.supplier, to: &buffer)
    append(", \"recipient_id\": ", refers.recipient, to: &buffer)
    append(", \"operator_id\": ", refers.operatorIndex, to: &buffer)
    if let operators = refers.operators {
      buffer.append(", \"operator_ids\": ")
      append(operators, tables.operators.ids, to: &buffer)
    }
    if let count = refers.memberCount {
      buffer.append(", \"operators\": ")
      buffer.append(decimal: UInt64(count))
    }
    if let category = refers.category {
      buffer.append(", \"category\": \"")
      buffer.append(category.name)
      buffer.append("\"")
    }
    if let cap = refers.cap {
      buffer.append(", \"cap_id\": ")
      buffer.append(quoted: audit.caps.id(of: cap))
    }
    append(", \"party\": ", refers.party.map { audit.state.chain.nameOfParty($0) }, to: &buffer)
  }

  /// From `value` to `cycle`.
  private func appendRelated(_ refers: FindingReferences, to buffer: inout TextBuffer) {
    if let value = refers.value {
      buffer.append(", \"value\": ")
      buffer.append(quoted: value)
    }
    if let p = refers.other {
      buffer.append(", \"other_id\": ")
      append(tables.provisions.ids, Int(p), to: &buffer)
    }
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
      append(cycle, tables.provisions.ids, to: &buffer)
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
      buffer.append(", \"cause\": \"")
      buffer.append(cause.name)
      buffer.append("\"")
    }
    if let since = finding.since {
      buffer.append(", \"since\": \"")
      buffer.append(since)
      buffer.append("\"")
    }
  }

  /// `tier`, `chain` and `rooted`.
  private func append(_ route: Route?, to buffer: inout TextBuffer) {
    guard let route else { return }
    if let tier = route.tier {
      buffer.append(", \"tier\": ")
      buffer.append(decimal: UInt64(tier))
    }
    buffer.append(", \"chain\": ")
    append(route.hops[...], tables.provisions.ids, to: &buffer)
    buffer.append(route.isRooted ? ", \"rooted\": true" : ", \"rooted\": false")
  }

  private func append(_ name: StaticString, _ x: OperatorIndex?, to buffer: inout TextBuffer) {
    guard let x else { return }
    buffer.append(name)
    append(tables.operators.ids, Int(x), to: &buffer)
  }

  private func append(_ column: TextColumn, _ row: Int, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x22)
    buffer.append(column, row, .json)
    buffer.append(byte: 0x22)
  }

  private func append(_ rows: ArraySlice<UInt32>, _ column: TextColumn, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x5B)
    var isFirst = true
    for row in rows {
      if !isFirst { buffer.append(", ") }
      isFirst = false
      append(column, Int(row), to: &buffer)
    }
    buffer.append(byte: 0x5D)
  }
}
