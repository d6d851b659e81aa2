import Bytes
import Decisions
import Numbering
import SupplyChain

/// Traced numbers as rows: what contains a number, and where its trail ends; then, once for each operator, the
/// provisions known by count only in which numbers may hide.
struct TraceCSV {
  static let columns = [
    "number", "category", "record", "level", "provision_id", "supplier_id", "supplier_name", "recipient_id",
    "recipient_name", "start", "end", "numbers", "from", "to", "approval_checked_on", "conditions_agreed_on",
    "continuity_checked_on", "declared_on", "supplier_registration", "supplier_approval",
    "supplier_certification", "recipient_registration", "recipient_approval", "recipient_certification",
    "reason", "ask", "restriction_id", "message",
  ]

  let numbers: [TelephoneNumber]
  let facts: TraceFacts

  private var tables: Tables { facts.tables }

  func write(to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    for number in numbers {
      append(facts.tracer.trace(number), to: &rows)
      try flush(&rows, to: output)
    }
    for asked in facts.countedAsked {
      for p in facts.counted(asked.direction, asked.operatorIndex, in: asked.category).provisions {
        begin(nil, asked.category, "count-only-\(asked.direction.rawValue)", to: &rows)
        append(p, nil, to: &rows)
        rows.endRow()
        try flush(&rows, to: output)
      }
    }
    try output.write(rows.buffer)
  }

  private func flush(_ rows: inout CSVRows, to output: any Output) throws(OutputError) {
    guard rows.buffer.count > 1 << 16 else { return }
    try output.write(rows.buffer)
    rows.removeAll()
  }

  private func begin(
    _ number: TelephoneNumber?, _ category: Category, _ record: String, to rows: inout CSVRows
  ) {
    rows.add(number.map { facts.names.numbers.hyphenated($0.rawValue) } ?? "")
    rows.add(category.name)
    rows.add(record)
  }

  private func append(_ trace: NumberTrace, to rows: inout CSVRows) {
    let (number, category) = (trace.number, trace.number.category)
    let blocks = tables.designations
    for row in trace.designations {
      begin(number, category, "designation", to: &rows)
      rows.skip(4)
      rows.add(tables.operators.ids, blocks.operators[Int(row)])
      rows.add(tables.operators.names, blocks.operators[Int(row)])
      append(range: blocks.rangeStarts[Int(row)], blocks.rangeEnds[Int(row)], to: &rows)
      append(period: facts.period(ofDesignation: row), to: &rows)
      rows.endRow()
    }
    for hop in trace.hops {
      begin(number, category, "hop", to: &rows)
      append(hop.provision, hop.level, to: &rows)
      appendStandings(hop.provision, category, to: &rows)
      rows.endRow()
    }
    let restrictions = tables.restrictions
    for row in trace.suspensions {
      begin(number, category, "suspension", to: &rows)
      rows.skip(6)
      append(range: restrictions.rangeStarts[Int(row)], restrictions.rangeEnds[Int(row)], to: &rows)
      append(
        period: DayInterval(start: restrictions.starts[Int(row)], end: restrictions.ends[Int(row)]), to: &rows
      )
      rows.skip(12)
      rows.add(restrictions.ids, row)
      rows.add(restrictions.references, row)
      rows.endRow()
    }
    for origin in trace.origins { _ = facts.counted(at: origin, of: number) }
    for end in trace.ends {
      begin(number, category, "end", to: &rows)
      rows.skip(21)
      rows.add(end.reason.rawValue)
      rows.add(end.operators.map { tables.operators.ids[Int($0)] }.joined(separator: ";"))
      rows.skip()
      rows.add(facts.words(for: end, of: trace))
      rows.endRow()
    }
  }

  /// Level to declaration: what stands in the row of a provision.
  private func append(_ p: ProvisionIndex, _ level: UInt32?, to rows: inout CSVRows) {
    let table = tables.provisions
    let row = Int(p)
    rows.add(level.map { UInt64($0) })
    rows.add(table.ids, p)
    rows.add(tables.operators.ids, table.suppliers[row])
    rows.add(tables.operators.names, table.suppliers[row])
    rows.add(tables.operators.ids, table.recipients[row])
    rows.add(tables.operators.names, table.recipients[row])
    if table.isRanged(row) {
      append(range: table.rangeStarts[row], table.rangeEnd(row), to: &rows)
    } else {
      rows.skip(2)
      rows.add(table.numbers[row])
    }
    append(period: facts.period(of: p), to: &rows)
    for days in [
      table.approvalCheckedOn, table.conditionsAgreedOn, table.continuityCheckedOn, table.declaredOn,
    ] {
      rows.add(days.isEmpty ? nil : Day(ordinal: days[row]))
    }
  }

  private func appendStandings(_ p: ProvisionIndex, _ category: Category, to rows: inout CSVRows) {
    for x in [tables.provisions.suppliers[Int(p)], tables.provisions.recipients[Int(p)]] {
      let standing = facts.standing(of: x)
      rows.add(standing.registration.code ?? "")
      rows.add(standing.isUser ? "user" : standing.approval(in: category).standing.code)
      rows.add(standing.isUser ? "user" : standing.certification.standing.code)
    }
  }

  private func append(range start: UInt64, _ end: UInt64, to rows: inout CSVRows) {
    rows.add(facts.names.numbers.hyphenated(start))
    rows.add(facts.names.numbers.hyphenated(end))
    rows.add(end - start + 1)
  }

  private func append(period days: DayInterval, to rows: inout CSVRows) {
    rows.add(days.first)
    rows.add(days.last)
  }
}
