import Bytes
import Numbering

extension RangeIndex {
  /// Which provisions of each category contain a number, of the ranged ones that a mask keeps; nil for a category
  /// without any, or not asked for.
  ///
  /// Rows are picked in file order and sorted by start as one number that ends in the row.
  ///
  /// - Parameter kept: 1 for the provisions to take in, 0 for the others.
  /// - Complexity: O(*n*) time in provisions where starts differ in few bits; 21 bytes for each taken in, and 20 more
  ///   while they are sorted.
  package static func provisions(
    _ table: ProvisionTable, kept: [UInt8], in categories: CategorySet, threads: Int
  ) -> [RangeIndex?] {
    let slice = 1 << 18
    let parts = concurrentMap((table.count + slice - 1) / slice, threads: threads) { index in
      PickedRows(index * slice..<min(table.count, (index + 1) * slice), table, kept: kept, in: categories)
    }
    var all = PickedRows.Tally()
    for part in parts { all.add(part.tally) }
    let (counts, least, greatest) = (all.counts, all.least, all.greatest)
    // Where each category begins, and each slice in it.
    var (first, next): (Int, [Int]) = (0, [])
    for count in counts {
      next.append(first)
      first += count
    }
    let begins = next
    var places: [[Int]] = []
    for part in parts {
      places.append(next)
      for category in counts.indices { next[category] += part.tally.counts[category] }
    }
    let (firsts, ends) = (places, next)
    let rowBits = UInt64(64 - table.count.leadingZeroBitCount)
    var keys = [UInt64](large: first) { keys in
      let keys = SharedKeys(base: keys.baseAddress)
      concurrently(parts.count, threads: threads) { index in
        parts[index].fill(keys, from: firsts[index], least: least, rowBits, table)
      }
    }
    return keys.withUnsafeMutableBufferPointer { buffer in
      let keys = SharedKeys(base: buffer.baseAddress)
      // The largest first, so that no thread is left with one at the end.
      let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
      let found = concurrentMap(order.count, threads: threads) { index -> RangeIndex? in
        let category = order[index]
        guard counts[category] > 0 else { return nil }
        let span = greatest[category] - least[category]
        if UInt64(64 - span.leadingZeroBitCount) + rowBits <= 64 {
          return RangeIndex(
            keys.range(begins[category]..<ends[category]), least: least[category], span: span, rowBits, table)
        }
        // A start and a row do not fit into one number.
        let (starts, numbers) = (table.rangeStarts, table.numbers)
        return RangeIndex(
          rows: parts.flatMap { $0.rows(of: category, table) }, start: { starts[$0] },
          end: { starts[$0] &+ numbers[$0] &- 1 })
      }
      var indices = [RangeIndex?](repeating: nil, count: Category.count)
      for (place, category) in order.enumerated() { indices[category] = found[place] }
      return indices
    }
  }

  /// Sorts keys, each a start less the least one, then the row.
  private init(
    _ keys: UnsafeMutableBufferPointer<UInt64>, least: UInt64, span: UInt64, _ rowBits: UInt64,
    _ table: ProvisionTable
  ) {
    var spare = [UInt64](large: keys.count) { $0.initialize(repeating: 0) }
    spare.withUnsafeMutableBufferPointer { spare in
      guard let base = spare.baseAddress else { return }
      // Rows come in order, and the sort is stable: only the starts are looked at.
      let different = span == 0 ? 0 : (UInt64.max &>> UInt64(span.leadingZeroBitCount)) &<< rowBits
      sortByDigits(keys, spare: base, different: different) { $0 }
    }
    let mask: UInt64 = (1 &<< rowBits) &- 1
    let numbers = table.numbers
    let starts = [UInt64](large: keys.count) { starts in
      for place in keys.indices { starts[place] = least + keys[place] &>> rowBits }
    }
    let ends = [UInt64](large: keys.count) { ends in
      for place in keys.indices { ends[place] = starts[place] &+ numbers[Int(keys[place] & mask)] &- 1 }
    }
    let rows = [UInt32](large: keys.count) { rows in
      for place in keys.indices { rows[place] = UInt32(truncatingIfNeeded: keys[place] & mask) }
    }
    self.init(starts: starts, ends: ends, rows: rows)
  }
}

/// The ranged provisions among a run of rows that a mask keeps, in file order.
private struct PickedRows: Sendable {
  /// What they are, by category.
  struct Tally: Sendable {
    var counts = [Int](repeating: 0, count: Category.count)
    /// The least start; the greatest number there is for none.
    var least = [UInt64](repeating: .max, count: Category.count)
    var greatest = [UInt64](repeating: 0, count: Category.count)

    mutating func add(_ other: Tally) {
      for category in counts.indices {
        counts[category] += other.counts[category]
        least[category] = min(least[category], other.least[category])
        greatest[category] = max(greatest[category], other.greatest[category])
      }
    }
  }

  private let rows: [UInt32]
  private(set) var tally = Tally()

  init(_ all: Range<Int>, _ table: ProvisionTable, kept: [UInt8], in categories: CategorySet) {
    let wanted = categories.rawValue
    rows = [UInt32](unsafeUninitializedCapacity: all.count) { rows, count in
      let starts = table.rangeStarts.span
      let kinds = table.categories.span
      let kept = kept.span
      // Every row is written, and only those wanted stay: no branch depends on the data.
      for p in all {
        rows[count] = UInt32(truncatingIfNeeded: p)
        let isOne = kept[p] & (starts[p] != 0 ? 1 : 0) & wanted &>> kinds[p].rawValue
        count &+= Int(isOne & 1)
      }
    }
    let starts = table.rangeStarts.span
    let kinds = table.categories.span
    for row in rows {
      let (category, start) = (Int(kinds[Int(row)].rawValue), starts[Int(row)])
      tally.counts[category] += 1
      tally.least[category] = min(tally.least[category], start)
      tally.greatest[category] = max(tally.greatest[category], start)
    }
  }

  /// Writes the key of every row where those of its category go.
  func fill(
    _ keys: SharedKeys, from places: [Int], least: [UInt64], _ rowBits: UInt64, _ table: ProvisionTable
  ) {
    let starts = table.rangeStarts.span
    let kinds = table.categories.span
    var next = places
    for row in rows {
      let category = Int(kinds[Int(row)].rawValue)
      keys.set(next[category], (starts[Int(row)] &- least[category]) &<< rowBits | UInt64(row))
      next[category] &+= 1
    }
  }

  func rows(of category: Int, _ table: ProvisionTable) -> [UInt32] {
    rows.filter { Int(table.categories[Int($0)].rawValue) == category }
  }
}

/// Places for keys, each filled by one thread.
private struct SharedKeys: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt64>?

  @inline(__always)
  func set(_ place: Int, _ key: UInt64) { base?[place] = key }

  /// Some of the places.
  func range(_ places: Range<Int>) -> UnsafeMutableBufferPointer<UInt64> {
    UnsafeMutableBufferPointer(start: base?.advanced(by: places.lowerBound), count: places.count)
  }
}
