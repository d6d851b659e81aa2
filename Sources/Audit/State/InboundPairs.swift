import Bytes
import Numbering
import SupplyChain

/// How many numbers go to some operators from each of their suppliers on a day, in some categories together.
///
/// Invariants: `recipients` ascend, `offsets` is one longer; the suppliers of one recipient ascend; only pairs
/// with an active provision are there.
package struct InboundPairs: Sendable {
  package let recipients: [OperatorIndex]
  package private(set) var offsets: [Int] = [0]
  package private(set) var suppliers: [OperatorIndex] = []
  package private(set) var numbers: [UInt64] = []

  /// Adds up the active provisions of every pair whose recipient is asked for, in ascending order.
  ///
  /// - Complexity: O(*n* log *d*) in the *n* provisions of those recipients, at most *d* of one.
  package init(
    to recipients: [OperatorIndex], in categories: CategorySet, _ state: DayState, threads: Int
  ) {
    self.recipients = recipients
    let slice = 1 << 12
    let parts = concurrentMap((recipients.count + slice - 1) / slice, threads: threads) { index in
      var part = InboundSums(state, categories)
      for place in index * slice..<min(recipients.count, (index + 1) * slice) { part.add(recipients[place]) }
      return part.result
    }
    offsets.reserveCapacity(recipients.count + 1)
    for part in parts {
      let first = suppliers.count
      for end in part.ends { offsets.append(first + end) }
      suppliers.append(contentsOf: part.suppliers)
      numbers.append(contentsOf: part.numbers)
    }
  }

  /// How many numbers go from one operator to another, which must have been asked for; 0 for none.
  ///
  /// - Complexity: O(log *n*).
  package func numbers(from u: OperatorIndex, to v: OperatorIndex) -> UInt64 {
    let place = recipients.firstPlace(in: recipients.indices, atLeast: v)
    guard place < recipients.count, recipients[place] == v else { return 0 }
    let pair = suppliers.firstPlace(in: offsets[place]..<offsets[place + 1], atLeast: u)
    return pair < offsets[place + 1] && suppliers[pair] == u ? numbers[pair] : 0
  }
}

/// The sums of a run of recipients, one after the other.
private struct InboundSums {
  struct Result: Sendable {
    /// Where the pairs of each recipient end.
    var ends: [Int] = []
    var suppliers: [OperatorIndex] = []
    var numbers: [UInt64] = []
  }

  private let active: [UInt8]
  private let table: ProvisionTable
  private let views: [CategoryAdjacency]
  private(set) var result = Result()
  /// Supplier, then category and position within the recipient's provisions there, packed.
  private var keys: [UInt64] = []

  init(_ state: DayState, _ categories: CategorySet) {
    active = state.active
    table = state.chain.tables.provisions
    views = Category.allCases.filter { categories.has($0) }.compactMap { state.chain.inflows.view($0) }
  }

  mutating func add(_ v: OperatorIndex) {
    let first = result.suppliers.count
    for view in views {
      keys.removeAll(keepingCapacity: true)
      var isSorted = true
      for position in view.range(v) {
        let p = Int(view.provisions[position])
        if active[p] == 0 { continue }
        let key = UInt64(table.suppliers[p]) << 32 | UInt64(position)
        if let last = keys.last, key < last { isSorted = false }
        keys.append(key)
      }
      if !isSorted { keys.sort() }
      addUnions(view)
    }
    if views.count > 1 { join(from: first) }
    result.ends.append(result.suppliers.count)
  }

  /// Adds what each supplier provides in one category; ranges of one pair come by start.
  private mutating func addUnions(_ view: CategoryAdjacency) {
    var index = 0
    while index < keys.count {
      let supplier = OperatorIndex(keys[index] >> 32)
      var union = UnionSize()
      while index < keys.count, keys[index] >> 32 == UInt64(supplier) {
        let p = Int(view.provisions[Int(keys[index] & 0xFFFF_FFFF)])
        if table.isRanged(p) {
          union.add(from: table.rangeStarts[p], through: table.rangeEnd(p))
        } else {
          union.add(count: table.numbers[p])
        }
        index += 1
      }
      result.suppliers.append(supplier)
      result.numbers.append(union.size)
    }
  }

  /// Adds the sums of one supplier in several categories together.
  private mutating func join(from first: Int) {
    let count = result.suppliers.count - first
    if count < 2 { return }
    var isSorted = true
    for place in first + 1..<first + count where result.suppliers[place] <= result.suppliers[place - 1] {
      isSorted = false
      break
    }
    if isSorted { return }
    let pairs = (first..<first + count).map { (result.suppliers[$0], result.numbers[$0]) }
      .sorted { $0.0 < $1.0 }
    result.suppliers.removeLast(count)
    result.numbers.removeLast(count)
    for (supplier, numbers) in pairs {
      if result.suppliers.count > first, result.suppliers[result.suppliers.count - 1] == supplier {
        result.numbers[result.numbers.count - 1] += numbers
      } else {
        result.suppliers.append(supplier)
        result.numbers.append(numbers)
      }
    }
  }
}

extension [UInt32] {
  /// The first of some places of an ascending run that holds at least a value; their end when none does.
  ///
  /// - Complexity: O(log *n*).
  package func firstPlace(in places: Range<Int>, atLeast value: UInt32) -> Int {
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
