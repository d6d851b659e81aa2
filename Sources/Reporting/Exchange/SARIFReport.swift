import Audit
import Bytes
import Numbering
import SupplyChain

/// The report as SARIF 2.1.0 (OASIS), for tools that show results of analyses beside the files they are about.
///
/// Regions are lines of the input files; a chain is a code flow; a waiver is a suppression; with a baseline every result
/// has its state, and those no longer found are listed as absent.
struct SARIFReport {
  /// The base that URIs of input files are relative to.
  static let base = "LEDGER"

  let audit: DayAudit
  let context: ReportContext
  /// The days of the findings; nil for an audit of a day.
  var period: PeriodAudit?

  private var language: Language { context.language }

  /// - Complexity: O(*n*) in findings and in the bytes of the input files, which are hashed.
  func write(to output: any Output) throws(OutputError) {
    try output.write(head())
    let shown = period.map { ShownPeriod($0) }
    let changes = context.baseline.map { ChangeMembers($0.comparison) }
    try FindingColumns.of(audit) { (columns) throws(OutputError) in
      let writer = SARIFResult(audit, columns, context: context, changes: changes)
      try writeFindings(
        of: audit, columns, threads: context.threads, to: output, period: shown, writer)
    }
    try writeAbsent(to: output)
    try output.write("]}]}\n")
  }

  /// Everything before the first result.
  private func head() -> TextBuffer {
    var buffer = TextBuffer()
    buffer.append(
      "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\",\n")
    buffer.append(" \"runs\": [{\"tool\": {\"driver\": {\"name\": \"banken\", \"version\": ")
    buffer.append(quoted: context.toolVersion)
    buffer.append(", \"language\": \"\(language == .ja ? "ja" : "en")\", \"rules\": [")
    for (index, outcome) in audit.outcomes.enumerated() {
      buffer.append(index == 0 ? "\n  " : ",\n  ")
      append(outcome, to: &buffer)
    }
    buffer.append("]}},\n \"originalUriBaseIds\": {\"\(Self.base)\": {\"description\": {\"text\": ")
    buffer.append(quoted: context.dataset)
    buffer.append("}}},\n \"artifacts\": [")
    appendArtifacts(to: &buffer)
    buffer.append(
      "],\n \"invocations\": [{\"executionSuccessful\": true, \"toolConfigurationNotifications\": [")
    appendNotEvaluated(to: &buffer)
    buffer.append("]}],\n \"properties\": {")
    appendProperties(to: &buffer)
    buffer.append("},\n \"results\": [")
    return buffer
  }

  private func append(_ outcome: RuleOutcome, to buffer: inout TextBuffer) {
    let text = outcome.rule.text
    buffer.append("{\"id\": \"\(outcome.rule.name)\", \"shortDescription\": {\"text\": ")
    buffer.append(quoted: text.title[language])
    buffer.append("}, \"fullDescription\": {\"text\": ")
    buffer.append(quoted: text.looksAt[language])
    buffer.append("}, \"help\": {\"text\": ")
    buffer.append(quoted: "\(text.remedy[language])\n\(text.basis[language])\n\(text.blindSpot[language])")
    buffer.append("}, \"defaultConfiguration\": {\"enabled\": ")
    buffer.append(outcome.notEvaluated == .off ? "false" : "true")
    buffer.append(", \"level\": \"\(outcome.severity.level)\"}, \"properties\": {\"basis\": \"")
    buffer.append(outcome.basis.name)
    buffer.append("\", \"severity\": \"\(outcome.severity.name)\", \"tags\": [\"\(outcome.basis.name)\"]}}")
  }

  private func appendArtifacts(to buffer: inout TextBuffer) {
    let inputs = context.inputs
    let digests = concurrentMap(inputs.count, threads: context.threads) { inputs[$0].sha256 }
    for (index, input) in inputs.enumerated() {
      buffer.append(index == 0 ? "\n  " : ",\n  ")
      buffer.append(
        "{\"location\": {\"uri\": \"\(Self.uri(of: input.file))\", \"uriBaseId\": \"\(Self.base)\"}")
      buffer.append(", \"encoding\": ")
      buffer.append(quoted: input.encoding)
      buffer.append(", \"mimeType\": \"text/csv\"")
      // A keyed digest is no hash of the file as SARIF means it.
      if context.redaction == nil {
        buffer.append(", \"hashes\": {\"sha-256\": \"")
        buffer.append(digests[index])
        buffer.append("\"}")
      }
      buffer.append(", \"properties\": {\"table\": \"\(input.table.name)\", \"rows\": ")
      buffer.append(decimal: UInt64(input.rows))
      buffer.append(", \"rejected\": ")
      buffer.append(decimal: UInt64(input.rejected))
      buffer.append("}}")
    }
  }

  private func appendNotEvaluated(to buffer: inout TextBuffer) {
    var isFirst = true
    for (index, outcome) in audit.outcomes.enumerated() {
      guard let reason = outcome.notEvaluated else { continue }
      buffer.append(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      buffer.append(
        "{\"level\": \"note\", \"descriptor\": {\"id\": \"not-evaluated\"}, \"associatedRule\": {\"id\": \"")
      buffer.append("\(outcome.rule.name)\", \"index\": \(index)}, \"message\": {\"text\": ")
      buffer.append(
        quoted: "\(Words.notEvaluated[language]): \(outcome.rule.name): \(reason.explanation[language])")
      buffer.append("}, \"properties\": {\"reason\": ")
      buffer.append(quoted: reason.code)
      buffer.append("}}")
    }
  }

  /// What SARIF has no place for: the day, the policy, the totals, the disclaimer.
  private func appendProperties(to buffer: inout TextBuffer) {
    if let period {
      buffer.append("\"from\": \"\(period.from)\", \"to\": \"\(period.to)\"")
    } else {
      buffer.append("\"on\": \"\(audit.state.day)\"")
    }
    buffer.append(", \"policy_source\": ")
    buffer.append(quoted: context.policySource)
    // A keyed digest would pass for the policy's own.
    if context.redaction == nil {
      buffer.append(", \"policy_sha256\": ")
      buffer.append(quoted: context.policySHA256)
    }
    if let redaction = context.redaction {
      buffer.append(
        ", \"redaction\": {\"replaced\": \"\(redaction.scope.rawValue)\", \"key\": \"\(redaction.keyID)\"}")
    }
    let summary = audit.summary
    for (name, count) in [
      ("violations", summary.violations), ("warnings", summary.warnings), ("notices", summary.notices),
      ("waived", summary.waived),
    ] {
      buffer.append(", \"\(name)\": ")
      buffer.append(decimal: UInt64(count))
    }
    if let id = context.operatorID {
      buffer.append(", \"operator\": ")
      buffer.append(quoted: id)
    }
    buffer.append(", \"disclaimer\": ")
    buffer.append(quoted: Disclaimer.text[language])
  }

  /// The findings of the baseline that are found no more.
  private func writeAbsent(to output: any Output) throws(OutputError) {
    guard let comparison = context.baseline?.comparison else { return }
    let messages = RecordedMessage(comparison.old, language: language, audit: audit)
    var buffer = TextBuffer()
    var isFirst = audit.outcomes.allSatisfy { $0.results.findings.isEmpty }
    for (place, state) in comparison.oldStates.enumerated() where state == .resolved {
      let entry = comparison.old.entries[place]
      guard let finding = RecordedFinding(entry, in: comparison.old) else { continue }
      buffer.append(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      buffer.append(
        "{\"ruleId\": \"\(entry.rule.name)\", \"ruleIndex\": \(entry.rule.rawValue), \"level\": \"")
      buffer.append("\(entry.severity.level)\", \"message\": {\"text\": ")
      buffer.append(quoted: messages.text(finding, nil))
      buffer.append("}, \"partialFingerprints\": {\"banken/1\": ")
      buffer.append(quoted: finding.text("fingerprint") ?? "")
      buffer.append("}, \"baselineState\": \"absent\"}")
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
    try output.write(buffer)
  }

  /// The name of a file as a relative URI: bytes that are not unreserved are written with a percent sign.
  static func uri(of file: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var uri = ""
    for byte in file.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return uri
  }
}

extension Severity {
  /// What SARIF calls it.
  var level: String {
    switch self {
    case .violation: "error"
    case .warning: "warning"
    case .notice: "note"
    }
  }
}
