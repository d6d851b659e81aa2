import Bytes
import Numbering
import SupplyChain

/// What passes between pairs, as far as the caps of an audit may be exceeded by it.
///
/// Few operators receive more altogether than a cap allows them: only the pairs of those are looked at.
package struct PairBook: Sendable {
  /// By policy cap, whom it limits on the day; nil when it is not in effect.
  package let limited: [[Bool]?]
  private var pairs: [CategorySet: InboundPairs] = [:]

  /// A book for rules that ask for no pairs.
  package init() {
    limited = []
  }

  /// - Complexity: near-linear in provisions for each different set of categories among the caps; O(operators)
  ///   for each policy cap.
  package init(_ caps: CapBook, _ state: DayState, threads: Int) {
    limited = caps.policyCaps.indices.map { caps.limited(by: $0, in: state) }
    var wanted: [CategorySet: [Bool]] = [:]
    let nobody = [Bool](repeating: false, count: state.chain.tables.operators.count)
    var received: [CategorySet: [UInt64]] = [:]
    for (index, cap) in caps.policyCaps.enumerated() {
      guard let limited = limited[index] else { continue }
      let categories = cap.summedCategories
      let sums = received[categories] ?? state.receivedAtMost(in: categories, threads: threads)
      received[categories] = sums
      Self.mark(limited, sums, above: cap.maximum, state, in: &wanted[categories, default: nobody])
    }
    for row in 0..<caps.table.count where caps.table.suppliers[row] != noIndex {
      let categories = caps.table.categories[row].map { CategorySet($0) } ?? .all
      wanted[categories, default: nobody][Int(caps.table.recipients[row])] = true
    }
    for (categories, isWanted) in wanted {
      let recipients = isWanted.indices.compactMap { isWanted[$0] ? OperatorIndex($0) : nil }
      pairs[categories] = InboundPairs(to: recipients, in: categories, state, threads: threads)
    }
  }

  /// Marks those limited whose party receives more than a maximum, counting each provision by itself.
  private static func mark(
    _ limited: [Bool], _ received: [UInt64], above maximum: UInt64, _ state: DayState,
    in wanted: inout [Bool]
  ) {
    let parties = state.chain.parties
    var ofParty = [UInt64](repeating: 0, count: parties.count)
    for x in limited.indices where limited[x] { ofParty[Int(parties.groupOf[x])] += received[x] }
    for x in limited.indices where limited[x] && ofParty[Int(parties.groupOf[x])] > maximum {
      wanted[x] = true
    }
  }

  /// Pairs with their numbers in some categories: all whose recipient can have too many by a cap of those
  /// categories; nil for a set that no cap sums.
  package func pairs(in categories: CategorySet) -> InboundPairs? { pairs[categories] }
}

extension DayState {
  /// For each operator the numbers of its active inflows, added up as if no ranges overlapped.
  ///
  /// - Complexity: O(*n*) in provisions; 8 bytes per operator on each of at most four threads.
  fileprivate func receivedAtMost(in categories: CategorySet, threads: Int) -> [UInt64] {
    let table = chain.tables.provisions
    let mask = categories.rawValue
    let operatorCount = chain.tables.operators.count
    let parts = max(1, min(threads, 4))
    var sums = concurrentMap(parts, threads: threads) { part in
      [UInt64](large: operatorCount) { sums in
        sums.initialize(repeating: 0)
        let active = active.span
        let recipients = table.recipients.span
        let numbers = table.numbers.span
        let inCategories = table.categories.span
        for p in active.count * part / parts..<active.count * (part + 1) / parts {
          let isSummed = active[p] & mask &>> inCategories[p].rawValue & 1
          sums[Int(recipients[p])] &+= isSummed == 0 ? 0 : numbers[p]
        }
      }
    }
    var all = sums.removeLast()
    for part in sums {
      for x in all.indices { all[x] &+= part[x] }
    }
    return all
  }
}
