import Numbering
import SupplyChain

extension PeriodContext {
  /// Reports the provisions begun under a restriction of a kind by which the numbers of their pair grew.
  ///
  /// Whether a provision is one is settled on its first day; what is left are the days on which it is active.
  ///
  /// - Complexity: O(*n* log *n*) in provisions and restrictions.
  fileprivate func addIncreases(
    _ rule: RuleID, _ kind: RestrictionKind, of ends: [OperatorIndex], into pieces: inout FindingPieces
  ) {
    let restrictions = Restrictions(kind, in: chain)
    if restrictions.isEmpty { return }
    let table = tables.provisions
    let persons = chain.persons.groupOf
    var starts: [RestrictedStart] = []
    for p in 0..<table.count where table.starts[p] < days.end && table.ends[p] > days.start {
      if table.suppliers[p] == table.recipients[p] { continue }
      let row = restrictions.first(on: persons[Int(ends[p])], in: table.categories[p], day: table.starts[p])
      if row != noIndex { starts.append(RestrictedStart(provision: UInt32(p), restriction: row)) }
    }
    if starts.isEmpty { return }
    var found = RuleFindings()
    lastDay.addIncreases(starts, rule: rule, into: &found)
    for finding in found.findings {
      let p = Int(finding.subject)
      pieces.add(finding, over: DayInterval(start: table.starts[p], end: table.ends[p]).intersection(days))
    }
  }
}

extension ProvidedDespiteRefusalRule: PeriodRule {
  /// - Complexity: O(*n* log *n*) in provisions and restrictions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    context.addIncreases(Self.id, .refuseNew, of: context.tables.provisions.recipients, into: &pieces)
  }
}

extension SuspendedStockProvidedRule: PeriodRule {
  /// - Complexity: O(*n* log *n*) in provisions and restrictions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    context.addIncreases(Self.id, .suspendStock, of: context.tables.provisions.suppliers, into: &pieces)
  }
}
