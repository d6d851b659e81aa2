import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The stock of an operator as one JSON document, schema `banken-stock/1`.
struct StockJSON {
  let stock: OperatorStock
  let state: DayState
  let policy: Policy
  let context: ReportContext
  private let texts: NumberTexts

  init(stock: OperatorStock, state: DayState, policy: Policy, context: ReportContext) {
    self.stock = stock
    self.state = state
    self.policy = policy
    self.context = context
    texts = NumberTexts(state.chain.tables)
  }

  private var tables: Tables { state.chain.tables }

  /// - Complexity: O(*n*) in ranges and provisions.
  func write(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    let frame = AnswerJSON(schema: "banken-stock/1", day: stock.day, policy: policy, context: context)
    frame.appendHead(to: &buffer)
    buffer.append(",\n \"operator_id\": ")
    append(id: stock.operatorIndex, tables.operators.ids, to: &buffer)
    buffer.append(", \"numbers\": ")
    buffer.append(decimal: stock.categories.reduce(0) { $0 + $1.numbers })
    buffer.append(", \"conserved\": ")
    buffer.append(stock.categories.allSatisfy(\.isConserved) ? "true" : "false")
    buffer.append(", \"difference\": ")
    buffer.append(decimal: stock.categories.reduce(0) { $0 + $1.difference })
    buffer.append(",\n \"categories\": [")
    for (place, category) in stock.categories.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      appendTotals(category, to: &buffer)
      buffer.append(",\n   \"received\": ")
      try append(category.received, &buffer, to: output)
      buffer.append(",\n   \"passed_on\": ")
      try append(category.passedOn, &buffer, to: output)
      buffer.append("}")
    }
    buffer.append("]")
    frame.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func appendTotals(_ category: CategoryStock, to buffer: inout TextBuffer) {
    buffer.append("{\"category\": \"\(category.category.name)\", \"numbers\": \(category.numbers)")
    buffer.append(", \"conserved\": \(category.isConserved), \"difference\": \(category.difference)")
    buffer.append(", \"not_held\": \(category.notHeld), \"overdrawn\": \(category.overdrawn)")
    buffer.append(", \"passed_on_twice\": \(category.passedOnTwice), \"message\": ")
    buffer.append(
      quoted: category.isConserved
        ? StockWords.addsUp[context.language] : StockWords.difference(of: category, context.language))
    buffer.append(",\n   \"standing\": ")
    buffer.append(
      OperatorStanding(of: stock.operatorIndex, in: state), in: category.category,
      restrictions: category.orders.map { tables.restrictions.ids[Int($0)] })
    let balance = Int64(clamping: category.received.counted) - Int64(clamping: category.passedOn.counted)
    buffer.append(",\n   \"count_only\": {\"received\": \(category.received.counted), \"passed_on\": ")
    buffer.append("\(category.passedOn.counted), \"balance\": \(balance)},")
    buffer.append("\n   \"in_hand\": {\"range_numbers\": \(category.inHand.size), \"count_only\": ")
    buffer.append(
      "\(category.countedInHand), \"passed_on_unnamed\": \(category.passedOnUnnamed), \"ranges\": ")
    append(category.inHand, to: &buffer)
    buffer.append("},\n   \"suspended\": [")
    for (place, piece) in category.suspended.enumerated() {
      buffer.append(place == 0 ? "{" : ", {")
      buffer.append(membersOfRange: piece.start, piece.end, texts)
      buffer.append(", \"restriction_id\": ")
      append(id: piece.restriction, tables.restrictions.ids, to: &buffer)
      buffer.append("}")
    }
    buffer.append("],\n   \"designated\": {\"numbers\": \(category.designated.size), \"ranges\": ")
    append(category.designated, to: &buffer)
    buffer.append("},\n   \"outside\": ")
    append(category.outside, to: &buffer)
    buffer.append(", \"shared\": ")
    append(category.passedOn.shared, to: &buffer)
  }

  private func append(id row: UInt32, _ ids: TextColumn, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x22)
    buffer.append(ids, Int(row), .json)
    buffer.append(byte: 0x22)
  }

  private func append(_ set: RangeSet, to buffer: inout TextBuffer) {
    buffer.append("[")
    for place in set.starts.indices {
      buffer.append(place == 0 ? "{" : ", {")
      buffer.append(membersOfRange: set.starts[place], set.ends[place], texts)
      buffer.append("}")
    }
    buffer.append("]")
  }

  private func append(
    _ flow: StockFlow, _ buffer: inout TextBuffer, to output: any Output
  ) throws(OutputError) {
    buffer.append("{\"numbers\": \(flow.numbers), \"count_only\": \(flow.counted), \"partners\": [")
    for (place, partner) in flow.partners.enumerated() {
      buffer.append(place == 0 ? "\n    {\"operator_id\": " : ",\n    {\"operator_id\": ")
      append(id: partner.operatorIndex, tables.operators.ids, to: &buffer)
      buffer.append(
        ", \"numbers\": \(partner.numbers), \"count_only\": \(partner.counted), \"provisions\": [")
      for (place, p) in flow.provisions[partner.provisions].enumerated() {
        buffer.append(place == 0 ? "{\"provision_id\": " : ", {\"provision_id\": ")
        append(id: p, tables.provisions.ids, to: &buffer)
        buffer.append(", ")
        if tables.provisions.isRanged(Int(p)) {
          buffer.append(
            membersOfRange: tables.provisions.rangeStarts[Int(p)], tables.provisions.rangeEnd(Int(p)), texts)
        } else {
          buffer.append("\"numbers\": \(tables.provisions.numbers[Int(p)])")
        }
        buffer.append(", \"period\": ")
        buffer.append(
          period: DayInterval(start: tables.provisions.starts[Int(p)], end: tables.provisions.ends[Int(p)]))
        buffer.append("}")
        if buffer.count > 1 << 16 {
          try output.write(buffer)
          buffer.removeAll()
        }
      }
      buffer.append("]}")
    }
    buffer.append("]}")
  }
}

/// The stock of an operator as rows: every range, every provision.
struct StockCSV {
  static let columns = [
    "category", "record", "start", "end", "numbers", "operator_id", "operator_name", "provision_id", "from",
    "to", "restriction_id", "message",
  ]

  let stock: OperatorStock
  let tables: Tables
  let language: Language
  private let texts: NumberTexts

  init(stock: OperatorStock, tables: Tables, language: Language) {
    self.stock = stock
    self.tables = tables
    self.language = language
    texts = NumberTexts(tables)
  }

  func write(to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    for category in stock.categories {
      try append(category.inHand, "in-hand", of: category, &rows, to: output)
      for (record, count) in [
        ("in-hand-count-only", category.countedInHand), ("passed-on-unnamed", category.passedOnUnnamed),
      ] where count > 0 {
        rows.add(category.category.name)
        rows.add(record)
        rows.skip(2)
        rows.add(count)
        rows.endRow()
      }
      for piece in category.suspended {
        begin(category, "suspended", piece.start, piece.end, &rows)
        rows.skip(5)
        rows.add(tables.restrictions.ids, piece.restriction)
        rows.add(tables.restrictions.references, piece.restriction)
        rows.endRow()
        try flush(&rows, to: output)
      }
      for row in category.orders { append(order: row, of: category, &rows) }
      try append(category.designated, "designated", of: category, &rows, to: output)
      try append(category.received, "received", of: category, &rows, to: output)
      try append(category.passedOn, "passed-on", of: category, &rows, to: output)
      try append(category.outside, "outside", of: category, &rows, to: output)
      try append(category.passedOn.shared, "shared", of: category, &rows, to: output)
      rows.add(category.category.name)
      rows.add(category.isConserved ? "conserved" : "not-conserved")
      rows.skip(2)
      rows.add(category.difference)
      rows.skip(6)
      rows.add(
        category.isConserved ? StockWords.addsUp[language] : StockWords.difference(of: category, language))
      rows.endRow()
    }
    try output.write(rows.buffer)
  }

  private func flush(_ rows: inout CSVRows, to output: any Output) throws(OutputError) {
    guard rows.buffer.count > 1 << 16 else { return }
    try output.write(rows.buffer)
    rows.removeAll()
  }

  private func begin(
    _ category: CategoryStock, _ record: String, _ start: UInt64, _ end: UInt64, _ rows: inout CSVRows
  ) {
    rows.add(category.category.name)
    rows.add(record)
    rows.add(texts.hyphenated(start))
    rows.add(texts.hyphenated(end))
    rows.add(end - start + 1)
  }

  private func append(
    _ set: RangeSet, _ record: String, of category: CategoryStock, _ rows: inout CSVRows,
    to output: any Output
  ) throws(OutputError) {
    for place in set.starts.indices {
      begin(category, record, set.starts[place], set.ends[place], &rows)
      rows.endRow()
      try flush(&rows, to: output)
    }
  }

  private func append(order row: UInt32, of category: CategoryStock, _ rows: inout CSVRows) {
    let table = tables.restrictions
    rows.add(category.category.name)
    rows.add(table.kinds[Int(row)].code)
    rows.skip(6)
    let days = DayInterval(start: table.starts[Int(row)], end: table.ends[Int(row)])
    rows.add(days.first)
    rows.add(days.last)
    rows.add(table.ids, row)
    rows.add(table.references, row)
    rows.endRow()
  }

  private func append(
    _ flow: StockFlow, _ record: String, of category: CategoryStock, _ rows: inout CSVRows,
    to output: any Output
  ) throws(OutputError) {
    let table = tables.provisions
    for partner in flow.partners {
      for p in flow.provisions[partner.provisions] {
        let row = Int(p)
        if table.isRanged(row) {
          begin(category, record, table.rangeStarts[row], table.rangeEnd(row), &rows)
        } else {
          rows.add(category.category.name)
          rows.add(record)
          rows.skip(2)
          rows.add(table.numbers[row])
        }
        rows.add(tables.operators.ids, partner.operatorIndex)
        rows.add(tables.operators.names, partner.operatorIndex)
        rows.add(table.ids, p)
        let days = DayInterval(start: table.starts[row], end: table.ends[row])
        rows.add(days.first)
        rows.add(days.last)
        rows.endRow()
        try flush(&rows, to: output)
      }
    }
  }
}

extension RestrictionKind {
  /// The word in data.
  var code: String {
    switch self {
    case .suspendNumbers: "suspend-numbers"
    case .refuseNew: "refuse-new"
    case .suspendStock: "suspend-stock"
    }
  }
}
