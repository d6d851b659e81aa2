import Banken
import Foundation
import Harness

extension Session {
  /// The searches of the graph by themselves, against libraries of graph kernels that have the same edges.
  func kernels() throws {
    let workload = try ledger(ranged: false)
    say("\(size.name): kernels")
    let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
    let state = state(chain, policy)
    let build = try alternate([contender("build") { ProvisionGraph(state, in: .all) }], runs: runs)[0]
    let graph = ProvisionGraph(state, in: .all)
    let kernels = [
      Kernel("components", .t12Components) { Self.counts(graph.components()) },
      Kernel("levels", .t12Levels) { Self.counts(ofLevels: graph.levels()) },
      Kernel("dominators", .t12Dominators) { Self.counts(graph.dominators()) },
    ]
    let own = [
      contender("components") { graph.components() }, contender("levels") { graph.levels() },
      contender("dominators") { graph.dominators() },
    ]
    let ours = try alternate(own, runs: runs)
    var table = MarkdownTable(["kernel", "seconds", "ns an edge"], numeric: [1, 2])
    let perEdge = 1e9 / Double(max(1, graph.edgeCount))
    for (title, sample) in [("build", build)] + zip(kernels.map(\.name), ours) {
      table.add([title, sample.text, sample.median.map { Figures.short($0 * perEdge) } ?? "–"])
    }
    var section = ResultsSection(
      "Kernels",
      paragraphs: [
        "One thread, on the \(Figures.grouped(graph.edgeCount)) active provisions of the counts ledger between "
          + "\(Figures.grouped(graph.operatorCount)) operators; \(Figures.grouped(graph.sources.count)) holders are the sources. "
          + "Strongly connected components; hops from the nearest source; immediate dominators from a root before all sources."
      ], tables: [table])
    if let peers {
      let file = try Edges(graph, in: workloads.folder)
      defer { file.remove() }
      section.paragraphs += try against(peers, kernels, own, edges: file.path)
    }
    add(section)
  }

  private struct Kernel {
    let name: String
    let target: TargetID
    let counts: () -> Counts

    init(_ name: String, _ target: TargetID, counts: @escaping () -> Counts) {
      (self.name, self.target, self.counts) = (name, target, counts)
    }
  }

  /// Compares every kernel with every peer that has it, and returns what is to be said of the peers.
  private func against(
    _ peers: PeerEnvironment, _ kernels: [Kernel], _ own: [Contender], edges: String
  ) throws -> [String] {
    var remarks: [String] = []
    var best: [String: Double] = [:]
    var differs = Set<String>()
    for name in ["igraph", "networkit", "scipy", "duckdb_levels"] {
      let peer = try peers.start(name)
      defer { peer.stop() }
      say("\(size.name): kernels, \(peer.title)")
      let loaded = try peer.order("load \(edges)")
      remarks.append(
        "\(peer.title) built its graph from arrays of edges in \(Figures.short(loaded.seconds)) s (not counted)."
      )
      let offered = Set((loaded.notes["kernels"] ?? "").split(separator: ",").map(String.init))
      for (index, kernel) in kernels.enumerated() {
        guard offered.contains(kernel.name) else {
          remarks.append("\(peer.title) has no \(kernel.name).")
          continue
        }
        let samples = try alternate([own[index], peer.contender(kernel.name)], runs: runs)
        let comparison = Comparison(
          kernel.name, on: "counts", against: peer.title, ours: samples[0], theirs: samples[1],
          counts: kernel.counts(), theirCounts: peer.counts[kernel.name] ?? [:])
        add(comparison)
        if let ratio = comparison.ratio {
          best[kernel.name] = min(best[kernel.name] ?? .infinity, ratio)
        } else {
          differs.insert(kernel.name)
        }
      }
    }
    for kernel in kernels {
      let value = differs.contains(kernel.name) ? nil : best[kernel.name]
      judge(kernel.target, on: "counts", value, reason: "the counts differ")
    }
    return [remarks.joined(separator: " ")]
  }

  // MARK: What both sides count

  private static func counts(_ components: Components) -> Counts {
    [
      "components": components.count, "largest": Int(components.sizes.max() ?? 0),
      "in-circles": components.sizes.reduce(0) { $0 + ($1 > 1 ? Int($1) : 0) },
    ]
  }

  private static func counts(ofLevels levels: [UInt32]) -> Counts {
    let reached = levels.filter { $0 != noLevel }
    return ["reached": reached.count, "hops": reached.reduce(0) { $0 + Int($1) }]
  }

  /// `reached` operators, those only the root dominates, and a sum that any other dominator would change.
  private static func counts(_ dominators: Dominators) -> Counts {
    var (reached, free, sum) = (0, 0, 0)
    for (x, immediate) in dominators.immediate.enumerated() where immediate != noIndex {
      reached += 1
      if immediate == Dominators.sourcesOnly {
        free += 1
      } else {
        sum += (Int(immediate) + 1) * (x % 1_009 + 1)
      }
    }
    return ["reached": reached, "by-root-only": free, "checksum": sum]
  }
}

/// The edges of a graph in files that a peer maps: from, to and sources, each 32-bit numbers.
private struct Edges {
  let path: String

  init(_ graph: ProvisionGraph, in folder: String) throws {
    path = "\(folder)/edges"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    var (from, to): ([UInt32], [UInt32]) = ([], [])
    from.reserveCapacity(graph.edgeCount)
    to.reserveCapacity(graph.edgeCount)
    for x in 0..<UInt32(graph.operatorCount) {
      for recipient in graph.recipients(of: x) {
        from.append(x)
        to.append(recipient)
      }
    }
    for (name, values) in [
      ("from", from), ("to", to), ("sources", graph.sources), ("count", [UInt32(graph.operatorCount)]),
    ] {
      try values.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
