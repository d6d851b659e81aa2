import Audit
import Numbering
import SupplyChain

/// Waivers in force that somebody should look at: those that cover nothing, and those that end soon.
struct WaiverSection {
  /// How many columns the reason of a waiver may take.
  private static let reasonColumns = 200

  private let audit: DayAudit
  /// Whether the audit is one of a period, seen from its last day.
  private let isPeriod: Bool
  private let table: WaiverTable
  private let tables: Tables
  private let language: Language

  init(audit: DayAudit, isPeriod: Bool, language: Language) {
    self.audit = audit
    self.isPeriod = isPeriod
    tables = audit.state.chain.tables
    table = tables.waivers
    self.language = language
  }

  static let heading = Phrase(ja: "見直しを要する適用除外", en: "Waivers to review")

  // MARK: Text

  /// Appends a short block; nothing when there is no such waiver.
  func append(to page: inout TextPage, showsAll: Bool) {
    if lists.isEmpty { return }
    page.heading(Self.heading[language], underline: "-")
    for (title, standings) in lists { append(standings, title, to: &page, showsAll: showsAll) }
    page.line()
  }

  /// Those that cover nothing, and those that end soon, the first to end first; lists without any are left out.
  var lists: [(title: Phrase, standings: [WaiverStanding])] {
    let unused = audit.waivers.filter(\.isUnused)
    let ending = audit.waivers.filter { $0.daysLeft != nil }
      .sorted { ($0.daysLeft ?? 0, $0.row) < ($1.daysLeft ?? 0, $1.row) }
    return [(unusedTitle, unused), (endingTitle, ending)].filter { !$0.1.isEmpty }
  }

  private var unusedTitle: Phrase {
    if isPeriod {
      return Phrase(
        ja: "使われていない（期間中に当たる指摘がない）", en: "Unused: no finding of the period matches")
    }
    return Phrase(ja: "使われていない（当たる指摘がない）", en: "Unused: no finding matches")
  }

  private var endingTitle: Phrase {
    let days = audit.waiverHorizon
    if isPeriod {
      return Phrase(
        ja: "まもなく終わる（期間の最終日から\(days)日以内）",
        en: "Ending soon: within \(days) days of the end of the period")
    }
    return Phrase(
      ja: "まもなく終わる（監査日から\(days)日以内）", en: "Ending soon: within \(days) days of the audit")
  }

  private func append(
    _ standings: [WaiverStanding], _ title: Phrase, to page: inout TextPage, showsAll: Bool
  ) {
    let count = grouped(standings.count)
    page.line(language == .ja ? "\(title.ja) \(count)件" : "\(title.en) (\(count))")
    let shown = showsAll ? standings[...] : standings.prefix(FindingList.shownAtMost)
    for standing in shown {
      page.paragraph(text(standing), first: "   ", indent: 5)
    }
    if shown.count < standings.count {
      let rest = grouped(standings.count - shown.count)
      page.line(
        language == .ja ? "   …ほか\(rest)件（--all ですべて表示）" : "   … and \(rest) more (--all lists them)")
    }
  }

  /// What it is for, until when, what it covers, and why it was granted.
  func text(_ standing: WaiverStanding) -> String {
    let row = standing.row
    var parts = ["\(cut(table.ids, row)) (\(standing.rule.name))"]
    if let names = named(row) { parts.append(names) }
    if let end = Day(ordinal: table.ends[row] - 1) {
      let left = standing.daysLeft.map { days in
        language == .ja ? "（あと\(days)日）" : " (\(days) \(days == 1 ? "day" : "days") left)"
      }
      parts.append(language == .ja ? "\(end)まで\(left ?? "")" : "until \(end)\(left ?? "")")
    }
    if standing.waived > 0 {
      var count = TextBuffer()
      count.append(count: UInt64(standing.waived), .findings, language)
      parts.append(language == .ja ? "除外中の指摘 \(count.text)" : "covers \(count.text)")
    } else if standing.isUnused, standing.daysLeft != nil {
      parts.append(language == .ja ? "当たる指摘なし" : "covers nothing")
    }
    var reason = TextBuffer()
    reason.append(table.reasons, row, .cut(columns: Self.reasonColumns))
    reason.append(" (\(Words.approvedBy[language]) ")
    reason.append(table.approvedBy, row, .cut(columns: FindingEntry.nameColumns))
    reason.append(")")
    parts.append(reason.text)
    return parts.joined(separator: language == .ja ? "　" : "  ")
  }

  /// The operator and the provision it is limited to; nil for neither.
  private func named(_ row: Int) -> String? {
    var parts: [String] = []
    let (x, p) = (table.operators[row], table.provisions[row])
    if x != noIndex {
      let (name, id) = (cut(tables.operators.names, Int(x)), cut(tables.operators.ids, Int(x)))
      parts.append(language == .ja ? "\(name)（\(id)）" : "\(name) (\(id))")
    }
    if p != noIndex { parts.append(cut(tables.provisions.ids, Int(p))) }
    return parts.isEmpty ? nil : parts.joined(separator: language == .ja ? "、" : ", ")
  }

  private func cut(_ column: TextColumn, _ row: Int) -> String {
    var buffer = TextBuffer()
    buffer.append(column, row, .cut(columns: FindingEntry.nameColumns))
    return buffer.text
  }

  // MARK: JSON

  /// Appends an object a line.
  func append(to buffer: inout TextBuffer) {
    for (index, standing) in audit.waivers.enumerated() {
      let row = standing.row
      buffer.append(index == 0 ? "\n  {\"waiver_id\": " : ",\n  {\"waiver_id\": ")
      buffer.append(quoted: table.ids[row])
      buffer.append(", \"rule\": \"\(standing.rule.name)\", \"operator_id\": ")
      append(table.operators[row], tables.operators.ids, to: &buffer)
      buffer.append(", \"provision_id\": ")
      append(table.provisions[row], tables.provisions.ids, to: &buffer)
      buffer.append(", \"valid_to\": ")
      let end = Day(ordinal: table.ends[row] - 1)
      buffer.append(end.map { "\"\($0)\"" } ?? "null")
      buffer.append(", \"unused\": \(standing.isUnused), \"days_left\": ")
      buffer.append(standing.daysLeft.map { "\($0)" } ?? "null")
      buffer.append(", \"waived\": \(standing.waived)}")
    }
  }

  private func append(_ index: UInt32, _ column: TextColumn, to buffer: inout TextBuffer) {
    if index == noIndex { buffer.append("null") } else { buffer.append(quoted: column[Int(index)]) }
  }
}
