import Numbering
import SupplyChain

/// `undeclared-resale`: numbers received under ordinary terms are passed on without a declaration.
package struct UndeclaredResaleRule: FlowRule {
  package static let id = RuleID.undeclaredResale

  package init() {}

  package func search(_ context: AuditContext, in category: Category) -> (any FlowSearch)? {
    context.chain.inflows.view(category) == nil ? nil : UndeclaredSearch(context, category)
  }
}

/// The undeclared inflows of an operator, against what it passes on.
private struct UndeclaredSearch: FlowSearch {
  static let asksInflows = true

  private let state: DayState
  private let category: Category
  private var undeclared: [Int] = []

  init(_ context: AuditContext, _ category: Category) {
    state = context.state
    self.category = category
  }

  /// - Complexity: O(*n* log *n*) in the operator's provisions and designations, O(*n*) when all is declared.
  mutating func look(at flows: OperatorFlows, into findings: inout RuleFindings) {
    let inflows = flows.inflows
    findUndeclared(inflows)
    if undeclared.isEmpty { return }
    // Behind a count-only outflow any inflow may stand.
    let passesCounts = !flows.outflows.counted.isEmpty
    // Numbers of ranged outflows that are not the operator's own.
    var resold = Spans()
    if !passesCounts {
      for place in 0..<flows.outflows.rangedCount {
        resold.append(from: flows.outflows.starts[place], to: flows.outflows.ends[place])
      }
      resold = resold.subtracting(state.designatedSpans(of: flows.x, in: category))
    }
    let table = state.chain.tables.provisions
    for place in undeclared {
      let isRanged = place < inflows.rangedCount
      let carriesOn =
        passesCounts || !isRanged
        || resold.overlaps(from: inflows.starts[place], to: inflows.ends[place])
      if !carriesOn { continue }
      let q = inflows.rows[place]
      findings.add(
        Finding(.undeclaredResale, subject: q, category: category, numbers: table.numbers[Int(q)]))
    }
  }

  /// Notes the places of inflows under terms, begun since the duty, that were not declared by the day.
  private mutating func findUndeclared(_ inflows: FlowColumns) {
    undeclared.removeAll(keepingCapacity: true)
    let table = state.chain.tables.provisions
    let contracts = table.contracts.span
    for place in 0..<inflows.count {
      let q = Int(inflows.rows[place])
      guard contracts[q] == .terms, table.starts[q] >= Day.confirmationDuty.ordinal,
        table.declaredOn[q] == Day.blank || table.declaredOn[q] > state.day.ordinal
      else { continue }
      undeclared.append(place)
    }
  }
}
