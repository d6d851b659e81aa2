import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The stock of an operator as one JSON document, schema `banken-stock/1`.
struct StockJSON {
  let facts: StockFacts
  let policy: Policy
  let context: ReportContext
  private let texts: NumberTexts
  private var stock: OperatorStock { facts.stock }
  private var state: DayState { facts.state }

  init(facts: StockFacts, policy: Policy, context: ReportContext) {
    self.facts = facts
    self.policy = policy
    self.context = context
    texts = NumberTexts(facts.tables)
  }

  private var tables: Tables { facts.tables }

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
      appendTotals(category, facts.categories[place], to: &buffer)
      buffer.append(",\n   \"received\": ")
      try append(category.received, &buffer, to: output)
      buffer.append(",\n   \"passed_on\": ")
      try append(category.passedOn, &buffer, to: output)
      buffer.append("}")
    }
    buffer.append("],\n \"same_person\": {\"count\": \(facts.person.count), \"listed\": [")
    append(facts.person.members.map { ($0.operatorIndex, $0.numbers) }, to: &buffer)
    buffer.append("]}")
    MissingTables(tables, .standings).append(to: &buffer, context.language)
    frame.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func appendTotals(
    _ category: CategoryStock, _ more: StockFacts.InCategory, to buffer: inout TextBuffer
  ) {
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
      restrictions: category.orders, tables)
    let balance = Int64(clamping: category.received.counted) - Int64(clamping: category.passedOn.counted)
    buffer.append(",\n   \"count_only\": {\"received\": \(category.received.counted), \"passed_on\": ")
    buffer.append("\(category.passedOn.counted), \"balance\": \(balance)},")
    buffer.append("\n   \"in_hand\": {\"range_numbers\": \(category.inHand.size), \"count_only\": ")
    buffer.append(
      "\(category.countedInHand), \"passed_on_unnamed\": \(category.passedOnUnnamed), \"ranges\": ")
    append(category.inHand, to: &buffer)
    buffer.append(", \"sources\": [")
    append(more.sources, to: &buffer)
    buffer.append("]},\n   \"held_elsewhere\": {\"numbers\": \(more.elsewhere.numbers.size), \"ranges\": ")
    append(more.elsewhere.numbers, to: &buffer)
    buffer.append(", \"operators\": [")
    append(more.elsewhere.others.map { ($0.operatorIndex, $0.numbers) }, to: &buffer)
    buffer.append("]},\n   \"suspended\": [")
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

  /// Ranges with the supplier and the provision by which they came; null where they are designated.
  private func append(_ sources: [SourcedNumbers], to buffer: inout TextBuffer) {
    for (place, source) in sources.enumerated() {
      buffer.append(place == 0 ? "{" : ", {")
      buffer.append(membersOfRange: source.start, source.end, texts)
      buffer.append(", \"supplier_id\": ")
      if let p = source.provision {
        append(id: tables.provisions.suppliers[Int(p)], tables.operators.ids, to: &buffer)
        buffer.append(", \"provision_id\": ")
        append(id: p, tables.provisions.ids, to: &buffer)
        buffer.append("}")
      } else {
        buffer.append("null, \"provision_id\": null}")
      }
    }
  }

  private func append(_ operators: [(OperatorIndex, UInt64)], to buffer: inout TextBuffer) {
    for (place, other) in operators.enumerated() {
      buffer.append(place == 0 ? "{\"operator_id\": " : ", {\"operator_id\": ")
      append(id: other.0, tables.operators.ids, to: &buffer)
      buffer.append(", \"numbers\": \(other.1)}")
    }
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
