import Numbering
import SupplyChain

/// What the rows of a ledger are called in text, safe for a terminal.
struct LedgerNames {
  let tables: Tables
  let language: Language
  /// Telephone numbers as they are shown.
  let numbers: NumberTexts
  private let escaping = Escaping.cut(columns: FindingEntry.nameColumns)

  init(_ tables: Tables, _ language: Language) {
    self.tables = tables
    self.language = language
    numbers = NumberTexts(tables)
  }

  /// Name and id of an operator.
  func name(_ x: OperatorIndex) -> String {
    var buffer = TextBuffer()
    buffer.append(tables.operators.names, Int(x), escaping)
    buffer.append(language == .ja ? "（" : " (")
    buffer.append(tables.operators.ids, Int(x), escaping)
    buffer.append(language == .ja ? "）" : ")")
    return buffer.text
  }

  /// Names of several operators, the first few, and how many more there are.
  func names(_ operators: [OperatorIndex], atMost limit: Int = 5) -> String {
    let comma = language == .ja ? "、" : ", "
    let shown = operators.prefix(limit).map(name).joined(separator: comma)
    let rest = operators.count - limit
    if rest <= 0 { return shown }
    return shown + (language == .ja ? " ほか\(grouped(rest))者" : " and \(grouped(rest)) more")
  }

  /// The id of a row.
  func id(_ ids: TextColumn, _ row: UInt32) -> String {
    var buffer = TextBuffer()
    buffer.append(ids, Int(row), escaping)
    return buffer.text
  }

  /// The id of a provision.
  func provision(_ p: ProvisionIndex) -> String { id(tables.provisions.ids, p) }

  /// A restriction: its id, since when, its reference.
  func restriction(_ row: UInt32) -> String {
    let table = tables.restrictions
    let days = DayInterval(start: table.starts[Int(row)], end: table.ends[Int(row)])
    if days == .always { return restrictionName(row) }
    return restrictionName(row, (language == .ja ? " " : ", ") + days.words(language))
  }

  /// A restriction: its id, then some words, then its reference.
  func restrictionName(_ row: UInt32, _ words: String = "") -> String {
    let table = tables.restrictions
    let text = id(table.ids, row) + words
    if table.references.isBlank(Int(row)) { return text }
    let reference = id(table.references, row)
    return text + (language == .ja ? "（\(reference)）" : " (\(reference))")
  }
}

extension DayInterval {
  /// The last day; nil where it is open.
  var last: Day? { end == Day.openEnd ? nil : Day(ordinal: end - 1) }

  /// The first day; nil where it is not on record.
  var first: Day? { Day(ordinal: start) }

  /// In words: `since 2021-10-01`, `2021-10-01 to 2023-07-31`.
  func words(_ language: Language) -> String {
    switch (first, last) {
    case (let first?, let last?): language == .ja ? "\(first)～\(last)" : "\(first) to \(last)"
    case (let first?, nil): language == .ja ? "\(first)から" : "since \(first)"
    case (nil, let last?): language == .ja ? "\(last)まで" : "until \(last)"
    case (nil, nil): language == .ja ? "期間の記載なし" : "no dates on record"
    }
  }
}

extension RestrictionKind {
  /// The word for a kind of restriction.
  var term: Phrase {
    switch self {
    case .suspendNumbers: Phrase(ja: "番号停止", en: "numbers suspended")
    case .refuseNew: Phrase(ja: "新規提供拒否", en: "new numbers refused")
    case .suspendStock: Phrase(ja: "在庫停止", en: "stock suspended")
    }
  }
}
