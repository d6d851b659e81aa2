import Numbering
import SupplyChain

/// `uncertified-upstream`: both ends are certified, but every chain to the holder has an uncertified hop.
package struct UncertifiedUpstreamRule: Rule {
  package static let id = RuleID.uncertifiedUpstream

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and pieces of levels.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    guard context.day >= context.policy.certificationRequiredFrom, let levels = context.state.levels else {
      return
    }
    let state = context.state
    let table = context.tables.provisions
    let all = levels.byNumber.map { $0.map { PieceCounts($0, from: 0) } }
    let clean = levels.cleanByNumber.map { $0.map { PieceCounts($0, from: 0) } }
    for p in 0..<table.count where state.active[p] != 0 && levels.tiers[p] != 0 {
      let (u, v) = (table.suppliers[p], table.recipients[p])
      guard state.certified[Int(u)] != 0, (state.certified[Int(v)] | state.user[Int(v)]) != 0 else {
        continue
      }
      let category = Int(table.categories[p].rawValue)
      var numbers = table.numbers[p]
      if table.isRanged(p) {
        let (first, last) = (table.rangeStarts[p], table.rangeEnd(p))
        // A number with a clean level has a level.
        numbers = all[category]?.count(u, from: first, to: last) ?? 0
        numbers -= min(numbers, clean[category]?.count(u, from: first, to: last) ?? 0)
      } else if let levelOf = levels.cleanByCategory[category], levelOf[Int(u)] != noLevel {
        numbers = 0
      }
      if numbers == 0 { continue }
      findings.add(Finding(Self.id, subject: UInt32(p), category: table.categories[p], numbers: numbers))
    }
  }
}
