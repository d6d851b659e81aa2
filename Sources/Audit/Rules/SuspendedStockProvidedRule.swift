import Numbering
import SupplyChain

/// `suspended-stock-provided`: a supplier whose stock numbers are suspended provided more.
///
/// The suspension is looked for on the day the provision began, whether or not it still stands.
package struct SuspendedStockProvidedRule: Rule {
  package static let id = RuleID.suspendedStockProvided

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and restrictions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let starts = context.restrictedStarts(.suspendStock, of: context.tables.provisions.suppliers)
    context.addIncreases(starts, rule: Self.id, into: &findings)
  }
}
