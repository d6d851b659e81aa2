import Bytes
import Numbering

/// When provisions of a day become clean as further operators are certified one after the other (SPEC §4 *clean*).
///
/// Times are ranks: 0 for what is so from the beginning, *k* for what is so once the *k*th certification is entered.
/// A chain is as late as the last of its operators to be certified, a provision as late as the last of its numbers.
package struct CleanTimes: Sendable {
  /// For what never is.
  package static let never = UInt32.max

  private let levels: Levels
  private let table: ProvisionTable
  /// By category; nil without provisions.
  private let categories: [CategoryTimes?]

  /// What becomes clean in one category.
  private struct CategoryTimes: Sendable {
    /// When each operator has a clean level.
    let levels: [UInt32]
    /// nil without ranges.
    let numbers: NumberTimes?
    var isTooFragmented = false
  }

  /// Works out the times, given when each operator is certified: 0 where it is now, `never` where it stays without.
  ///
  /// nil when the day has no levels, or when the numbers gained fall into more pieces than can be kept.
  ///
  /// - Complexity: O(operators + *n* log *n*) in each category for *n* operators newly certified, and near-linear in
  ///   their inflows, in the flows of those that gain something, and in the pieces they gain.
  package init?(_ state: DayState, certifiedFrom times: [UInt32], threads: Int = 2) {
    guard let levels = state.levels else { return nil }
    let chain = state.chain
    var newly = times.indices.filter { times[$0] != 0 && times[$0] != Self.never }.map { UInt32($0) }
    newly.sort { (times[Int($0)], $0) < (times[Int($1)], $1) }
    let mostPieces = state.options.mostPieces ?? Levels.mostPieces(chain.tables)
    let (order, last) = (newly, newly.last.map { times[Int($0)] } ?? 0)
    let found = concurrentMap(Category.count, threads: threads) { place -> CategoryTimes? in
      guard let outflows = chain.outflows.views[place], let known = levels.cleanByCategory[place] else {
        return nil
      }
      let own = Self.levels(state, place, known, order, times)
      guard outflows.rangedCount > 0 else { return CategoryTimes(levels: own, numbers: nil) }
      let search = NumberTimeSearch(
        state, levels, place, certifiedFrom: times, last: last, reached: own, mostPieces: mostPieces)
      guard var search else { return CategoryTimes(levels: own, numbers: nil) }
      let numbers = search.times()
      return CategoryTimes(levels: own, numbers: numbers, isTooFragmented: numbers == nil)
    }
    if found.contains(where: { $0?.isTooFragmented ?? false }) { return nil }
    self.levels = levels
    table = chain.tables.provisions
    categories = found
  }

  /// When an active provision is clean.
  ///
  /// - Complexity: O(log *k*) in the level pieces of its supplier.
  package func time(of p: ProvisionIndex) -> UInt32 {
    let row = Int(p)
    let (category, supplier) = (Int(table.categories[row].rawValue), table.suppliers[row])
    guard table.isRanged(row) else {
      guard let plain = levels.byCategory[category], plain[Int(supplier)] != noLevel else { return 0 }
      return categories[category].map { $0.levels[Int(supplier)] } ?? Self.never
    }
    let (start, end) = (table.rangeStarts[row], table.rangeEnd(row))
    let all = levels.byNumber[category]?.size(of: supplier, from: start, through: end) ?? 0
    let clean = levels.cleanByNumber[category]?.size(of: supplier, from: start, through: end) ?? 0
    if all == clean { return 0 }
    return categories[category]?.numbers?.time(of: supplier, from: start, through: end, lacking: all - clean)
      ?? Self.never
  }

  /// When each operator has a clean level in a category: operators in the order in which they are certified, each
  /// followed by all that it was the last to be waited for.
  private static func levels(
    _ state: DayState, _ category: Int, _ known: [UInt32], _ newly: [OperatorIndex], _ times: [UInt32]
  ) -> [UInt32] {
    var found = known.map { $0 == noLevel ? never : 0 }
    guard let outflows = state.chain.outflows.views[category],
      let inflows = state.chain.inflows.views[category]
    else { return found }
    let (active, suppliers) = (state.active, state.chain.tables.provisions.suppliers)
    var queue: [OperatorIndex] = []
    var next = 0
    for x in newly where found[Int(x)] == never {
      let time = times[Int(x)]
      let hasSource =
        state.holder[Int(x)] >> UInt8(category) & 1 != 0
        || inflows.range(x).contains { position in
          let q = Int(inflows.provisions[position])
          return active[q] != 0 && found[Int(suppliers[q])] != never
        }
      if !hasSource { continue }
      found[Int(x)] = time
      queue.append(x)
      while next < queue.count {
        let y = queue[next]
        next += 1
        for position in outflows.range(y) where active[Int(outflows.provisions[position])] != 0 {
          let recipient = Int(outflows.recipients[position])
          if found[recipient] != never || times[recipient] > time { continue }
          found[recipient] = time
          queue.append(UInt32(recipient))
        }
      }
    }
    return found
  }
}
