import Numbering
import SupplyChain

/// `range-not-held`: a range is passed on of which the supplier neither was designated nor received some
/// numbers.
///
/// Only where every inflow of the supplier is ranged: a count-only one may be any numbers.
package struct RangeNotHeldRule: PartedRule {
  package static let id = RuleID.rangeNotHeld

  package init() {}

  /// - Complexity: O(*n* log *k*) for *n* provisions and *k* spans held by one supplier.
  /// A part for each category.
  package func parts(in context: AuditContext) -> Int { Category.count }

  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    guard let category = Category(rawValue: UInt8(part)),
      let outflows = context.chain.outflows.view(category),
      context.state.passesRanges(outflows)
    else { return }
    find(category, outflows, context, LedgerCompleteness(context), &findings)
  }

  private func find(
    _ category: Category, _ outflows: CategoryAdjacency, _ context: AuditContext,
    _ ledgers: LedgerCompleteness, _ findings: inout RuleFindings
  ) {
    let state = context.state
    let table = context.tables.provisions
    let (active, starts, numbers) = (state.active, table.rangeStarts, table.numbers)
    let inflows = context.chain.inflows.view(category)
    let held = SpanTable.held(in: category, state)
    let bit = CategorySet(category).rawValue
    for u in 0..<OperatorIndex(state.outflow.count) {
      let masks = (state.outflow[Int(u)], state.holder[Int(u)] | state.inflow[Int(u)])
      guard masks.0 & masks.1 & bit != 0 else { continue }
      if let inflows, hasCountOnly(inflows, u, active: active, starts) { continue }
      for position in outflows.range(u) {
        let p = Int(outflows.provisions[position])
        if starts[p] == 0 { break }
        if active[p] == 0 { continue }
        let inside = held.size(of: u, from: starts[p], through: starts[p] + numbers[p] - 1)
        guard inside < numbers[p] else { continue }
        findings.add(
          Finding(
            Self.id, cause: ledgers.cause(of: u), subject: UInt32(p), category: category,
            numbers: numbers[p] - inside))
      }
    }
  }

  /// Whether an operator has an active count-only provision in a view, where those come last.
  private func hasCountOnly(
    _ view: CategoryAdjacency, _ x: OperatorIndex, active: [UInt8], _ starts: [UInt64]
  ) -> Bool {
    for position in view.range(x).reversed() {
      let p = Int(view.provisions[position])
      if starts[p] != 0 { return false }
      if active[p] != 0 { return true }
    }
    return false
  }
}

extension DayState {
  /// Whether any active provision of a view is ranged.
  fileprivate func passesRanges(_ view: CategoryAdjacency) -> Bool {
    let starts = chain.tables.provisions.rangeStarts
    for x in outflow.indices where outflow[x] != 0 {
      for position in view.range(UInt32(x)) {
        let p = Int(view.provisions[position])
        if starts[p] == 0 { break }
        if active[p] != 0 { return true }
      }
    }
    return false
  }
}
