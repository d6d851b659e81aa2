import Numbering
import SupplyChain

/// A provision that began on a day on which one of its ends was under a restriction.
package struct RestrictedStart: Sendable {
  package let provision: ProvisionIndex
  /// The first restriction in the file that fits.
  package let restriction: UInt32
}

extension AuditContext {
  /// The active provisions begun while the person of one of their ends was under a restriction of a kind, in
  /// file order.
  ///
  /// - Complexity: O(*n* log *r*) in provisions and restrictions.
  package func restrictedStarts(_ kind: RestrictionKind, of ends: [OperatorIndex]) -> [RestrictedStart] {
    let restrictions = Restrictions(kind, in: chain)
    if restrictions.isEmpty { return [] }
    let table = tables.provisions
    let persons = chain.persons.groupOf
    let selection = RestrictedSelection(
      active: state.active, ends: ends, categories: table.categories,
      masks: persons.map { restrictions.categories(of: $0) })
    return provisions(selection).compactMap { p in
      let row = Int(p)
      let restriction = restrictions.first(
        on: persons[Int(ends[row])], in: table.categories[row], day: table.starts[row])
      return restriction == noIndex ? nil : RestrictedStart(provision: p, restriction: restriction)
    }
  }

  /// Adds a finding for each of some provisions on whose first day the numbers of its pair grew.
  ///
  /// Numbers of the pair are all that the supplier provides to the recipient in the category, so a renewal or
  /// the splitting of a range is no increase.
  ///
  /// - Complexity: O(*n* log *n*) in the provisions of the recipients met.
  package func addIncreases(
    _ starts: [RestrictedStart], rule: RuleID, into findings: inout RuleFindings
  ) {
    let table = tables.provisions
    for category in Category.allCases {
      var found = starts.filter { table.categories[Int($0.provision)] == category }
      if found.isEmpty { continue }
      var pairs = PairRuns(chain, in: category)
      found.sort { left, right in
        let (a, b) = (Int(left.provision), Int(right.provision))
        return (table.recipients[a], table.suppliers[a], table.starts[a])
          < (table.recipients[b], table.suppliers[b], table.starts[b])
      }
      var next = 0
      while next < found.count {
        let first = Int(found[next].provision)
        let (u, v) = (table.suppliers[first], table.recipients[first])
        var end = next + 1
        while end < found.count, table.suppliers[Int(found[end].provision)] == u,
          table.recipients[Int(found[end].provision)] == v
        { end += 1 }
        let group = found[next..<end]
        next = end
        var timeline = PairTimeline(pairs.provisions(from: u, to: v), of: table)
        let increases = timeline.increases(on: group.map { table.starts[Int($0.provision)] })
        for (start, increase) in zip(group, increases) where increase > 0 {
          findings.add(
            Finding(
              rule, subject: start.provision, category: category, numbers: increase,
              related: start.restriction))
        }
      }
    }
  }
}

/// Active provisions one of whose ends is under some restriction in the category, on whatever day.
private struct RestrictedSelection: RowSelection {
  let active: [UInt8]
  let ends: [OperatorIndex]
  let categories: [Category]
  /// By operator.
  let masks: [UInt8]

  func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let ends = ends.span
    let categories = categories.span
    let masks = masks.span
    var count = 0
    for p in rows {
      found[count] = UInt32(truncatingIfNeeded: p)
      count += Int(active[p] & masks[Int(ends[p])] &>> categories[p].rawValue & 1)
    }
    return count
  }
}
