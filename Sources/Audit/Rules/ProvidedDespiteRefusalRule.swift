import Numbering
import SupplyChain

/// `provided-despite-refusal`: a recipient to whom new numbers are refused got more.
///
/// The refusal is looked for on the day the provision began, whether or not it still stands.
package struct ProvidedDespiteRefusalRule: Rule {
  package static let id = RuleID.providedDespiteRefusal

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and restrictions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let starts = context.restrictedStarts(.refuseNew, of: context.tables.provisions.recipients)
    context.addIncreases(starts, rule: Self.id, into: &findings)
  }
}
