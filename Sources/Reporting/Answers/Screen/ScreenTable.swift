import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Candidates with their verdicts as rows that Excel opens rightly.
///
/// Cells as in `CSVReport`: UTF-8 with a byte-order mark, CRLF, no formulas, controls shown as `\u{1B}`.
struct ScreenTable {
  static let columns = [
    "line", "supplier_id", "supplier_name", "recipient_id", "recipient_name", "category", "numbers",
    "range_start", "range_end", "starts_on", "ends_on", "contract", "verdict", "violations", "warnings",
    "notices", "waived", "reasons", "headroom", "headroom_cap_id", "mistakes",
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

  func write(_ rows: [ScreenedRow], to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    buffer.append("\u{FEFF}" + Self.columns.joined(separator: ",") + "\r\n")
    for row in rows {
      if let line = row.line { buffer.append(decimal: UInt64(max(0, line))) }
      switch row.result {
      case .answer(let answer, let rooms): append(answer, rooms, to: &buffer)
      case .rejected(let reasons):
        for _ in Self.columns.dropFirst(2) { buffer.append(byte: 0x2C) }
        add(reasons.joined(separator: "; "), to: &buffer)
      }
      buffer.append("\r\n")
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    try output.write(buffer)
  }

  private func append(_ answer: ScreenAnswer, _ rooms: [CapHeadroom], to buffer: inout TextBuffer) {
    let candidate = answer.candidate
    for x in [candidate.supplier, candidate.recipient] {
      add(chain.tables.operators.ids, Int(x), to: &buffer)
      add(chain.tables.operators.names, Int(x), to: &buffer)
    }
    add(candidate.category.name, to: &buffer)
    add("\(candidate.numbers)", to: &buffer)
    add(candidate.range.map { texts.digits($0.start) } ?? "", to: &buffer)
    add(candidate.range.map { texts.digits($0.end) } ?? "", to: &buffer)
    add("\(candidate.startsOn)", to: &buffer)
    add(candidate.endsOn.map { "\($0)" } ?? "", to: &buffer)
    add(candidate.contract.code, to: &buffer)
    add(answer.verdict.name, to: &buffer)
    for severity in Severity.allCases.reversed() {
      add("\(answer.reasons.count { $0.severity == severity })", to: &buffer)
    }
    add("\(answer.waived.count)", to: &buffer)
    let reasons = answer.reasons.map { reason in
      reason.rule.name + (reason.cause.map { ":\($0.name)" } ?? "")
    }
    add(reasons.joined(separator: ";"), to: &buffer)
    let least = rooms.min { $0.headroom < $1.headroom }
    add(least.map { "\($0.headroom)" } ?? "", to: &buffer)
    add(least.map { caps.id(of: $0.cap) } ?? "", to: &buffer)
    add("", to: &buffer)
  }

  private func add(_ text: String, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    if !text.isEmpty { buffer.append(text, .visible) }
    buffer.endCell(from: start)
  }

  private func add(_ column: TextColumn, _ row: Int, to buffer: inout TextBuffer) {
    let start = buffer.beginCell()
    buffer.append(column, row, .visible)
    buffer.endCell(from: start)
  }
}
