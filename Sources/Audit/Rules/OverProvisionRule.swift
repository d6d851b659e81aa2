import Numbering
import SupplyChain

/// `over-provision`: an operator passes on more numbers than it was designated or received.
package struct OverProvisionRule: Rule {
  package static let id = RuleID.overProvision

  package init() {}

  /// - Complexity: O(*n*) in operators, designations and provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let ledgers = LedgerCompleteness(context)
    for x in state.outflow.indices {
      let categories = CategorySet(rawValue: state.outflow[x] & (state.holder[x] | state.inflow[x]))
      if categories.isEmpty { continue }
      let x = OperatorIndex(x)
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
