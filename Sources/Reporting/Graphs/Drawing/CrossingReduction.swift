/// Orders the vertices of each column so that few lines cross: barycentres in sweeps, then neighbours that change places.
///
/// K. Sugiyama, S. Tagawa, M. Toda (1981); the order with the fewest crossings met is kept.
struct CrossingReduction {
  private static let sweeps = 24
  private static let exchanges = 12

  private var graph: LayeredGraph
  private var positions: [Int]

  private init(_ graph: LayeredGraph) {
    self.graph = graph
    positions = graph.positions
  }

  /// The same graph in a better order.
  ///
  /// - Complexity: a fixed number of sweeps, each O(*l* log *l*) in links between columns and the squares of the
  ///   neighbours of a vertex at worst.
  static func ordered(_ graph: LayeredGraph) -> LayeredGraph {
    var work = CrossingReduction(graph)
    work.sweep(goingRight: true)
    var best = work.graph
    var fewest = work.crossings
    for sweep in 0..<sweeps {
      if fewest == 0 { break }
      work.sweep(goingRight: sweep % 2 == 1)
      work.exchange()
      let crossings = work.crossings
      if crossings < fewest { (fewest, best) = (crossings, work.graph) }
    }
    return best
  }

  /// How many pairs of lines cross, all columns together.
  static func crossings(of graph: LayeredGraph) -> Int { CrossingReduction(graph).crossings }

  private mutating func settle(_ layer: Int) {
    for (position, vertex) in graph.layers[layer].enumerated() { positions[vertex] = position }
  }

  /// Orders column after column by where the neighbours in the column before stand on average.
  private mutating func sweep(goingRight: Bool) {
    let count = graph.layers.count
    for step in 1..<max(1, count) {
      let layer = goingRight ? step : count - 1 - step
      let other = graph.layers[goingRight ? layer - 1 : layer + 1].count
      let own = graph.layers[layer].count
      let keys = graph.layers[layer].enumerated().map { position, vertex -> (Double, Int, Int) in
        let neighbours = goingRight ? graph.left[vertex] : graph.right[vertex]
        if neighbours.isEmpty { return ((Double(position) + 0.5) / Double(own), position, vertex) }
        let sum = neighbours.reduce(0.0) { $0 + Double(positions[$1]) + 0.5 }
        return (sum / Double(neighbours.count) / Double(other), position, vertex)
      }
      graph.layers[layer] = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      settle(layer)
    }
  }

  /// Lets vertices that stand one above the other change places as long as that saves crossings.
  private mutating func exchange() {
    for _ in 0..<Self.exchanges {
      var isBetter = false
      for layer in graph.layers.indices {
        for position in graph.layers[layer].indices.dropLast() {
          let (upper, lower) = (graph.layers[layer][position], graph.layers[layer][position + 1])
          if saving(upper, lower) > 0 {
            graph.layers[layer].swapAt(position, position + 1)
            (positions[upper], positions[lower]) = (position + 1, position)
            isBetter = true
          }
        }
      }
      if !isBetter { return }
    }
  }

  /// How many crossings fewer there are when two vertices change places.
  private func saving(_ upper: Int, _ lower: Int) -> Int {
    var saved = 0
    for (above, below) in [
      (graph.left[upper], graph.left[lower]), (graph.right[upper], graph.right[lower]),
    ] {
      for x in above {
        for y in below {
          let (first, second) = (positions[x], positions[y])
          if first > second { saved += 1 } else if first < second { saved -= 1 }
        }
      }
    }
    return saved
  }

  private var crossings: Int {
    var sum = 0
    for layer in graph.layers.dropLast() {
      // The ends of lines in the order of their beginnings: every inversion is a crossing.
      var ends: [Int] = []
      var width = 0
      for vertex in layer {
        let own = graph.right[vertex].map { positions[$0] }.sorted()
        width = max(width, (own.last ?? 0) + 1)
        ends += own
      }
      var tree = [Int](repeating: 0, count: width + 1)
      for (place, end) in ends.enumerated() {
        var before = 0
        var index = end + 1
        while index > 0 {
          before += tree[index]
          index -= index & -index
        }
        sum += place - before
        index = end + 1
        while index <= width {
          tree[index] += 1
          index += index & -index
        }
      }
    }
    return sum
  }
}
