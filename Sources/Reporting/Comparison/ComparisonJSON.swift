import Audit
import Comparison

/// The parts that a comparison has in every JSON document: what the reports were, and the counts.
struct ComparisonJSON {
  let comparison: ReportComparison

  /// `{"file", "sha256", "audit", "policy", "operator", "findings", "waived", "rejected"}` without the closing brace.
  func append(_ digest: ReportDigest, name: String, to buffer: inout TextBuffer) {
    buffer.append("{\"file\": ")
    buffer.append(quoted: name)
    buffer.append(", \"sha256\": ")
    append(digest.sha256, to: &buffer)
    buffer.append(", \"audit\": ")
    switch digest.time {
    case .day(let day): buffer.append("{\"on\": \"\(day)\"}")
    case .period(let from, let to): buffer.append("{\"from\": \"\(from)\", \"to\": \"\(to)\"}")
    }
    buffer.append(", \"policy\": {\"source\": ")
    buffer.append(quoted: digest.policy.source)
    buffer.append(", \"sha256\": ")
    buffer.append(quoted: digest.policy.sha256)
    buffer.append(", \"effective_sha256\": ")
    append(digest.policy.effectiveSHA256, to: &buffer)
    buffer.append("}, \"operator\": ")
    append(digest.operatorFilter, to: &buffer)
    if let redaction = digest.redaction {
      buffer.append(", \"redaction\": {\"replaced\": ")
      buffer.append(quoted: redaction.scope)
      buffer.append(", \"key\": ")
      buffer.append(quoted: redaction.keyID)
      buffer.append("}")
    }
    let waived = digest.entries.reduce(0) { $0 + ($1.isWaived ? 1 : 0) }
    buffer.append(
      ", \"findings\": \(digest.count - waived), \"waived\": \(waived), \"rejected\": \(digest.rejectedRows)")
  }

  /// `[…]`: the differences that were overruled.
  func append(_ forced: [ReportDifference], to buffer: inout TextBuffer) {
    buffer.append("[" + forced.map { "\"\($0.name)\"" }.joined(separator: ", ") + "]")
  }

  /// The counts of all rules; `change` is over the rules that both reports evaluated.
  func appendSummary(to buffer: inout TextBuffer) {
    let comparable = comparison.comparableTotal
    buffer.append("{")
    append(comparison.total, change: comparable.new - comparable.old, to: &buffer)
    buffer.append("}")
  }

  /// The counts of each rule, a line each.
  func appendRules(indent: String, to buffer: inout TextBuffer) {
    for (index, rule) in RuleID.allCases.enumerated() {
      let change = comparison[rule]
      buffer.append((index == 0 ? "\n" : ",\n") + indent)
      buffer.append("{\"rule\": \"\(rule.name)\", ")
      append(change, change: change.change, to: &buffer)
      buffer.append(", \"old_reason\": ")
      append(change.oldReason, to: &buffer)
      buffer.append(", \"new_reason\": ")
      append(change.newReason, to: &buffer)
      buffer.append("}")
    }
  }

  private func append(_ counts: RuleChange, change: Int?, to buffer: inout TextBuffer) {
    buffer.append("\"old\": \(counts.old), \"new\": \(counts.new), ")
    buffer.append("\"change\": \(change.map { "\($0)" } ?? "null")")
    let states = FindingState.allCases.map { "\"\($0.name)\": \(counts[$0])" }
    buffer.append(", \"states\": {\(states.joined(separator: ", "))}")
    buffer.append(", \"raised\": \(counts.raised), \"lowered\": \(counts.lowered)")
    if comparison.new.time.isPeriod { buffer.append(", \"mended\": \(counts.mended)") }
  }

  private func append(_ text: String?, to buffer: inout TextBuffer) {
    if let text { buffer.append(quoted: text) } else { buffer.append("null") }
  }
}
