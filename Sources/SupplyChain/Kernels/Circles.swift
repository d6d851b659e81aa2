import Bytes

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
  /// - Complexity: O(operators + provisions).
  package init(_ outflows: CategoryAdjacency, kept: [UInt8]) {
    let count = outflows.offsets.count - 1
    let found = ProvisionGraph(outflows, kept: kept).components()
    // Components in the order of their first members, single operators left out.
    var numbers = [UInt32](repeating: noIndex, count: found.count)
    var circles: UInt32 = 0
    for component in 0..<found.count where found.sizes[component] > 1 {
      numbers[component] = circles
      circles += 1
    }
    var circleOf = [UInt32](repeating: noIndex, count: count)
    for x in 0..<count { circleOf[x] = numbers[Int(found.componentOf[x])] }
    let index = RowIndex(keys: circleOf, keyCount: Int(circles))
    offsets = index.offsets
    members = index.rows
    self.circleOf = circleOf
  }
}

extension ProvisionGraph {
  /// The provisions of a view whose byte in `kept` is not 0, without sources.
  fileprivate init(_ outflows: CategoryAdjacency, kept: [UInt8]) {
    let count = outflows.offsets.count - 1
    var edges: [OperatorIndex] = []
    let offsets = [UInt32](large: count + 1) { offsets in
      offsets[0] = 0
      outflows.withColumns { ends, provisions, recipients in
        kept.withUnsafeBufferPointer { kept in
          for x in 0..<count {
            for position in Int(ends[x])..<Int(ends[x + 1]) where kept[Int(provisions[position])] != 0 {
              edges.append(recipients[position])
            }
            offsets[x + 1] = UInt32(edges.count)
          }
        }
      }
    }
    self.init(offsets: offsets, recipients: edges, sources: [])
  }
}
