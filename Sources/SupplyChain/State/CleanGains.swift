import Bytes
import Numbering

/// What more is clean on a day when further operators are certified (SPEC §4 *clean*).
///
/// A certificate more takes no clean level away, so only what is gained is looked for: from the operators newly
/// certified, and from what is clean already beside those that are still waiting for it.
package struct CleanGains: Sendable {
  private let clean: CleanLevels
  private let table: ProvisionTable
  /// By category; nil without provisions.
  private let categories: [CategoryGains?]

  /// What is gained in one category.
  private struct CategoryGains: Sendable {
    /// 1 for the operators that have a clean level now.
    let levels: [UInt8]
    /// nil without ranges.
    let numbers: NumberGains?
    var isTooFragmented = false
  }

  /// Works out what is gained when exactly the operators with a 1 are certified, all that are and more.
  ///
  /// nil when the day has no levels, or when the numbers gained fall into more pieces than can be kept.
  ///
  /// - Complexity: O(operators) in each category, and near-linear in the inflows of operators newly certified, the
  ///   flows of those that gain something, and the pieces they gain.
  package init?(_ state: DayState, _ clean: CleanLevels, certified: [UInt8], threads: Int = 2) {
    guard let levels = state.levels else { return nil }
    let chain = state.chain
    let newly = certified.indices.filter { certified[$0] != state.certified[$0] }.map { UInt32($0) }
    let mostPieces = state.options.mostPieces ?? Levels.mostPieces(chain.tables)
    let gains = concurrentMap(Category.count, threads: threads) { index -> CategoryGains? in
      guard let outflows = chain.outflows.views[index], let known = levels.cleanByCategory[index] else {
        return nil
      }
      let gained = Self.levels(state, index, certified: certified, newly, known)
      guard outflows.rangedCount > 0 else { return CategoryGains(levels: gained, numbers: nil) }
      let numbers = NumberGains(
        state, clean, index, certified: certified, gained: gained, mostPieces: mostPieces)
      return CategoryGains(levels: gained, numbers: numbers, isTooFragmented: numbers == nil)
    }
    if gains.contains(where: { $0?.isTooFragmented ?? false }) { return nil }
    self.clean = clean
    table = chain.tables.provisions
    categories = gains
  }

  /// Which operators gain a clean level in a category.
  private static func levels(
    _ state: DayState, _ category: Int, certified: [UInt8], _ newly: [OperatorIndex], _ known: [UInt32]
  ) -> [UInt8] {
    var gained = [UInt8](repeating: 0, count: certified.count)
    guard let outflows = state.chain.outflows.views[category],
      let inflows = state.chain.inflows.views[category]
    else { return gained }
    let (active, suppliers) = (state.active, state.chain.tables.provisions.suppliers)
    var queue: [OperatorIndex] = []
    for x in newly {
      let hasSource =
        state.holder[Int(x)] >> UInt8(category) & 1 != 0
        || inflows.range(x).contains { position in
          let q = Int(inflows.provisions[position])
          return active[q] != 0 && known[Int(suppliers[q])] != noLevel
        }
      if !hasSource { continue }
      gained[Int(x)] = 1
      queue.append(x)
    }
    var next = 0
    while next < queue.count {
      let x = queue[next]
      next += 1
      for position in outflows.range(x) {
        let recipient = Int(outflows.recipients[position])
        if certified[recipient] == 0 || known[recipient] != noLevel || gained[recipient] != 0 { continue }
        if active[Int(outflows.provisions[position])] == 0 { continue }
        gained[recipient] = 1
        queue.append(UInt32(recipient))
      }
    }
    return gained
  }

  /// Whether an active provision with a tier is clean then.
  ///
  /// - Complexity: O(log *k*) in the level pieces of its supplier.
  package func isClean(_ p: ProvisionIndex) -> Bool {
    if clean.isClean(p) { return true }
    let row = Int(p)
    let (category, supplier) = (Int(table.categories[row].rawValue), table.suppliers[row])
    guard let gains = categories[category] else { return false }
    guard table.isRanged(row) else { return gains.levels[Int(supplier)] != 0 }
    guard let numbers = gains.numbers, numbers.hasSome(supplier) else { return false }
    let (start, end) = (table.rangeStarts[row], table.rangeEnd(row))
    return numbers.size(of: supplier, from: start, through: end)
      == clean.uncleanNumbers(of: supplier, category, from: start, through: end)
  }
}
