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
    var hops: [ProvisionIndex] = []
    let tier = appendHops(of: p, to: &hops)
    hops.reverse()
    return FoundChain(hops: hops, isRooted: tier != 0, isComplete: tier == 0 || hops.count == Int(tier))
  }

  /// Appends the chain of a provision, the provision itself first, and returns its tier; 0 for none.
  ///
  /// - Complexity: O(`maximumHops` · log *n*), and once for each operator met O(its inflows).
  package mutating func appendHops(of p: ProvisionIndex, to hops: inout [ProvisionIndex]) -> UInt32 {
    hops.append(p)
    guard let tier = state.levels?.tiers[Int(p)], tier > 1 else { return state.levels?.tiers[Int(p)] ?? 0 }
    let slot = Int(state.chain.tables.provisions.categories[Int(p)].rawValue)
    let isRanged = state.chain.tables.provisions.isRanged(Int(p))
    var last = p
    var number = isRanged ? lowestNumber(of: p, slot, atLevel: tier - 1) : nil
    for _ in 1..<min(Int(tier), Self.maximumHops) {
      let supplier = state.chain.tables.provisions.suppliers[Int(last)]
      let inflow =
        number.map { inflowGivingNumber($0, of: supplier, slot) } ?? inflowGivingLevel(of: supplier, slot)
      if inflow == noIndex { break }
      // Above a count-only provision nobody knows which number it was.
      if !state.chain.tables.provisions.isRanged(Int(inflow)) { number = nil }
      hops.append(inflow)
      last = inflow
    }
    return tier
  }

  /// The lowest number of a ranged provision that has a level; nil where levels are not kept by number.
  private func lowestNumber(of p: ProvisionIndex, _ slot: Int, atLevel level: UInt32) -> UInt64? {
    let row = Int(p)
    return state.levels?.byNumber[slot]?.lowestNumber(
      of: state.chain.tables.provisions.suppliers[row],
      from: state.chain.tables.provisions.rangeStarts[row],
      through: state.chain.tables.provisions.rangeEnd(row), atLevel: level)?.number
  }

  /// The inflow that gives an operator the level of a number; `noIndex` for a holder of it.
  private func inflowGivingNumber(_ number: UInt64, of x: OperatorIndex, _ slot: Int) -> ProvisionIndex {
    guard let position = state.levels?.byNumber[slot]?.position(of: x, number) else { return noIndex }
    return state.levels?.byNumber[slot]?.via[position] ?? noIndex
  }

  /// The active inflow of least id whose supplier's level is one less than the operator's; `noIndex` for a holder.
  private mutating func inflowGivingLevel(of x: OperatorIndex, _ slot: Int) -> ProvisionIndex {
    if inflowOfLevel[slot].isEmpty {
      inflowOfLevel[slot] = [ProvisionIndex](
        repeating: Self.unknown, count: state.chain.tables.operators.count)
    }
    let known = inflowOfLevel[slot][Int(x)]
    if known != Self.unknown { return known }
    let best = searchInflowGivingLevel(of: x, slot)
    inflowOfLevel[slot][Int(x)] = best
    return best
  }

  private func searchInflowGivingLevel(of x: OperatorIndex, _ slot: Int) -> ProvisionIndex {
    var best = noIndex
    if let view = state.chain.inflows.views[slot], let byCategory = state.levels?.byCategory[slot],
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
    return best
  }
}
