import Numbering

@testable import SupplyChain

/// A tiny seeded generator (SplitMix64), so that every failure can be repeated.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// Random small supply chains, full of overlaps, circles and gaps.
enum SmallWorld {
  /// Numbers used in ranges run from 1 to this.
  static let greatestNumber: UInt64 = 16
  static let today = Day(unchecked: 1000)

  static func tables(seed: UInt64) -> Tables {
    var random = SplitMix64(seed: seed)
    var tables = Tables()
    let operators = 2 + random.below(6)
    for x in 0..<operators {
      tables.operators.append(
        id: "O\(x * 7 % 11)-\(x)", corporateNumber: UInt64(random.below(12) < 3 ? 1 + random.below(2) : 0),
        role: random.chance(20) ? .user : .operator,
        group: random.chance(20) ? "G\(random.below(2))" : "")
    }
    tables.declare(.designations)
    for _ in 0..<random.below(5) {
      tables.designations.append(
        operator: UInt32(random.below(operators)), category: category(&random), range: range(&random),
        designated: day(&random), returned: day(&random).flatMap { Day(ordinal: $0.ordinal + 60) })
    }
    for _ in 0..<random.below(8) {
      let start = 900 + Int32(random.below(120))
      tables.certifications.append(
        operator: UInt32(random.below(operators)), validFrom: Day(unchecked: start),
        validTo: Day(unchecked: start + Int32(random.below(120))),
        ended: random.chance(40) ? Day(unchecked: start + Int32(random.below(140))) : nil,
        endReason: [.unknown, .revoked, .withdrawn, .expired][random.below(4)])
    }
    for _ in 0..<random.below(4) {
      tables.approvals.append(
        operator: UInt32(random.below(operators)), category: random.chance(50) ? category(&random) : nil,
        validFrom: day(&random), ended: day(&random))
    }
    let ranged = random.below(101)
    // Every third world is made of wide ranges, so that operators get all their numbers from several sides.
    let widest = seed % 3 == 0 ? Int(greatestNumber) : 8
    for p in 0..<random.below(4 + 3 * operators) {
      let id = "P\((p * 37 + Int(seed % 5)) % 101)"
      let (supplier, recipient) = (UInt32(random.below(operators)), UInt32(random.below(operators)))
      let (starts, ends) = (random.chance(25) ? day(&random) : nil, random.chance(10) ? day(&random) : nil)
      if random.chance(ranged) {
        tables.provisions.append(
          id: id, supplier: supplier, recipient: recipient, category: category(&random),
          range: range(&random, widest: widest),
          startsOn: starts, endsOn: ends)
      } else {
        tables.provisions.append(
          id: id, supplier: supplier, recipient: recipient, category: category(&random),
          numbers: UInt64(1 + random.below(9)), startsOn: starts, endsOn: ends)
      }
    }
    return tables
  }

  private static func category(_ random: inout SplitMix64) -> Numbering.Category {
    random.chance(85) ? .ip : .mobile
  }

  private static func range(_ random: inout SplitMix64, widest: Int = 8) -> ClosedRange<UInt64> {
    let low = 1 + UInt64(random.below(widest > 8 && random.chance(70) ? 2 : Int(greatestNumber)))
    let high = min(greatestNumber, low + UInt64(random.below(widest)) + UInt64(widest - 8))
    return low...high
  }

  private static func day(_ random: inout SplitMix64) -> Day? {
    random.chance(60) ? nil : Day(unchecked: today.ordinal - 5 + Int32(random.below(11)))
  }
}
