import Numbering
import SupplyChain

/// How many numbers pass from one operator to another on the day, for every pair that has an active provision.
///
/// Invariants: `keys` ascends strictly; both arrays are as long.
package struct PairSums: Sendable {
  /// Supplier in the upper half, recipient in the lower.
  package private(set) var keys: [UInt64] = []
  package private(set) var numbers: [UInt64] = []

  /// The pairs of one category.
  ///
  /// - Complexity: O(*n* log *d*) in provisions, *d* those of one supplier.
  package init(_ state: DayState, in category: Category) {
    guard let view = state.chain.outflows.view(category) else { return }
    let table = state.chain.tables.provisions
    // Recipient in the upper half, place in the view in the lower: so each pair keeps the ranges by their start.
    var order: [UInt64] = []
    let bit = CategorySet(category).rawValue
    for u in 0..<OperatorIndex(state.chain.tables.operators.count) where state.outflow[Int(u)] & bit != 0 {
      order.removeAll(keepingCapacity: true)
      for place in view.range(u) where state.active[Int(view.provisions[place])] != 0 {
        order.append(UInt64(table.recipients[Int(view.provisions[place])]) << 32 | UInt64(place))
      }
      if order.count > 1 { order.sort() }
      var covered: UInt64 = 0
      for entry in order {
        let key = UInt64(u) << 32 | entry >> 32
        if keys.last != key {
          keys.append(key)
          numbers.append(0)
          covered = 0
        }
        let p = Int(view.provisions[Int(entry & 0xFFFF_FFFF)])
        if !table.isRanged(p) {
          numbers[numbers.count - 1] += table.numbers[p]
          continue
        }
        let (first, last) = (max(table.rangeStarts[p], covered + 1), table.rangeEnd(p))
        if first <= last {
          numbers[numbers.count - 1] += last - first + 1
          covered = last
        }
      }
    }
  }

  /// The pairs of several categories, their numbers added up.
  ///
  /// - Complexity: O(*n*) in the pairs.
  package init(adding parts: [PairSums]) {
    var next = [Int](repeating: 0, count: parts.count)
    while true {
      var least = UInt64.max
      for (index, part) in parts.enumerated() where next[index] < part.keys.count {
        least = min(least, part.keys[next[index]])
      }
      // No key is that great: an index is never `noIndex`.
      if least == UInt64.max { return }
      var sum: UInt64 = 0
      for (index, part) in parts.enumerated() where next[index] < part.keys.count {
        guard part.keys[next[index]] == least else { continue }
        sum += part.numbers[next[index]]
        next[index] += 1
      }
      keys.append(least)
      numbers.append(sum)
    }
  }

  /// The supplier of a pair.
  package func supplier(_ pair: Int) -> OperatorIndex { OperatorIndex(keys[pair] >> 32) }

  /// The recipient of a pair.
  package func recipient(_ pair: Int) -> OperatorIndex { OperatorIndex(keys[pair] & 0xFFFF_FFFF) }

  /// How many numbers pass from one operator to another; 0 without an active provision.
  ///
  /// - Complexity: O(log *n*) in the pairs.
  package func sum(from u: OperatorIndex, to v: OperatorIndex) -> UInt64 {
    let key = UInt64(u) << 32 | UInt64(v)
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = low + (high - low) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? numbers[low] : 0
  }
}
