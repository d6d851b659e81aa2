import Numbering
import Testing

@testable import SupplyChain

@Suite struct ProvisionGraphTests {
  /// A seeded random graph; some are sparse, some have hubs, circles and parallel edges.
  static func random(seed: UInt64, most: Int = 9) -> ProvisionGraph {
    var random = SplitMix64(seed: seed)
    let count = 1 + random.below(most)
    let edges = (0..<random.below(1 + 3 * count)).map { _ in
      (from: random.below(count), to: random.chance(30) ? 0 : random.below(count))
    }
    return graph(
      count, edges.filter { $0.from != $0.to },
      sources: (0..<count).filter { _ in random.chance(25) })
  }

  static func graph(_ count: Int, _ edges: [(from: Int, to: Int)], sources: [Int]) -> ProvisionGraph {
    let index = RowIndex(keys: edges.map { UInt32($0.from) }, keyCount: count)
    return ProvisionGraph(
      offsets: index.offsets, recipients: index.rows.map { UInt32(edges[Int($0)].to) },
      sources: sources.map { UInt32($0) })
  }

  /// Hops from the starts to each operator when some are taken away.
  static func plainLevels(_ graph: ProvisionGraph, from starts: [UInt32], without gone: UInt32?) -> [UInt32] {
    var levels = [UInt32](repeating: noLevel, count: graph.operatorCount)
    for x in starts where x != gone { levels[Int(x)] = 0 }
    for level in 0..<UInt32(graph.operatorCount) {
      for x in 0..<UInt32(graph.operatorCount) where levels[Int(x)] == level {
        for y in graph.recipients(of: x) where y != gone && levels[Int(y)] == noLevel {
          levels[Int(y)] = level + 1
        }
      }
    }
    return levels
  }

  @Test func edgesAreTheActiveProvisions() {
    for seed in 0..<400 as Range<UInt64> {
      let tables = SmallWorld.tables(seed: seed)
      let state = DayState(SupplyChain(tables), on: SmallWorld.today)
      let asked: [(CategorySet, Bool)] = [
        (.all, false), (.all, true), (CategorySet(.ip), true), (CategorySet(.mobile), false),
      ]
      for (categories, certifiedOnly) in asked {
        let graph = ProvisionGraph(state, in: categories, certifiedOnly: certifiedOnly)
        let stays = { (x: UInt32) in !certifiedOnly || state.isCertified(x) }
        var edges: [[UInt32]] = Array(repeating: [], count: tables.operators.count)
        for p in 0..<tables.provisions.count where state.isActive(UInt32(p)) {
          let (from, to) = (tables.provisions.suppliers[p], tables.provisions.recipients[p])
          if categories.has(tables.provisions.categories[p]), stays(from), stays(to) {
            edges[Int(from)].append(to)
          }
        }
        let all = 0..<UInt32(graph.operatorCount)
        #expect(all.map { graph.recipients(of: $0).sorted() } == edges.map { $0.sorted() })
        #expect(graph.edgeCount == edges.reduce(0) { $0 + $1.count })
        let holders = all.filter { x in
          stays(x) && Category.allCases.contains { categories.has($0) && state.isHolder(x, in: $0) }
        }
        #expect(graph.sources == holders)
      }
    }
  }

  @Test func levelsAgreeWithPlainSearch() {
    for seed in 0..<2000 as Range<UInt64> {
      let graph = Self.random(seed: seed)
      #expect(
        graph.levels() == Self.plainLevels(graph, from: graph.sources, without: nil), "seed \(seed)")
    }
  }

  @Test func levelsOfTheUnionAreThoseOfTheState() {
    for seed in 0..<300 as Range<UInt64> {
      let state = DayState(SupplyChain(SmallWorld.tables(seed: seed)), on: SmallWorld.today)
      let plain = ProvisionGraph(state, in: CategorySet(.ip)).levels()
      let clean = ProvisionGraph(state, in: CategorySet(.ip), certifiedOnly: true).levels()
      for x in 0..<UInt32(plain.count) {
        #expect(state.level(of: x, in: .ip).map { UInt32($0) } ?? noLevel == plain[Int(x)])
        #expect(state.cleanLevel(of: x, in: .ip).map { UInt32($0) } ?? noLevel == clean[Int(x)])
      }
    }
  }

  @Test func componentsAgreeWithMutualReach() {
    for seed in 0..<3000 as Range<UInt64> {
      let graph = Self.random(seed: seed, most: seed % 10 == 0 ? 40 : 9)
      let all = 0..<UInt32(graph.operatorCount)
      let reach = all.map { Self.plainLevels(graph, from: [$0], without: nil).map { $0 != noLevel } }
      var numbers = [UInt32](repeating: noIndex, count: graph.operatorCount)
      var sizes: [UInt32] = []
      for x in all where numbers[Int(x)] == noIndex {
        let members = all.filter { reach[Int(x)][Int($0)] && reach[Int($0)][Int(x)] }
        for member in members { numbers[Int(member)] = UInt32(sizes.count) }
        sizes.append(UInt32(members.count))
      }
      let found = graph.components()
      #expect(found.componentOf == numbers, "seed \(seed)")
      #expect(found.sizes == sizes, "seed \(seed)")
    }
  }

  @Test func dominatorsAgreeWithRemoval() {
    for seed in 0..<4000 as Range<UInt64> {
      let graph = Self.random(seed: seed, most: seed % 20 == 0 ? 40 : 10)
      let all = 0..<UInt32(graph.operatorCount)
      let reached = Self.plainLevels(graph, from: graph.sources, without: nil).map { $0 != noLevel }
      // For each operator, those that nothing reaches any more without it.
      let cut = all.map { x in
        let left = Self.plainLevels(graph, from: graph.sources, without: x)
        return all.map { $0 != x && reached[Int($0)] && left[Int($0)] == noLevel }
      }
      let found = graph.dominators()
      #expect(
        found.dominated.map { Int($0) }
          == all.map { x in reached[Int(x)] ? cut[Int(x)].count { $0 } : 0 }, "seed \(seed)")
      for x in all {
        // Of those that dominate it, the nearest is dominated by all others.
        let dominators = all.filter { cut[Int($0)][Int(x)] }
        let nearest = dominators.first { y in dominators.allSatisfy { $0 == y || cut[Int($0)][Int(y)] } }
        let expected = reached[Int(x)] ? nearest ?? Dominators.sourcesOnly : noIndex
        #expect(found.immediate[Int(x)] == expected, "seed \(seed) operator \(x)")
      }
    }
  }
}
