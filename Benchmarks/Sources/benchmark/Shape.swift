/// A shape of supply chain that a ledger may have, and that a careless algorithm would stumble over.
enum Shape: String, CaseIterable {
  /// 20 holders, 2,000 wholesalers, resellers; ranges cut out of ranges.
  case tree
  /// Ranges and counts between operators drawn at random, a few of them in most provisions.
  case random
  /// A chain as long as there are provisions, of counts.
  case deepCounts = "deep-counts"
  /// A chain as long as there are provisions, of one range.
  case deepRanges = "deep-ranges"
  /// A chain in which each range lies inside the one before.
  case deepNested = "deep-nested"
  /// One circle of all operators.
  case circle
  /// One supplier of nested ranges to as many recipients.
  case starOut = "star-out"
  /// One operator between half as many holders and half as many recipients.
  case starThrough = "star-through"
  /// Overlapping ranges between two operators, begun on many days, under a refusal.
  case pair
  /// Suspended ranges against provisions of overlapping ranges.
  case suspended
  /// One operator with overlapping inflows and outflows, under clauses.
  case clauses

  /// A ledger of that shape with about so many provisions.
  func ledger(_ size: Int) -> Ledger {
    var ledger = Ledger()
    var dice = Dice()
    let base = Ledger.base
    switch self {
    case .tree:
      let (holders, wholesalers) = (20, min(2_000, size / 20))
      ledger.addOperators(holders + wholesalers + size / 10)
      for h in 0..<holders { ledger.designate(h, base + h * 1_000_000, base + h * 1_000_000 + 999_999) }
      let tops = wholesalers * 20
      for i in 0..<size {
        let j = i % tops
        let (h, k) = (j % holders, j / holders % 2_000)
        let start = base + h * 1_000_000 + k * 500
        let w = holders + j % wholesalers
        if i < tops {
          ledger.provide(h, w, start, start + 499, day: i)
        } else {
          let part = start + (i / tops - 1) % 25 * 20
          let v = holders + wholesalers + dice.roll(size / 10)
          ledger.provide(w, v, part, part + 19, day: i)
        }
      }
    case .random:
      ledger.addOperators(size / 10)
      for h in 0..<20 { ledger.designate(h, base + h * 40_000, base + h * 40_000 + 39_999) }
      for i in 0..<size {
        let u = dice.roll(dice.roll(dice.roll(size / 10) + 1) + 1)
        let v = dice.roll(size / 10)
        if i % 3 == 0 {
          ledger.provide(u, v, count: 1 + dice.roll(500), day: i)
        } else {
          let start = base + dice.roll(800_000)
          ledger.provide(u, v, start, start + dice.roll(100), day: i)
        }
      }
    case .deepCounts, .deepRanges, .deepNested:
      ledger.addOperators(size + 1)
      ledger.designate(0, base, base + 9_999_999)
      for i in 0..<size {
        switch self {
        case .deepCounts: ledger.provide(i, i + 1, count: 10, day: 0)
        case .deepRanges: ledger.provide(i, i + 1, base, base + 99, day: 0)
        default: ledger.provide(i, i + 1, base + i, base + 9_000_000 - i, day: 0)
        }
      }
    case .circle:
      ledger.addOperators(size)
      ledger.designate(0, base, base + 9_999)
      for i in 0..<size { ledger.provide(i, (i + 1) % size, base + 100_000, base + 100_099, day: 0) }
    case .starOut:
      ledger.addOperators(size + 1)
      ledger.designate(0, base, base + 9_999_999)
      for i in 0..<size { ledger.provide(0, i + 1, base + i, base + 9_000_000 - i, day: i) }
    case .starThrough:
      let half = size / 2
      ledger.addOperators(half + 1)
      for i in 0..<half {
        ledger.designate(i + 1, base + i * 10, base + i * 10 + 9)
        ledger.provide(i + 1, 0, base + i * 10, base + i * 10 + 9, day: i)
        ledger.provide(0, i + 1, base + i, base + 6_000_000 - i, day: i)
      }
    case .pair:
      ledger.addOperators(3)
      ledger.designate(0, base, base + 9_999_999)
      ledger.provide(0, 1, base, base + 9_999_999, day: 0)
      ledger.refuse(2)
      for i in 0..<size { ledger.provide(1, 2, base + i * 3, base + i * 3 + dice.roll(1_000), day: i) }
    case .suspended:
      ledger.addOperators(1_002)
      ledger.designate(0, base, base + 9_999_999)
      ledger.provide(0, 1, base, base + 9_999_999, day: 0)
      for i in 0..<size / 3 { ledger.suspend(base + i * 7, base + i * 7 + dice.roll(50), day: i) }
      for i in 0..<size {
        let start = base + dice.roll(2_100_000)
        ledger.provide(1, 2 + i % 1_000, start, start + dice.roll(1_000), day: i)
      }
    case .clauses:
      ledger.addOperators(2_002)
      ledger.designate(0, base, base + 9_999_999)
      for i in 0..<1_000 { ledger.provide(0, 2 + i, base, base + 9_999_999, day: 0) }
      for i in 0..<size {
        let start = base + dice.roll(9_000_000)
        let end = start + dice.roll(5_000)
        if i % 2 == 0 {
          ledger.provide(2 + i / 2 % 1_000, 1, start, end, day: i)
        } else {
          ledger.provide(1, 1_002 + i / 2 % 1_000, start, end, day: i)
        }
      }
    }
    return ledger
  }
}
