import Bytes

/// Which of many ranges contain a number.
///
/// Ranges stand by start. Above their ends stand the greatest ends of sixteen each, above those again of sixteen each,
/// and so on, so that long ranges are found among any number of short ones that begin after them.
/// Invariants: `starts`, `ends` and `rows` are equally long and `starts` ascends; each of `greatest` has one value for
/// every sixteen, or fewer at the end, of the one below, the lowest for `ends`; the last has at most sixteen.
package struct RangeIndex: Sendable {
  private let starts: [UInt64]
  /// Inclusive.
  private let ends: [UInt64]
  private let rows: [UInt32]
  private let greatest: [[UInt64]]

  private struct Key {
    var start: UInt64
    var row: UInt32
  }

  /// Takes rows in file order with their ranges.
  ///
  /// - Complexity: O(*n*) time where starts differ in few bits; 21 bytes a range, and 32 more while it is built.
  package init(rows given: [UInt32], start: (Int) -> UInt64, end: (Int) -> UInt64) {
    var keys: [Key] = []
    keys.reserveLarge(given.count)
    var (different, isSorted): (UInt64, Bool) = (0, true)
    var last: UInt64 = 0
    for row in given {
      let first = start(Int(row))
      if let base = keys.first { different |= base.start ^ first }
      isSorted = isSorted && last <= first
      last = first
      keys.append(Key(start: first, row: row))
    }
    if !isSorted {
      let spare = UnsafeMutablePointer<Key>.allocate(capacity: keys.count)
      defer { spare.deallocate() }
      spare.initialize(repeating: Key(start: 0, row: 0), count: keys.count)
      keys.withUnsafeMutableBufferPointer { keys in
        sortByDigits(keys, spare: spare, different: different) { $0.start }
      }
    }
    self.init(
      starts: [UInt64](large: keys.count) { for place in keys.indices { $0[place] = keys[place].start } },
      ends: [UInt64](large: keys.count) {
        for place in keys.indices { $0[place] = end(Int(keys[place].row)) }
      },
      rows: [UInt32](large: keys.count) { for place in keys.indices { $0[place] = keys[place].row } })
  }

  /// Takes ranges by start, those of one start in file order.
  ///
  /// - Complexity: O(*n*).
  init(starts: [UInt64], ends: [UInt64], rows: [UInt32]) {
    (self.starts, self.ends, self.rows) = (starts, ends, rows)
    var greatest: [[UInt64]] = []
    var below = ends
    repeat {
      let groups = below
      below = (0..<(groups.count + 15) / 16).map { group in
        groups[group * 16..<min(groups.count, group * 16 + 16)].max() ?? 0
      }
      greatest.append(below)
    } while below.count > 16
    self.greatest = greatest
  }

  /// How many ranges there are.
  package var count: Int { rows.count }

  /// Appends the rows whose range contains a number, by start, rows of one start in file order.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* rows.
  package func appendRows(containing number: UInt64, to found: inout [UInt32]) {
    // Ranges from here on begin after the number.
    let limit = firstStart(after: number)
    var place = 0
    while place < limit {
      place = firstEnd(from: place, before: limit, atLeast: number)
      guard place < limit else { return }
      found.append(rows[place])
      place += 1
    }
  }

  private func firstStart(after number: UInt64) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= number { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The first place from one on whose range ends at or after a number; `limit` or beyond for none before `limit`.
  private func firstEnd(from start: Int, before limit: Int, atLeast number: UInt64) -> Int {
    // Up: what is left of a group, then of the next sixteen groups, and so on.
    var (place, height) = (start, 0)
    var hit = Self.first(in: ends, from: place, to: min(ends.count, (place | 15) + 1), atLeast: number)
    while hit == nil {
      place = (place >> 4) + 1
      guard height < greatest.count, place << (4 * (height + 1)) < limit else { return limit }
      let groups = greatest[height]
      height += 1
      hit = Self.first(in: groups, from: place, to: min(groups.count, (place | 15) + 1), atLeast: number)
    }
    guard var found = hit else { return limit }
    // Down: to the first of each group.
    while height > 0 {
      height -= 1
      let below = height == 0 ? ends : greatest[height - 1]
      let group = found * 16..<min(below.count, found * 16 + 16)
      found = Self.first(in: below, from: group.lowerBound, to: group.upperBound, atLeast: number) ?? limit
    }
    return found
  }

  @inline(__always)
  private static func first(
    in values: [UInt64], from start: Int, to end: Int, atLeast number: UInt64
  ) -> Int? {
    values.withUnsafeBufferPointer { values in
      var place = start
      while place < end {
        if values[place] >= number { return place }
        place += 1
      }
      return nil
    }
  }
}
