import Numbering
import SupplyChain

/// `range-provided-twice`: a supplier's range overlaps one that it provides already.
package struct RangeProvidedTwiceRule: PartedRule {
  package static let id = RuleID.rangeProvidedTwice

  package init() {}

  /// - Complexity: O(*n*) in operators and provisions: the graph keeps them by range.
  package func find(_ part: Int, in context: AuditContext, into findings: inout RuleFindings) {
    let table = context.tables.provisions
    let (active, starts, numbers) = (context.state.active, table.rangeStarts, table.numbers)
    let recipients = table.recipients
    for category in Category.allCases {
      guard let outflows = context.chain.outflows.view(category) else { continue }
      for u in context.operators(ofPart: part) {
        // The first provision that has the greatest end so far.
        var (greatest, first): (UInt64, Int) = (0, 0)
        for position in outflows.range(u) {
          let p = Int(outflows.provisions[position])
          if starts[p] == 0 { break }
          if active[p] == 0 { continue }
          if starts[p] <= greatest {
            findings.add(
              Finding(
                Self.id, cause: recipients[p] == recipients[first] ? .sameRecipient : nil, subject: UInt32(p),
                category: category, numbers: numbers[p], related: UInt32(first)))
          }
          let end = starts[p] + numbers[p] - 1
          if end > greatest { (greatest, first) = (end, p) }
        }
      }
    }
  }
}
