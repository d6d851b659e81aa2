/// Which operators play which part: holders, wholesalers tier by tier, resellers, idle ones, those of breaches.
struct JapanLayout: Sendable {
  /// Wholesalers of tiers 1 to 5.
  static let tiers = 5

  let holders: Int
  /// Where the wholesalers of each tier begin; the last entry is where the resellers begin.
  let zones: [Int]
  /// Where the idle ones begin, who neither receive nor supply.
  let idle: Int
  /// Where the operators of breaches begin.
  let planted: Int
  let operators: Int
  /// Provisions of others than breaches come first.
  let rows: Int

  init(operators: Int, rows: Int, planted: Int) {
    self.operators = operators
    self.rows = rows
    self.planted = operators - planted
    holders = min(max(self.planted / 50, 4), 24)
    // About one in fifty is idle: agents, and operators that are only registered.
    let receivers = min((self.planted - holders) * 98 / 100, rows * 4 / 5)
    let wholesalers = max(receivers * 6 / 100, Self.tiers)
    let counts = [28, 13, 6, 3].map { max(wholesalers * $0 / 100, 1) }
    var begin = holders
    var zones = [begin]
    for count in [wholesalers - counts.reduce(0, +)] + counts {
      begin += count
      zones.append(begin)
    }
    self.zones = zones
    idle = holders + receivers
  }

  /// Where the resellers begin.
  var resellers: Int { zones[Self.tiers] }

  /// The wholesalers of a tier, from 1 to 5.
  func wholesalers(_ tier: Int) -> Range<Int> { zones[tier - 1]..<zones[tier] }

  /// The tier of a wholesaler.
  func tier(of x: Int) -> Int { zones.dropFirst().prefix { $0 <= x }.count + 1 }

  func isHolder(_ x: Int) -> Bool { x < holders }
  func isWholesaler(_ x: Int) -> Bool { x >= holders && x < resellers }
  func isReseller(_ x: Int) -> Bool { x >= resellers && x < idle }
}
