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
    let far = chain.tables.provisions.recipients
    var sorted: [ProvisionIndex] = []
    sorted.reserveCapacity(view.provisions.count)
    var order = RecipientOrder()
    for x in 0..<UInt32(chain.tables.operators.count) {
      let run = view.range(x)
      order.begin()
      for position in run { order.add(far[Int(view.provisions[position])], position) }
      order.finish()
      for key in order.keys { sorted.append(view.provisions[RecipientOrder.position(key)]) }
    }
    provisions = sorted
    recipients = sorted.map { far[Int($0)] }
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

/// Positions of one supplier's provisions by recipient: recipient and position packed in one word and sorted.
struct RecipientOrder {
  private(set) var keys: [UInt64] = []
  private var isSorted = true

  mutating func begin() {
    keys.removeAll(keepingCapacity: true)
    isSorted = true
  }

  /// Adds a provision; positions must ascend.
  mutating func add(_ recipient: OperatorIndex, _ position: Int) {
    let key = UInt64(recipient) << 32 | UInt64(UInt32(position))
    if let last = keys.last, key < last { isSorted = false }
    keys.append(key)
  }

  mutating func finish() {
    if !isSorted { keys.sort() }
  }

  static func position(_ key: UInt64) -> Int { Int(key & 0xFFFF_FFFF) }

  static func recipient(_ key: UInt64) -> OperatorIndex { UInt32(key >> 32) }
}
