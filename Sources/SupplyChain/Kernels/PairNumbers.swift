import Bytes
import Numbering

/// How many numbers go from each operator to each other on a day, in some categories together.
///
/// Invariants: the pairs of one supplier ascend by recipient; `offsets` is one longer than the number of operators;
/// only pairs with an active provision are there.
package struct PairNumbers: Sendable {
  package private(set) var offsets: [UInt32] = [0]
  package private(set) var recipients: [OperatorIndex] = []
  package private(set) var numbers: [UInt64] = []

  /// Adds up the active provisions of every pair.
  ///
  /// - Complexity: O(*n* log *d*) for *n* provisions and at most *d* of one supplier.
  package init(_ state: DayState, in categories: CategorySet) {
    let operatorCount = state.chain.tables.operators.count
    let slice = 1 << 14
    let parts = concurrentMap((operatorCount + slice - 1) / slice, threads: state.options.threads) { index in
      var part = PairSums(state, categories)
      for x in index * slice..<min(operatorCount, (index + 1) * slice) { part.add(UInt32(x)) }
      return part.result
    }
    let pairs = parts.reduce(0) { $0 + $1.recipients.count }
    offsets.reserveLarge(operatorCount + 1)
    recipients.reserveLarge(pairs)
    numbers.reserveLarge(pairs)
    for part in parts {
      let first = UInt32(recipients.count)
      offsets.append(contentsOf: part.ends.lazy.map { $0 + first })
      recipients.append(contentsOf: part.recipients)
      numbers.append(contentsOf: part.numbers)
    }
  }

  /// Where the pairs of a supplier lie.
  package func range(_ supplier: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(supplier)])..<Int(offsets[Int(supplier) + 1])
  }

  /// How many numbers go from one operator to another; 0 for none.
  ///
  /// - Complexity: O(log *d*) in the supplier's recipients.
  package func numbers(from supplier: OperatorIndex, to recipient: OperatorIndex) -> UInt64 {
    let range = range(supplier)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if recipients[middle] < recipient { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && recipients[low] == recipient ? numbers[low] : 0
  }
}

/// The sums of a run of suppliers, one after the other.
private struct PairSums {
  struct Result: Sendable {
    /// Where the pairs of each supplier end.
    var ends: [UInt32] = []
    var recipients: [OperatorIndex] = []
    var numbers: [UInt64] = []
  }

  private struct Entry {
    let recipient: OperatorIndex
    let numbers: UInt64
  }

  private let active: [UInt8]
  private let starts: [UInt64]
  private let numbers: [UInt64]
  private let views: [CategoryAdjacency]
  private(set) var result = Result()
  private var order = RecipientOrder()
  private var entries: [Entry] = []

  init(_ state: DayState, _ categories: CategorySet) {
    active = state.active
    starts = state.chain.tables.provisions.rangeStarts
    numbers = state.chain.tables.provisions.numbers
    views = Category.allCases.filter { categories.has($0) }.compactMap { state.chain.outflows.view($0) }
  }

  mutating func add(_ x: OperatorIndex) {
    entries.removeAll(keepingCapacity: true)
    var contributing = 0
    for view in views where !view.range(x).isEmpty {
      let before = entries.count
      add(x, view)
      if entries.count > before { contributing += 1 }
    }
    if contributing > 1 { entries.sort { $0.recipient < $1.recipient } }
    let first = result.recipients.count
    for entry in entries {
      let last = result.recipients.count - 1
      if last >= first, result.recipients[last] == entry.recipient {
        result.numbers[last] += entry.numbers
      } else {
        result.recipients.append(entry.recipient)
        result.numbers.append(entry.numbers)
      }
    }
    result.ends.append(UInt32(result.recipients.count))
  }

  private mutating func add(_ x: OperatorIndex, _ view: CategoryAdjacency) {
    let (active, starts, numbers) = (active, starts, numbers)
    order.begin()
    for position in view.range(x) where active[Int(view.provisions[position])] != 0 {
      order.add(view.recipients[position], position)
    }
    order.finish()
    var index = 0
    while index < order.keys.count {
      let recipient = RecipientOrder.recipient(order.keys[index])
      var union = UnionSize()
      while index < order.keys.count, RecipientOrder.recipient(order.keys[index]) == recipient {
        let p = Int(view.provisions[RecipientOrder.position(order.keys[index])])
        if starts[p] != 0 {
          union.add(from: starts[p], through: starts[p] &+ numbers[p] &- 1)
        } else {
          union.add(count: numbers[p])
        }
        index += 1
      }
      entries.append(Entry(recipient: recipient, numbers: union.size))
    }
  }
}
