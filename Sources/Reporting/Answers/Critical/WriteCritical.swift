import Audit
import Bytes
import Decisions

/// Writes on whom others depend.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(*n*) in rows.
package func writeCritical(
  _ critical: CriticalOperators, policy: Policy, context: ReportContext, format: AnswerFormat,
  to output: any Output
) throws(OutputError) {
  let data = CriticalData(critical: critical, policy: policy, context: context)
  switch format {
  case .text: try CriticalText(critical: critical, context: context).write(to: output)
  case .json: try data.writeJSON(to: output)
  case .csv: try data.writeCSV(to: output)
  }
}

extension CriticalOperators {
  /// What a table for spreadsheets cannot say: why it is empty, and on whom more may depend than it tells.
  ///
  /// Empty when there is nothing to say.
  package func notes(_ context: ReportContext) -> [String] {
    let language = context.language
    if let reason = notEvaluated {
      return ["\(Words.notEvaluated[language]): \(reason.explanation[language])"]
    }
    let text = CriticalText(critical: self, context: context)
    let empty = rows.isEmpty ? [CriticalWords.answer(rows: 0, operators: 0, holders: 0, language)] : []
    return empty + (text.sharedPersons.map { [$0] } ?? [])
  }

  /// The answer, as UTF-8 bytes; `policy` is the one that the grace days of the state are of.
  ///
  /// - Complexity: O(*n*) in rows, in memory too.
  public func answer(_ format: AnswerFormat, policy: Policy, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeCritical(self, policy: policy, context: context, format: format, to: memory)
    return memory.bytes
  }
}
