import Numbering
import SupplyChain

/// `no-source`: an operator passes numbers on, and the ledger does not say where it has any from.
package struct NoSourceRule: PartedRule {
  package static let id = RuleID.noSource

  package init() {}

  /// - Complexity: O(*n*) in operators and provisions.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let ledgers = LedgerCompleteness(context)
    for x in context.operators(ofPart: part) {
      let categories = CategorySet(
        rawValue: state.outflow[Int(x)] & ~(state.holder[Int(x)] | state.inflow[Int(x)]))
      if categories.isEmpty { continue }
      for category in Category.allCases where categories.has(category) {
        findings.add(
          Finding(
            Self.id, cause: ledgers.cause(of: x), subject: x, category: category,
            numbers: state.holdings(of: x, in: category).provided))
      }
    }
  }
}
