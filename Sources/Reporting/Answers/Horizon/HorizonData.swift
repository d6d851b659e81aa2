import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// What is about to change, for programs: JSON (schema `banken-horizon/1`) and CSV.
struct HorizonData {
  let horizon: Horizon
  let context: ReportContext
  private let subjects: HorizonSubjects
  private let tables: Tables

  init(horizon: Horizon, context: ReportContext) {
    self.horizon = horizon
    self.context = context
    subjects = HorizonSubjects(horizon, context.language)
    tables = horizon.audit.merged.state.chain.tables
  }

  // MARK: - JSON

  func writeJSON(to output: any Output) throws(OutputError) {
    let envelope = AnswerJSON(
      schema: "banken-horizon/1", day: horizon.day, policy: horizon.audit.merged.policy, context: context)
    var buffer = TextBuffer()
    envelope.appendHead(to: &buffer)
    buffer.append(",\n \"horizon\": {\"days\": ")
    buffer.append(decimal: UInt64(horizon.within))
    buffer.append(", \"last\": \"")
    buffer.append(horizon.last)
    buffer.append("\"},\n \"summary\": {\"starts\": ")
    buffer.append(decimal: UInt64(horizon.groups.reduce(0) { $0 + $1.starts }))
    buffer.append(", \"ends\": ")
    buffer.append(decimal: UInt64(horizon.groups.reduce(0) { $0 + $1.ends }))
    buffer.append(", \"renewals\": ")
    buffer.append(decimal: UInt64(horizon.renewals.count))
    buffer.append("},\n \"events\": [")
    for (index, group) in horizon.groups.enumerated() {
      buffer.append(index == 0 ? "\n  {" : ",\n  {")
      append(group.event, to: &buffer)
      append("starts", group.starts, to: &buffer)
      append("ends", group.ends, to: &buffer)
      append("provisions", group.provisions, to: &buffer)
      append("numbers", Int(clamping: group.numbers), to: &buffer)
      append("operators", group.operators, to: &buffer)
      buffer.append("}")
    }
    buffer.append("],\n \"renewals\": [")
    for (index, renewal) in horizon.renewals.enumerated() {
      buffer.append(index == 0 ? "\n  {" : ",\n  {")
      append(renewal.event, to: &buffer)
      buffer.append(", \"last_day\": \"")
      buffer.append(renewal.last)
      buffer.append("\"")
      append("starts", renewal.findings, to: &buffer)
      buffer.append("}")
    }
    buffer.append("],\n \"weakest_links\": ")
    buffer.append(horizon.weakestLinks == nil ? "null" : "[")
    for (index, link) in (horizon.weakestLinks ?? []).enumerated() {
      buffer.append(index == 0 ? "\n  {" : ",\n  {")
      append(link.event, to: &buffer)
      append("chains", link.chains, to: &buffer)
      append("numbers", Int(clamping: link.numbers), to: &buffer)
      buffer.append(", \"provision_ids\": [")
      for (place, p) in link.provisions.enumerated() {
        buffer.append(place == 0 ? "" : ", ")
        buffer.append(quoted: tables.provisions.ids[Int(p)])
      }
      buffer.append("]}")
    }
    buffer.append(horizon.weakestLinks == nil ? "" : "]")
    appendRules(to: &buffer)
    buffer.append(",\n \"changes\": [")
    try output.write(buffer)
    try writeChanges(to: output)
    var tail = TextBuffer()
    tail.append("]")
    envelope.appendTail(to: &tail)
    try output.write(tail)
  }

  /// Of which rules findings are known at all.
  private func appendRules(to buffer: inout TextBuffer) {
    buffer.append(",\n \"rules\": [")
    for (index, outcome) in horizon.audit.merged.outcomes.enumerated() {
      buffer.append(index == 0 ? "\n  {\"rule\": \"" : ",\n  {\"rule\": \"")
      buffer.append(outcome.rule.name)
      if let reason = outcome.notEvaluated {
        buffer.append("\", \"evaluated\": false, \"reason\": ")
        buffer.append(quoted: reason.code)
        buffer.append("}")
      } else {
        buffer.append("\", \"evaluated\": true, \"reason\": null}")
      }
    }
    buffer.append("]")
  }

  /// Each finding as reports have it, with the day, what becomes of it, and the place of its event.
  private func writeChanges(to output: any Output) throws(OutputError) {
    let audit = horizon.audit
    try FindingColumns.of(audit.merged) { (columns) throws(OutputError) in
      let json = FindingJSON(audit.merged, columns, language: context.language)
      var batch = FindingBatch(audit.merged, ShownPeriod(audit))
      var buffer = TextBuffer()
      for (index, change) in horizon.changes.enumerated() {
        let results = audit.outcomes[Int(change.rule.rawValue)].findings.results
        batch.prepare(results.findings[change.finding...change.finding], columns)
        buffer.append(index == 0 ? "\n  {\"day\": \"" : ",\n  {\"day\": \"")
        buffer.append(change.day)
        buffer.append(
          change.starts ? "\", \"change\": \"starts\", \"event\": " : "\", \"change\": \"ends\", \"event\": ")
        buffer.append(decimal: UInt64(change.group))
        buffer.append(", \"finding\": ")
        json.append(results.findings[change.finding], of: results, at: 0, &batch, to: &buffer)
        buffer.append("}")
        if buffer.count > 1 << 16 {
          try output.write(buffer)
          buffer.removeAll()
        }
      }
      try output.write(buffer)
    }
  }

  private func append(_ event: HorizonEvent, to buffer: inout TextBuffer) {
    buffer.append("\"day\": \"")
    buffer.append(event.day)
    buffer.append("\", \"event\": \"")
    buffer.append(event.kind.name)
    buffer.append("\"")
    if let x = event.operatorIndex {
      buffer.append(", \"operator_id\": ")
      buffer.append(quoted: tables.operators.ids[Int(x)])
    }
    if let category = event.category {
      buffer.append(", \"category\": \"\(category.name)\"")
    }
    if let row = subjects.row(of: event), !row.id.isEmpty {
      buffer.append(", \"")
      buffer.append(row.member)
      buffer.append("\": ")
      buffer.append(quoted: row.id)
    }
    if let source = subjects.source(of: event) {
      buffer.append(", \"source\": {\"file\": ")
      buffer.append(quoted: source.file)
      buffer.append(", \"line\": ")
      buffer.append(decimal: UInt64(source.line))
      buffer.append("}")
    }
  }

  private func append(_ name: StaticString, _ number: Int, to buffer: inout TextBuffer) {
    buffer.append(", \"")
    buffer.append(name)
    buffer.append("\": ")
    buffer.append(decimal: UInt64(max(0, number)))
  }

  // MARK: - CSV

  /// Before those of a finding.
  static let columns = ["day", "change", "event", "event_operator_id", "event_category", "event_row"]

  func writeCSV(to output: any Output) throws(OutputError) {
    let audit = horizon.audit
    let head = Self.columns + CSVReport.columns + CSVReport.periodColumns
    try output.write("\u{FEFF}" + head.joined(separator: ",") + "\r\n")
    try FindingColumns.of(audit.merged) { (columns) throws(OutputError) in
      let row = FindingRow(audit.merged, columns, language: context.language)
      var batch = FindingBatch(audit.merged, ShownPeriod(audit))
      var buffer = TextBuffer()
      for change in horizon.changes {
        let results = audit.outcomes[Int(change.rule.rawValue)].findings.results
        batch.prepare(results.findings[change.finding...change.finding], columns)
        append(cellsOf: change, to: &buffer)
        row.append(
          results.findings[change.finding], of: results, index: change.finding, at: 0, isFirst: false,
          &batch, to: &buffer)
        if buffer.count > 1 << 16 {
          try output.write(buffer)
          buffer.removeAll()
        }
      }
      try output.write(buffer)
    }
  }

  /// The cells of what takes effect, each with a comma after it.
  private func append(cellsOf change: Horizon.Change, to buffer: inout TextBuffer) {
    let event = horizon.groups[change.group].event
    buffer.append(change.day)
    buffer.append(change.starts ? ",starts," : ",ends,")
    buffer.append(event.kind.name)
    let operatorID = event.operatorIndex.map { tables.operators.ids[Int($0)] } ?? ""
    for text in [operatorID, event.category?.name ?? "", subjects.row(of: event)?.id ?? ""] {
      let start = buffer.beginCell()
      if !text.isEmpty { buffer.append(text, .visible) }
      buffer.endCell(from: start)
    }
    buffer.append(byte: 0x2C)
  }
}
