import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Candidates with their verdicts as rows that Excel opens rightly.
///
/// Cells as in `CSVReport`: UTF-8 with a byte-order mark, CRLF, no formulas, controls shown as `\u{1B}`; numbers with
/// hyphens, so that the leading 0 stays.
struct ScreenTable {
  static let columns = [
    "line", "supplier_id", "supplier_name", "recipient_id", "recipient_name", "category", "numbers",
    "range_start", "range_end", "starts_on", "ends_on", "contract", "verdict", "violations", "warnings",
    "notices", "waived", "reasons", "headroom", "headroom_cap_id", "mistakes", "waived_violations",
    "waived_reasons", "not_evaluated", "not_designated", "already_provided", "already_provided_id",
    "supplier_restriction_ids", "recipient_restriction_ids", "consequence_violations",
    "consequence_warnings", "consequence_notices", "headroom_grows_on", "headroom_grows_to",
  ]

  private let chain: SupplyChain
  private let caps: CapBook
  private let context: ReportContext
  private let texts: NumberTexts

  init(_ chain: SupplyChain, _ caps: CapBook, _ context: ReportContext) {
    self.chain = chain
    self.caps = caps
    self.context = context
    texts = NumberTexts(chain.tables)
  }

  /// Writes the one row of a screening, with what only it works out.
  func write(_ screening: PartnerScreening, to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    rows.skip()
    append(screening.answer, screening.headrooms, screening.cautions, to: &rows)
    for severity in Severity.allCases.reversed() { rows.add(UInt64(screening.worsening(severity))) }
    rows.add(screening.outlook.growth?.day)
    rows.add(screening.outlook.growth?.headroom)
    rows.endRow()
    try output.write(rows.buffer)
  }

  /// Writes the rows of a batch.
  func write(_ batch: [ScreenedRow], to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    for row in batch {
      rows.add(row.line.map { UInt64(max(0, $0)) })
      switch row.result {
      case .answer(let answer, let rooms): append(answer, rooms, row.cautions, to: &rows)
      case .rejected(let reasons):
        rows.skip(Self.mistakes - 1)
        rows.add(reasons.joined(separator: "; "))
      }
      rows.endRow()
      if rows.buffer.count > 1 << 16 {
        try output.write(rows.buffer)
        rows.removeAll()
      }
    }
    try output.write(rows.buffer)
  }

  /// The place of the mistakes among the columns.
  private static let mistakes = columns.firstIndex(of: "mistakes") ?? 0

  private func append(
    _ answer: ScreenAnswer, _ rooms: [CapHeadroom], _ cautions: ScreenCautions?, to rows: inout CSVRows
  ) {
    let candidate = answer.candidate
    let tables = chain.tables
    for x in [candidate.supplier, candidate.recipient] {
      rows.add(tables.operators.ids, x)
      rows.add(tables.operators.names, x)
    }
    rows.add(candidate.category.name)
    rows.add(candidate.numbers)
    rows.add(candidate.range.map { texts.hyphenated($0.start.rawValue) } ?? "")
    rows.add(candidate.range.map { texts.hyphenated($0.end.rawValue) } ?? "")
    rows.add(candidate.startsOn)
    rows.add(candidate.endsOn)
    rows.add(candidate.contract.code)
    rows.add(answer.verdict.name)
    for severity in Severity.allCases.reversed() {
      rows.add(UInt64(answer.reasons.count { $0.severity == severity }))
    }
    rows.add(UInt64(answer.waived.count))
    rows.add(Self.names(of: answer.reasons))
    let least = rooms.min { $0.headroom < $1.headroom }
    rows.add(least?.headroom)
    rows.add(least.map { caps.id(of: $0.cap) } ?? "")
    rows.skip()
    rows.add(UInt64(answer.waived.count { $0.severity == .violation }))
    rows.add(Self.names(of: answer.waived))
    guard let cautions else { return }
    rows.add(UnevaluatedText.cell(cautions.notEvaluated))
    rows.add(cautions.undesignated)
    rows.add(candidate.range == nil ? nil : cautions.provided?.numbers ?? 0)
    rows.add(tables.provisions.ids, cautions.provided?.provision)
    rows.add(ids(cautions.onSupplier))
    rows.add(ids(cautions.onRecipient))
  }

  private static func names(of reasons: [ScreenReason]) -> String {
    reasons.map { $0.rule.name + ($0.cause.map { ":\($0.name)" } ?? "") }.joined(separator: ";")
  }

  /// Ids of restrictions.
  private func ids(_ rows: [UInt32]) -> String {
    rows.map { chain.tables.restrictions.ids[Int($0)] }.joined(separator: ";")
  }
}
