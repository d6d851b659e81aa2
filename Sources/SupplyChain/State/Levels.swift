import Bytes
import Numbering

/// The levels of SPEC §4 on one day, plain and clean.
package struct Levels: Sendable {
  /// Per category, the level of each operator; `noLevel` for none. nil for a category without provisions.
  package private(set) var byCategory: [[UInt32]?]
  /// Likewise with uncertified operators removed.
  package private(set) var cleanByCategory: [[UInt32]?]
  /// Per category, number-precise levels of the operators that pass ranges on; nil for a category without ranges.
  package private(set) var byNumber: [NumberLevels?]
  /// Likewise with uncertified operators removed.
  package private(set) var cleanByNumber: [NumberLevels?]
  /// The tier of each active provision, in file order; 0 for none.
  package private(set) var tiers: [UInt32]

  /// - Complexity: near-linear in operators, provisions and pieces; see `NumberLevelSearch`.
  ///
  /// nil when number-precise levels fall into more pieces than `options` allow.
  init?(_ chain: SupplyChain, _ masks: StateMasks, designated: [SpanTable?], options: StateOptions) {
    let threads = options.threads
    let mostPieces = options.mostPieces ?? Self.mostPieces(chain.tables)
    let table = chain.tables.provisions
    let flows = concurrentMap(Category.count, threads: threads) { category -> RangedFlows? in
      guard let view = chain.outflows.views[category], view.rangedCount > 0 else { return nil }
      return RangedFlows(view, active: masks.active, of: table)
    }
    let levels = concurrentMap(2 * Category.count, threads: threads) { task -> CategoryResult? in
      guard let outflows = chain.outflows.views[task / 2], let inflows = chain.inflows.views[task / 2],
        let category = Category(rawValue: UInt8(task / 2))
      else { return nil }
      let passing = task % 2 == 0 ? nil : masks.certified
      let byCategory = categoryLevels(
        of: category, holder: masks.holder, along: outflows, active: masks.active, passing: passing)
      guard let flows = flows[task / 2] else {
        return CategoryResult(byCategory: byCategory, byNumber: nil, isTooFragmented: false)
      }
      let input = NumberLevelSearch.Input(
        outflows: flows, inflows: inflows, active: masks.active, suppliers: table.suppliers,
        rangeStarts: table.rangeStarts, numbers: table.numbers, designated: designated[task / 2],
        categoryLevels: byCategory, passing: passing, ids: table.ids, namesProvisions: passing == nil,
        mostPieces: mostPieces)
      let byNumber = NumberLevelSearch.levels(input)
      return CategoryResult(byCategory: byCategory, byNumber: byNumber, isTooFragmented: byNumber == nil)
    }
    if levels.contains(where: { $0?.isTooFragmented ?? false }) { return nil }
    let categories = 0..<Category.count
    byCategory = categories.map { levels[2 * $0]?.byCategory }
    cleanByCategory = categories.map { levels[2 * $0 + 1]?.byCategory }
    byNumber = categories.map { levels[2 * $0]?.byNumber }
    cleanByNumber = categories.map { levels[2 * $0 + 1]?.byNumber }
    tiers = Self.tiers(
      chain, active: masks.active, byCategory: byCategory, byNumber: byNumber, threads: threads)
  }

  private struct CategoryResult: Sendable {
    let byCategory: [UInt32]
    /// nil without ranges.
    let byNumber: NumberLevels?
    let isTooFragmented: Bool
  }

  /// How many pieces a category may have: several times what any ledger in good order has, and so few that a million
  /// provisions stay within a gigabyte.
  private static func mostPieces(_ tables: Tables) -> Int {
    2_000_000 + 4 * (tables.provisions.count + tables.designations.count)
  }
}
