import Audit
import Bytes

extension DayAudit {
  /// The report, as UTF-8 bytes.
  ///
  /// The disclaimer stands in the other formats; NDJSON and CSV are findings and nothing else: show `Disclaimer.text` beside
  /// them where people read them.
  ///
  /// - Complexity: O(*n*) in findings and the hops shown, in memory too; `writeReport` needs none for the whole.
  public func report(_ format: ReportFormat, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? Reporting.writeReport(self, context: context, format: format, to: memory)
    return memory.bytes
  }

  /// Writes the report to an open file descriptor, which stays open.
  ///
  /// - Returns: 0, or the `errno` of the write that failed; `EPIPE` for a reader that went away.
  /// - Complexity: O(*n*) in findings and the hops shown; memory for a part at a time.
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

  /// One finding in a sentence: what happened between whom, with names beside ids.
  ///
  /// Control characters and the like are shown escaped.
  /// - Complexity: O(*n*) in the bytes of the names it gives.
  public func message(of finding: Finding, in results: RuleFindings, language: Language) -> String {
    FindingColumns.of(self) { columns in
      var buffer = TextBuffer()
      let writer = MessageWriter(self, columns, language: language)
      writer.append(finding, references(of: finding, in: results), .visible, to: &buffer)
      return buffer.text
    }
  }
}
