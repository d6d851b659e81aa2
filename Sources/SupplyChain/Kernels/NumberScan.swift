import Bytes
import Numbering

/// Some telephone numbers, to be looked for in the ranges of all provisions in one pass.
///
/// The numbers from the lowest to the highest fall into buckets of one size, a power of two, so that the next number from
/// the start of a range on is found at once.
/// Invariants: `numbers` ascend and differ; `firsts` holds, for each bucket and for the end, the place of the first
/// number in it or after it.
package struct NumberScan: Sendable {
  /// The numbers, ascending.
  package let numbers: [UInt64]
  private let shift: UInt64
  private let firsts: [UInt32]

  private static var mostBuckets: UInt64 { 1 << 14 }

  /// - Complexity: O(*n* log *n*) in numbers.
  package init(_ given: [UInt64]) {
    var numbers: [UInt64] = []
    for number in given.sorted() where number != numbers.last { numbers.append(number) }
    self.numbers = numbers
    guard let lowest = numbers.first, let highest = numbers.last else {
      (shift, firsts) = (0, [0])
      return
    }
    var shift: UInt64 = 0
    while (highest - lowest) >> shift >= Self.mostBuckets { shift += 1 }
    var firsts: [UInt32] = []
    for (place, number) in numbers.enumerated() {
      while UInt64(firsts.count) <= (number - lowest) >> shift { firsts.append(UInt32(place)) }
    }
    firsts.append(UInt32(numbers.count))
    (self.shift, self.firsts) = (shift, firsts)
  }

  /// Whether a number is one of them.
  ///
  /// - Complexity: O(log *n*).
  package func contains(_ number: UInt64) -> Bool {
    let place = firstPosition(in: numbers.indices, numbers, atLeast: number)
    return place < numbers.count && numbers[place] == number
  }

  /// Whether a range has one of them; it must not lie beside all of them.
  @inline(__always)
  private func meets(from start: UInt64, through end: UInt64) -> Bool {
    let start = max(start, numbers[0])
    let bucket = Int(truncatingIfNeeded: (start - numbers[0]) &>> shift)
    let among = Int(firsts[bucket])..<Int(firsts[bucket + 1])
    let place = firstPosition(in: among, numbers, atLeast: start)
    return place < numbers.count && numbers[place] <= end
  }

  /// The ranged provisions that a mask keeps and that contain one of the numbers, in file order.
  ///
  /// - Parameter kept: 1 for the provisions to look at, 0 for the others.
  /// - Complexity: O(*p* log *n*) in provisions and numbers, on all threads.
  package func rows(in table: ProvisionTable, kept: [UInt8], threads: Int) -> [ProvisionIndex] {
    guard let lowest = numbers.first, let highest = numbers.last else { return [] }
    let slice = 1 << 16
    let parts = concurrentMap((table.count + slice - 1) / slice, threads: threads) { index in
      let rows = index * slice..<min(table.count, (index + 1) * slice)
      let near = Self.near(rows, lowest, highest, table, kept: kept)
      if numbers.count == 1 { return near }
      let (starts, sizes) = (table.rangeStarts, table.numbers)
      return near.filter { meets(from: starts[Int($0)], through: starts[Int($0)] &+ sizes[Int($0)] &- 1) }
    }
    return Array(parts.joined())
  }

  /// Those of some rows whose range does not lie beside all numbers from the lowest to the highest.
  private static func near(
    _ rows: Range<Int>, _ lowest: UInt64, _ highest: UInt64, _ table: ProvisionTable, kept: [UInt8]
  ) -> [ProvisionIndex] {
    [UInt32](unsafeUninitializedCapacity: rows.count) { near, count in
      let starts = table.rangeStarts.span
      let sizes = table.numbers.span
      let kept = kept.span
      // Every row is written, and only those wanted stay: no branch depends on the data.
      for p in rows {
        near[count] = UInt32(truncatingIfNeeded: p)
        let (start, end) = (starts[p], starts[p] &+ sizes[p] &- 1)
        let isRanged: UInt8 = start != 0 ? 1 : 0
        let isNear: UInt8 = (start <= highest ? 1 : 0) & (end >= lowest ? 1 : 0)
        count &+= Int(kept[p] & isRanged & isNear)
      }
    }
  }
}
