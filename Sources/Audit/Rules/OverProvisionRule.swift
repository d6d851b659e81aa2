import Numbering
import SupplyChain

/// `over-provision`: an operator passes on more numbers than it was designated or received.
package struct OverProvisionRule: FlowRule {
  package static let id = RuleID.overProvision

  package init() {}

  package func search(_ context: AuditContext, in category: Category) -> (any FlowSearch)? {
    ExcessSearch(context)
  }
}

/// What an operator passes on, against what it holds.
private struct ExcessSearch: FlowSearch {
  static let asksInflows = true

  private let ledgers: LedgerCompleteness

  init(_ context: AuditContext) {
    ledgers = LedgerCompleteness(context)
  }

  /// - Complexity: O(*n*) in the operator's provisions and designations.
  mutating func look(at flows: OperatorFlows, into findings: inout RuleFindings) {
    // Without designations and inflows it is a matter of `no-source`.
    if flows.held.count == 0 && flows.inflows.count == 0 { return }
    let provided = flows.outflows.numbers
    let held = flows.held.size + flows.inflows.countedNumbers
    if provided <= held { return }
    findings.add(
      Finding(
        .overProvision, cause: ledgers.cause(of: flows.x), subject: flows.x, category: flows.category,
        numbers: provided - held))
  }
}
