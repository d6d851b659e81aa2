import Audit
import SupplyChain

/// The tables that a ledger lacks and without which an answer leaves something open: said, not passed over.
struct MissingTables {
  /// Those that traces and stocks look at, as far as an answer tells of them.
  enum Scope {
    /// How operators stand on a day, besides who has what.
    case standings
    /// Only who had what.
    case custody

    fileprivate var tables: [TableName] {
      switch self {
      case .standings: [.designations, .approvals, .certifications, .provisions, .restrictions]
      case .custody: [.designations, .provisions, .restrictions]
      }
    }
  }

  let missing: [TableName]

  init(_ tables: Tables, _ scope: Scope) {
    missing = scope.tables.filter { !tables.isPresent($0) }
  }

  /// Which table is missing, and what cannot be told for that.
  static func sentence(_ table: TableName) -> Phrase {
    let reason = NotEvaluated.noTable(table).explanation
    let open = consequence(table)
    return Phrase(ja: "\(reason.ja)。\(open.ja)は判定不能。", en: "\(reason.en): \(open.en) cannot be told.")
  }

  private static func consequence(_ table: TableName) -> Phrase {
    switch table {
    case .designations:
      Phrase(
        ja: "番号が指定されているか、どの事業者に指定されているか",
        en: "whether numbers are designated, and to whom,")
    case .approvals:
      Phrase(ja: "認定の有無（番号指定による認定を除く）", en: "who is approved, except by a designation,")
    case .certifications: Phrase(ja: "ETOC認証の有無", en: "who is certified")
    case .provisions: Phrase(ja: "番号が誰から誰に提供されたか", en: "who provided numbers to whom")
    case .restrictions:
      Phrase(
        ja: "番号停止、新規提供拒否、在庫停止の有無",
        en: "whether numbers or stocks are suspended or new numbers refused")
    case .operators, .caps, .waivers: Phrase(ja: "関わる事項", en: "what it holds")
    }
  }

  /// Appends a line for each, then a blank one; nothing where none is missing.
  func append(to page: inout TextPage, _ language: Language) {
    for table in missing {
      page.paragraph(Self.sentence(table)[language], first: page.styled("!! ", .yellow), indent: 3)
    }
    if !missing.isEmpty { page.line() }
  }

  /// Appends the member of an answer, after a comma.
  func append(to buffer: inout TextBuffer, _ language: Language) {
    buffer.append(",\n \"missing_tables\": [")
    for (place, table) in missing.enumerated() {
      buffer.append(place == 0 ? "{\"table\": \"" : ", {\"table\": \"")
      buffer.append(table.name)
      buffer.append("\", \"message\": ")
      buffer.append(quoted: Self.sentence(table)[language])
      buffer.append("}")
    }
    buffer.append("]")
  }
}
