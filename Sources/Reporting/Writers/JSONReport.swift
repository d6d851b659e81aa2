import Audit
import Bytes

/// The report as one JSON document, schema `banken-report/1`.
struct JSONReport {
  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  var period: PeriodAudit?

  /// - Complexity: O(*n*) in findings and in the bytes of the input files, which are hashed.
  func write(to output: any Output) throws(OutputError) {
    try output.write(head())
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let writer = FindingElement(json: FindingJSON(audit, columns, language: context.language))
      try writeFindings(
        of: audit, columns, context: context, to: output, period: period, writer, form: .element)
    }
    var tail = TextBuffer()
    tail.append("],\n \"disclaimer\": ")
    tail.append(quoted: Disclaimer.text[context.language])
    tail.append("}\n")
    try output.write(tail)
  }

  /// Everything before the first finding.
  private func head() -> TextBuffer {
    var buffer = TextBuffer()
    buffer.append("{\"schema\": \"banken-report/1\", \"tool\": {\"name\": \"banken\", \"version\": ")
    buffer.append(quoted: context.toolVersion)
    buffer.append("},\n \"audit\": {")
    if let period {
      buffer.append("\"from\": \"")
      buffer.append(period.from)
      buffer.append("\", \"to\": \"")
      buffer.append(period.to)
    } else {
      buffer.append("\"on\": \"")
      buffer.append(audit.state.day)
    }
    buffer.append("\"},\n \"policy\": {\"source\": ")
    buffer.append(quoted: context.policySource)
    buffer.append(", \"sha256\": ")
    buffer.append(quoted: context.policySHA256)
    buffer.append(", \"effective_sha256\": ")
    buffer.append(quoted: audit.policy.effectiveSHA256)
    if let id = context.operatorID {
      buffer.append("},\n \"filter\": {\"operator\": ")
      buffer.append(quoted: id)
    }
    buffer.append("}")
    buffer.append(memberOf: context.redaction)
    buffer.append(",\n \"inputs\": [")
    context.appendInputs(to: &buffer)
    buffer.append("],\n \"rules\": [")
    appendRules(to: &buffer)
    buffer.append("],\n \"summary\": {")
    appendSummary(to: &buffer)
    buffer.append("},\n \"waivers\": [")
    WaiverSection(audit: audit, isPeriod: period != nil, language: context.language).append(to: &buffer)
    buffer.append("]")
    if let baseline = context.baseline {
      BaselineJSON(baseline, audit, context).append(to: &buffer)
    }
    buffer.append(",\n \"findings\": [")
    return buffer
  }

  private func appendRules(to buffer: inout TextBuffer) {
    for (index, outcome) in audit.outcomes.enumerated() {
      buffer.append(index == 0 ? "\n  {\"rule\": \"" : ",\n  {\"rule\": \"")
      buffer.append(outcome.rule.name)
      buffer.append("\", \"severity\": \"")
      buffer.append(outcome.severity.name)
      buffer.append("\", \"basis\": \"")
      buffer.append(outcome.basis.name)
      if let reason = outcome.notEvaluated {
        buffer.append("\", \"evaluated\": false, \"reason\": ")
        buffer.append(quoted: reason.code)
      } else {
        buffer.append("\", \"evaluated\": true, \"reason\": null")
      }
      buffer.append(", \"findings\": ")
      buffer.append(decimal: UInt64(outcome.findings))
      buffer.append(", \"waived\": ")
      buffer.append(decimal: UInt64(outcome.waived))
      if let own = period?.outcomes[index] {
        buffer.append(open: own.open, mended: own.mended, numberDays: own.numberDays)
      }
      buffer.append("}")
    }
  }

  private func appendSummary(to buffer: inout TextBuffer) {
    let summary = audit.summary
    let counts: [(StaticString, Int)] = [
      ("\"operators\": ", summary.operators), (", \"active_provisions\": ", summary.activeProvisions),
      (", \"violations\": ", summary.violations), (", \"warnings\": ", summary.warnings),
      (", \"notices\": ", summary.notices), (", \"waived\": ", summary.waived),
    ]
    for (name, count) in counts {
      buffer.append(name)
      buffer.append(decimal: UInt64(count))
    }
    if let period { append(period, to: &buffer) }
    buffer.append(",\n  \"coverage\": [")
    for (index, row) in summary.coverage.enumerated() {
      buffer.append(index == 0 ? "\n   {\"category\": \"" : ",\n   {\"category\": \"")
      buffer.append(row.category.name)
      buffer.append("\", \"tier\": ")
      if let tier = row.tier { buffer.append(decimal: UInt64(tier)) } else { buffer.append("null") }
      buffer.append(", \"provisions\": ")
      buffer.append(decimal: UInt64(row.provisions))
      buffer.append(", \"numbers\": ")
      buffer.append(decimal: row.numbers)
      buffer.append(", \"approved\": ")
      buffer.append(decimal: row.approved)
      buffer.append(", \"certified\": ")
      buffer.append(decimal: row.certified)
      buffer.append(", \"both\": ")
      buffer.append(decimal: row.both)
      buffer.append("}")
    }
    buffer.append("]")
    if summary.unknownTrackRecords > 0 {
      buffer.append(", \"unknown_track_records\": ")
      buffer.append(decimal: UInt64(summary.unknownTrackRecords))
    }
  }
}

extension JSONReport {
  /// What the summary of a period says besides.
  private func append(_ period: PeriodAudit, to buffer: inout TextBuffer) {
    buffer.append(",\n ")
    buffer.append(open: period.open, mended: period.mended, numberDays: period.numberDays, isFirst: true)
    buffer.append(",\n  \"worst_operators\": [")
    for (index, worst) in period.worstOperators.enumerated() {
      buffer.append(index == 0 ? "\n   {\"operator_id\": \"" : ",\n   {\"operator_id\": \"")
      buffer.append(audit.state.chain.tables.operators.ids, Int(worst.operatorIndex), .json)
      buffer.append("\", \"findings\": ")
      buffer.append(decimal: UInt64(worst.findings))
      buffer.append(", \"number_days\": ")
      buffer.append(decimal: worst.numberDays)
      buffer.append("}")
    }
    buffer.append("]")
  }
}

/// The findings alone, one JSON object a line.
struct NDJSONReport {
  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  var period: PeriodAudit?

  /// - Complexity: O(*n*) in findings.
  func write(to output: any Output) throws(OutputError) {
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let writer = FindingLine(json: FindingJSON(audit, columns, language: context.language))
      try writeFindings(
        of: audit, columns, context: context, to: output, period: period, writer, form: .line)
    }
  }
}

/// Writes a finding as an element of the array `findings`.
struct FindingElement: FindingWriter {
  let json: FindingJSON

  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer
  ) {
    buffer.append(isFirst ? "\n  " : ",\n  ")
    json.append(finding, of: results, at: place, &batch, to: &buffer)
  }
}

/// Writes a finding as a line.
private struct FindingLine: FindingWriter {
  let json: FindingJSON

  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer
  ) {
    json.append(finding, of: results, at: place, &batch, to: &buffer)
    buffer.append(byte: 0x0A)
  }
}
