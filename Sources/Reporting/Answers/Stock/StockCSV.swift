import Bytes
import Decisions
import Numbering
import SupplyChain

/// The stock of an operator as rows: every range, every provision.
struct StockCSV {
  static let columns = [
    "category", "record", "start", "end", "numbers", "operator_id", "operator_name", "provision_id", "from",
    "to", "restriction_id", "message", "stock_operator_id", "stock_operator_name", "on",
  ]

  private let facts: StockFacts
  private let language: Language
  private let tables: Tables
  private let texts: NumberTexts

  init(facts: StockFacts, language: Language) {
    self.facts = facts
    self.language = language
    tables = facts.tables
    texts = NumberTexts(facts.tables)
  }

  func write(to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    for table in MissingTables(tables, .standings).missing {
      rows.skip()
      rows.add("no-table")
      rows.skip(9)
      rows.add(MissingTables.sentence(table)[language])
      end(&rows)
    }
    for (place, category) in facts.stock.categories.enumerated() {
      let more = facts.categories[place]
      try append(more.sources, of: category, &rows, to: output)
      for (record, count) in [
        ("in-hand-count-only", category.countedInHand), ("passed-on-unnamed", category.passedOnUnnamed),
      ] where count > 0 {
        rows.add(category.category.name)
        rows.add(record)
        rows.skip(2)
        rows.add(count)
        end(&rows)
      }
      try append(more.elsewhere.numbers, "held-elsewhere", of: category, &rows, to: output)
      for other in more.elsewhere.others {
        append(other.operatorIndex, other.numbers, "held-elsewhere-by", category.category, &rows)
        try flush(&rows, to: output)
      }
      for piece in category.suspended {
        begin(category, "suspended", piece.start, piece.end, &rows)
        rows.skip(5)
        rows.add(tables.restrictions.ids, piece.restriction)
        rows.add(tables.restrictions.references, piece.restriction)
        end(&rows)
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
      end(&rows)
    }
    for member in facts.person.members {
      append(member.operatorIndex, member.numbers, "same-person", nil, &rows)
    }
    try output.write(rows.buffer)
  }

  /// Ends a row with whose stock it is of, and of which day.
  private func end(_ rows: inout CSVRows) {
    rows.skip(to: Self.columns.count - 3)
    rows.add(tables.operators.ids, facts.stock.operatorIndex)
    rows.add(tables.operators.names, facts.stock.operatorIndex)
    rows.add(facts.stock.day)
    rows.endRow()
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
      end(&rows)
      try flush(&rows, to: output)
    }
  }

  /// Ranges in hand, each with the provision by which it came, if it was not designated.
  private func append(
    _ sources: [SourcedNumbers], of category: CategoryStock, _ rows: inout CSVRows, to output: any Output
  ) throws(OutputError) {
    for source in sources {
      begin(category, "in-hand", source.start, source.end, &rows)
      if let p = source.provision {
        append(p, of: tables.provisions.suppliers[Int(p)], &rows)
      }
      end(&rows)
      try flush(&rows, to: output)
    }
  }

  /// A provision at whose other end an operator is.
  private func append(_ p: ProvisionIndex, of partner: OperatorIndex, _ rows: inout CSVRows) {
    let table = tables.provisions
    rows.add(tables.operators.ids, partner)
    rows.add(tables.operators.names, partner)
    rows.add(table.ids, p)
    let days = DayInterval(start: table.starts[Int(p)], end: table.ends[Int(p)])
    rows.add(days.first)
    rows.add(days.last)
  }

  /// An operator that has so many numbers.
  private func append(
    _ x: OperatorIndex, _ numbers: UInt64, _ record: String, _ category: Category?, _ rows: inout CSVRows
  ) {
    rows.add(category?.name ?? "")
    rows.add(record)
    rows.skip(2)
    rows.add(numbers)
    rows.add(tables.operators.ids, x)
    rows.add(tables.operators.names, x)
    end(&rows)
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
    end(&rows)
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
        append(p, of: partner.operatorIndex, &rows)
        end(&rows)
        try flush(&rows, to: output)
      }
    }
  }
}
