import Numbering
import SupplyChain

/// `undeclared-resale`: numbers received under ordinary terms are passed on without a declaration.
package struct UndeclaredResaleRule: PartedRule {
  package static let id = RuleID.undeclaredResale

  package init() {}

  /// - Complexity: near-linear in operators, designations and provisions.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let table = context.tables.provisions
    for category in Category.allCases {
      guard let inflows = state.chain.inflows.view(category),
        let outflows = state.chain.outflows.view(category)
      else { continue }
      let bit = CategorySet(category).rawValue
      for u in context.operators(ofPart: part)
      where state.inflow[Int(u)] & state.outflow[Int(u)] & bit != 0 {
        let undeclared = undeclaredInflows(of: u, inflows, table, state)
        if undeclared.isEmpty { continue }
        let carried = Carried(by: u, category, outflows, state)
        for q in undeclared where carried.takes(q, table) {
          findings.add(Finding(Self.id, subject: q, category: category, numbers: table.numbers[Int(q)]))
        }
      }
    }
  }

  /// The active inflows under terms, begun since the duty, that were not declared by the day.
  private func undeclaredInflows(
    of u: OperatorIndex, _ inflows: CategoryAdjacency, _ table: ProvisionTable, _ state: DayState
  ) -> [ProvisionIndex] {
    var found: [ProvisionIndex] = []
    for place in inflows.range(u) {
      let q = Int(inflows.provisions[place])
      guard state.active[q] != 0, table.contracts[q] == .terms,
        table.starts[q] >= Day.confirmationDuty.ordinal,
        table.declaredOn[q] == Day.blank || table.declaredOn[q] > state.day.ordinal
      else { continue }
      found.append(UInt32(q))
    }
    return found
  }
}

/// Which inflows can carry on to some active outflow of an operator that has one.
private struct Carried {
  /// Whether an outflow is count-only, so that any inflow may stand behind it.
  private let passesCounts: Bool
  /// Numbers of ranged outflows that are not the operator's own.
  private let resold: Spans

  init(by u: OperatorIndex, _ category: Category, _ outflows: CategoryAdjacency, _ state: DayState) {
    passesCounts = outflows.hasCounted(of: u, state)
    resold = outflows.ranges(of: u, state).subtracting(state.designatedSpans(of: u, in: category))
  }

  func takes(_ q: ProvisionIndex, _ table: ProvisionTable) -> Bool {
    let q = Int(q)
    if passesCounts || !table.isRanged(q) { return true }
    return resold.overlaps(from: table.rangeStarts[q], to: table.rangeEnd(q))
  }
}
