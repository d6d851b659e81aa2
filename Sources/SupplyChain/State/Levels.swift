import Bytes
import Numbering

/// The levels of SPEC §4 on one day, plain and clean.
package struct Levels: Sendable {
  /// Per category, the level of each operator; `noLevel` for none. nil for a category without provisions.
  package private(set) var byCategory: [[UInt32]?]
  /// Likewise with uncertified operators removed.
  package private(set) var cleanByCategory: [[UInt32]?]
  /// Per category, number-precise levels of the operators that pass ranges on.
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
    let flows = concurrentMap(2 * Category.count, threads: threads) { task -> ActiveFlows? in
      let end = task % 2 == 0 ? ProvisionEnd.supplier : .recipient
      let views = end == .supplier ? chain.outflows.views : chain.inflows.views
      return views[task / 2].map { ActiveFlows($0, by: end, active: masks.active, of: table) }
    }
    let levels = concurrentMap(2 * Category.count, threads: threads) { task -> CategoryResult? in
      guard let outflows = flows[task / 2 * 2], let inflows = flows[task / 2 * 2 + 1],
        let category = Category(rawValue: UInt8(task / 2))
      else { return nil }
      let passing = task % 2 == 0 ? nil : masks.certified
      let byCategory = categoryLevels(of: category, holder: masks.holder, along: outflows, passing: passing)
      let input = NumberLevelSearch.Input(
        outflows: outflows, inflows: inflows, designated: designated[task / 2], categoryLevels: byCategory,
        passing: passing, ids: table.ids, namesProvisions: passing == nil,
        mostPieces: mostPieces)
      return CategoryResult(byCategory: byCategory, byNumber: NumberLevelSearch.levels(input))
    }
    if levels.contains(where: { $0.map { $0.byNumber == nil } ?? false }) { return nil }
    let categories = 0..<Category.count
    byCategory = categories.map { levels[2 * $0]?.byCategory }
    cleanByCategory = categories.map { levels[2 * $0 + 1]?.byCategory }
    byNumber = categories.map { levels[2 * $0]?.byNumber }
    cleanByNumber = categories.map { levels[2 * $0 + 1]?.byNumber }
    tiers = []
    tiers = findTiers(table, active: masks.active, threads: threads)
  }

  private struct CategoryResult: Sendable {
    let byCategory: [UInt32]
    /// nil when there are too many pieces.
    let byNumber: NumberLevels?
  }

  /// How many pieces a category may have: several times what any ledger in good order has, and so few that a million
  /// provisions stay within a gigabyte.
  private static func mostPieces(_ tables: Tables) -> Int {
    2_000_000 + 4 * (tables.provisions.count + tables.designations.count)
  }

  private func findTiers(_ table: ProvisionTable, active: [UInt8], threads: Int) -> [UInt32] {
    let slice = 1 << 16
    let slices = concurrentMap((table.count + slice - 1) / slice, threads: threads) { index -> [UInt32] in
      let rows = index * slice..<min(table.count, (index + 1) * slice)
      return rows.map { active[$0] == 0 ? 0 : tier(of: $0, in: table) }
    }
    return Array(slices.joined())
  }

  /// The tier of an active provision; 0 for none.
  private func tier(of p: Int, in table: ProvisionTable) -> UInt32 {
    let category = Int(table.categories[p].rawValue)
    let supplier = table.suppliers[p]
    let level =
      table.isRanged(p)
      ? byNumber[category]?.maximum(of: supplier, from: table.rangeStarts[p], through: table.rangeEnd(p))
      : byCategory[category]?[Int(supplier)]
    guard let level, level != noLevel else { return 0 }
    return level + 1
  }
}
