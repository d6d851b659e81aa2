import Numbering
import SupplyChain

/// The provisions of single pairs of one category, active or not, for questions sorted by recipient.
///
/// Only recipients that are asked about are looked at, and each once as long as questions about it follow
/// one another.
package struct PairRuns {
  private let view: CategoryAdjacency?
  private let suppliers: [OperatorIndex]
  private var recipient = noIndex
  /// Supplier and position in the view of the recipient's provisions, packed, ascending.
  private var keys: [UInt64] = []
  private var run: [ProvisionIndex] = []

  package init(_ chain: SupplyChain, in category: Category) {
    view = chain.inflows.view(category)
    suppliers = chain.tables.provisions.suppliers
  }

  /// The provisions from one operator to another, in the order of `CategoryAdjacency`.
  ///
  /// - Complexity: O(log *d* + the provisions of the pair), and O(*d* log *d*) for a recipient other than the one
  ///   asked about before; *d* are the recipient's provisions.
  package mutating func provisions(from u: OperatorIndex, to v: OperatorIndex) -> [ProvisionIndex] {
    guard let view else { return [] }
    if v != recipient {
      recipient = v
      keys.removeAll(keepingCapacity: true)
      var isSorted = true
      for position in view.range(v) {
        let key = UInt64(suppliers[Int(view.provisions[position])]) << 32 | UInt64(position)
        if let last = keys.last, key < last { isSorted = false }
        keys.append(key)
      }
      if !isSorted { keys.sort() }
    }
    run.removeAll(keepingCapacity: true)
    for key in keys[keys.firstIndex(atLeast: UInt64(u) << 32)...] {
      if key >> 32 != UInt64(u) { break }
      run.append(view.provisions[Int(key & 0xFFFF_FFFF)])
    }
    return run
  }
}
