import Audit
import Numbering

/// The table of the rules: what was found, what was not evaluated and why.
struct RuleTable {
  let audit: DayAudit
  let language: Language

  func append(to page: inout TextPage) {
    page.heading(Words.rules[language], underline: "-")
    let severityWidth = language == .ja ? 18 : 20
    let head =
      TextPage.pad(Words.rule[language], to: 28) + TextPage.pad(Words.severity[language], to: severityWidth)
      + TextPage.pad(Words.basis[language], to: 10)
      + TextPage.pad(Words.count[language], to: 9, right: true)
      + TextPage.pad(Words.waived[language], to: 8, right: true)
    page.line(page.styled(head, .faint))
    for outcome in audit.outcomes where outcome.notEvaluated == nil {
      let severity = TextPage.pad(outcome.severity.term(outcome.basis)[language], to: severityWidth)
      page.line(
        TextPage.pad(outcome.rule.name, to: 28)
          + (outcome.findings > 0 ? page.styled(severity, outcome.severity.style) : severity)
          + TextPage.pad(outcome.basis.shortTerm[language], to: 10)
          + TextPage.pad(grouped(outcome.findings), to: 9, right: true)
          + TextPage.pad(grouped(outcome.waived), to: 8, right: true))
    }
    appendSkipped(to: &page)
    page.line()
  }

  private func appendSkipped(to page: inout TextPage) {
    let skipped = audit.outcomes.filter { $0.notEvaluated != nil && $0.notEvaluated != .notSelected }
    if !skipped.isEmpty {
      page.line()
      page.line(page.styled(Words.notEvaluated[language], .bold))
    }
    for outcome in skipped {
      guard let reason = outcome.notEvaluated else { continue }
      page.paragraph(
        reason.explanation[language], first: TextPage.pad("  " + outcome.rule.name, to: 30), indent: 30)
    }
    let unselected = audit.outcomes.count { $0.notEvaluated == .notSelected }
    if unselected > 0 {
      var buffer = TextBuffer()
      buffer.append(count: UInt64(unselected), .rules, language)
      page.line()
      page.line("\(NotEvaluated.notSelected.explanation[language]): \(buffer.text)")
    }
  }
}

/// How far approval and certification reach, by category and tier.
struct CoverageTable {
  /// The greatest tier of a category with a line of its own unless all are asked for: a ledger may have a million.
  static let shownTiers = 20

  let audit: DayAudit
  let language: Language
  let showsAll: Bool

  func append(to page: inout TextPage) {
    page.heading(Words.coverage[language], underline: "-")
    let labels = [Words.tier, Words.provisions, Words.numbers, Words.approved, Words.certified, Words.both]
    let widths = [7, 11, 14, 9, 10, 7]
    let categoryWidth = 22
    var head = TextPage.pad(Words.category[language], to: categoryWidth)
    for (label, width) in zip(labels, widths) {
      head += TextPage.pad(label[language], to: width, right: true)
    }
    page.line(page.styled(head, .faint))
    var leftOut = 0
    for row in audit.summary.coverage {
      if !showsAll, let tier = row.tier, tier > Self.shownTiers {
        leftOut += 1
        continue
      }
      let cells = [
        row.tier.map { grouped($0) } ?? Words.unknownTier[language], grouped(row.provisions),
        grouped(row.numbers), Self.percent(row.approved, of: row.numbers),
        Self.percent(row.certified, of: row.numbers), Self.percent(row.both, of: row.numbers),
      ]
      var line = TextPage.pad(row.category.term[language], to: categoryWidth)
      for (cell, width) in zip(cells, widths) { line += TextPage.pad(cell, to: width, right: true) }
      page.line(line)
    }
    if leftOut > 0 {
      page.line(
        language == .ja
          ? "…卸次数\(Self.shownTiers)を超えるもの\(grouped(leftOut))行（--all ですべて表示）"
          : "… and \(grouped(leftOut)) more beyond tier \(Self.shownTiers) (--all lists them)")
    }
    let note =
      language == .ja
      ? "認定・認証・両方は、卸元と卸先の両端（利用者を除く）が満たす番号の割合。"
      : "Approved, certified, both: share of the numbers whose supplier and recipient (users excused) are."
    page.paragraph(note)
    let unknown = audit.summary.unknownTrackRecords
    if unknown > 0 { page.paragraph(Self.unknownTrackRecords(unknown, language)) }
  }

  /// How many recipients no cap on track record could limit.
  static func unknownTrackRecords(_ unknown: Int, _ language: Language) -> String {
    language == .ja
      ? "事業開始日が不明のため事業実績による上限を当てていない卸先: \(grouped(unknown))者"
      : "Recipients not limited by a cap on track record, their start of service being unknown: "
        + grouped(unknown)
  }

  /// A share with one decimal, cut off so that 100.0% means all.
  static func percent(_ part: UInt64, of whole: UInt64) -> String {
    guard whole > 0 else { return "-" }
    let (product, overflow) = part.multipliedReportingOverflow(by: 1_000)
    let tenths = overflow ? part / (whole / 1_000) : product / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

extension Severity {
  /// The colour that goes with the word.
  var style: TextPage.Style {
    switch self {
    case .violation: .red
    case .warning: .yellow
    case .notice: .cyan
    }
  }
}

extension Basis {
  /// The word for a narrow column.
  var shortTerm: Phrase {
    self == .etoc ? Phrase(ja: "ETOC", en: "ETOC") : term
  }
}
