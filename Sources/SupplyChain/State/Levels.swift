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
    let levels = concurrentMap(2 * Category.count, threads: threads) { task in
      Self.search(
        task / 2, passing: task % 2 == 0 ? nil : masks.certified, chain, masks, flows[task / 2],
        designated[task / 2], mostPieces)
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

  /// The levels of a state after its certifications changed: plain levels and tiers are taken over.
  ///
  /// nil when clean levels fall into more pieces than the options allow.
  ///
  /// - Complexity: O(operators), and near-linear in the provisions of the categories whose clean levels may change.
  init?(_ base: Levels, of state: DayState, _ masks: StateMasks, _ chain: SupplyChain) {
    self = base
    let changed = state.certified.indices.filter { state.certified[$0] != masks.certified[$0] }
    if changed.isEmpty { return }
    let mostPieces = state.options.mostPieces ?? Self.mostPieces(chain.tables)
    let results = concurrentMap(Category.count, threads: state.options.threads) { place -> CategoryChange in
      guard let levels = base.cleanByCategory[place], let view = chain.outflows.views[place] else {
        return .none
      }
      // Who gains a certificate may get a level; who had none without it loses none with it.
      let met = changed.filter { masks.certified[$0] != 0 || levels[$0] != noLevel }
      if met.isEmpty { return .none }
      if !met.contains(where: { masks.certified[$0] != 0 || state.outflow[$0] >> place & 1 != 0 }) {
        return .ends(met)
      }
      let flows =
        view.rangedCount > 0 ? RangedFlows(view, active: masks.active, of: chain.tables.provisions) : nil
      return .anew(
        Self.search(
          place, passing: masks.certified, chain, masks, flows, state.designated[place], mostPieces))
    }
    for (place, result) in results.enumerated() {
      switch result {
      case .none: break
      case .ends(let operators):
        for x in operators { cleanByCategory[place]?[x] = noLevel }
      case .anew(let levels):
        if levels?.isTooFragmented ?? false { return nil }
        cleanByCategory[place] = levels?.byCategory
        cleanByNumber[place] = levels?.byNumber
      }
    }
  }

  /// What became of the clean levels of a category.
  private enum CategoryChange: Sendable {
    case none
    /// Operators that pass nothing on lost theirs.
    case ends([Int])
    case anew(CategoryResult?)
  }

  /// The levels of a category; nil without provisions.
  private static func search(
    _ place: Int, passing: [UInt8]?, _ chain: SupplyChain, _ masks: StateMasks, _ flows: RangedFlows?,
    _ designated: SpanTable?, _ mostPieces: Int
  ) -> CategoryResult? {
    guard let outflows = chain.outflows.views[place], let inflows = chain.inflows.views[place],
      let category = Category(rawValue: UInt8(place))
    else { return nil }
    let table = chain.tables.provisions
    let byCategory = categoryLevels(
      of: category, holder: masks.holder, along: outflows, active: masks.active, passing: passing)
    guard let flows else {
      return CategoryResult(byCategory: byCategory, byNumber: nil, isTooFragmented: false)
    }
    let input = NumberLevelSearch.Input(
      outflows: flows, inflows: inflows, active: masks.active, suppliers: table.suppliers,
      rangeStarts: table.rangeStarts, numbers: table.numbers, designated: designated,
      categoryLevels: byCategory, passing: passing, ids: table.ids, namesProvisions: passing == nil,
      mostPieces: mostPieces)
    let byNumber = NumberLevelSearch.levels(input)
    return CategoryResult(byCategory: byCategory, byNumber: byNumber, isTooFragmented: byNumber == nil)
  }

  private struct CategoryResult: Sendable {
    let byCategory: [UInt32]
    /// nil without ranges.
    let byNumber: NumberLevels?
    let isTooFragmented: Bool
  }

  /// How many pieces a category may have: several times what any ledger in good order has, and so few that a million
  /// provisions stay within a gigabyte.
  package static func mostPieces(_ tables: Tables) -> Int {
    2_000_000 + 4 * (tables.provisions.count + tables.designations.count)
  }
}
