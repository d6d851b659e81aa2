/// circular-provision.
extension Oracle {
  func circularProvision() {
    for c in OracleData.all {
      let edges = state.active.filter { p in
        let row = data.provisions[p]
        guard row.c == c else { return false }
        return row.range != nil ? !state.resoldPart(p).isEmpty : !state.isHolder(row.u, c)
      }
      let reached = data.operators.indices.map { reachable(from: $0, edges) }
      var circles: [[Int]] = []
      for x in data.operators.indices {
        let circle = data.operators.indices.filter {
          $0 == x || reached[x].contains($0) && reached[$0].contains(x)
        }
        if circle.count >= 2 && circle[0] == x { circles.append(circle) }
      }
      let named = circles.map { circle in (circle: circle, name: circle.min { utf8Less(id($0), id($1)) } ?? 0)
      }
      for (circle, name) in named.sorted(by: { $0.name < $1.name }) {
        let category = OracleData.categories[c]
        report("circular-provision", key: [category, id(name)], source: line("operators", name)) {
          $0.category = category
          $0.operatorIDs = circle.prefix(100).map(id)
          $0.operators = circle.count
          $0.cycle = shortestCycle(through: name, edges)
        }
      }
    }
  }

  private func reachable(from x: Int, _ edges: [Int]) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [x]
    while let u = open.popLast() {
      for p in edges where data.provisions[p].u == u && reached.insert(data.provisions[p].v).inserted {
        open.append(data.provisions[p].v)
      }
    }
    return reached
  }

  /// The first of the shortest cycles: all walks from x of growing length, until some come back.
  private func shortestCycle(through x: Int, _ edges: [Int]) -> [String] {
    var visited: Set<Int> = [x]
    var walks: [(end: Int, ids: [String])] = [(x, [])]
    while !walks.isEmpty {
      var next: [(end: Int, ids: [String])] = []
      for walk in walks {
        for p in edges where data.provisions[p].u == walk.end {
          next.append((data.provisions[p].v, walk.ids + [data.provisions[p].id]))
        }
      }
      let closed = next.filter { $0.end == x }.map(\.ids)
      let first = closed.min { left, right in
        for (a, b) in zip(left, right) where a != b { return utf8Less(a, b) }
        return false
      }
      if let first { return first }
      walks = next.filter { !visited.contains($0.end) }
      visited.formUnion(walks.map(\.end))
    }
    return []
  }
}
