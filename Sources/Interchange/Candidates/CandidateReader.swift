import Numbering
import SupplyChain

/// Reads one row of a file of candidates after the other.
struct CandidateReader {
  private let text: SourceText
  private let header: Header
  private let schema: Schema
  private let book: DiagnosticBook
  private let chain: SupplyChain
  private let defaultDay: Day
  /// Operators met that were not given by id.
  private var known: [String: [OperatorIndex]] = [:]
  /// What is nearest to texts that mean no operator.
  private var nearest: [String: [String]] = [:]
  /// How many rows were looked at for that.
  private var compared = 0
  /// What was wrong with the row read last, in the order of the columns.
  private(set) var found: [Diagnostic] = []

  private var record = RawRecord(line: 1, start: 0, end: 0, nextLine: 1, cells: [])

  /// How many rows are looked at for what may be meant, all texts together.
  private static let mostCompared = 2_000_000
  /// How many operators an ambiguous name is told to fit.
  private static let told = 5

  init(
    _ text: SourceText, _ header: Header, _ schema: Schema, _ book: DiagnosticBook, _ chain: SupplyChain,
    _ defaultDay: Day
  ) {
    self.text = text
    self.header = header
    self.schema = schema
    self.book = book
    self.chain = chain
    self.defaultDay = defaultDay
  }

  /// The row of a record; nil for one with mistakes, which are then in `found`.
  mutating func read(_ record: RawRecord) -> CandidateRow? {
    self.record = record
    found = []
    checkCells()
    let supplier = operatorIndex(.supplierID)
    let recipient = operatorIndex(.recipientID)
    let category = value(.category, .badCategory) { Category.parse($0) }
    let numbers = value(.numbers, .badCount) { CountText.parse($0) }
    let start = value(.rangeStart, .badTelephone) { TelephoneNumber($0) }
    let end = value(.rangeEnd, .badTelephone) { TelephoneNumber($0) }
    let startsOn = value(.startsOn, .badDay) { try? Day.parse($0).get() }
    let endsOn = value(.endsOn, .badDay) { try? Day.parse($0).get() }
    let contract = value(.contract, .badChoice) { text in
      Vocabulary.contracts.value(of: text).flatMap { ContractForm(rawValue: $0) }
    }
    // What cells lack is said where they could be read.
    guard found.isEmpty else { return nil }
    let range = range(start, end)
    let kind = range?.category ?? category
    let size = range?.count ?? numbers
    if let range {
      if let category, category != range.category {
        report(.categoryDisagrees, .category, extra: UInt64(range.category.rawValue))
      }
      if let numbers, numbers != range.count { report(.numbersDisagree, .numbers, extra: range.count) }
    } else if found.isEmpty {
      if category == nil, numbers == nil {
        report(.neitherRangeNorCount, nil)
      } else if category == nil || numbers == nil {
        let missing: Column = category == nil ? .category : .numbers
        report(.countWithoutCategory, missing, extra: UInt64(missing.rawValue))
      }
    }
    if let endsOn, endsOn < startsOn ?? defaultDay {
      report(.endBeforeStart, .endsOn, extra: UInt64((startsOn ?? defaultDay).ordinal))
    }
    guard found.isEmpty, let supplier, let recipient, let kind, let size else { return nil }
    return CandidateRow(
      line: record.line, supplier: supplier, recipient: recipient, category: kind, range: range,
      numbers: size,
      startsOn: startsOn, endsOn: endsOn, contract: contract ?? .wholesale)
  }

  /// Reports cells that hold no text, and those beyond the header.
  private mutating func checkCells() {
    guard let base = text.bytes.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
    for (place, cell) in record.cells.enumerated() {
      if place >= header.fields.count {
        if !Cell.isBlank(text.bytes, cell) { report(.surplusCell, at: place) }
        continue
      }
      guard header.fields[place].slot != nil else { continue }
      if !UTF8Check.isValid(base, cell.start, cell.end) { report(.undecodable, at: place) }
      switch Self.quoting(text.bytes, cell) {
      case .sound: break
      case .open: report(.unclosedQuote, at: place)
      case .followed: report(.textAfterQuote, at: place)
      }
    }
  }

  private enum Quoting { case sound, open, followed }

  private static func quoting(_ text: UnsafeRawBufferPointer, _ cell: RawCell) -> Quoting {
    guard cell.start < cell.end, text[cell.start] == Cell.quote else { return .sound }
    var index = cell.start + 1
    while index < cell.end {
      if text[index] == Cell.quote {
        index += 1
        if index >= cell.end || text[index] != Cell.quote {
          return Cell.isBlank(text, RawCell(start: index, end: cell.end)) ? .sound : .followed
        }
      }
      index += 1
    }
    return .open
  }

  // MARK: Cells

  /// Where a column stands in the file; nil when it lacks it.
  private func field(_ column: Column) -> Int? {
    guard let slot = schema.slot(of: column) else { return nil }
    return header.fields.firstIndex { $0.slot == slot }
  }

  /// The text of a cell; nil for a blank one.
  private func content(_ column: Column) -> String? {
    guard let field = field(column), field < record.cells.count else { return nil }
    let content = text.string(record.cells[field])
    return content.isEmpty ? nil : content
  }

  /// What a cell means; nil for a blank one, and for a bad one, which is reported.
  private mutating func value<Value>(
    _ column: Column, _ code: ProblemCode, _ parse: (String) -> Value?
  ) -> Value? {
    guard let content = content(column) else { return nil }
    if let value = parse(content) { return value }
    report(ExcelDamage.errorValues.contains(content) ? .excelError : code, column)
    return nil
  }

  private mutating func range(_ start: TelephoneNumber?, _ end: TelephoneNumber?) -> NumberRange? {
    guard let start, let end else {
      if start != nil || end != nil {
        let missing: Column = start == nil ? .rangeStart : .rangeEnd
        let other: Column = start == nil ? .rangeEnd : .rangeStart
        report(.rangeHalf, field(missing) == nil ? other : missing, extra: UInt64(missing.rawValue))
      }
      return nil
    }
    if let range = try? NumberRange(from: start, to: end) { return range }
    report(.badRange, .rangeEnd, extra: start.rawValue)
    return nil
  }

  /// The operator that a cell means: by id, else by corporate number or name.
  private mutating func operatorIndex(_ column: Column) -> OperatorIndex? {
    guard let content = content(column) else {
      report(.blank, column)
      return nil
    }
    if let x = chain.operatorIndex(id: WidthFolding.folded(content)) { return x }
    var fitting = known[content] ?? chain.operators(matching: content)
    if fitting.isEmpty { fitting = chain.operators(matching: WidthFolding.folded(content)) }
    known[content] = fitting
    if fitting.count == 1 { return fitting.first }
    if fitting.isEmpty {
      report(.noSuchOperator(near: near(content)), column, content)
    } else {
      let ids = fitting.prefix(Self.told).map { chain.tables.operators.ids.unredacted[Int($0)] }
      report(.ambiguousOperator(ids: ids, others: fitting.count - ids.count), column, content)
    }
    return nil
  }

  /// The operators nearest to a text that means none; none once too many rows were looked at.
  private mutating func near(_ content: String) -> [String] {
    if let known = nearest[content] { return known }
    let table = chain.tables.operators
    guard compared + table.count <= Self.mostCompared || nearest.isEmpty else { return [] }
    compared += table.count
    let found = table.rows(near: content).map(table.described)
    nearest[content] = found
    return found
  }

  // MARK: Mistakes

  /// Reports what a cell means or does not.
  private mutating func report(_ code: DiagnosticCode, _ column: Column, _ content: String) {
    let field = field(column)
    found.append(
      Diagnostic(
        severity: .error, code: code, file: book.files[0].name, table: .provisions, line: record.line,
        column: field.map { $0 + 1 } ?? 0, columnName: field.map { header.fields[$0].name }, found: content))
  }

  /// Reports a problem at a column's cell, or at the row as a whole.
  private mutating func report(_ code: ProblemCode, _ column: Column?, extra: UInt64 = 0) {
    report(code, at: column.flatMap { field($0) }, extra: extra)
  }

  private mutating func report(_ code: ProblemCode, at field: Int?, extra: UInt64 = 0) {
    var problem = Problem(line: UInt32(clamping: record.line), file: 0, code: code)
    problem.extra = extra
    if let field {
      problem.field = UInt16(clamping: field + 1)
      if field < record.cells.count {
        let cell = record.cells[field]
        problem.offset = UInt64(cell.start)
        problem.length = UInt32(clamping: cell.end - cell.start)
      }
    }
    found.append(book.diagnostic(problem, suggestsIDs: true))
  }
}
