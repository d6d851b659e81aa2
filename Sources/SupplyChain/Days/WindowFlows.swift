import Bytes
import Numbering

/// Who provides what to whom on which days of a window: what the searches over many days read.
package struct WindowFlows: Sendable {
  struct OfCategory: Sendable {
    let flows: DayFlows
    /// nil without ranges.
    let targets: DayTargets?
    /// Has the sets of both.
    let pool: DaySetPool
  }

  package let window: DayWindow
  /// nil for a category without provisions.
  let categories: [OfCategory?]

  /// - Parameter pool: has the sets that later questions come with.
  /// - Complexity: O(*n* log *n*) in designations and ranged provisions of one operator, summed over operators.
  package init(_ chain: SupplyChain, _ window: DayWindow, _ pool: DaySetPool, threads: Int) {
    self.window = window
    categories = concurrentMap(Category.count, threads: threads) { index in
      guard let category = Category(rawValue: UInt8(index)),
        let flows = DayFlows(chain, category, window, pool)
      else { return nil }
      var pool = flows.pool
      let targets =
        flows.outflows.rangedCount > 0 ? DayTargets(flows, chain, category, window, &pool) : nil
      return OfCategory(flows: flows, targets: targets, pool: pool)
    }
  }

  /// On which days the numbers that operators pass on in ranges are neither designated to them nor in ranges that they
  /// receive, as days with a level; with the pool of these. nil without ranges.
  ///
  /// - Complexity: O(*n*) in operators and designations, ranged provisions.
  package func unheld(in category: Category) -> (numbers: NumberDays, pool: DaySetPool)? {
    guard let ofCategory = categories[Int(category.rawValue)], let targets = ofCategory.targets else {
      return nil
    }
    var pool = ofCategory.pool
    let numbers = NumberDays(unheld: targets, window, &pool)
    return (numbers, pool)
  }

  /// Where the ranged outflows of an operator lie among those of a category, and where the count-only ones.
  @inline(__always)
  package func outflows(
    of x: OperatorIndex, in category: Category
  ) -> (ranged: Range<Int>, countOnly: Range<Int>) {
    guard let flows = categories[Int(category.rawValue)]?.flows else { return (0..<0, 0..<0) }
    let ranged = flows.ranged(Int(x))
    return (ranged, ranged.upperBound..<Int(flows.outflows.offsets[Int(x) + 1]))
  }

  /// The days on which an operator is a holder, as a mask.
  package func holder(_ x: OperatorIndex, in category: Category) -> DaySetPool.Mask {
    guard let ofCategory = categories[Int(category.rawValue)] else { return DaySetPool.Mask() }
    return ofCategory.pool.mask(of: ofCategory.flows.holder[Int(x)])
  }
}
