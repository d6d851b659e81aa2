import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// Reachability between resellers against a plain search, on graphs with and without circles: by the index, by short
/// searches, and by short searches that give up.
@Suite struct ResaleReachTests {
  @Test func agreesWithAPlainSearch() throws {
    var (yes, no) = (0, 0)
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = RandomSource(seed: seed)
      let count = random.int(2...30)
      var edges: [(Int, Int)] = []
      var rows = "provision_id,supplier_id,recipient_id,category,numbers\n"
      for number in 0..<random.int(1...60) {
        let (u, v) = (random.int(0...count - 1), random.int(0...count - 1))
        // Half of the graphs have no circle.
        let (from, to) = seed % 2 == 0 ? (min(u, v), max(u, v)) : (u, v)
        if from == to { continue }
        edges.append((from, to))
        rows += "P\(number),O\(from),O\(to),ip,1\n"
      }
      let chain = try Fixture.chain([
        "operators": "operator_id,name\n" + (0..<count).map { "O\($0),x\n" }.joined(),
        "designations": "operator_id,range_start,range_end", "provisions": rows,
      ])
      let state = DayState(chain, on: try #require(Day("2026-10-01")))
      let reach = ResaleReach(state, in: .ip, kept: state.resoldBetweenResellers())
      let efforts = [
        ScreeningEffort(), ScreeningEffort(steps: 3), ScreeningEffort(steps: 4, allSteps: 40),
        ScreeningEffort(steps: 0, allSteps: 0),
      ]
      let ways = efforts.map { ResaleWays(state, $0) }
      for y in 0..<count {
        let reached = Self.reached(from: y, edges)
        for x in 0..<count where x != y {
          let expected = reached.contains(x)
          #expect(
            reach?.leads(from: UInt32(y), to: UInt32(x)) ?? false == expected, "seed \(seed), \(y) to \(x)")
          if expected { yes += 1 } else { no += 1 }
          for way in ways {
            #expect(
              way.leads(from: UInt32(y), to: UInt32(x), in: .ip) == expected, "seed \(seed), \(y) to \(x)")
          }
          let between = ways[0].between(UInt32(y), UInt32(x), in: .ip)
          let way =
            expected
            ? (0..<count).filter { z in
              (z == y || reached.contains(z)) && (z == x || Self.reached(from: z, edges).contains(x))
            } : []
          #expect(between.map { Int($0) } == way)
        }
      }
    }
    #expect(yes > 500 && no > 500)
  }

  private static func reached(from start: Int, _ edges: [(Int, Int)]) -> Set<Int> {
    var reached: Set<Int> = []
    var queue = [start]
    while let x = queue.popLast() {
      for (u, v) in edges where u == x && reached.insert(v).inserted { queue.append(v) }
    }
    return reached
  }
}
