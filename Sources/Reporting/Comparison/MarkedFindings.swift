import Audit
import Bytes

/// What a writer leaves in the buffer for a finding.
enum FindingForm: Sendable {
  /// An object, the last thing written.
  case element
  /// An object and a line feed.
  case line
  /// A row of cells and CRLF.
  case row
}

/// Writes every finding of an audit; with a baseline, what became of each besides; of a period, with its days.
///
/// - Complexity: O(*n*) in findings; memory for two slices a thread.
func writeFindings(
  of audit: DayAudit, _ columns: FindingColumns, context: ReportContext, to output: any Output,
  period: PeriodAudit?, _ writer: some FindingWriter, form: FindingForm
) throws(OutputError) {
  let (threads, shown) = (context.threads, period.map { ShownPeriod($0) })
  guard let baseline = context.baseline else {
    return try writeFindings(of: audit, columns, threads: threads, to: output, period: shown, writer)
  }
  let marked = MarkedFinding(writer: writer, form: form, changes: ChangeMembers(baseline.comparison))
  try writeFindings(of: audit, columns, threads: threads, to: output, period: shown, marked)
}

/// Writes a finding as another writer does, and then what became of it since the baseline.
private struct MarkedFinding<Writer: FindingWriter>: FindingWriter {
  let writer: Writer
  let form: FindingForm
  let changes: ChangeMembers

  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer
  ) {
    writer.append(finding, of: results, index: index, at: place, isFirst: isFirst, &batch, to: &buffer)
    switch form {
    case .element: changes.append(finding.rule, index, toObjectIn: &buffer)
    case .line:
      buffer.truncate(to: buffer.count - 1)
      changes.append(finding.rule, index, toObjectIn: &buffer)
      buffer.append(byte: 0x0A)
    case .row: changes.append(finding.rule, index, toRowIn: &buffer)
    }
  }
}
