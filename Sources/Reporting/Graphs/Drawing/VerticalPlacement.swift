/// Gives the vertices of each column their heights: as near to their neighbours as their order and sizes allow.
struct VerticalPlacement {
  /// A line between neighbouring columns, by the ends of which it leans on them.
  struct Link {
    let left: Int
    let right: Int
    /// Where it touches each, from the middle of the vertex.
    let leftOffset: Double
    let rightOffset: Double
  }

  private static let passes = 16
  private let graph: LayeredGraph
  private let heights: [Double]
  private var links: [(left: [Link], right: [Link])]
  /// The middle of each vertex.
  private(set) var middles: [Double]

  /// - Parameter heights: how much room each vertex takes, the distance to the next one included.
  /// - Complexity: a fixed number of passes, each linear in vertices and links.
  init(_ graph: LayeredGraph, heights: [Double], links: [Link]) {
    self.graph = graph
    self.heights = heights
    self.links = Array(repeating: ([], []), count: heights.count)
    middles = Array(repeating: 0, count: heights.count)
    for link in links {
      self.links[link.left].right.append(link)
      self.links[link.right].left.append(link)
    }
    for layer in graph.layers {
      let total = layer.reduce(0) { $0 + heights[$1] }
      var top = -total / 2
      for vertex in layer {
        middles[vertex] = top + heights[vertex] / 2
        top += heights[vertex]
      }
    }
    for pass in 0..<Self.passes {
      let goesRight = pass % 2 == 0
      let usesBoth = pass >= Self.passes / 2
      let order = goesRight ? Array(graph.layers.indices) : graph.layers.indices.reversed()
      for layer in order {
        settle(graph.layers[layer], fromLeft: goesRight || usesBoth, fromRight: !goesRight || usesBoth)
      }
    }
    let top = middles.indices.map { middles[$0] - heights[$0] / 2 }.min() ?? 0
    for vertex in middles.indices { middles[vertex] -= top }
  }

  /// The bottom of the lowest vertex.
  var height: Double { middles.indices.map { middles[$0] + heights[$0] / 2 }.max() ?? 0 }

  /// Places a column: the heights nearest to what is wanted, in the least squares, that keep order and distances.
  private mutating func settle(_ layer: [Int], fromLeft: Bool, fromRight: Bool) {
    // Runs of vertices that touch, each with the weighted sum of what its members want of its first.
    var runs: [(first: Int, count: Int, sum: Double, weight: Double)] = []
    var below = 0.0
    var offsets: [Double] = []
    for (place, vertex) in layer.enumerated() {
      if place > 0 { below += (heights[layer[place - 1]] + heights[vertex]) / 2 }
      offsets.append(below)
      let (wanted, weight) = wish(vertex, fromLeft: fromLeft, fromRight: fromRight)
      runs.append((place, 1, (wanted - below) * weight, weight))
      while runs.count > 1 {
        let last = runs[runs.count - 1]
        let before = runs[runs.count - 2]
        if before.sum / before.weight <= last.sum / last.weight { break }
        runs.removeLast(2)
        runs.append(
          (before.first, before.count + last.count, before.sum + last.sum, before.weight + last.weight))
      }
    }
    for run in runs {
      for place in run.first..<run.first + run.count {
        middles[layer[place]] = run.sum / run.weight + offsets[place]
      }
    }
  }

  /// Where a vertex would stand for its lines to be level, and how much that counts; long lines count most.
  private func wish(_ vertex: Int, fromLeft: Bool, fromRight: Bool) -> (Double, Double) {
    var (sum, weight) = (0.0, 0.0)
    let isNode = graph.isNode(vertex)
    if fromLeft {
      for link in links[vertex].left {
        let own = isNode ? (graph.isNode(link.left) ? 1.0 : 2) : (graph.isNode(link.left) ? 2 : 8)
        sum += own * (middles[link.left] + link.leftOffset - link.rightOffset)
        weight += own
      }
    }
    if fromRight {
      for link in links[vertex].right {
        let own = isNode ? (graph.isNode(link.right) ? 1.0 : 2) : (graph.isNode(link.right) ? 2 : 8)
        sum += own * (middles[link.right] + link.rightOffset - link.leftOffset)
        weight += own
      }
    }
    // Without neighbours on the sides asked it would rather stay.
    return weight == 0 ? (middles[vertex], 0.2) : (sum / weight, weight)
  }
}
