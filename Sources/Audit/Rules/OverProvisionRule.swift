import Numbering
import SupplyChain

/// `over-provision`: an operator passes on more numbers than it was designated or received.
package struct OverProvisionRule: PartedRule {
  package static let id = RuleID.overProvision

  package init() {}

  /// - Complexity: O(*n*) in operators, designations and provisions.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let ledgers = LedgerCompleteness(context)
    for x in context.operators(ofPart: part) {
      let categories = CategorySet(
        rawValue: state.outflow[Int(x)] & (state.holder[Int(x)] | state.inflow[Int(x)]))
      if categories.isEmpty { continue }
      for category in Category.allCases where categories.has(category) {
        let holdings = state.holdings(of: x, in: category)
        guard holdings.provided > holdings.held else { continue }
        findings.add(
          Finding(
            Self.id, cause: ledgers.cause(of: x), subject: x, category: category,
            numbers: holdings.provided - holdings.held))
      }
    }
  }
}
