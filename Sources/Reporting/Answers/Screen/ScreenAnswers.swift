import Bytes
import Decisions

/// Writes what came of a candidate: verdict, reasons, room, outlook, consequences and the partner.
///
/// CSV holds the verdict in one row, as `writeScreenedBatch` does for many.
/// - Complexity: O(*n*) in what is named; JSON hashes the input files.
package func writeScreening(
  _ screening: PartnerScreening, context: ReportContext, format: AnswerFormat, to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try ScreenText(screening, context).write(to: output)
  case .json: try ScreenJSON(screening, context).write(to: output)
  case .csv:
    try ScreenTable(screening.state.chain, screening.caps, context).write(screening, to: output)
  }
}

/// Writes what came of many candidates, a line each, and a summary.
///
/// - Complexity: O(*n*) in rows; JSON hashes the input files.
package func writeScreenedBatch(
  _ batch: ScreenedBatch, context: ReportContext, format: AnswerFormat, to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try ScreenedBatchText(batch, context).write(to: output)
  case .json: try ScreenedBatchJSON(batch, context).write(to: output)
  case .csv: try ScreenTable(batch.chain, batch.caps, context).write(batch.rows, to: output)
  }
}

extension PartnerScreening {
  /// The answer, as UTF-8 bytes.
  ///
  /// CSV is a row and nothing else: show `Disclaimer.text` beside it where people read it.
  /// - Complexity: O(*n*) in what is named; JSON hashes the input files.
  public func report(_ format: AnswerFormat, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeScreening(self, context: context, format: format, to: memory)
    return memory.bytes
  }
}

extension ScreenedBatch {
  /// The answers, as UTF-8 bytes.
  ///
  /// CSV is rows and nothing else: show `Disclaimer.text` beside it where people read it.
  /// - Complexity: O(*n*) in rows; JSON hashes the input files.
  public func report(_ format: AnswerFormat, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeScreenedBatch(self, context: context, format: format, to: memory)
    return memory.bytes
  }
}
