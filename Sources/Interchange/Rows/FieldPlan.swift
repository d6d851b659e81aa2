import Numbering
import SupplyChain

/// What to do with one field of the file.
struct FieldPlan {
  /// The schema's slot; negative for a field that is passed over.
  var slot: Int
  var kind: CellKind
  var column: Column
  var isRequired: Bool
  /// Whether a bad cell is blanked instead of setting its row aside.
  var isForgiving: Bool
  /// What a blank cell holds in a column of choices.
  var blank: UInt8

  init() {
    slot = -1
    kind = .text
    column = .name
    isRequired = false
    isForgiving = true
    blank = 0
  }

  init(_ spec: ColumnSpec, slot: Int) {
    self.slot = slot
    kind = spec.kind
    column = spec.column
    isRequired = spec.isRequired
    blank = spec.vocabulary?.blank ?? 0
    switch spec.kind {
    case .text, .folded, .choice, .corporateNumber: isForgiving = !spec.isRequired
    case .key, .operatorReference, .telephone, .count, .day, .category: isForgiving = false
    }
  }
}

/// How to read the rows of one file.
struct ReadingPlan: Sendable {
  let schema: Schema
  /// By field of the file.
  let fields: [FieldPlan]
  /// Which slots of the schema are kept.
  let kept: [Bool]
  /// Kept slots that the file has no column for.
  let unlisted: [FieldPlan]
  /// The field of each column, from 1; 0 where the file lacks it.
  let fieldNumbers: [UInt16]
  let delimiter: UInt8
  /// Whether every row is set aside, because a required column is missing.
  let rejectsAll: Bool
  /// The file's place among those read.
  let file: UInt16
  let operators: IDTable
  /// nil to take any.
  let knownRules: [String]?
  /// Whether a reference to a row set aside is worth a word.
  let isLenient: Bool
  /// Whether plain rows may be read in blocks.
  let readsInBlocks: Bool

  init(
    schema: Schema, header: Header, delimiter: UInt8, file: UInt16, operators: IDTable, options: ReadOptions
  ) {
    self.schema = schema
    self.delimiter = delimiter
    self.file = file
    self.operators = operators
    knownRules = options.knownRules
    isLenient = options.lenient
    readsInBlocks = options.readsInBlocks
    rejectsAll = header.lacksRequired
    var numbers = [UInt16](repeating: 0, count: Column.allCases.count)
    var listed = [Bool](repeating: false, count: schema.columns.count)
    fields = header.fields.enumerated().map { index, field in
      guard let slot = field.slot else { return FieldPlan() }
      listed[slot] = true
      numbers[Int(schema.columns[slot].column.rawValue)] = UInt16(clamping: index + 1)
      return FieldPlan(schema.columns[slot], slot: slot)
    }
    fieldNumbers = numbers
    kept = schema.columns.indices.map { listed[$0] || schema.columns[$0].isAlwaysKept }
    unlisted = schema.columns.indices.compactMap { slot in
      guard schema.columns[slot].isAlwaysKept, !listed[slot] else { return nil }
      return FieldPlan(schema.columns[slot], slot: slot)
    }
  }
}
