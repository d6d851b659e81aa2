import Numbering
import SupplyChain

/// The header of a file: which field holds which column.
struct Header: Sendable {
  struct Field: Sendable {
    /// The name as written, trimmed.
    let name: String
    /// The schema's slot; nil for a column of no meaning or one named before.
    var slot: Int?
  }

  var fields: [Field] = []
  /// The line of the header, from 1.
  var line = 1
  /// Where the rows begin, and on which line.
  var bodyStart = 0
  var bodyLine = 1
  /// Whether no name was known, so that nothing can be read.
  var isUseless = false
  /// Whether a column is missing that every row needs.
  var lacksRequired = false
  var problems: [Problem] = []

  /// Reads the header of a text.
  init(_ text: SourceText, schema: Schema, delimiter: UInt8, file: UInt16) {
    var scanner = RecordScanner(text.bytes, delimiter: delimiter)
    guard let first = scanner.nextFilled() else {
      isUseless = true
      problems = [Problem(line: 1, file: file, code: .noHeader)]
      return
    }
    var chosen = first
    if Header.knownNames(first, text, schema) == 0 {
      // Titles above the header are common in sheets made for people.
      var found: RawRecord?
      for _ in 0..<5 where found == nil {
        guard let record = scanner.nextFilled() else { break }
        if Header.knownNames(record, text, schema) >= 2 { found = record }
      }
      let cell = first.cells.first { !Cell.isBlank(text.bytes, $0) } ?? first.cells[0]
      var problem = Problem(
        offset: UInt64(cell.start), length: UInt32(clamping: cell.end - cell.start),
        line: UInt32(clamping: first.line), file: file, code: found == nil ? .unknownHeader : .titleRows)
      problem.extra = UInt64(found?.line ?? 0)
      problems.append(problem)
      guard let found else {
        isUseless = true
        return
      }
      chosen = found
    }
    line = chosen.line
    bodyStart = chosen.end
    bodyLine = chosen.nextLine
    assign(chosen, text, schema, file)
    report(missing: schema, file)
  }

  private static func knownNames(_ record: RawRecord, _ text: SourceText, _ schema: Schema) -> Int {
    record.cells.prefix(1_000).count { schema.column(named: foldedWord(text.string($0))) != nil }
  }

  private mutating func assign(_ record: RawRecord, _ text: SourceText, _ schema: Schema, _ file: UInt16) {
    var taken: [Int?] = Array(repeating: nil, count: schema.columns.count)
    var unknown: (field: Int, cell: RawCell)?
    for (index, cell) in record.cells.enumerated() {
      let name = text.string(cell)
      let slot = schema.column(named: foldedWord(name))?.slot
      if let slot, let other = taken[slot] {
        fields.append(Field(name: name, slot: nil))
        problems.append(
          Problem(
            offset: UInt64(cell.start), extra: UInt64(other + 1),
            length: UInt32(clamping: cell.end - cell.start), line: UInt32(clamping: record.line),
            field: UInt16(clamping: index + 1), file: file, code: .duplicateColumn))
        continue
      }
      if let slot {
        taken[slot] = index
      } else if !name.isEmpty, unknown == nil {
        unknown = (index + 1, cell)
      }
      fields.append(Field(name: name, slot: slot))
    }
    if let unknown {
      problems.append(
        Problem(
          offset: UInt64(unknown.cell.start), length: UInt32(clamping: unknown.cell.end - unknown.cell.start),
          line: UInt32(clamping: record.line), field: UInt16(clamping: unknown.field), file: file,
          code: .unknownColumns))
    }
  }

  private mutating func report(missing schema: Schema, _ file: UInt16) {
    let present = Set(fields.compactMap { $0.slot.map { schema.columns[$0].column } })
    func add(_ code: ProblemCode, _ column: Column) {
      lacksRequired = true
      problems.append(
        Problem(extra: UInt64(column.rawValue), line: UInt32(clamping: line), file: file, code: code))
    }
    for spec in schema.columns where spec.isRequired && !present.contains(spec.column) {
      add(.missingColumn, spec.column)
    }
    if schema.table == .provisions, !present.isSuperset(of: [.rangeStart, .rangeEnd]),
      !present.isSuperset(of: [.category, .numbers])
    {
      add(.missingNumbers, .numbers)
    }
  }
}
