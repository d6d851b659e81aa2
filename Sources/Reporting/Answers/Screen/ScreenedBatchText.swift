import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// What came of many candidates, for people: a summary, and a line each, refused ones first.
struct ScreenedBatchText {
  private let batch: ScreenedBatch
  private let context: ReportContext
  private let words: ScreenSentences
  private var language: Language { context.language }

  init(_ batch: ScreenedBatch, _ context: ReportContext) {
    self.batch = batch
    self.context = context
    words = ScreenSentences(chain: batch.chain, caps: batch.caps, language: context.language)
  }

  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    page.heading(ScreenWords.batchTitle[language], underline: "=")
    AnswerPage(context).append([(ScreenWords.candidate, summary)], day: batch.day, to: &page)
    UnevaluatedText(rules: batch.notEvaluated, language: language).append(to: &page)
    page.paragraph(ScreenWords.batchNote[language])
    page.line()
    for verdict in ScreenVerdict.allCases.reversed() { try write(verdict, &page, to: output) }
    try writeRejected(&page, to: output)
    page.paragraph(ScreenWords.freeDecision[language])
    page.line()
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private var summary: String {
    func count(_ verdict: ScreenVerdict) -> String { grouped(batch.count(of: verdict)) }
    let rejected = grouped(batch.rejectedCount)
    let total = grouped(batch.rows.count)
    if language == .ja {
      let text = "\(total)行: 不可\(count(.refuse))、条件付き\(count(.conditional))、可\(count(.accept))"
      return batch.rejectedCount > 0 ? text + "、記載の誤り\(rejected)" : text
    }
    let text =
      "\(total) rows: \(count(.refuse)) refused, \(count(.conditional)) conditional, \(count(.accept)) accepted"
    return batch.rejectedCount > 0 ? text + ", \(rejected) with mistakes" : text
  }

  private func write(
    _ verdict: ScreenVerdict, _ page: inout TextPage, to output: any Output
  ) throws(OutputError) {
    guard batch.count(of: verdict) > 0 else { return }
    let hidden = batch.notEvaluated.count(where: \.mayHideReason)
    page.heading(words.label(verdict, hidden: hidden), underline: "-")
    for row in batch.rows where row.verdict == verdict {
      guard case .answer(let answer, let rooms) = row.result else { continue }
      append(answer, rooms, row, to: &page)
      if page.buffer.count > 1 << 16 {
        try output.write(page.buffer)
        page.removeAll()
      }
    }
    page.line()
  }

  private func append(
    _ answer: ScreenAnswer, _ rooms: [CapHeadroom], _ row: ScreenedRow, to page: inout TextPage
  ) {
    let space = String(repeating: " ", count: 10)
    let candidate = answer.candidate
    let comma = language == .ja ? "、" : ", "
    let ends = "\(words.name(candidate.supplier)) → \(words.name(candidate.recipient))"
    let text = [ends, words.numbers(candidate), "\(candidate.startsOn)"].joined(separator: comma)
    page.paragraph(text, first: TextPage.pad(label(row.line), to: 10), indent: 10)
    if !answer.reasons.isEmpty { page.paragraph(describe(answer.reasons), first: space, indent: 10) }
    if !answer.waived.isEmpty {
      let waived = "\(ScreenWords.waived[language]): \(describe(answer.waived))"
      page.paragraph(waived, first: space, indent: 10)
    }
    if let cautions = row.cautions {
      for caution in words.cautions(cautions, of: candidate, designation: true) {
        page.paragraph(caution, first: space + page.styled("!! ", .yellow), indent: 13)
      }
    }
    if let least = rooms.min(by: { $0.headroom < $1.headroom }) {
      let cap = language == .ja ? "（\(words.cap(least.cap))）" : " (\(words.cap(least.cap)))"
      let room = "\(ScreenWords.room[language]): \(words.count(least.headroom))\(cap)"
      page.paragraph(page.styled(room, .faint), first: space, indent: 10)
    }
  }

  private func label(_ line: Int?) -> String {
    guard let line else { return "" }
    return language == .ja ? "\(line)行目" : "line \(line)"
  }

  /// Reasons in a few words each, the gravest first.
  private func describe(_ reasons: [ScreenReason]) -> String {
    Severity.allCases.reversed().flatMap { severity in reasons.filter { $0.severity == severity } }
      .map(describe).joined(separator: language == .ja ? "、" : "; ")
  }

  /// A reason in a few words: what it is, and by how much.
  private func describe(_ reason: ScreenReason) -> String {
    let severity = reason.severity.term(reason.rule.basis)[language]
    var text = language == .ja ? "【\(severity)】" : "[\(severity)] "
    text += reason.rule.text.title[language]
    var facts: [String] = []
    switch reason.subject {
    case .cap(let cap), .party(let cap): facts.append(words.cap(cap))
    case .supplier: facts.append(ScreenWords.supplier[language])
    case .recipient: facts.append(ScreenWords.recipient[language])
    case .candidate, .circle: break
    }
    if let limit = reason.limit, let numbers = reason.numbers {
      facts.append("\(grouped(Int(clamping: numbers))) > \(grouped(Int(clamping: limit)))")
    }
    if facts.isEmpty { return text }
    return text
      + (language == .ja ? "（\(facts.joined(separator: "、"))）" : " (\(facts.joined(separator: ", ")))")
  }

  /// A mistake to its end, where the remedy stands; only what it quotes may be long, and is cut already.
  private func whole(_ mistake: String) -> String {
    var buffer = TextBuffer()
    buffer.append(mistake, .cut(columns: Self.mistakeColumns))
    return buffer.text
  }

  /// How many columns a mistake may take: a few lines.
  private static let mistakeColumns = 600

  private func writeRejected(_ page: inout TextPage, to output: any Output) throws(OutputError) {
    guard batch.rejectedCount > 0 else { return }
    page.heading(ScreenWords.mistakes[language], underline: "-")
    for row in batch.rows {
      guard case .rejected(let reasons) = row.result else { continue }
      for reason in reasons {
        page.paragraph(whole(reason), first: TextPage.pad(label(row.line), to: 10), indent: 10)
      }
    }
    page.line()
  }
}
