import Bytes

/// The strongly connected components of a graph: operators that reach each other.
///
/// Components are numbered by their first member in file order; an operator that no circle goes through is one alone.
public struct Components: Sendable {
  /// The component of each operator.
  public let componentOf: [UInt32]
  /// How many operators each component has.
  public let sizes: [UInt32]

  /// How many there are.
  public var count: Int { sizes.count }
}

extension ProvisionGraph {
  /// Finds the strongly connected components.
  ///
  /// - Complexity: O(operators + edges) time; 4 bytes an operator are kept.
  public func components() -> Components {
    var search = ComponentSearch(count: operatorCount)
    offsets.withUnsafeBufferPointer { offsets in
      recipients.withUnsafeBufferPointer { recipients in
        for x in 0..<UInt32(operatorCount) { search.visit(x, offsets, recipients) }
      }
    }
    var numbers = [UInt32](repeating: noIndex, count: operatorCount)
    var sizes: [UInt32] = []
    var componentOf = search.componentOf
    for x in 0..<operatorCount {
      let found = Int(componentOf[x])
      if numbers[found] == noIndex {
        numbers[found] = UInt32(sizes.count)
        sizes.append(0)
      }
      componentOf[x] = numbers[found]
      sizes[Int(numbers[found])] += 1
    }
    return Components(componentOf: componentOf, sizes: sizes)
  }
}

/// Tarjan's search (1972) with explicit stacks; a component is named by the number of components finished before it.
struct ComponentSearch {
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

  private mutating func discover(_ x: OperatorIndex, _ offsets: UnsafeBufferPointer<UInt32>) {
    discovered += 1
    order[Int(x)] = discovered
    low[Int(x)] = discovered
    nextEdge[Int(x)] = offsets[Int(x)]
    pending.append(x)
    path.append(x)
  }

  mutating func visit(
    _ start: OperatorIndex, _ offsets: UnsafeBufferPointer<UInt32>,
    _ recipients: UnsafeBufferPointer<OperatorIndex>
  ) {
    if order[Int(start)] != 0 { return }
    discover(start, offsets)
    while let x = path.last {
      let position = nextEdge[Int(x)]
      if position < offsets[Int(x) + 1] {
        nextEdge[Int(x)] = position + 1
        let recipient = recipients[Int(position)]
        if order[Int(recipient)] == 0 {
          discover(recipient, offsets)
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
