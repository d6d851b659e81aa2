import Bytes
import Numbering
import SupplyChain

/// Whether numbers that are not their supplier's own pass from one operator to another in a category.
///
/// The operators that both receive and provide are contracted to their strongly connected components. Each has two
/// labels from depth-first searches (Yıldırım, Chaoji and Zaki 2010): an operator reaches only what lies within its
/// labels. What they leave open is searched for.
///
/// Invariants: `offsets` is one longer than the components; `labels` hold one element for each.
struct ResaleReach: Sendable {
  /// The component of each operator; `noIndex` for those that do not both receive and provide.
  private let componentOf: [UInt32]
  private let offsets: [UInt32]
  private let recipients: [UInt32]
  private let first: ReachLabels
  private let second: ReachLabels
  private let state: DayState
  private let category: Category

  /// - Parameter kept: 1 for the provisions that may be part of a circle.
  /// - Complexity: O(operators + provisions).
  init?(_ state: DayState, in category: Category, kept: [UInt8]) {
    guard let view = state.chain.outflows.view(category) else { return nil }
    self.state = state
    self.category = category
    let bit = CategorySet(category).rawValue
    let count = state.outflow.count
    var core = [UInt32](repeating: noIndex, count: count)
    var (ends, edges): ([UInt32], [OperatorIndex]) = ([0], [])
    var members: [OperatorIndex] = []
    for x in 0..<count where state.inflow[x] & state.outflow[x] & bit != 0 {
      core[x] = UInt32(members.count)
      members.append(OperatorIndex(x))
    }
    for x in members {
      for position in view.range(x) where kept[Int(view.provisions[position])] != 0 {
        edges.append(core[Int(view.recipients[position])])
      }
      ends.append(UInt32(edges.count))
    }
    let components = ProvisionGraph(offsets: ends, recipients: edges, sources: []).components()
    (offsets, recipients) = Self.contracted(components, offsets: ends, edges)
    first = ReachLabels(offsets: offsets, recipients: recipients, backwards: false)
    second = ReachLabels(offsets: offsets, recipients: recipients, backwards: true)
    for x in members { core[Int(x)] = components.componentOf[Int(core[Int(x)])] }
    componentOf = core
  }

  /// The edges between components, by the one they leave.
  private static func contracted(
    _ components: Components, offsets: [UInt32], _ edges: [OperatorIndex]
  ) -> (offsets: [UInt32], recipients: [UInt32]) {
    let rows = RowIndex(keys: components.componentOf, keyCount: components.count)
    var (ends, result): ([UInt32], [UInt32]) = ([0], [])
    for component in 0..<UInt32(components.count) {
      for x in rows.rows(of: component) {
        for edge in Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1]) {
          let other = components.componentOf[Int(edges[edge])]
          if other != component { result.append(other) }
        }
      }
      ends.append(UInt32(result.count))
    }
    return (ends, result)
  }

  /// Whether a way leads from one operator to another one.
  ///
  /// - Complexity: O(1) where either end does not provide or receive, or the labels tell; at worst O(*n*) in the
  ///   operators and provisions between resellers that lie within the labels.
  func leads(from y: OperatorIndex, to x: OperatorIndex) -> Bool {
    guard state.hasOutflow(y, in: category), state.hasInflow(x, in: category) else { return false }
    var sources: [UInt32] = []
    if componentOf[Int(y)] != noIndex {
      sources.append(componentOf[Int(y)])
    } else {
      for v in state.resoldTo(by: y, in: category) {
        if v == x { return true }
        if componentOf[Int(v)] != noIndex { sources.append(componentOf[Int(v)]) }
      }
    }
    var targets: [UInt32] = []
    if componentOf[Int(x)] != noIndex {
      targets.append(componentOf[Int(x)])
    } else {
      for u in state.resoldBy(to: x, in: category) {
        if u == y { return true }
        if componentOf[Int(u)] != noIndex { targets.append(componentOf[Int(u)]) }
      }
    }
    return search(from: sources, to: targets)
  }

  private func search(from sources: [UInt32], to targets: [UInt32]) -> Bool {
    // Of many targets each would have to be looked at at every step; then all steps are taken.
    let few = targets.count <= 8
    let wanted = few ? [] : Set(targets)
    var seen: Set<UInt32> = []
    var stack: [UInt32] = []
    func isHopeful(_ component: UInt32) -> Bool {
      !few || targets.contains { first.mayReach(component, $0) && second.mayReach(component, $0) }
    }
    func isThere(_ component: UInt32) -> Bool {
      few ? targets.contains { first.surelyReaches(component, $0) } : wanted.contains(component)
    }
    for source in sources where isHopeful(source) && seen.insert(source).inserted { stack.append(source) }
    while let component = stack.popLast() {
      if isThere(component) { return true }
      for edge in Int(offsets[Int(component)])..<Int(offsets[Int(component) + 1]) {
        let next = recipients[edge]
        if isHopeful(next), seen.insert(next).inserted { stack.append(next) }
      }
    }
    return false
  }
}

/// Labels of a graph without circles by a depth-first search from every node that has not been met.
private struct ReachLabels: Sendable {
  /// When each node was left, counted over all.
  private let rank: [UInt32]
  /// The least rank of what it reaches.
  private let least: [UInt32]
  /// How many were left when it was entered: those of a rank from there up to its own were met below it.
  private let entered: [UInt32]

  /// - Parameter backwards: whether nodes and edges are taken from the last to the first.
  init(offsets: [UInt32], recipients: [UInt32], backwards: Bool) {
    let count = offsets.count - 1
    var rank = [UInt32](repeating: noIndex, count: count)
    var least = rank
    var entered = rank
    var taken = [UInt32](repeating: 0, count: count)
    var path: [UInt32] = []
    var left: UInt32 = 0
    for index in 0..<count {
      let root = backwards ? count - 1 - index : index
      if entered[root] != noIndex { continue }
      entered[root] = left
      path.append(UInt32(root))
      while let node = path.last.map({ Int($0) }) {
        let (begin, end) = (offsets[node], offsets[node + 1])
        if taken[node] < end - begin {
          let edge = backwards ? end - 1 - taken[node] : begin + taken[node]
          taken[node] += 1
          let next = Int(recipients[Int(edge)])
          if entered[next] == noIndex {
            entered[next] = left
            path.append(UInt32(next))
          } else {
            // Without circles whatever was entered and is not on the path has been left.
            least[node] = min(least[node], least[next])
          }
        } else {
          path.removeLast()
          rank[node] = left
          least[node] = min(least[node], left)
          left += 1
          if let above = path.last { least[Int(above)] = min(least[Int(above)], least[node]) }
        }
      }
    }
    (self.rank, self.least, self.entered) = (rank, least, entered)
  }

  /// Whether the one may reach the other; false is certain.
  func mayReach(_ node: UInt32, _ other: UInt32) -> Bool {
    least[Int(node)] <= least[Int(other)] && rank[Int(other)] <= rank[Int(node)]
  }

  /// Whether the other was met below the one; true is certain.
  func surelyReaches(_ node: UInt32, _ other: UInt32) -> Bool {
    entered[Int(node)] <= rank[Int(other)] && rank[Int(other)] <= rank[Int(node)]
  }
}
