import Audit
import Bytes

/// Writes the report of an audit of a period; what `writeReport` says of an audit of a day holds here too.
///
/// - Complexity: O(*n*) in findings and the hops shown; and a state for each day on which a finding shown begins.
package func writeReport(
  _ audit: PeriodAudit, context: ReportContext, format: ReportFormat, to output: any Output
) throws(OutputError) {
  let merged = audit.merged
  switch format {
  case .text: try TextReport(audit: merged, context: context, period: audit).write(to: output)
  case .json: try JSONReport(audit: merged, context: context, period: audit).write(to: output)
  case .ndjson: try NDJSONReport(audit: merged, context: context, period: audit).write(to: output)
  case .csv: try CSVReport(audit: merged, context: context, period: audit).write(to: output)
  case .html: try HTMLReport(audit: merged, context: context, period: audit).write(to: output)
  case .sarif: try SARIFReport(audit: merged, context: context, period: audit).write(to: output)
  case .markdown: try MarkdownReport(audit: merged, context: context, period: audit).write(to: output)
  }
}

extension PeriodAudit {
  /// The report, as UTF-8 bytes; what `DayAudit.report(_:context:)` says holds here too.
  ///
  /// - Complexity: O(*n*) in findings and the hops shown, in memory too.
  public func report(_ format: ReportFormat, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? Reporting.writeReport(self, context: context, format: format, to: memory)
    return memory.bytes
  }

  /// Writes the report to an open file descriptor, which stays open.
  ///
  /// - Returns: 0, or the `errno` of the write that failed; `EPIPE` for a reader that went away.
  /// - Complexity: O(*n*) in findings and the hops shown.
  public func writeReport(
    _ format: ReportFormat, context: ReportContext, toDescriptor descriptor: Int32
  ) -> Int32 {
    do throws(OutputError) {
      try Reporting.writeReport(self, context: context, format: format, to: DescriptorOutput(descriptor))
      return 0
    } catch .system(let code) {
      return code
    } catch {
      return DescriptorOutput.closedPipeCode
    }
  }
}
