import Numbering
import SupplyChain

/// Looks through the waivers in force for those that cover nothing and those that end soon, so that none rots.
package struct WaiverReview {
  /// By row of the waivers table, whether some finding matches it.
  private var isUsed: [Bool]
  private let waivers: WaiverBook
  private let chain: SupplyChain

  /// Notes which waivers the findings of every rule match.
  ///
  /// - Parameter all: sorted and with their waivers set, before the operator filter.
  /// - Complexity: O(*n*) in waivers, and in findings and lists of the rules they name.
  package init(_ waivers: WaiverBook, _ all: [RuleFindings], _ chain: SupplyChain) {
    self.waivers = waivers
    self.chain = chain
    isUsed = Array(repeating: false, count: chain.tables.waivers.count)
    for rule in RuleID.allCases {
      let inForce = waivers.inForce[Int(rule.rawValue)]
      for row in Self.used(inForce, of: rule, all[Int(rule.rawValue)], chain) { isUsed[Int(row)] = true }
    }
  }

  /// Takes over which waivers some finding matches.
  package init(_ waivers: WaiverBook, used: some Sequence<UInt32>, _ chain: SupplyChain) {
    self.waivers = waivers
    self.chain = chain
    isUsed = Array(repeating: false, count: chain.tables.waivers.count)
    for row in used { isUsed[Int(row)] = true }
  }

  /// Of some waivers in force on the day of the findings, those that match one.
  ///
  /// - Complexity: O(*n*) in waivers, and in findings and their lists.
  package static func used(
    _ waivers: [UInt32], of rule: RuleID, _ results: RuleFindings, _ chain: SupplyChain
  ) -> [UInt32] {
    if waivers.isEmpty || results.findings.isEmpty { return [] }
    var matcher = WaiverMatcher(rule, waivers: waivers, chain: chain)
    // What no waiver covers matches none.
    for finding in results.findings where finding.isWaived { matcher.mark(finding, in: results) }
    return matcher.markedWaivers
  }

  /// The waivers to look at, in file order.
  ///
  /// - Parameters:
  ///   - outcomes: what is reported; waivers of rules that are not selected are left out.
  ///   - horizon: how many days after the day of the audit a waiver ends soon.
  ///   - waived: how many findings each waiver covers; nil for those that name it.
  /// - Complexity: O(*n* log *n*) in waivers, O(*n*) in findings.
  package func standings(
    _ outcomes: [RuleOutcome], on day: Day, horizon: Int, filter: OperatorFilter?,
    waived counts: [UInt32: Int]? = nil
  ) -> [WaiverStanding] {
    let table = chain.tables.waivers
    let waived = counts ?? Self.waived(outcomes)
    var found: [WaiverStanding] = []
    for outcome in outcomes where outcome.notEvaluated != .notSelected {
      for row in waivers.inForce[Int(outcome.rule.rawValue)] {
        if let filter, !filter.isNamed(by: row) { continue }
        let isUnused = outcome.notEvaluated == nil && !isUsed[Int(row)]
        let last = Int(table.ends[Int(row)]) - 1
        let left = last - Int(day.ordinal)
        let daysLeft = left <= max(0, horizon) ? left : nil
        guard isUnused || daysLeft != nil else { continue }
        found.append(
          WaiverStanding(
            row: Int(row), rule: outcome.rule, isUnused: isUnused, daysLeft: daysLeft,
            waived: waived[row] ?? 0))
      }
    }
    return found.sorted { $0.row < $1.row }
  }

  /// How many findings name each waiver.
  private static func waived(_ outcomes: [RuleOutcome]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for outcome in outcomes where outcome.waived > 0 {
      for finding in outcome.results.findings where finding.isWaived {
        counts[finding.waiver, default: 0] += 1
      }
    }
    return counts
  }
}
