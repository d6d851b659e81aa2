import Numbering
import Testing

@testable import SupplyChain

@Suite struct DominatedNumbersTests {
  @Test func marksFindTheirNeighbours() {
    var random = SplitMix64(seed: 1)
    for count in [1, 2, 63, 64, 65, 130, 4096, 4097, 70_000] {
      var marks = Marks(count: count)
      var plain: Set<Int> = []
      for _ in 0..<300 {
        let position = random.below(count)
        if random.chance(40) {
          marks.remove(position)
          plain.remove(position)
        } else {
          marks.insert(position)
          plain.insert(position)
        }
        let asked = random.below(count)
        #expect(marks.contains(asked) == plain.contains(asked))
        #expect(marks.first(after: asked) == plain.filter { $0 > asked }.min())
        #expect(marks.last(before: asked) == plain.filter { $0 < asked }.max())
      }
    }
  }

  @Test func linesKeepTheLastColour() {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var next: UInt64 = 1
      let bounds = (0..<2 + random.below(30)).map { _ in
        next += UInt64(1 + random.below(9))
        return next
      }
      let colours = 1 + random.below(12)
      var line = PaintedLine(bounds: bounds, colours: colours)
      var plain: [UInt64: Int] = [:]
      for _ in 0..<40 {
        let low = random.below(bounds.count - 1)
        let high = low + 1 + random.below(bounds.count - 1 - low)
        let colour = random.below(colours)
        line.paint(from: low, to: high, colour)
        for number in bounds[low]..<bounds[high] { plain[number] = colour }
        #expect(line.painted == UInt64(plain.count))
        for asked in 0..<colours {
          #expect(line.size(from: asked) == UInt64(plain.values.count { $0 >= asked }), "seed \(seed)")
        }
      }
    }
  }

  @Test func preorderHasDominatedOperatorsBehindTheirDominator() {
    for seed in 0..<1000 as Range<UInt64> {
      let graph = ProvisionGraphTests.random(seed: seed, most: seed % 20 == 0 ? 40 : 10)
      let dominators = graph.dominators()
      let order = dominators.preorder()
      #expect(
        Set(order)
          == Set((0..<UInt32(graph.operatorCount)).filter { dominators.immediate[Int($0)] != noIndex }))
      #expect(Set(order).count == order.count)
      for (place, x) in order.enumerated() {
        let last = place + Int(dominators.dominated[Int(x)])
        for other in order.indices {
          var above = dominators.immediate[Int(order[other])]
          var isBelow = false
          while above != Dominators.sourcesOnly, !isBelow {
            isBelow = above == x
            above = dominators.immediate[Int(above)]
          }
          #expect(isBelow == (other > place && other <= last), "seed \(seed)")
        }
      }
    }
  }

  /// 20,000 operators, one behind the other or all behind one: ranges that lie in one another, or counts.
  @Test(arguments: [true, false], [true, false]) func longChainsAndStars(isChain: Bool, ranged: Bool) {
    let size = 20_000
    var tables = Tables()
    for x in 0...size {
      let x = tables.operators.append(id: "O\(x)")
      tables.certifications.append(operator: x, validFrom: .earliest, validTo: .latest)
    }
    let most: UInt64 = 4_000_000
    tables.designations.append(operator: 0, category: .ip, range: 1...most)
    for x in 1...size {
      let supplier = OperatorIndex(isChain ? x - 1 : 0)
      if ranged {
        tables.provisions.append(
          id: "P\(x)", supplier: supplier, recipient: OperatorIndex(x), category: .ip,
          range: 1...most - UInt64(x))
      } else {
        tables.provisions.append(
          id: "P\(x)", supplier: supplier, recipient: OperatorIndex(x), category: .ip, numbers: 5)
      }
    }
    let state = DayState(SupplyChain(tables), on: SmallWorld.today)
    let graph = ProvisionGraph(state, in: CategorySet(.ip), certifiedOnly: true)
    let found = DominatedNumbers(graph.dominators(), in: .ip, state)
    let expected = (0...size).map { x -> UInt64 in
      if x == size || !isChain && x > 0 { return 0 }
      return ranged ? most - UInt64(x + 1) : 5 * UInt64(size - x)
    }
    #expect(found.below == expected)
    #expect(found.total == expected[0])
  }

  @Test func numbersBelowAreThoseOfTheUnion() {
    for seed in 0..<600 as Range<UInt64> {
      let tables = SmallWorld.tables(seed: seed)
      let state = DayState(SupplyChain(tables), on: SmallWorld.today)
      let plain = PlainState(tables, on: SmallWorld.today, graceDays: 0)
      for category in [Numbering.Category.ip, .fixed] {
        for certifiedOnly in [false, true] {
          let graph = ProvisionGraph(state, in: CategorySet(category), certifiedOnly: certifiedOnly)
          let dominators = graph.dominators()
          let found = DominatedNumbers(dominators, in: category, state)
          let all = 0..<graph.operatorCount
          func isBelow(_ x: Int, _ y: Int) -> Bool {
            var above = dominators.immediate[x]
            while above != noIndex, above != Dominators.sourcesOnly {
              if Int(above) == y { return true }
              above = dominators.immediate[Int(above)]
            }
            return false
          }
          let expected = all.map { y in
            plain.total(all.filter { isBelow($0, y) }.flatMap { plain.inflows($0, category) })
          }
          #expect(found.below == expected, "seed \(seed)")
          let reached = all.filter { dominators.immediate[$0] != noIndex }
          #expect(found.total == plain.total(reached.flatMap { plain.inflows($0, category) }), "seed \(seed)")
        }
      }
    }
  }
}
