import Decisions

/// Where everything of a drawing stands, in pixels from the upper left corner of the graph.
///
/// Each column has a band for its cards and, at its sides, for the tags of the lines that arrive there. Inside a band
/// every line is level and has a height of its own; lines bend only in the gaps between bands. So no line runs through a
/// card or a tag that is not its own.
struct DrawingLayout {
  struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// Whether two boxes share more than an edge.
    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  /// A line from its supplier to its recipient: level stretches, and bends from one height to another.
  struct Line {
    /// Each with where the line has to be; from the second on it bends in the odd stretches.
    var points: [(x: Double, y: Double)]
    /// How far a line within one column reaches out; nil for others.
    var reach: Double?
    /// Whether the arrow at its head points to the right.
    var pointsRight: Bool
    /// Where its tag stands.
    var tag: Box
  }

  /// What a column is called, and over which band it stands.
  struct Column {
    let words: String
    let band: Box
  }

  private static let arrow = 9.0
  static let header = 34.0
  static let headerSize = 12.0

  private(set) var columns: [Column] = []
  /// By node.
  private(set) var cards: [Box] = []
  /// By edge.
  private(set) var lines: [Line] = []
  let cardTexts: [NodeCard]
  let tags: [EdgeTag]
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// - Complexity: that of `CrossingReduction`.
  init(_ picture: SupplyPicture, _ labels: GraphLabels) {
    cardTexts = picture.nodes.indices.map { NodeCard($0, labels) }
    tags = picture.edges.indices.map { EdgeTag($0, labels) }
    let plan = LayerPlan(picture)
    let graph = CrossingReduction.ordered(LayeredGraph(picture, plan))
    let ports = DrawingPorts(graph, picture)
    let placement = Self.placement(graph, ports)
    let names = plan.columns.indices.map { place in
      let count = graph.layers[place].count { graph.isNode($0) }
      let words = GraphWords.column(plan.columns[place])[labels.language]
      return "\(words) · \(GraphWords.operators(count)[labels.language])"
    }
    let bands = bands(picture, names, graph, ports)
    height = Self.header + placement.height
    width = (bands.last.map { $0.right + $0.gap } ?? 0)
    for node in picture.nodes.indices {
      let band = bands[graph.layerOf[node]]
      let cardHeight = ports.heights[node]
      cards.append(
        Box(
          x: band.cards, y: Self.header + placement.middles[node] - cardHeight / 2,
          width: band.cardsWidth, height: cardHeight))
    }
    for (place, name) in names.enumerated() {
      let band = bands[place]
      columns.append(
        Column(
          words: name, band: Box(x: band.cards, y: 0, width: band.cardsWidth, height: Self.header)))
    }
    for (place, edge) in picture.edges.enumerated() {
      lines.append(line(place, edge, graph, ports, placement, bands))
    }
  }

  /// One column: where its cards stand, and where the rooms for tags at its sides begin and end.
  private struct Band {
    var left = 0.0
    var cards = 0.0
    var cardsWidth = 0.0
    var right = 0.0
    /// The room for bends after it.
    var gap = 0.0
  }

  private static func placement(_ graph: LayeredGraph, _ ports: DrawingPorts) -> VerticalPlacement {
    let heights = graph.layerOf.indices.map { vertex in
      graph.isNode(vertex) ? ports.heights[vertex] + 14 : 12.0
    }
    var links: [VerticalPlacement.Link] = []
    for (place, path) in graph.paths.enumerated() {
      for (from, to) in zip(path, path.dropFirst()) {
        let (tail, head) = (ports.tails[place], ports.heads[place])
        links.append(
          VerticalPlacement.Link(
            left: from, right: to,
            leftOffset: graph.isNode(from) ? (tail.side == .right ? tail : head).offset : 0,
            rightOffset: graph.isNode(to) ? (tail.side == .right ? head : tail).offset : 0))
      }
    }
    return VerticalPlacement(graph, heights: heights, links: links)
  }

  private func bands(
    _ picture: SupplyPicture, _ names: [String], _ graph: LayeredGraph, _ ports: DrawingPorts
  ) -> [Band] {
    let count = names.count
    var (leftRoom, rightRoom) = ([Double](repeating: 14, count: count), [Double](repeating: 8, count: count))
    var bends = [Int](repeating: 0, count: count)
    var hasFlat = [Bool](repeating: false, count: count)
    for (place, edge) in picture.edges.enumerated() {
      let layer = graph.layerOf[Int(edge.recipient)]
      let room = tags[place].width + Self.arrow + 10
      if ports.heads[place].side == .left {
        leftRoom[layer] = max(leftRoom[layer], room)
      } else {
        rightRoom[layer] = max(rightRoom[layer], room)
      }
      if graph.paths[place].isEmpty { hasFlat[layer] = true }
      for vertex in graph.paths[place].dropLast() { bends[graph.layerOf[vertex]] += 1 }
    }
    var bands: [Band] = []
    var x = 0.0
    for layer in 0..<count {
      var band = Band(left: x)
      band.cards = x + (layer == 0 ? 0 : leftRoom[layer])
      let widest = graph.layers[layer].filter { graph.isNode($0) }.map { cardTexts[$0].innerWidth }.max()
      band.cardsWidth = max(
        (widest ?? 0) + 2 * NodeCard.padding,
        TextMeasure.width(names[layer], size: Self.headerSize, isBold: true))
      let isLast = layer == count - 1
      band.right = band.cards + band.cardsWidth + (isLast && !hasFlat[layer] ? 0 : rightRoom[layer])
      let bendRoom = isLast ? 0 : 44 + min(84, 1.4 * Double(bends[layer]))
      band.gap = max(bendRoom, hasFlat[layer] ? 84 : 0)
      bands.append(band)
      x = band.right + band.gap
    }
    return bands
  }

  private func line(
    _ place: Int, _ edge: SupplyPicture.Edge, _ graph: LayeredGraph, _ ports: DrawingPorts,
    _ placement: VerticalPlacement, _ bands: [Band]
  ) -> Line {
    let (supplier, recipient) = (Int(edge.supplier), Int(edge.recipient))
    let (tail, head) = (ports.tails[place], ports.heads[place])
    let from = Self.header + placement.middles[supplier] + tail.offset
    let to = Self.header + placement.middles[recipient] + head.offset
    let (start, end) = (cards[supplier], cards[recipient])
    let startX = tail.side == .right ? start.x + start.width : start.x
    let endX = head.side == .right ? end.x + end.width : end.x
    let tagWidth = tags[place].width
    let tagX = head.side == .left ? endX - Self.arrow - 4 - tagWidth : endX + Self.arrow + 4
    let tag = Box(x: tagX, y: to - EdgeTag.height + 3, width: tagWidth, height: EdgeTag.height - 2)
    let (first, last) = (bands[graph.layerOf[supplier]], bands[graph.layerOf[recipient]])
    var line = Line(points: [(startX, from)], pointsRight: head.side == .left, tag: tag)
    let path = graph.paths[place]
    if path.isEmpty {
      line.points += [(first.right, from), (last.right, to), (endX, to)]
      line.reach = min(first.gap - 10, 22 + abs(to - from) * 0.22)
      return line
    }
    let goesRight = tail.side == .right
    line.points.append((goesRight ? first.right : first.left, from))
    for vertex in (goesRight ? path : path.reversed()).dropFirst().dropLast() {
      let band = bands[graph.layerOf[vertex]]
      let y = Self.header + placement.middles[vertex]
      line.points += goesRight ? [(band.left, y), (band.right, y)] : [(band.right, y), (band.left, y)]
    }
    line.points += [(goesRight ? last.left : last.right, to), (endX, to)]
    return line
  }
}
