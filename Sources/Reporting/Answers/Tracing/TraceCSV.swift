import Bytes
import Decisions
import Numbering
import SupplyChain

/// Traced numbers as rows: tables that are missing; what contains a number, where its trail begins and ends; then, once
/// for each operator, the provisions known by count only in which numbers may hide, and the restrictions it is under.
struct TraceCSV {
  static let columns = [
    "number", "category", "record", "level", "provision_id", "supplier_id", "supplier_name", "recipient_id",
    "recipient_name", "start", "end", "numbers", "from", "to", "approval_checked_on", "conditions_agreed_on",
    "continuity_checked_on", "declared_on", "supplier_registration", "supplier_approval",
    "supplier_certification", "recipient_registration", "recipient_approval", "recipient_certification",
    "reason", "ask", "restriction_id", "message", "supplier_approval_ended_on",
    "supplier_approval_end_reason", "supplier_certified_until", "supplier_restrictions",
    "recipient_approval_ended_on", "recipient_approval_end_reason", "recipient_certified_until",
    "recipient_restrictions",
  ]

  let numbers: [TelephoneNumber]
  let facts: TraceFacts

  private var tables: Tables { facts.tables }

  func write(to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    for table in MissingTables(tables, .standings).missing {
      rows.skip(2)
      rows.add("no-table")
      rows.skip(21)
      rows.add(table.name)
      rows.skip(2)
      rows.add(MissingTables.sentence(table)[facts.language])
      rows.endRow()
    }
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
    for met in facts.restrictedMet {
      append(order: met.row, on: met.operatorIndex, in: met.category, to: &rows)
      try flush(&rows, to: output)
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
      let p = Int(hop.provision)
      let ends = [tables.provisions.suppliers[p], tables.provisions.recipients[p]]
      for x in ends { appendStanding(of: x, category, to: &rows) }
      rows.skip(4)
      for x in ends { appendDays(of: x, category, to: &rows) }
      rows.endRow()
    }
    for origin in trace.origins { append(origin, of: trace, to: &rows) }
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
    for end in trace.ends {
      begin(number, category, "end", to: &rows)
      rows.skip(21)
      rows.add(end.reason.rawValue)
      let asked = facts.questions(at: end, of: trace).flatMap(\.operators)
      rows.add(asked.map { tables.operators.ids[Int($0)] }.joined(separator: ";"))
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

  /// Where the trail begins: the operator stands as a supplier, whether it provides the number or not.
  private func append(_ origin: TraceOrigin, of trace: NumberTrace, to rows: inout CSVRows) {
    let (x, category) = (origin.operatorIndex, trace.number.category)
    let counted = facts.counted(at: origin, of: trace.number)
    begin(trace.number, category, "origin", to: &rows)
    rows.skip(2)
    rows.add(tables.operators.ids, x)
    rows.add(tables.operators.names, x)
    rows.skip(11)
    appendStanding(of: x, category, to: &rows)
    rows.skip(3)
    rows.add(TraceJSON.code(origin.kind))
    // Without a designation they are asked at the end that says so.
    let isAsked = origin.kind != .designation && !trace.designations.isEmpty
    rows.add(tables.operators.ids, isAsked ? x : nil)
    rows.skip()
    rows.add(TraceWords.origin(origin.kind, counted: counted.tally)[facts.language])
    appendDays(of: x, category, to: &rows)
    rows.endRow()
  }

  private func append(
    order row: UInt32, on x: OperatorIndex, in category: Category, to rows: inout CSVRows
  ) {
    let table = tables.restrictions
    begin(nil, category, table.kinds[Int(row)].code, to: &rows)
    rows.skip(4)
    rows.add(tables.operators.ids, x)
    rows.add(tables.operators.names, x)
    rows.skip(3)
    append(period: DayInterval(start: table.starts[Int(row)], end: table.ends[Int(row)]), to: &rows)
    rows.skip(12)
    rows.add(table.ids, row)
    rows.add(table.references, row)
    rows.endRow()
  }

  /// Registration, approval, certification.
  private func appendStanding(of x: OperatorIndex, _ category: Category, to rows: inout CSVRows) {
    let standing = facts.standing(of: x)
    rows.add(standing.registration.code ?? "")
    rows.add(standing.isUser ? "user" : standing.approvalCode(in: category) ?? "")
    rows.add(standing.isUser ? "user" : standing.certificationCode ?? "")
  }

  /// When and how an approval ended, until when the operator is certified, and the restrictions it is under.
  private func appendDays(of x: OperatorIndex, _ category: Category, to rows: inout CSVRows) {
    let standing = facts.standing(of: x)
    let isTold = !standing.isUser && !standing.isApprovalUnknown(in: category)
    let ending = isTold ? standing.ending(in: category) : nil
    rows.add(ending?.day)
    rows.add(ending?.reason?.rawValue ?? "")
    rows.add(standing.isUser ? nil : standing.certification.until)
    let restrictions = facts.restrictions(on: x, in: category)
    rows.add(restrictions.map { tables.restrictions.ids[Int($0)] }.joined(separator: ";"))
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
