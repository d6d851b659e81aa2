import Numbering

/// The strongly connected components of two or more operators in one category.
///
/// Components are numbered by their first member in file order. Invariant: `offsets` is one longer than their number.
package struct Circles: Sendable {
  private let offsets: [UInt32]
  private let members: [OperatorIndex]
  /// The component of each operator; `noIndex` for an operator in none.
  package let circleOf: [UInt32]

  /// How many there are.
  package var count: Int { offsets.count - 1 }

  /// The operators of a component, in file order.
  package func members(of circle: Int) -> ArraySlice<OperatorIndex> {
    members[Int(offsets[circle])..<Int(offsets[circle + 1])]
  }

  /// Finds the components of the provisions of a view whose byte in `kept` is not 0.
  ///
  /// - Complexity: O(operators + provisions) (Tarjan 1972, with explicit stacks).
  package init(_ outflows: CategoryAdjacency, of table: ProvisionTable, kept: [UInt8]) {
    let count = outflows.offsets.count - 1
    var search = ComponentSearch(count: count)
    for x in 0..<UInt32(count) { search.visit(x, outflows, recipients: table.recipients, kept: kept) }
    // Components in the order of their first members, single operators left out.
    var sizes = [UInt32](repeating: 0, count: count)
    for component in search.componentOf { sizes[Int(component)] += 1 }
    var numbers = [UInt32](repeating: noIndex, count: count)
    var circleOf = [UInt32](repeating: noIndex, count: count)
    var found: UInt32 = 0
    for x in 0..<count {
      let component = Int(search.componentOf[x])
      if sizes[component] < 2 { continue }
      if numbers[component] == noIndex {
        numbers[component] = found
        found += 1
      }
      circleOf[x] = numbers[component]
    }
    let index = RowIndex(keys: circleOf, keyCount: Int(found))
    offsets = index.offsets
    members = index.rows
    self.circleOf = circleOf
  }
}

/// Tarjan's search; a component is named by the number of components finished before it.
private struct ComponentSearch {
  private(set) var componentOf: [UInt32]
  private var componentCount: UInt32 = 0
  /// The order of discovery, from 1; 0 for not yet.
  private var order: [UInt32]
  private var low: [UInt32]
  private var nextEdge: [UInt32]
  /// Operators found and not yet in a component.
  private var pending: [OperatorIndex] = []
  /// The path from where the search began.
  private var path: [OperatorIndex] = []
  private var discovered: UInt32 = 0

  init(count: Int) {
    componentOf = [UInt32](repeating: noIndex, count: count)
    order = [UInt32](repeating: 0, count: count)
    low = order
    nextEdge = order
  }

  private mutating func discover(_ x: OperatorIndex, _ outflows: CategoryAdjacency) {
    discovered += 1
    order[Int(x)] = discovered
    low[Int(x)] = discovered
    nextEdge[Int(x)] = outflows.offsets[Int(x)]
    pending.append(x)
    path.append(x)
  }

  mutating func visit(
    _ start: OperatorIndex, _ outflows: CategoryAdjacency, recipients: [OperatorIndex], kept: [UInt8]
  ) {
    if order[Int(start)] != 0 { return }
    discover(start, outflows)
    while let x = path.last {
      let position = nextEdge[Int(x)]
      if position < outflows.offsets[Int(x) + 1] {
        nextEdge[Int(x)] = position + 1
        let p = Int(outflows.provisions[Int(position)])
        if kept[p] == 0 { continue }
        let recipient = recipients[p]
        if order[Int(recipient)] == 0 {
          discover(recipient, outflows)
        } else if componentOf[Int(recipient)] == noIndex {
          low[Int(x)] = min(low[Int(x)], order[Int(recipient)])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last { low[Int(parent)] = min(low[Int(parent)], low[Int(x)]) }
      if low[Int(x)] == order[Int(x)] {
        while let member = pending.popLast() {
          componentOf[Int(member)] = componentCount
          if member == x { break }
        }
        componentCount += 1
      }
    }
  }
}
