import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

extension Custody.Beginning {
  /// The word in data, the provision it speaks of, and the designation.
  var members: (code: String, provision: ProvisionIndex?, designation: UInt32?) {
    switch self {
    case .designated(let row): ("designated", nil, row)
    case .provided(let p): ("provided", p, nil)
    case .cameBack(let p): ("came-back", p, nil)
    }
  }
}

extension Custody.Ending {
  /// The word in data, the provision it speaks of, and the designation; no word while it lasts.
  var members: (code: String?, provision: ProvisionIndex?, designation: UInt32?) {
    switch self {
    case .open: (nil, nil, nil)
    case .passedOn(let p): ("passed-on", p, nil)
    case .withdrawn(let p): ("withdrawn", p, nil)
    case .returned(let row): ("returned", nil, row)
    }
  }
}

/// Through whose hands numbers went as one JSON document, schema `banken-trace/1`.
struct HistoryJSON {
  let numbers: [TelephoneNumber]
  let tracer: CustodyTracer
  let suspensions: NumberSuspensions
  let tables: Tables
  let policy: Policy
  let context: ReportContext

  private var texts: NumberTexts { NumberTexts(tables) }

  func write(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    let frame = AnswerJSON(schema: "banken-trace/1", day: nil, policy: policy, context: context)
    frame.appendHead(to: &buffer)
    buffer.append(",\n \"numbers\": [")
    for (place, number) in numbers.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      append(tracer.history(of: number), to: &buffer)
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("],\n \"caveat\": ")
    buffer.append(quoted: TraceWords.rangesOnly[context.language])
    MissingTables(tables, .custody).append(to: &buffer, context.language)
    frame.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func append(_ history: NumberHistory, to buffer: inout TextBuffer) {
    buffer.append(
      "{\"number\": \"\(texts.digits(history.number))\", \"category\": \"\(history.number.category.name)\",")
    buffer.append("\n   \"custody\": [")
    for (place, custody) in history.custody.enumerated() {
      buffer.append(place == 0 ? "\n    " : ",\n    ")
      append(custody, to: &buffer)
    }
    buffer.append("],\n   \"gaps\": [")
    for (place, gap) in history.gaps.enumerated() {
      buffer.append(place == 0 ? "{\"from\": " : ", {\"from\": ")
      buffer.append(dayOrNull: gap.days.first)
      buffer.append(", \"to\": ")
      buffer.append(dayOrNull: gap.days.last)
      buffer.append(", \"reason\": \"\(gap.reason.rawValue)\"}")
    }
    buffer.append("],\n   \"suspensions\": [")
    buffer.append(suspensions: suspensions.rows(containing: history.number), of: tables, texts)
    buffer.append("],\n   \"hops\": [")
    let table = tables.provisions
    for (place, p) in history.provisions.enumerated() {
      buffer.append(place == 0 ? "\n    {\"provision_id\": " : ",\n    {\"provision_id\": ")
      append(id: p, table.ids, to: &buffer)
      buffer.append(", \"supplier_id\": ")
      append(id: table.suppliers[Int(p)], tables.operators.ids, to: &buffer)
      buffer.append(", \"recipient_id\": ")
      append(id: table.recipients[Int(p)], tables.operators.ids, to: &buffer)
      buffer.append(", \"period\": ")
      buffer.append(period: DayInterval(start: table.starts[Int(p)], end: table.ends[Int(p)]))
      buffer.append(", ")
      buffer.append(membersOfRange: table.rangeStarts[Int(p)], table.rangeEnd(Int(p)), texts)
      buffer.append("}")
    }
    buffer.append("],\n   \"designations\": [")
    let blocks = tables.designations
    for (place, row) in history.designations.enumerated() {
      buffer.append(place == 0 ? "{\"operator_id\": " : ", {\"operator_id\": ")
      append(id: blocks.operators[Int(row)], tables.operators.ids, to: &buffer)
      buffer.append(", ")
      buffer.append(membersOfRange: blocks.rangeStarts[Int(row)], blocks.rangeEnds[Int(row)], texts)
      buffer.append(", \"period\": ")
      buffer.append(period: DayInterval(start: blocks.starts[Int(row)], end: blocks.ends[Int(row)]))
      buffer.append("}")
    }
    buffer.append("]}")
  }

  private func append(_ custody: Custody, to buffer: inout TextBuffer) {
    buffer.append("{\"operator_id\": ")
    append(id: custody.operatorIndex, tables.operators.ids, to: &buffer)
    buffer.append(", \"period\": ")
    buffer.append(period: custody.days)
    let (beginning, ending) = (custody.beginning.members, custody.ending.members)
    buffer.append(", \"began\": \"\(beginning.code)\", \"began_by\": ")
    if let p = beginning.provision {
      append(id: p, tables.provisions.ids, to: &buffer)
    } else {
      buffer.append("null")
    }
    buffer.append(", \"ended\": ")
    buffer.append(quotedOrNull: ending.code)
    buffer.append(", \"ended_by\": ")
    if let p = ending.provision {
      append(id: p, tables.provisions.ids, to: &buffer)
    } else {
      buffer.append("null")
    }
    buffer.append("}")
  }

  private func append(id row: UInt32, _ ids: TextColumn, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x22)
    buffer.append(ids, Int(row), .json)
    buffer.append(byte: 0x22)
  }
}

/// Through whose hands numbers went as rows, one for each custody and each gap; suspensions; what cannot be told.
struct HistoryCSV {
  static let columns = [
    "number", "category", "from", "to", "operator_id", "operator_name", "began", "began_by", "ended",
    "ended_by", "record", "restriction_id", "message",
  ]

  let numbers: [TelephoneNumber]
  let tracer: CustodyTracer
  let suspensions: NumberSuspensions
  let tables: Tables
  let language: Language
  private let texts: NumberTexts

  init(
    _ numbers: [TelephoneNumber], _ tracer: CustodyTracer, _ suspensions: NumberSuspensions, _ tables: Tables,
    _ language: Language
  ) {
    self.numbers = numbers
    self.tracer = tracer
    self.suspensions = suspensions
    self.tables = tables
    self.language = language
    texts = NumberTexts(tables)
  }

  func write(to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    let notes =
      MissingTables(tables, .custody).missing.map { ("no-table", MissingTables.sentence($0)) }
      + [("ranges-only", TraceWords.rangesOnly)]
    for (record, sentence) in notes {
      rows.skip(10)
      rows.add(record)
      rows.skip()
      rows.add(sentence[language])
      rows.endRow()
    }
    for number in numbers {
      let history = tracer.history(of: number)
      for custody in history.custody {
        begin(number, custody.days, to: &rows)
        rows.add(tables.operators.ids, custody.operatorIndex)
        rows.add(tables.operators.names, custody.operatorIndex)
        let (beginning, ending) = (custody.beginning.members, custody.ending.members)
        rows.add(beginning.code)
        rows.add(tables.provisions.ids, beginning.provision)
        rows.add(ending.code ?? "")
        rows.add(tables.provisions.ids, ending.provision)
        rows.add("custody")
        rows.endRow()
      }
      for gap in history.gaps {
        begin(number, gap.days, to: &rows)
        rows.skip(6)
        rows.add(gap.reason.rawValue)
        rows.skip()
        rows.add(TraceWords.gap(gap.reason)[language])
        rows.endRow()
      }
      let table = tables.restrictions
      for row in suspensions.rows(containing: number) {
        begin(
          number, DayInterval(start: table.starts[Int(row)], end: table.ends[Int(row)]), to: &rows)
        rows.skip(6)
        rows.add("suspension")
        rows.add(table.ids, row)
        rows.add(table.references, row)
        rows.endRow()
      }
      if rows.buffer.count > 1 << 16 {
        try output.write(rows.buffer)
        rows.removeAll()
      }
    }
    try output.write(rows.buffer)
  }
  private func begin(_ number: TelephoneNumber, _ days: DayInterval, to rows: inout CSVRows) {
    rows.add(texts.hyphenated(number.rawValue))
    rows.add(number.category.name)
    rows.add(days.first)
    rows.add(days.last)
  }
}
