import Decisions

/// Where each line touches the cards of its ends, from the middle of the card, and how high cards must be for it.
///
/// At the head of a line there is room for its tag above it, so that tags never meet.
struct DrawingPorts {
  /// Which side of a card a line touches.
  enum Side {
    case left, right
  }

  /// One end of a line at a card.
  private struct End {
    let edge: Int
    /// Whether the line ends here: its tag stands here.
    let isHead: Bool
    /// Lines by where they lead, from top to bottom.
    let rank: (Int, Int)
  }

  /// The height of each card.
  private(set) var heights: [Double]
  /// By edge: where it leaves its supplier, and on which side.
  private(set) var tails: [(side: Side, offset: Double)]
  /// By edge: where it reaches its recipient, and on which side.
  private(set) var heads: [(side: Side, offset: Double)]

  /// - Complexity: O(*e* log *e*) in edges.
  init(_ graph: LayeredGraph, _ picture: SupplyPicture) {
    let positions = graph.positions
    var left = [[End]](repeating: [], count: picture.nodes.count)
    var right = left
    for (place, edge) in picture.edges.enumerated() {
      let (supplier, recipient) = (Int(edge.supplier), Int(edge.recipient))
      let path = graph.paths[place]
      if path.isEmpty {
        // Within a column lines leave and arrive on the right: those that lead up above all others, the nearest first.
        let isDown = positions[recipient] > positions[supplier]
        right[supplier].append(
          End(edge: place, isHead: false, rank: (isDown ? 2 : 0, -positions[recipient])))
        right[recipient].append(
          End(edge: place, isHead: true, rank: (isDown ? 0 : 2, -positions[supplier])))
      } else if path[0] == supplier {
        right[supplier].append(End(edge: place, isHead: false, rank: (1, positions[path[1]])))
        left[recipient].append(
          End(edge: place, isHead: true, rank: (1, positions[path[path.count - 2]])))
      } else {
        right[recipient].append(End(edge: place, isHead: true, rank: (1, positions[path[1]])))
        left[supplier].append(
          End(edge: place, isHead: false, rank: (1, positions[path[path.count - 2]])))
      }
    }
    heights = [Double](repeating: NodeCard.height, count: picture.nodes.count)
    tails = Array(repeating: (.right, 0), count: picture.edges.count)
    heads = tails
    for node in picture.nodes.indices {
      let sides: [(Side, [End])] = [(.left, left[node]), (.right, right[node])]
      for (_, ends) in sides {
        let needed = ends.reduce(0) { $0 + ($1.isHead ? EdgeTag.height : 3) }
        heights[node] = max(heights[node], needed + 10)
      }
      for (side, ends) in sides { place(ends, side, height: heights[node]) }
    }
  }

  private mutating func place(_ ends: [End], _ side: Side, height: Double) {
    if ends.isEmpty { return }
    let heads = ends.count { $0.isHead }
    let tails = ends.count - heads
    let room = height - 10 - Double(heads) * EdgeTag.height
    let step = tails == 0 ? 0 : min(9, max(3, room / Double(tails)))
    var top = -(Double(heads) * EdgeTag.height + Double(tails) * step) / 2
    for end in ends.sorted(by: { ($0.rank.0, $0.rank.1, $0.edge) < ($1.rank.0, $1.rank.1, $1.edge) }) {
      if end.isHead {
        // The line runs below its tag.
        self.heads[end.edge] = (side, top + EdgeTag.height - 3)
        top += EdgeTag.height
      } else {
        self.tails[end.edge] = (side, top + step / 2)
        top += step
      }
    }
  }
}
