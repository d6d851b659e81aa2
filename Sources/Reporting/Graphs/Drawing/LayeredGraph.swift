import Decisions

/// A picture as columns of vertices: its nodes, and a place held for every edge in each column that it passes.
struct LayeredGraph {
  /// By node, then the places of edges.
  private(set) var layerOf: [Int]
  /// The vertices of each column from top to bottom.
  var layers: [[Int]]
  /// The neighbours of each vertex in the column to its left.
  private(set) var left: [[Int]]
  /// The neighbours of each vertex in the column to its right.
  private(set) var right: [[Int]]
  /// The vertices of each edge from left to right, both ends included; empty within one column.
  private(set) var paths: [[Int]] = []
  let nodeCount: Int

  /// - Complexity: O(nodes + edges times the columns they pass).
  init(_ picture: SupplyPicture, _ plan: LayerPlan) {
    nodeCount = picture.nodes.count
    layerOf = plan.layer
    layers = [[Int]](repeating: [], count: plan.columns.count)
    for (node, layer) in plan.layer.enumerated() { layers[layer].append(node) }
    var vertices = nodeCount
    for edge in picture.edges {
      let (supplier, recipient) = (Int(edge.supplier), Int(edge.recipient))
      if layerOf[supplier] == layerOf[recipient] {
        paths.append([])
        continue
      }
      let (first, last) =
        layerOf[supplier] < layerOf[recipient] ? (supplier, recipient) : (recipient, supplier)
      var path = [first]
      for layer in (layerOf[first] + 1)..<layerOf[last] {
        path.append(vertices)
        layerOf.append(layer)
        layers[layer].append(vertices)
        vertices += 1
      }
      path.append(last)
      paths.append(path)
    }
    left = [[Int]](repeating: [], count: vertices)
    right = left
    for path in paths {
      for (from, to) in zip(path, path.dropFirst()) {
        right[from].append(to)
        left[to].append(from)
      }
    }
  }

  /// Whether a vertex is a node, not a place of an edge.
  func isNode(_ vertex: Int) -> Bool { vertex < nodeCount }

  /// Where each vertex stands in its column.
  var positions: [Int] {
    var positions = [Int](repeating: 0, count: layerOf.count)
    for layer in layers {
      for (position, vertex) in layer.enumerated() { positions[vertex] = position }
    }
    return positions
  }
}
