import Decisions

/// Which column of a drawing each node stands in: holders, then tier by tier, then those without a tier.
struct LayerPlan {
  /// What the nodes of a column have in common.
  enum Column: Equatable {
    /// 0 for holders.
    case tier(Int)
    /// No chain leads from a holder; so many hops from where the trail is lost.
    case unknown(hops: Int)
  }

  private(set) var columns: [Column] = []
  /// By node.
  private(set) var layer: [Int]

  /// - Complexity: O(*n* log *n*) in nodes and O(edges).
  init(_ picture: SupplyPicture) {
    let nodes = picture.nodes
    layer = [Int](repeating: 0, count: nodes.count)
    let hops = Self.hops(picture)
    let tiers = Set(nodes.compactMap(\.tier)).sorted()
    let depths = Set(hops.compactMap(\.self)).sorted()
    columns = tiers.map { .tier($0) } + depths.map { .unknown(hops: $0) }
    let tierPlaces = Dictionary(uniqueKeysWithValues: tiers.enumerated().map { ($1, $0) })
    let hopPlaces = Dictionary(uniqueKeysWithValues: depths.enumerated().map { ($1, $0) })
    for (place, node) in nodes.enumerated() {
      if let tier = node.tier {
        layer[place] = tierPlaces[tier] ?? 0
      } else if let depth = hops[place] {
        layer[place] = tiers.count + (hopPlaces[depth] ?? 0)
      }
    }
  }

  /// How far nodes without a tier are from those among them that receive from none of them; nil for nodes with a tier.
  ///
  /// In a circle that nothing leads into, the node that stands first is where it is taken to begin.
  private static func hops(_ picture: SupplyPicture) -> [Int?] {
    let count = picture.nodes.count
    let isUnknown = picture.nodes.map { $0.tier == nil }
    var recipients = [[Int]](repeating: [], count: count)
    var isFed = [Bool](repeating: false, count: count)
    for edge in picture.edges where isUnknown[Int(edge.supplier)] && isUnknown[Int(edge.recipient)] {
      recipients[Int(edge.supplier)].append(Int(edge.recipient))
      isFed[Int(edge.recipient)] = true
    }
    var hops = [Int?](repeating: nil, count: count)
    func walk(from start: [Int]) {
      var queue = start
      for node in start { hops[node] = 0 }
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for recipient in recipients[node] where hops[recipient] == nil {
          hops[recipient] = (hops[node] ?? 0) + 1
          queue.append(recipient)
        }
      }
    }
    walk(from: (0..<count).filter { isUnknown[$0] && !isFed[$0] })
    for node in 0..<count where isUnknown[node] && hops[node] == nil { walk(from: [node]) }
    return hops
  }
}
