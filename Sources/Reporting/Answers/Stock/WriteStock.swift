import Audit
import Bytes
import Decisions
import SupplyChain

/// Writes what an operator has in hand on a day.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(provisions) for each category, and O(*n* log *n*) in its ranges and provisions.
package func writeStock(
  _ stock: OperatorStock, in state: DayState, policy: Policy, context: ReportContext, format: AnswerFormat,
  to output: any Output
) throws(OutputError) {
  let facts = StockFacts(stock, in: state)
  switch format {
  case .text: try StockText(facts, policy, context).write(to: output)
  case .json: try StockJSON(facts: facts, policy: policy, context: context).write(to: output)
  case .csv: try StockCSV(facts: facts, language: context.language).write(to: output)
  }
}
