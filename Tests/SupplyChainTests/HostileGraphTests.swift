import Testing

@testable import SupplyChain

/// Shapes that exhaust a stack or make a careless graph search quadratic, with a million operators.
@Suite(.serialized) struct HostileGraphTests {
  private static let size = 1_000_000

  private func graph(
    _ count: Int, sources: [UInt32], _ recipients: (Int) -> [Int]
  ) -> ProvisionGraph {
    var (offsets, edges): ([UInt32], [OperatorIndex]) = ([0], [])
    for x in 0..<count {
      for recipient in recipients(x) { edges.append(UInt32(recipient)) }
      offsets.append(UInt32(edges.count))
    }
    return ProvisionGraph(offsets: offsets, recipients: edges, sources: sources)
  }

  @Test func chain() {
    let size = Self.size
    let graph = graph(size, sources: [0]) { $0 + 1 < size ? [$0 + 1] : [] }
    #expect(graph.levels() == (0..<UInt32(size)).map { $0 })
    #expect(graph.components().count == size)
    let found = graph.dominators()
    #expect(found.immediate == [Dominators.sourcesOnly] + (0..<UInt32(size - 1)).map { $0 })
    #expect(found.dominated == (0..<UInt32(size)).map { UInt32(size) - 1 - $0 })
  }

  @Test func circle() {
    let size = Self.size
    let graph = graph(size, sources: [UInt32(size / 2)]) { [($0 + 1) % size] }
    #expect(graph.levels().max() == UInt32(size - 1))
    #expect(graph.components().sizes == [UInt32(size)])
    let found = graph.dominators()
    #expect(found.immediate[size / 2] == Dominators.sourcesOnly)
    #expect(found.immediate[size / 2 - 1] == UInt32(size / 2 - 2))
    #expect(found.dominated[size / 2 - 1] == 0)
    #expect(found.dominated[size / 2] == UInt32(size - 1))
  }

  @Test func star() {
    let size = Self.size
    let graph = graph(size, sources: [0]) { $0 == 0 ? Array(1..<size) : [0] }
    #expect(graph.levels() == [0] + [UInt32](repeating: 1, count: size - 1))
    #expect(graph.components().sizes == [UInt32(size)])
    let found = graph.dominators()
    #expect(found.immediate == [Dominators.sourcesOnly] + [UInt32](repeating: 0, count: size - 1))
    #expect(found.dominated[0] == UInt32(size - 1))
  }

  /// Two chains joined by rungs in both directions: every operator but the first two has two ways up.
  @Test func ladder() {
    let size = Self.size
    let graph = graph(size, sources: [0]) { x in
      let (rung, isLeft) = (x / 2, x % 2 == 0)
      let across = isLeft ? x + 1 : x - 1
      return rung + 1 < size / 2 ? [x + 2, across] : [across]
    }
    let components = graph.components()
    #expect(components.count == size / 2)
    #expect(components.sizes.allSatisfy { $0 == 2 })
    #expect(graph.levels().last == UInt32(size / 2))
    let found = graph.dominators()
    #expect(found.immediate == [Dominators.sourcesOnly] + [UInt32](repeating: 0, count: size - 1))
  }

  /// A chain with an edge back from every operator to the first below the source, and one far ahead: paths that a
  /// search without shortening would walk again and again.
  @Test func chainWithReturnsAndShortcuts() {
    let size = Self.size
    let graph = graph(size, sources: [0]) { x in
      (x + 1 < size ? [x + 1] : []) + (x > 1 ? [1] : []) + (x > 0 && 2 * x < size ? [2 * x] : [])
    }
    #expect(graph.components().sizes == [1, UInt32(size - 1)])
    let found = graph.dominators()
    #expect(found.immediate[1] == 0)
    #expect(found.immediate[2] == 1)
    #expect(found.dominated[1] == UInt32(size - 2))
    // Of odd operators the one before is the only way in: halving leads nowhere near.
    #expect(found.immediate[size - 1] == UInt32(size - 2))
  }

  /// Rungs that lead back up, found last: the semidominator of each is far above, its dominator just below the source.
  @Test func backwardLadder() {
    let half = Self.size / 2
    // 0 → 1 … half: a chain; 0 → half + 1 … : another; the second provides to the first, lowest rung last.
    let graph = graph(2 * half, sources: [0]) { x in
      if x == 0 { return [1, half] }
      if x < half { return x + 1 < half ? [x + 1] : [] }
      return (x + 1 < 2 * half ? [x + 1] : []) + (x > half ? [2 * half - x] : [])
    }
    let found = graph.dominators()
    #expect(found.immediate[1] == 0)
    #expect(found.immediate[half / 2] == 0)
    #expect(found.immediate[half + 5] == UInt32(half + 4))
    #expect(graph.components().count == 2 * half)
  }
}
