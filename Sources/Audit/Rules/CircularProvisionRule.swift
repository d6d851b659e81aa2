import Bytes
import Numbering
import SupplyChain

/// `circular-provision`: numbers that are not their supplier's own go round in a circle.
package struct CircularProvisionRule: Rule {
  package static let id = RuleID.circularProvision

  package init() {}

  /// - Complexity: O(*n* log *k*) for *n* operators and provisions, *k* designations of one supplier.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let ids = context.tables.operators.ids
    let kept = context.state.resoldBetweenResellers()
    for category in Category.allCases {
      guard let outflows = context.chain.outflows.view(category),
        let inflows = context.chain.inflows.view(category)
      else { continue }
      let table = context.tables.provisions
      let circles = Circles(outflows, kept: kept)
      if circles.count == 0 { continue }
      var finder = CycleFinder(outflows: outflows, inflows: inflows, of: table, kept: kept)
      for circle in 0..<circles.count {
        let members = circles.members(of: circle)
        let least = members.dropFirst().reduce(members.first ?? noIndex) { least, x in
          ids.precedes(Int(x), Int(least)) ? x : least
        }
        let cycle = finder.shortestCycle(through: least, in: circles)
        findings.add(
          Finding(
            Self.id, subject: least, category: category, count: UInt32(members.count),
            extra: findings.addCircle(members: members, cycle: cycle)))
      }
    }
  }
}

extension DayState {
  /// For each provision 1 when it is active, not wholly its supplier's own, and may be part of a circle: its
  /// supplier receives and its recipient provides.
  ///
  /// - Complexity: O(*n* log *k*) for *n* provisions and *k* designations of one supplier.
  package func resoldBetweenResellers() -> [UInt8] {
    let table = chain.tables.provisions
    return [UInt8](large: active.count) { kept in
      let active = active.span
      let inflow = inflow.span
      let outflow = outflow.span
      let suppliers = table.suppliers.span
      let recipients = table.recipients.span
      let categories = table.categories.span
      for p in active.indices {
        let ends = inflow[Int(suppliers[p])] & outflow[Int(recipients[p])]
        let mayBe = active[p] & ends >> categories[p].rawValue & 1
        kept.initializeElement(
          at: p, to: mayBe != 0 && !isWhollyOwn(UInt32(truncatingIfNeeded: p)) ? 1 : 0)
      }
    }
  }
}
