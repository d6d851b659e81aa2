import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Traced numbers as one JSON document, schema `banken-trace/1`.
struct TraceJSON {
  let numbers: [TelephoneNumber]
  let facts: TraceFacts
  let policy: Policy
  let context: ReportContext

  private var tables: Tables { facts.tables }
  private var texts: NumberTexts { facts.names.numbers }

  func write(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    let frame = AnswerJSON(
      schema: "banken-trace/1", day: facts.tracer.state.day, policy: policy, context: context)
    frame.appendHead(to: &buffer)
    buffer.append(",\n \"numbers\": [")
    for (place, number) in numbers.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      append(facts.tracer.trace(number), to: &buffer)
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("],\n \"count_only\": [")
    // What trails end or begin in stands here once, however many numbers do.
    for (place, asked) in facts.countedAsked.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      append(asked.operatorIndex, asked.category, asked.direction, to: &buffer)
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("]")
    MissingTables(tables, .standings).append(to: &buffer, context.language)
    frame.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func append(_ trace: NumberTrace, to buffer: inout TextBuffer) {
    let category = trace.number.category
    buffer.append(
      "{\"number\": \"\(texts.digits(trace.number))\", \"category\": \"\(category.name)\", \"held\": ")
    buffer.append(trace.isHeldByNobody ? "false" : "true")
    buffer.append(", \"message\": ")
    buffer.append(quoted: facts.summary(trace))
    buffer.append(",\n   \"designations\": [")
    append(designations: trace.designations, to: &buffer)
    buffer.append("], \"hops\": [")
    for (place, hop) in trace.hops.enumerated() {
      buffer.append(place == 0 ? "\n    " : ",\n    ")
      append(hop, in: category, to: &buffer)
    }
    buffer.append("],\n   \"branches\": [")
    append(branchesOf: trace, to: &buffer)
    buffer.append("], \"origins\": [")
    for (place, origin) in trace.origins.enumerated() {
      _ = facts.counted(at: origin, of: trace.number)
      buffer.append(place == 0 ? "{\"operator_id\": " : ", {\"operator_id\": ")
      append(id: origin.operatorIndex, to: &buffer)
      buffer.append(", \"kind\": \"\(Self.code(origin.kind))\"}")
    }
    buffer.append("], \"ends\": [")
    for (place, end) in trace.ends.enumerated() {
      _ = facts.counted(at: end, of: trace.number)
      buffer.append(place == 0 ? "{\"reason\": \"" : ", {\"reason\": \"")
      buffer.append(end.reason.rawValue)
      buffer.append("\", \"operator_ids\": ")
      buffer.append(ids: end.operators, of: tables.operators.ids)
      buffer.append("}")
    }
    buffer.append("],\n   \"ask_next\": ")
    buffer.append(
      ids: Set(facts.questions(trace).flatMap(\.operators)).sorted(), of: tables.operators.ids)
    buffer.append(", \"suspensions\": [")
    buffer.append(suspensions: trace.suspensions, of: tables, texts)
    buffer.append("]")
    if trace.designations.isEmpty { append(nearestTo: trace.number, to: &buffer) }
    buffer.append("}")
  }

  static func code(_ kind: TraceOrigin.Kind) -> String {
    switch kind {
    case .designation: "designation"
    case .countOnly: "count-only"
    case .unknown: "unknown"
    }
  }

  private func append(id x: OperatorIndex, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x22)
    buffer.append(tables.operators.ids, Int(x), .json)
    buffer.append(byte: 0x22)
  }

  func append(designations rows: [UInt32], to buffer: inout TextBuffer) {
    let table = tables.designations
    for (place, row) in rows.enumerated() {
      buffer.append(place == 0 ? "{\"operator_id\": " : ", {\"operator_id\": ")
      append(id: table.operators[Int(row)], to: &buffer)
      buffer.append(", ")
      buffer.append(membersOfRange: table.rangeStarts[Int(row)], table.rangeEnds[Int(row)], texts)
      buffer.append(", \"period\": ")
      buffer.append(period: facts.period(ofDesignation: row))
      buffer.append("}")
    }
  }

  private func append(_ hop: TraceHop, in category: Category, to buffer: inout TextBuffer) {
    buffer.append("{")
    appendProvision(hop.provision, to: &buffer)
    buffer.append(", \"level\": ")
    if let level = hop.level { buffer.append(decimal: UInt64(level)) } else { buffer.append("null") }
    let p = Int(hop.provision)
    buffer.append(", ")
    buffer.append(membersOfRange: tables.provisions.rangeStarts[p], tables.provisions.rangeEnd(p), texts)
    buffer.append(", \"source\": ")
    if let line = tables.provisions.origin.line(of: p) {
      buffer.append("{\"file\": ")
      buffer.append(quoted: tables.provisions.origin.file)
      buffer.append(", \"line\": \(line)}")
    } else {
      buffer.append("null")
    }
    for (name, days) in [
      ("approval_checked_on", tables.provisions.approvalCheckedOn),
      ("conditions_agreed_on", tables.provisions.conditionsAgreedOn),
      ("continuity_checked_on", tables.provisions.continuityCheckedOn),
      ("declared_on", tables.provisions.declaredOn),
    ] where !days.isEmpty {
      buffer.append(", \"\(name)\": ")
      buffer.append(dayOrNull: Day(ordinal: days[p]))
    }
    for (name, x) in [
      ("supplier", tables.provisions.suppliers[p]), ("recipient", tables.provisions.recipients[p]),
    ] {
      buffer.append(",\n     \"\(name)\": ")
      buffer.append(
        facts.standing(of: x), in: category, restrictions: facts.restrictions(on: x, in: category), tables)
    }
    buffer.append("}")
  }

  /// Appends the members that every provision has.
  func appendProvision(_ p: ProvisionIndex, to buffer: inout TextBuffer) {
    buffer.append("\"provision_id\": \"")
    buffer.append(tables.provisions.ids, Int(p), .json)
    buffer.append("\", \"supplier_id\": ")
    append(id: tables.provisions.suppliers[Int(p)], to: &buffer)
    buffer.append(", \"recipient_id\": ")
    append(id: tables.provisions.recipients[Int(p)], to: &buffer)
    buffer.append(", \"period\": ")
    buffer.append(period: facts.period(of: p))
  }

  /// Operators that provide the number more than once.
  private func append(branchesOf trace: NumberTrace, to buffer: inout TextBuffer) {
    var hopsOf: [OperatorIndex: [ProvisionIndex]] = [:]
    for hop in trace.hops {
      hopsOf[tables.provisions.suppliers[Int(hop.provision)], default: []].append(hop.provision)
    }
    let branches = hopsOf.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    for (place, branch) in branches.enumerated() {
      buffer.append(place == 0 ? "{\"operator_id\": " : ", {\"operator_id\": ")
      append(id: branch.key, to: &buffer)
      buffer.append(", \"provision_ids\": ")
      buffer.append(ids: branch.value, of: tables.provisions.ids)
      buffer.append("}")
    }
  }

  private func append(nearestTo number: TelephoneNumber, to buffer: inout TextBuffer) {
    let near = facts.tracer.designations(near: number)
    buffer.append(",\n   \"nearest\": {\"on_other_days\": [")
    append(designations: near.onOtherDays, to: &buffer)
    for (name, row) in [("below", near.below), ("above", near.above)] {
      buffer.append(name == "below" ? "], \"" : ", \"")
      buffer.append(name)
      buffer.append("\": ")
      if let row { append(designations: [row], to: &buffer) } else { buffer.append("null") }
    }
    buffer.append("}")
  }

  private func append(
    _ x: OperatorIndex, _ category: Category, _ direction: TraceFacts.Direction, to buffer: inout TextBuffer
  ) {
    let counted = facts.counted(direction, x, in: category)
    buffer.append("{\"operator_id\": ")
    append(id: x, to: &buffer)
    buffer.append(
      ", \"category\": \"\(category.name)\", \"direction\": \"\(direction.rawValue)\", \"numbers\": ")
    buffer.append(decimal: counted.numbers)
    buffer.append(", \"provisions\": [")
    for (place, p) in counted.provisions.enumerated() {
      buffer.append(place == 0 ? "\n   {" : ",\n   {")
      appendProvision(p, to: &buffer)
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: tables.provisions.numbers[Int(p)])
      buffer.append("}")
    }
    buffer.append("]}")
  }
}

extension TextBuffer {
  /// Appends suspensions of numbers as the elements of a list.
  mutating func append(suspensions rows: [UInt32], of tables: Tables, _ texts: NumberTexts) {
    let table = tables.restrictions
    for (place, row) in rows.enumerated() {
      append(place == 0 ? "{\"restriction_id\": \"" : ", {\"restriction_id\": \"")
      append(table.ids, Int(row), .json)
      append("\", ")
      append(membersOfRange: table.rangeStarts[Int(row)], table.rangeEnds[Int(row)], texts)
      append(", \"period\": ")
      append(period: DayInterval(start: table.starts[Int(row)], end: table.ends[Int(row)]))
      append(", \"reference\": \"")
      append(table.references, Int(row), .json)
      append("\"}")
    }
  }
}
