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
  let facts = TraceFacts(tracer, of: numbers, context.language)
  switch format {
  case .text: try TraceText(numbers: numbers, facts: facts, context: context).write(to: output)
  case .json:
    try TraceJSON(numbers: numbers, facts: facts, policy: policy, context: context).write(to: output)
  case .csv: try TraceCSV(numbers: numbers, facts: facts).write(to: output)
  }
}

/// Writes through whose hands numbers went in the course of time; likewise.
///
/// - Parameter today: the day of which text tells who has a number.
package func writeHistory(
  of numbers: [TelephoneNumber], in chain: SupplyChain, by tracer: CustodyTracer, today: Day, policy: Policy,
  context: ReportContext, format: AnswerFormat, to output: any Output
) throws(OutputError) {
  let tables = chain.tables
  let suspensions = NumberSuspensions(chain)
  switch format {
  case .text:
    let text = HistoryText(
      numbers: numbers, tracer: tracer, suspensions: suspensions, chain: chain, today: today,
      names: LedgerNames(tables, context.language), context: context)
    try text.write(to: output)
  case .json:
    let document = HistoryJSON(
      numbers: numbers, tracer: tracer, suspensions: suspensions, tables: tables, policy: policy,
      context: context)
    try document.write(to: output)
  case .csv:
    try HistoryCSV(numbers, tracer, suspensions, tables, context.language).write(to: output)
  }
}
