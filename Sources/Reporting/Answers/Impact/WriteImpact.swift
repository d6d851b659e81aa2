import Bytes
import Decisions

/// Which table of an impact is written as CSV.
public enum ImpactList: String, Sendable, CaseIterable {
  /// The findings that appear and vanish.
  case findings
  /// The operators that lose their last clean level, and those that keep one.
  case losses
  /// Whom to tell.
  case notify
}

/// Writes what an event would change.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Parameter list: the table to write as CSV; means nothing for the other formats.
/// - Complexity: O(*n*) in findings that appear and vanish, and in operators named.
package func writeImpact(
  _ impact: Impact, context: ReportContext, format: AnswerFormat, list: ImpactList = .findings,
  to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try ImpactText(impact: impact, context: context).write(to: output)
  case .json: try ImpactJSON(impact: impact, context: context).write(to: output)
  case .csv: try ImpactCSV(impact: impact, context: context).write(list, to: output)
  }
}

extension Impact {
  /// The answer, as UTF-8 bytes.
  ///
  /// - Parameter list: the table to write as CSV; means nothing for the other formats.
  /// - Complexity: O(*n*) in findings that appear and vanish, in memory too.
  public func answer(
    _ format: AnswerFormat, context: ReportContext, list: ImpactList = .findings
  ) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeImpact(self, context: context, format: format, list: list, to: memory)
    return memory.bytes
  }
}
