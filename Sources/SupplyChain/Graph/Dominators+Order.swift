import Bytes

extension Dominators {
  /// The operators that a source reaches, each directly before all that it dominates.
  ///
  /// - Complexity: O(operators); 12 bytes each while it runs.
  package func preorder() -> [OperatorIndex] {
    let count = immediate.count
    // The last key is for those that no single operator dominates; those that nobody reaches have none.
    let keys = immediate.map { $0 == Self.sourcesOnly ? UInt32(count) : $0 }
    let below = RowIndex(keys: keys, keyCount: count + 1)
    var order: [OperatorIndex] = []
    order.reserveLarge(count)
    var open = Array(below.rows(of: UInt32(count)).reversed())
    while let x = open.popLast() {
      order.append(x)
      open.append(contentsOf: below.rows(of: x).reversed())
    }
    return order
  }
}
