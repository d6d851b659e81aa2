import Numbering

/// The hops of a chain nearest to the provision it leads to.
package struct FoundChain: Sendable, Equatable {
  /// From the holder's side down to the provision itself, which is last; never empty.
  package var hops: [ProvisionIndex]
  /// Whether a holder is reached at all: whether the provision has a tier.
  package var isRooted: Bool
  /// Whether no hop between the holder and the provision was left out.
  package var isComplete: Bool
}

/// Finds the chains of provisions (SPEC §4 *chain*): by which route each gets its tier.
///
/// It remembers what it found out about operators; use one per thread.
package struct ChainFinder: Sendable {
  /// The most hops a chain names.
  package static let maximumHops = 100

  private let state: DayState
  /// Per category and operator, the inflow that gives its level: `noIndex` for none, `unknown` when not yet asked.
  private var inflowOfLevel: [[ProvisionIndex]]
  private static let unknown = noIndex - 1

  /// A finder that has found nothing yet.
  package init(_ state: DayState) {
    self.state = state
    inflowOfLevel = [[ProvisionIndex]](repeating: [], count: Category.count)
  }

  /// The chain of a provision; the provision alone when it has no tier.
  ///
  /// - Complexity: O(`maximumHops` · log *n*), and once for each operator met O(its inflows).
  package mutating func chain(of p: ProvisionIndex) -> FoundChain {
    guard let tier = state.tier(of: p), let levels = state.levels else {
      return FoundChain(hops: [p], isRooted: false, isComplete: true)
    }
    let table = state.chain.tables.provisions
    let category = table.categories[Int(p)]
    var hops = [p]
    var last = p
    var number: UInt64?
    let byNumber = levels.byNumber[Int(category.rawValue)]
    if table.isRanged(Int(p)) {
      number =
        byNumber?.lowestNumber(
          of: table.suppliers[Int(p)], from: table.rangeStarts[Int(p)], through: table.rangeEnd(Int(p)),
          atLevel: UInt32(tier - 1))?.number
    }
    while hops.count < min(tier, Self.maximumHops) {
      let supplier = table.suppliers[Int(last)]
      let inflow: ProvisionIndex
      if let number, let byNumber {
        inflow = byNumber.position(of: supplier, number).map { byNumber.via[$0] } ?? noIndex
      } else {
        inflow = inflowGivingLevel(of: supplier, in: category, levels)
      }
      if inflow == noIndex { break }
      // Above a count-only provision nobody knows which number it was.
      if !table.isRanged(Int(inflow)) { number = nil }
      hops.append(inflow)
      last = inflow
    }
    hops.reverse()
    return FoundChain(hops: hops, isRooted: true, isComplete: hops.count == tier)
  }

  /// The active inflow of least id whose supplier's level is one less than the operator's; `noIndex` for a holder.
  private mutating func inflowGivingLevel(
    of x: OperatorIndex, in category: Category, _ levels: Levels
  ) -> ProvisionIndex {
    let slot = Int(category.rawValue)
    if inflowOfLevel[slot].isEmpty {
      inflowOfLevel[slot] = [ProvisionIndex](
        repeating: Self.unknown, count: state.chain.tables.operators.count)
    }
    let known = inflowOfLevel[slot][Int(x)]
    if known != Self.unknown { return known }
    var best = noIndex
    if let view = state.chain.inflows.view(category), let byCategory = levels.byCategory[slot],
      byCategory[Int(x)] != 0, byCategory[Int(x)] != noLevel
    {
      let table = state.chain.tables.provisions
      let wanted = byCategory[Int(x)] - 1
      for position in view.range(x) {
        let q = view.provisions[position]
        if state.active[Int(q)] == 0 || byCategory[Int(table.suppliers[Int(q)])] != wanted { continue }
        if best == noIndex || table.ids.precedes(Int(q), Int(best)) { best = q }
      }
    }
    inflowOfLevel[slot][Int(x)] = best
    return best
  }
}
