import Numbering
import SupplyChain

/// `range-not-held`: a range is passed on of which the supplier neither was designated nor received some
/// numbers.
///
/// Only where every inflow of the supplier is ranged: a count-only one may be any numbers.
package struct RangeNotHeldRule: FlowRule {
  package static let id = RuleID.rangeNotHeld

  package init() {}

  package func search(_ context: AuditContext, in category: Category) -> (any FlowSearch)? {
    guard let view = context.chain.outflows.view(category), view.rangedCount > 0 else { return nil }
    return NotHeldSearch(context)
  }
}

/// The ranged outflows of an operator along the spans that it holds.
private struct NotHeldSearch: FlowSearch {
  static let asksInflows = true

  private let ledgers: LedgerCompleteness

  init(_ context: AuditContext) {
    ledgers = LedgerCompleteness(context)
  }

  /// - Complexity: O(*n* log *n*) in the operator's provisions and designations, O(*n*) where single spans hold its
  ///   outflows.
  mutating func look(at flows: OperatorFlows, into findings: inout RuleFindings) {
    // Without designations and inflows it is a matter of `no-source`.
    if !flows.inflows.counted.isEmpty || flows.held.count == 0 { return }
    let outflows = flows.outflows
    var span = 0
    for place in 0..<outflows.rangedCount {
      let (start, end) = (outflows.starts[place], outflows.ends[place])
      let missing = end - start + 1 - flows.held.size(from: start, through: end, walking: &span)
      if missing == 0 { continue }
      findings.add(
        Finding(
          .rangeNotHeld, cause: ledgers.cause(of: flows.x), subject: outflows.rows[place],
          category: flows.category, numbers: missing))
    }
  }
}
