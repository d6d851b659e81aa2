import Numbering
import SupplyChain

/// `no-source`: an operator passes numbers on, and the ledger does not say where it has any from.
package struct NoSourceRule: Rule {
  package static let id = RuleID.noSource

  package init() {}

  /// - Complexity: O(*n*) in operators and provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let ledgers = LedgerCompleteness(context)
    for x in state.outflow.indices {
      let categories = CategorySet(rawValue: state.outflow[x] & ~(state.holder[x] | state.inflow[x]))
      if categories.isEmpty { continue }
      let x = OperatorIndex(x)
      for category in Category.allCases where categories.has(category) {
        findings.add(
          Finding(
            Self.id, cause: ledgers.cause(of: x), subject: x, category: category,
            numbers: state.holdings(of: x, in: category).provided))
      }
    }
  }
}
