import Audit
import Bytes
import Decisions

/// What came of many candidates as one JSON document, schema `banken-screen-batch/1`.
struct ScreenedBatchJSON {
  private let batch: ScreenedBatch
  private let context: ReportContext
  private let members: ScreenMembers

  init(_ batch: ScreenedBatch, _ context: ReportContext) {
    self.batch = batch
    self.context = context
    members = ScreenMembers(chain: batch.chain, caps: batch.caps, language: context.language)
  }

  func write(to output: any Output) throws(OutputError) {
    let head = AnswerJSON(
      schema: "banken-screen-batch/1", day: batch.day, policy: batch.policy, context: context)
    var buffer = TextBuffer()
    head.appendHead(to: &buffer)
    buffer.append(",\n \"summary\": {\"rows\": \(batch.rows.count)")
    for verdict in ScreenVerdict.allCases.reversed() {
      buffer.append(", \"\(verdict.name)\": \(batch.count(of: verdict))")
    }
    buffer.append(", \"rejected\": \(batch.rejectedCount)},\n \"not_evaluated\": ")
    UnevaluatedText.append(batch.notEvaluated, to: &buffer)
    buffer.append(",\n \"candidates\": [")
    for (place, row) in batch.rows.enumerated() {
      buffer.append(place == 0 ? "\n  " : ",\n  ")
      append(row, to: &buffer)
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    buffer.append("],\n \"statement\": ")
    buffer.append(quoted: ScreenWords.freeDecision[context.language])
    head.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func append(_ row: ScreenedRow, to buffer: inout TextBuffer) {
    buffer.append("{\"line\": \(row.line.map { "\($0)" } ?? "null")")
    switch row.result {
    case .answer(let answer, let rooms):
      buffer.append(", \"candidate\": ")
      members.append(answer.candidate, to: &buffer)
      buffer.append(", \"verdict\": \"\(answer.verdict.name)\", \"reasons\": [")
      append(answer.reasons, of: answer, to: &buffer)
      buffer.append("], \"waived\": [")
      append(answer.waived, of: answer, to: &buffer)
      buffer.append("], \"headroom\": \(rooms.map(\.headroom).min().map { "\($0)" } ?? "null"), \"caps\": [")
      for (place, room) in rooms.enumerated() {
        if place > 0 { buffer.append(", ") }
        members.append(room, to: &buffer)
      }
      buffer.append("]")
      if let cautions = row.cautions { append(cautions, to: &buffer) }
      buffer.append("}")
    case .rejected(let reasons):
      buffer.append(", \"verdict\": null, \"mistakes\": [")
      for (place, reason) in reasons.enumerated() {
        if place > 0 { buffer.append(", ") }
        buffer.append(quoted: reason)
      }
      buffer.append("]}")
    }
  }

  private func append(_ cautions: ScreenCautions, to buffer: inout TextBuffer) {
    buffer.append(", \"not_designated\": \(cautions.undesignated.map { "\($0)" } ?? "null")")
    buffer.append(", \"already_provided\": ")
    members.append(cautions.provided, to: &buffer)
    buffer.append(", \"supplier_restrictions\": ")
    members.append(restrictions: cautions.onSupplier, to: &buffer)
    buffer.append(", \"recipient_restrictions\": ")
    members.append(restrictions: cautions.onRecipient, to: &buffer)
  }

  private func append(_ reasons: [ScreenReason], of answer: ScreenAnswer, to buffer: inout TextBuffer) {
    for (place, reason) in reasons.enumerated() {
      if place > 0 { buffer.append(", ") }
      members.append(reason, of: answer.candidate, to: &buffer)
    }
  }
}
