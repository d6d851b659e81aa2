import Numbering
import SupplyChain

/// `range-provided-twice`: a supplier's range overlaps one that it provides already.
package struct RangeProvidedTwiceRule: FlowRule {
  package static let id = RuleID.rangeProvidedTwice

  package init() {}

  package func search(_ context: AuditContext, in category: Category) -> (any FlowSearch)? {
    guard let view = context.chain.outflows.view(category), view.rangedCount > 1 else { return nil }
    return OverlapSearch()
  }
}

/// The ranged outflows of an operator by start, each against the one that reaches furthest so far.
private struct OverlapSearch: FlowSearch {
  static let asksInflows = false

  /// - Complexity: O(*n*) in the operator's ranged outflows.
  mutating func look(at flows: OperatorFlows, into findings: inout RuleFindings) {
    let outflows = flows.outflows
    // The first provision that has the greatest end so far.
    var (greatest, first): (UInt64, Int) = (0, 0)
    for place in 0..<outflows.rangedCount {
      let (start, end) = (outflows.starts[place], outflows.ends[place])
      if start <= greatest {
        findings.add(
          Finding(
            .rangeProvidedTwice,
            cause: outflows.others[place] == outflows.others[first] ? .sameRecipient : nil,
            subject: outflows.rows[place], category: flows.category, numbers: end - start + 1,
            related: outflows.rows[first]))
      }
      if end > greatest { (greatest, first) = (end, place) }
    }
  }
}
