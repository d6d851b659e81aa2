import Numbering
import SupplyChain

/// `resale-beyond-designation`: a holder that also buys numbers passes on more than were designated to it.
package struct ResaleBeyondDesignationRule: PartedRule {
  package static let id = RuleID.resaleBeyondDesignation

  package init() {}

  /// - Complexity: near-linear in operators, designations and provisions.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    for x in context.operators(ofPart: part) {
      let all = state.holder[Int(x)] & state.inflow[Int(x)] & state.outflow[Int(x)]
      if all == 0 { continue }
      for category in Category.allCases where CategorySet(rawValue: all).has(category) {
        let holdings = state.holdings(of: x, in: category)
        guard holdings.provided > holdings.designated else { continue }
        findings.add(
          Finding(Self.id, subject: x, category: category, numbers: holdings.provided - holdings.designated))
      }
    }
  }
}
