import Numbering
import SupplyChain

/// `circular-provision`: numbers that are not their supplier's own go round in a circle.
package struct CircularProvisionRule: Rule {
  package static let id = RuleID.circularProvision

  package init() {}

  /// - Complexity: O(*n* log *k*) for *n* operators and provisions, *k* designations of one supplier.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let ids = context.tables.operators.ids
    for category in Category.allCases {
      guard let outflows = context.chain.outflows.view(category),
        let inflows = context.chain.inflows.view(category)
      else { continue }
      let table = context.tables.provisions
      let kept = context.state.resoldProvisions(in: category)
      let circles = Circles(outflows, of: table, kept: kept)
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
