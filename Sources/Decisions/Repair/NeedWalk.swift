import Numbering
import SupplyChain

/// Finds what one provision after another needs to be covered, along the shortest or the cheapest chain.
///
/// What it says suffices. Where the numbers can come one way only, that is also what is necessary; those steps come
/// first and are counted.
struct NeedWalk {
  private let ground: RepairGround
  private let limit: Int
  private let inflowEnds: [RangedInflows?]
  private let routes: [CategoryRoutes?]
  /// What the provision needs, each step once.
  private(set) var codes: [StepCode] = []
  /// How many of them, from the first, no other way can do without.
  private(set) var necessary = 0
  private var stack: [Item] = []

  /// Numbers of an operator, or its level in the category.
  private struct Item {
    let owner: OperatorIndex
    /// 0 for the level in the category.
    let start: UInt64
    let end: UInt64
  }

  /// - Complexity: O(operators + provisions).
  init(_ ground: RepairGround, limit: Int) {
    self.ground = ground
    self.limit = limit
    var used = CategorySet()
    for p in ground.uncovered { used.insert(CategorySet(ground.table.categories[Int(p)])) }
    inflowEnds = Category.allCases.map { used.has($0) ? RangedInflows(ground.state, in: $0) : nil }
    routes = Category.allCases.map { used.has($0) ? CategoryRoutes(ground.state, in: $0) : nil }
  }

  /// Finds what a provision needs; false when that is more than can be kept.
  ///
  /// - Complexity: O(*s* log *n*) for *s* hops looked at, at most four times the limit.
  mutating func find(_ p: ProvisionIndex) -> Bool {
    codes.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    ground.appendEnds(of: p, to: &codes)
    necessary = codes.count
    if ground.clean.isClean(p) { return true }
    let category = Int(ground.table.categories[Int(p)].rawValue)
    guard let routes = routes[category] else { return true }
    let u = ground.table.suppliers[Int(p)]
    if ground.table.isRanged(Int(p)) {
      var item = Item(owner: u, start: ground.table.rangeStarts[Int(p)], end: ground.table.rangeEnd(Int(p)))
      guard walkStraight(&item, category) else { return walkAll(category, routes) }
      return codes.count <= limit
    }
    return walkUp(u, category, routes, isOnlyWay: true)
  }

  // MARK: The level in a category

  /// Goes up the cheapest chain of an operator's level.
  private mutating func walkUp(
    _ x: OperatorIndex, _ category: Int, _ routes: CategoryRoutes, isOnlyWay: Bool
  ) -> Bool {
    guard let clean = ground.levels.cleanByCategory[category] else { return true }
    var (x, isOnlyWay) = (x, isOnlyWay)
    for _ in 0...4 * limit {
      if clean[Int(x)] != noLevel { return true }
      certify(x)
      if isOnlyWay { necessary = codes.count }
      if codes.count > limit { return false }
      let next = routes.parent[Int(x)]
      if next == noIndex { return true }
      isOnlyWay = isOnlyWay && routes.onlySupplier[Int(x)] == next
      x = next
    }
    return false
  }

  private mutating func certify(_ x: OperatorIndex) {
    if !ground.isCertified(x) { codes.appendOnce(.certification(of: ground.personOf[Int(x)])) }
  }

  // MARK: Numbers

  /// Goes up while all numbers come from one supplier; true when the end is reached, else the rest is on the stack.
  private mutating func walkStraight(_ item: inout Item, _ category: Int) -> Bool {
    guard let inflows = inflowEnds[category] else { return push(item) }
    for _ in 0...4 * limit {
      if isClean(item, category) { return true }
      certify(item.owner)
      necessary = codes.count
      if codes.count > limit { return true }
      let own =
        ground.state.designated[category]?.size(of: item.owner, from: item.start, through: item.end) ?? 0
      if own == item.end - item.start + 1 { return true }
      guard own == 0,
        let supplier = inflows.onlySupplier(of: item.owner, from: item.start, through: item.end)
      else { return push(item) }
      item = Item(owner: supplier, start: item.start, end: item.end)
    }
    return push(item)
  }

  private mutating func push(_ item: Item) -> Bool {
    stack.append(item)
    return false
  }

  private func isClean(_ item: Item, _ category: Int) -> Bool {
    let all =
      ground.levels.byNumber[category]?.size(of: item.owner, from: item.start, through: item.end) ?? 0
    let clean =
      ground.levels.cleanByNumber[category]?.size(of: item.owner, from: item.start, through: item.end) ?? 0
    return all == clean
  }

  /// Follows the shortest chain of every number on the stack.
  private mutating func walkAll(_ category: Int, _ routes: CategoryRoutes) -> Bool {
    guard let levels = ground.levels.byNumber[category] else { return true }
    var visits = 0
    while let item = stack.popLast() {
      visits += 1
      if visits > 4 * limit || codes.count > limit { return false }
      if item.start == 0 {
        if !walkUp(item.owner, category, routes, isOnlyWay: false) { return false }
        continue
      }
      if isClean(item, category) { continue }
      certify(item.owner)
      for position in levels.pieces(of: item.owner, from: item.start, through: item.end) {
        let q = levels.via[position]
        if levels.levels[position] == 0 || q == noIndex { continue }
        let supplier = ground.table.suppliers[Int(q)]
        let isRanged = ground.table.isRanged(Int(q))
        let start = isRanged ? max(item.start, levels.starts[position]) : 0
        stack.append(Item(owner: supplier, start: start, end: min(item.end, levels.ends[position])))
        if stack.count > 4 * limit { return false }
      }
    }
    return codes.count <= limit
  }
}
