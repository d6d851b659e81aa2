import Bytes
import Numbering

/// The provisions of one category by supplier and recipient, active or not; self-provisions left out.
///
/// Invariants: within one supplier by recipient, then in the order of `CategoryAdjacency`.
package struct PairIndex: Sendable {
  private let offsets: [UInt32]
  private let provisions: [ProvisionIndex]
  private let recipients: [OperatorIndex]

  /// - Complexity: O(*n* log *d*) for *n* provisions and at most *d* of one supplier.
  package init(_ chain: SupplyChain, in category: Category) {
    guard let view = chain.outflows.view(category) else {
      (offsets, provisions, recipients) = ([], [], [])
      return
    }
    offsets = view.offsets
    let count = view.provisions.count
    var sortedRecipients = [OperatorIndex](large: count) { $0.initialize(repeating: 0) }
    provisions = [ProvisionIndex](large: count) { sorted in
      sortedRecipients.withUnsafeMutableBufferPointer { sortedRecipients in
        view.withColumns { offsets, provisions, recipients in
          var order = RecipientOrder()
          for x in 0..<offsets.count - 1 where offsets[x] != offsets[x + 1] {
            let run = Int(offsets[x])..<Int(offsets[x + 1])
            order.begin()
            for position in run { order.add(recipients[position], position) }
            order.finish()
            for (place, key) in zip(run, order.keys) {
              sorted[place] = provisions[RecipientOrder.position(key)]
              sortedRecipients[place] = RecipientOrder.recipient(key)
            }
          }
        }
      }
    }
    recipients = sortedRecipients
  }

  /// The provisions from one operator to another.
  ///
  /// - Complexity: O(log *d*) in the supplier's provisions.
  package func provisions(from supplier: OperatorIndex, to recipient: OperatorIndex) -> ArraySlice<
    ProvisionIndex
  > {
    if offsets.isEmpty { return [] }
    var (low, high) = (Int(offsets[Int(supplier)]), Int(offsets[Int(supplier) + 1]))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if recipients[middle] < recipient { low = middle + 1 } else { high = middle }
    }
    var last = low
    high = end
    while last < high {
      let middle = (last + high) / 2
      if recipients[middle] <= recipient { last = middle + 1 } else { high = middle }
    }
    return provisions[low..<last]
  }
}
