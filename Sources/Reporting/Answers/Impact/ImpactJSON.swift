import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The answer of `impact` as one JSON document, schema `banken-impact/1`.
struct ImpactJSON {
  let impact: Impact
  let context: ReportContext

  private var operators: OperatorTable { impact.state.chain.tables.operators }

  /// - Complexity: O(*n*) in findings, in operators named and in the bytes of the input files, which are hashed.
  func write(to output: any Output) throws(OutputError) {
    let answer = AnswerJSON(
      schema: "banken-impact/1", day: impact.state.day, policy: impact.appearing.policy, context: context)
    var buffer = TextBuffer()
    answer.appendHead(to: &buffer)
    try appendQuestion(to: &buffer, output)
    appendSummary(to: &buffer)
    appendRules(to: &buffer)
    try appendLosses(to: &buffer, output)
    try appendNotified(to: &buffer, output)
    buffer.append(",\n \"appear\": [")
    try output.write(buffer)
    try write(impact.appearing, to: output)
    try output.write("],\n \"vanish\": [")
    try write(impact.vanishing, to: output)
    buffer.removeAll()
    buffer.append("]")
    answer.appendTail(to: &buffer)
    try output.write(buffer)
  }

  private func write(_ audit: DayAudit, to output: any Output) throws(OutputError) {
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let writer = FindingElement(json: FindingJSON(audit, columns, language: context.language))
      try writeFindings(of: audit, columns, threads: context.threads, to: output, writer)
    }
  }

  private func appendQuestion(
    to buffer: inout TextBuffer, _ output: any Output
  ) throws(OutputError) {
    buffer.append(",\n \"operator\": {\"operator_id\": ")
    buffer.append(quoted: operators.ids[Int(impact.operatorIndex)])
    buffer.append(", \"name\": ")
    buffer.append(quoted: operators.names[Int(impact.operatorIndex)])
    try append(", \"operator_ids\": [", impact.operators, to: &buffer, output)
    buffer.append("},\n \"event\": \"")
    buffer.append(impact.event.rawValue)
    buffer.append("\",\n \"evaluated\": ")
    buffer.append(impact.notEvaluated == nil ? "true, \"reason\": null" : "false, \"reason\": ")
    if let reason = impact.notEvaluated { buffer.append(quoted: reason.code) }
    buffer.append(",\n \"ended\": {\"certifications\": ")
    buffer.append(decimal: UInt64(impact.ended.certifications))
    buffer.append(", \"approvals\": ")
    buffer.append(decimal: UInt64(impact.ended.approvals))
    buffer.append(", \"designations\": ")
    buffer.append(decimal: UInt64(impact.ended.designations))
    buffer.append(", \"provisions\": ")
    buffer.append(decimal: UInt64(impact.ended.provisions))
    buffer.append("}")
  }

  private func appendSummary(to buffer: inout TextBuffer) {
    let total = impact.total
    buffer.append(",\n \"summary\": {\"appear\": ")
    append(impact.appearing.summary, to: &buffer)
    buffer.append(", \"vanish\": ")
    append(impact.vanishing.summary, to: &buffer)
    let counts: [(StaticString, Int?)] = [
      (", \"grown\": ", total.grown), (", \"shrunk\": ", total.shrunk), (", \"graver\": ", total.raised),
      (", \"milder\": ", total.lowered), (", \"lose\": ", impact.losers),
      (", \"notify\": ", impact.notified.count),
      (", \"notify_uncertified\": ", impact.uncertifiedToTell),
    ]
    for (name, count) in counts {
      buffer.append(name)
      append(count.map { UInt64($0) }, to: &buffer)
    }
    buffer.append("}")
  }

  private func append(_ summary: AuditSummary, to buffer: inout TextBuffer) {
    let counts: [(StaticString, Int)] = [
      ("{\"violations\": ", summary.violations), (", \"warnings\": ", summary.warnings),
      (", \"notices\": ", summary.notices), (", \"waived\": ", summary.waived),
    ]
    for (name, count) in counts {
      buffer.append(name)
      buffer.append(decimal: UInt64(count))
    }
    buffer.append("}")
  }

  private func appendRules(to buffer: inout TextBuffer) {
    buffer.append(",\n \"rules\": [")
    for (index, rule) in impact.rules.enumerated() {
      buffer.append(index == 0 ? "\n  {\"rule\": \"" : ",\n  {\"rule\": \"")
      buffer.append(rule.rule.name)
      if let reason = rule.notEvaluated {
        buffer.append("\", \"evaluated\": false, \"reason\": ")
        buffer.append(quoted: reason.code)
      } else {
        buffer.append("\", \"evaluated\": true, \"reason\": null")
      }
      let counts: [(StaticString, Int)] = [
        (", \"appear\": ", rule.appear), (", \"vanish\": ", rule.vanish), (", \"grown\": ", rule.grown),
        (", \"shrunk\": ", rule.shrunk), (", \"graver\": ", rule.raised), (", \"milder\": ", rule.lowered),
        (", \"appear_waived\": ", rule.appearWaived), (", \"vanish_waived\": ", rule.vanishWaived),
      ]
      for (name, count) in counts {
        buffer.append(name)
        buffer.append(decimal: UInt64(count))
      }
      buffer.append("}")
    }
    buffer.append("]")
  }

  private func appendLosses(
    to buffer: inout TextBuffer, _ output: any Output
  ) throws(OutputError) {
    buffer.append(",\n \"levels\": {\"evaluated\": ")
    buffer.append(impact.levelsLacking == nil ? "true, \"reason\": null}" : "false, \"reason\": ")
    if let reason = impact.levelsLacking {
      buffer.append(quoted: reason.code)
      buffer.append("}")
    }
    buffer.append(",\n \"losses\": [")
    for (index, loss) in impact.losses.enumerated() {
      buffer.append(index == 0 ? "\n  {\"category\": \"" : ",\n  {\"category\": \"")
      buffer.append(loss.category.name)
      buffer.append("\"")
      try append(", \"itself\": [", loss.itself, to: &buffer, output)
      buffer.append(", \"lost\": {\"operators\": ")
      buffer.append(decimal: UInt64(loss.lost.count))
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: loss.lostNumbers)
      try append(", \"operator_ids\": [", loss.lost, to: &buffer, output)
      buffer.append("}, \"kept\": {\"operators\": ")
      buffer.append(decimal: UInt64(loss.kept.count))
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: loss.keptNumbers)
      try append(", \"operator_ids\": [", loss.kept, to: &buffer, output)
      buffer.append(", \"losing_numbers\": ")
      append(loss.keptLosingNumbers, to: &buffer)
      buffer.append(", \"losing\": [")
      var isFirst = true
      for (x, numbers) in zip(loss.kept, loss.keptLosing ?? []) where numbers > 0 {
        buffer.append(isFirst ? "{\"operator_id\": " : ", {\"operator_id\": ")
        isFirst = false
        buffer.append(quoted: operators.ids[Int(x)])
        buffer.append(", \"numbers\": ")
        buffer.append(decimal: numbers)
        buffer.append("}")
        try buffer.flush(to: output)
      }
      buffer.append("]}}")
    }
    buffer.append("]")
  }

  private func appendNotified(
    to buffer: inout TextBuffer, _ output: any Output
  ) throws(OutputError) {
    buffer.append(",\n \"notify\": [")
    for (index, entry) in impact.notified.enumerated() {
      buffer.append(index == 0 ? "\n  {\"operator_id\": " : ",\n  {\"operator_id\": ")
      buffer.append(quoted: operators.ids[Int(entry.operatorIndex)])
      buffer.append(", \"name\": ")
      buffer.append(quoted: operators.names[Int(entry.operatorIndex)])
      buffer.append(", \"certified\": ")
      buffer.append(!impact.knowsCertification ? "null" : entry.isCertified ? "true" : "false")
      buffer.append(", \"user\": ")
      buffer.append(entry.isUser ? "true" : "false")
      if let numbers = entry.provides {
        buffer.append(", \"provides\": ")
        buffer.append(decimal: numbers)
      }
      if let numbers = entry.receives {
        buffer.append(", \"receives\": ")
        buffer.append(decimal: numbers)
      }
      buffer.append(", \"loses\": [")
      buffer.append(entry.losesNames.map { "\"\($0)\"" }.joined(separator: ", "))
      buffer.append("]}")
      try buffer.flush(to: output)
    }
    buffer.append("]")
  }

  /// A number, or null for none.
  private func append(_ number: UInt64?, to buffer: inout TextBuffer) {
    if let number { buffer.append(decimal: number) } else { buffer.append("null") }
  }

  /// A member that is a list of ids.
  private func append(
    _ opening: StaticString, _ list: [OperatorIndex], to buffer: inout TextBuffer, _ output: any Output
  ) throws(OutputError) {
    buffer.append(opening)
    for (index, x) in list.enumerated() {
      if index > 0 { buffer.append(", ") }
      buffer.append(quoted: operators.ids[Int(x)])
      try buffer.flush(to: output)
    }
    buffer.append("]")
  }
}

extension NotifiedOperator {
  /// The codes of the categories in which it loses its last clean level.
  var losesNames: [String] { Category.allCases.filter { loses.has($0) }.map(\.name) }
}
