import Bytes
import Numbering

/// The clean levels of a day as they would be with other operators certified (SPEC §4 *clean*).
package struct CleanLevels: Sendable {
  private let plain: Levels
  private let table: ProvisionTable
  /// Per category, the level of each operator; nil for a category without provisions.
  private let byCategory: [[UInt32]?]
  /// Per category, number-precise levels; nil for a category without ranges.
  private let byNumber: [NumberLevels?]

  /// The clean levels as they are; nil when the day has no levels.
  package init?(_ state: DayState) {
    guard let levels = state.levels else { return nil }
    plain = levels
    table = state.chain.tables.provisions
    byCategory = levels.cleanByCategory
    byNumber = levels.cleanByNumber
  }

  /// Works out the levels when exactly the operators with a 1 are certified.
  ///
  /// nil when the day has no levels, or when these fall into more pieces than can be kept.
  ///
  /// - Complexity: near-linear in operators, provisions and pieces; see `NumberLevelSearch`.
  package init?(_ state: DayState, certified: [UInt8], threads: Int = 2) {
    guard let levels = state.levels else { return nil }
    let chain = state.chain
    let table = chain.tables.provisions
    let mostPieces = state.options.mostPieces ?? Levels.mostPieces(chain.tables)
    let results = concurrentMap(Category.count, threads: threads) { index -> Result? in
      guard let outflows = chain.outflows.views[index], let inflows = chain.inflows.views[index],
        let category = Category(rawValue: UInt8(index))
      else { return nil }
      let levels = categoryLevels(
        of: category, holder: state.holder, along: outflows, active: state.active, passing: certified)
      guard outflows.rangedCount > 0 else { return Result(levels: levels, isTooFragmented: false) }
      let input = NumberLevelSearch.Input(
        outflows: RangedFlows(outflows, active: state.active, of: table), inflows: inflows,
        active: state.active, suppliers: table.suppliers, rangeStarts: table.rangeStarts,
        numbers: table.numbers, designated: state.designated[index], categoryLevels: levels,
        passing: certified, ids: table.ids, namesProvisions: false, mostPieces: mostPieces)
      let numbers = NumberLevelSearch.levels(input)
      return Result(levels: levels, numbers: numbers, isTooFragmented: numbers == nil)
    }
    if results.contains(where: { $0?.isTooFragmented ?? false }) { return nil }
    plain = levels
    self.table = table
    byCategory = results.map { $0?.levels }
    byNumber = results.map { $0?.numbers }
  }

  private struct Result: Sendable {
    let levels: [UInt32]
    var numbers: NumberLevels?
    let isTooFragmented: Bool
  }

  /// Whether every number of an active provision that comes from a holder comes through certified operators.
  ///
  /// - Complexity: O(log *k*) in the level pieces of its supplier.
  package func isClean(_ p: ProvisionIndex) -> Bool {
    let row = Int(p)
    let (category, supplier) = (Int(table.categories[row].rawValue), table.suppliers[row])
    guard table.isRanged(row) else {
      guard let levels = plain.byCategory[category], levels[Int(supplier)] != noLevel else { return true }
      return byCategory[category].map { $0[Int(supplier)] != noLevel } ?? false
    }
    let (start, end) = (table.rangeStarts[row], table.rangeEnd(row))
    let all = plain.byNumber[category]?.size(of: supplier, from: start, through: end) ?? 0
    return all == byNumber[category]?.size(of: supplier, from: start, through: end) ?? 0
  }
}
