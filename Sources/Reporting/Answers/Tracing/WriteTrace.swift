import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// Writes in whose hands numbers are on a day.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: that of tracing each number, and O(*k*) in what is listed.
package func writeTrace(
  of numbers: [TelephoneNumber], by tracer: NumberTracer, policy: Policy, context: ReportContext,
  format: AnswerFormat, to output: any Output
) throws(OutputError) {
  let facts = TraceFacts(tracer, context.language)
  switch format {
  case .text: try TraceText(numbers: numbers, facts: facts, context: context).write(to: output)
  case .json:
    try TraceJSON(numbers: numbers, facts: facts, policy: policy, context: context).write(to: output)
  case .csv: try TraceCSV(numbers: numbers, facts: facts).write(to: output)
  }
}

/// Writes through whose hands numbers went in the course of time; likewise.
package func writeHistory(
  of numbers: [TelephoneNumber], in chain: SupplyChain, by tracer: CustodyTracer, policy: Policy,
  context: ReportContext, format: AnswerFormat, to output: any Output
) throws(OutputError) {
  let tables = chain.tables
  switch format {
  case .text:
    let names = LedgerNames(tables, context.language)
    try HistoryText(numbers: numbers, tracer: tracer, names: names, context: context).write(to: output)
  case .json:
    try HistoryJSON(numbers: numbers, tracer: tracer, tables: tables, policy: policy, context: context)
      .write(to: output)
  case .csv: try HistoryCSV(numbers: numbers, tracer: tracer, tables: tables).write(to: output)
  }
}
