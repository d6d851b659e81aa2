import Audit
import Bytes
import Decisions
import SupplyChain

/// Writes what an operator has in hand on a day.
///
/// The disclaimer stands in text and JSON; with CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(*n*) in its ranges and provisions.
package func writeStock(
  _ stock: OperatorStock, in state: DayState, policy: Policy, context: ReportContext, format: AnswerFormat,
  to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try StockText(stock, state, policy, context).write(to: output)
  case .json:
    try StockJSON(stock: stock, state: state, policy: policy, context: context).write(to: output)
  case .csv:
    try StockCSV(stock: stock, tables: state.chain.tables, language: context.language).write(to: output)
  }
}
