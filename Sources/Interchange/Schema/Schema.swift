import SupplyChain

/// What a cell of a column holds, and how it is kept.
enum CellKind: UInt8 {
  /// The unique id of the row: width-folded text.
  case key
  /// Text as written.
  case text
  /// Width-folded text.
  case folded
  /// An operator's id, kept as its row.
  case operatorReference
  /// A telephone number, kept as its raw value.
  case telephone
  /// 13 digits, 0 for blank.
  case corporateNumber
  /// 1 … 10,000,000,000, 0 for blank.
  case count
  /// An ordinal, `Day.blank` for blank.
  case day
  /// A raw value, `noCategory` for blank.
  case category
  /// A raw value out of a vocabulary.
  case choice

  /// How many bytes a row takes; for texts, those of its end.
  var width: Int {
    switch self {
    case .key, .text, .folded, .operatorReference, .day: 4
    case .telephone, .corporateNumber, .count: 8
    case .category, .choice: 1
    }
  }

  var isText: Bool { self == .key || self == .text || self == .folded }
}

/// What a column of categories holds where the cell is blank.
let noCategory: UInt8 = 0xFF

/// A column as a table defines it.
struct ColumnSpec {
  let column: Column
  let kind: CellKind
  /// Whether every row needs a value, and so every file the column.
  let isRequired: Bool
  /// The words of a choice.
  let vocabulary: Vocabulary?
  /// Kept even when the file lacks the column, because row checks fill it in.
  let isAlwaysKept: Bool
  /// Only row checks look at it: the table does not keep it.
  let isPassing: Bool

  init(
    _ column: Column, _ kind: CellKind, required: Bool = false, words: Vocabulary? = nil, kept: Bool = false,
    passing: Bool = false
  ) {
    self.column = column
    self.kind = kind
    isRequired = required
    vocabulary = words
    isAlwaysKept = kept
    isPassing = passing
  }
}

/// The columns of a table.
struct Schema {
  let table: TableName
  let columns: [ColumnSpec]

  /// Where the column stands in `columns`; nil when the table has none such.
  func slot(of column: Column) -> Int? {
    columns.firstIndex { $0.column == column }
  }

  /// The column a header cell names, folded and in lower case; nil for none.
  func column(named folded: String) -> (slot: Int, isJapanese: Bool)? {
    for (slot, spec) in columns.enumerated() {
      if spec.column.name == folded { return (slot, false) }
      if foldedWord(spec.column.japaneseName(in: table)) == folded { return (slot, true) }
    }
    return nil
  }

  /// Every name of every column, in order, for suggestions.
  var allNames: [String] {
    columns.flatMap { [$0.column.name, $0.column.japaneseName(in: table)] }
  }

  static func of(_ table: TableName) -> Schema {
    Schema(table: table, columns: columns(of: table))
  }

  private static func columns(of table: TableName) -> [ColumnSpec] {
    switch table {
    case .operators:
      [
        ColumnSpec(.operatorID, .key, required: true),
        ColumnSpec(.name, .text, required: true),
        ColumnSpec(.formerNames, .text),
        ColumnSpec(.corporateNumber, .corporateNumber),
        ColumnSpec(.role, .choice, words: .roles),
        ColumnSpec(.registration, .choice, words: .registrations),
        ColumnSpec(.country, .text),
        ColumnSpec(.associations, .text),
        ColumnSpec(.serviceStartedOn, .day),
        ColumnSpec(.groupID, .folded),
      ]
    case .designations:
      [
        ColumnSpec(.operatorID, .operatorReference, required: true),
        ColumnSpec(.rangeStart, .telephone, required: true),
        ColumnSpec(.rangeEnd, .telephone, required: true),
        ColumnSpec(.designatedOn, .day, kept: true),
        ColumnSpec(.returnedOn, .day, kept: true),
      ]
    case .approvals:
      [
        ColumnSpec(.operatorID, .operatorReference, required: true),
        ColumnSpec(.category, .category, kept: true),
        ColumnSpec(.basis, .choice, words: .bases),
        ColumnSpec(.approvalNumber, .folded),
        ColumnSpec(.validFrom, .day, kept: true),
        ColumnSpec(.endedOn, .day, kept: true),
        ColumnSpec(.endReason, .choice, words: .approvalEndReasons),
      ]
    case .certifications:
      [
        ColumnSpec(.operatorID, .operatorReference, required: true),
        ColumnSpec(.certificateNumber, .folded),
        ColumnSpec(.validFrom, .day, required: true),
        ColumnSpec(.validTo, .day, kept: true),
        ColumnSpec(.endedOn, .day, kept: true),
        ColumnSpec(.endReason, .choice, words: .certificationEndReasons),
      ]
    case .provisions:
      [
        ColumnSpec(.provisionID, .key, required: true),
        ColumnSpec(.supplierID, .operatorReference, required: true),
        ColumnSpec(.recipientID, .operatorReference, required: true),
        ColumnSpec(.category, .category, kept: true),
        ColumnSpec(.numbers, .count, kept: true),
        ColumnSpec(.rangeStart, .telephone, kept: true),
        ColumnSpec(.rangeEnd, .telephone, passing: true),
        ColumnSpec(.startsOn, .day, kept: true),
        ColumnSpec(.endsOn, .day, kept: true),
        ColumnSpec(.contract, .choice, words: .contracts),
        ColumnSpec(.approvalCheckedOn, .day),
        ColumnSpec(.conditionsAgreedOn, .day),
        ColumnSpec(.continuityCheckedOn, .day),
        ColumnSpec(.declaredOn, .day),
        ColumnSpec(.resaleClause, .choice, words: .clauses),
      ]
    case .caps:
      [
        ColumnSpec(.capID, .key, required: true),
        ColumnSpec(.supplierID, .operatorReference, kept: true),
        ColumnSpec(.recipientID, .operatorReference, required: true),
        ColumnSpec(.category, .category, kept: true),
        ColumnSpec(.maxNumbers, .count, required: true),
        ColumnSpec(.validFrom, .day, kept: true),
        ColumnSpec(.validTo, .day, kept: true),
      ]
    case .restrictions:
      [
        ColumnSpec(.restrictionID, .key, required: true),
        ColumnSpec(.kind, .choice, required: true, words: .restrictionKinds),
        ColumnSpec(.category, .category, kept: true),
        ColumnSpec(.operatorID, .operatorReference, kept: true),
        ColumnSpec(.rangeStart, .telephone, kept: true),
        ColumnSpec(.rangeEnd, .telephone, kept: true),
        ColumnSpec(.startsOn, .day, kept: true),
        ColumnSpec(.endsOn, .day, kept: true),
        ColumnSpec(.reference, .text),
      ]
    case .waivers:
      [
        ColumnSpec(.waiverID, .key, required: true),
        ColumnSpec(.rule, .folded, required: true),
        ColumnSpec(.operatorID, .operatorReference, kept: true),
        ColumnSpec(.provisionID, .folded, kept: true),
        ColumnSpec(.validFrom, .day, kept: true),
        ColumnSpec(.validTo, .day, required: true),
        ColumnSpec(.reason, .text, required: true),
        ColumnSpec(.approvedBy, .text, required: true),
      ]
    }
  }
}
