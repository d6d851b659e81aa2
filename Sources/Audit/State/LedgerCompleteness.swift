import SupplyChain

/// Whose ledger shows all inflows, as policy `ledger.complete` has it.
///
/// A carrier's ledger rarely shows where its customers buy elsewhere: of an operator that is not named,
/// inflows may be missing.
package struct LedgerCompleteness: Sendable {
  private let all: Bool
  private let named: Set<OperatorIndex>

  /// Ids that no operator has are passed over.
  ///
  /// - Complexity: O(*n*) in the ids of the policy.
  package init(_ context: AuditContext) {
    self.init(context.policy, context.chain)
  }

  /// Ids that no operator has are passed over.
  ///
  /// - Complexity: O(*n*) in the ids of the policy.
  package init(_ policy: Policy, _ chain: SupplyChain) {
    switch policy.completeLedger {
    case .all: (all, named) = (true, [])
    case .operators(let ids):
      all = false
      named = Set(ids.compactMap { chain.operatorIndex(id: $0) })
    }
  }

  /// Whether the ledger shows every inflow of an operator.
  package func isComplete(_ x: OperatorIndex) -> Bool {
    all || named.contains(x)
  }

  /// The cause that goes with a finding about an operator's inflows; nil where none can be missing.
  package func cause(of x: OperatorIndex) -> Cause? {
    isComplete(x) ? nil : .inflowsMayBeMissing
  }
}
