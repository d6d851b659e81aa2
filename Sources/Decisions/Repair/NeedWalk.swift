import Bytes
import Numbering
import SupplyChain

/// Finds what one provision after another needs to be covered, along the shortest or the cheapest chain.
///
/// What it says suffices. Where the numbers can come one way only, that is also what is necessary; those steps come
/// first and are counted.
struct NeedWalk: Sendable {
  private let ground: RepairGround
  private let limit: Int
  private let inflows: RangedInflows
  /// By category, as in `CategoryRoutes`; empty where there are none.
  private let parents: [[OperatorIndex]]
  private let onlySuppliers: [[OperatorIndex]]
  /// What the provision needs, each step once.
  private(set) var codes: [StepCode] = []
  /// How many of them, from the first, no other way can do without.
  private(set) var necessary = 0
  private var stack: [Item] = []

  /// Numbers of an operator, or its level in the category.
  private struct Item: Sendable {
    let owner: OperatorIndex
    /// 0 for the level in the category.
    let start: UInt64
    let end: UInt64
  }

  /// - Complexity: O(operators + provisions).
  init(_ ground: RepairGround, limit: Int) {
    self.ground = ground
    self.limit = limit
    inflows = RangedInflows(ground)
    let routes = concurrentMap(Category.count, threads: ground.threads) { index in
      Category(rawValue: UInt8(index)).flatMap { CategoryRoutes(ground.state, in: $0) }
    }
    parents = routes.map { $0?.parent ?? [] }
    onlySuppliers = routes.map { $0?.onlySupplier ?? [] }
  }

  /// Finds what a provision needs; false when that is more than can be kept.
  ///
  /// - Complexity: O(*s* log *n*) for *s* hops looked at, at most four times the limit.
  mutating func find(_ ends: ProvisionEnds) -> Bool {
    codes.removeAll(keepingCapacity: true)
    ends.appendLacks(to: &codes)
    necessary = codes.count
    if ends.isClean ?? ground.clean.isClean(ends.provision) { return true }
    let (row, u, category) = (Int(ends.provision), ends.supplier, Int(ends.category.rawValue))
    if ends.isRanged {
      stack.removeAll(keepingCapacity: true)
      var item = Item(owner: u, start: ground.table.rangeStarts[row], end: ground.table.rangeEnd(row))
      guard walkStraight(&item, category) else { return walkAll(category) }
      return codes.count <= limit
    }
    return walkUp(u, category, isOnlyWay: true)
  }

  // MARK: The level in a category

  /// Goes up the cheapest chain of an operator's level.
  private mutating func walkUp(_ x: OperatorIndex, _ category: Int, isOnlyWay: Bool) -> Bool {
    var (x, isOnlyWay) = (x, isOnlyWay)
    for _ in 0...4 * limit {
      if ground.clean.tags[Int(x)].counts >> UInt8(category) & 1 != 0 { return true }
      certify(x)
      if isOnlyWay { necessary = codes.count }
      if codes.count > limit { return false }
      let next = parents[category].isEmpty ? noIndex : parents[category][Int(x)]
      if next == noIndex { return true }
      isOnlyWay = isOnlyWay && onlySuppliers[category][Int(x)] == next
      x = next
    }
    return false
  }

  private mutating func certify(_ x: OperatorIndex) {
    let facts = ground.facts[Int(x)]
    if !facts.isCertified { codes.appendOnce(.certification(of: facts.person)) }
  }

  // MARK: Numbers

  /// Goes up from numbers that are not clean while all come from one supplier; true when the end is reached, else the
  /// rest is on the stack.
  private mutating func walkStraight(_ item: inout Item, _ category: Int) -> Bool {
    for _ in 0...4 * limit {
      certify(item.owner)
      necessary = codes.count
      if codes.count > limit { return true }
      let own = designated(item, category)
      if own == item.end - item.start + 1 { return true }
      guard own == 0,
        let supplier = inflows.onlySupplier(
          of: item.owner, category, from: item.start, through: item.end)
      else { return push(item) }
      item = Item(owner: supplier, start: item.start, end: item.end)
      if isClean(item, category) { return true }
    }
    return push(item)
  }

  /// How many of the numbers are the owner's own.
  private func designated(_ item: Item, _ category: Int) -> UInt64 {
    if ground.state.holder[Int(item.owner)] >> UInt8(category) & 1 == 0 { return 0 }
    return ground.state.designated[category]?.size(of: item.owner, from: item.start, through: item.end) ?? 0
  }

  private mutating func push(_ item: Item) -> Bool {
    stack.append(item)
    return false
  }

  private func isClean(_ item: Item, _ category: Int) -> Bool {
    ground.clean.uncleanNumbers(of: item.owner, category, from: item.start, through: item.end) == 0
  }

  /// Follows the shortest chain of every number on the stack.
  private mutating func walkAll(_ category: Int) -> Bool {
    guard let levels = ground.levels.byNumber[category] else { return true }
    var visits = 0
    while let item = stack.popLast() {
      visits += 1
      if visits > 4 * limit || codes.count > limit { return false }
      if item.start == 0 {
        if !walkUp(item.owner, category, isOnlyWay: false) { return false }
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
