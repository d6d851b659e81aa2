import Audit
import Comparison

/// The member `baseline` of a JSON report: the earlier report, what changed, and the findings that are resolved.
struct BaselineJSON {
  private let baseline: Baseline
  private let messages: RecordedMessage

  init(_ baseline: Baseline, _ audit: DayAudit, _ context: ReportContext) {
    self.baseline = baseline
    messages = RecordedMessage(baseline.comparison.old, language: context.language, audit: audit)
  }

  /// - Complexity: O(*n*) in findings of the earlier report.
  func append(to buffer: inout TextBuffer) {
    let comparison = baseline.comparison
    let parts = ComparisonJSON(comparison: comparison)
    buffer.append(",\n \"baseline\": ")
    parts.append(comparison.old, name: baseline.name, to: &buffer)
    buffer.append(",\n  \"forced\": ")
    parts.append(baseline.forced, to: &buffer)
    buffer.append(",\n  \"summary\": ")
    parts.appendSummary(to: &buffer)
    buffer.append(",\n  \"rules\": [")
    parts.appendRules(indent: "   ", to: &buffer)
    buffer.append("],\n  \"resolved\": [")
    let members = ChangeMembers(comparison)
    var isFirst = true
    for (place, state) in comparison.oldStates.enumerated() where state == .resolved {
      let entry = comparison.old.entries[place]
      guard let finding = RecordedFinding(entry, in: comparison.old) else { continue }
      buffer.append(isFirst ? "\n   " : ",\n   ")
      isFirst = false
      finding.append(message: messages.text(finding, nil), in: comparison.old, to: &buffer)
      members.append(old: place, toObjectIn: &buffer)
    }
    buffer.append("]}")
  }
}
