import Bytes
import Numbering

/// On which days of a window operators, and numbers that they pass on, have a level (SPEC §4).
///
/// Which level does not matter, only whether it is below a limit: rules ask for no more of a period.
package struct ReachDays: Sendable {
  /// With or without the operators that are not certified.
  package struct Reach: Sendable {
    /// By operator, those without outflows aside: days with a level.
    package let reached: [DaySet]
    /// By operator: days with a level not below the limit.
    package let far: [DaySet]
    /// Number by number; nil without ranges.
    package let numbers: NumberDays?
    /// Has the sets that are no intervals.
    package let pool: DaySetPool
  }

  package struct OfCategory: Sendable {
    package let plain: Reach
    /// Uncertified operators removed; nil when not asked for.
    package let clean: Reach?
  }

  package let window: DayWindow
  /// nil for a category without provisions.
  package let categories: [OfCategory?]

  /// nil when on some day levels may fall into more pieces than a day's state allows, or finding them takes too long:
  /// then only the days themselves can tell.
  ///
  /// - Parameters:
  ///   - limits: by category.
  ///   - certified: the days on which each operator is certified, of the pool that `flows` began with; nil to leave
  ///     clean levels out.
  /// - Complexity: near-linear in operators, provisions and the pieces of `NumberDaySearch`; a provision counts as often
  ///   as its supplier has different levels in the window.
  package init?(
    _ flows: WindowFlows, _ chain: SupplyChain, limits: [Int], certified: [DaySet]?, options: StateOptions
  ) {
    let threads = options.threads
    let mostPieces = options.mostPieces ?? Levels.mostPieces(chain.tables)
    let window = flows.window
    let flows = flows.categories
    let found = concurrentMap(2 * Category.count, threads: threads) { task -> Found in
      guard let flows = flows[task / 2] else { return .nothing }
      if task % 2 == 0 { return flows.search(window, limit: limits[task / 2], passing: nil, mostPieces) }
      guard let certified else { return .nothing }
      return flows.search(window, limit: 0, passing: certified, mostPieces)
    }
    self.window = window
    var categories: [OfCategory?] = []
    for category in 0..<Category.count {
      switch (found[2 * category], found[2 * category + 1]) {
      case (.tooMuch, _), (_, .tooMuch): return nil
      case (.nothing, _): categories.append(nil)
      case (.reach(let plain), .nothing): categories.append(OfCategory(plain: plain, clean: nil))
      case (.reach(let plain), .reach(let clean)):
        categories.append(OfCategory(plain: plain, clean: clean))
      }
    }
    self.categories = categories
  }

  fileprivate enum Found: Sendable {
    case nothing, tooMuch
    case reach(Reach)
  }
}

extension WindowFlows.OfCategory {
  fileprivate func search(
    _ window: DayWindow, limit: Int, passing: [DaySet]?, _ mostPieces: Int
  ) -> ReachDays.Found {
    var pool = pool
    let levels = LevelDays(flows, window, limit: limit, passing: passing, &pool)
    var numbers: NumberDays?
    if let targets {
      numbers = NumberDaySearch.days(
        targets, window, limit: limit, fallbacks: levels.fallbacks, passing: passing,
        mostPieces: mostPieces, &pool)
      if numbers == nil { return .tooMuch }
    }
    return .reach(
      ReachDays.Reach(reached: levels.reached, far: levels.far, numbers: numbers, pool: pool))
  }
}
