import Bytes

/// Sorts ranged provisions by (start, end, provision id).
///
/// Short runs are sorted by insertion, long ones by the digits of their starts; only provisions of one start are
/// compared otherwise. It keeps scratch as long as the longest run.
struct RangeSorter {
  private struct Key {
    var start: UInt64
    var row: ProvisionIndex
  }

  private static let shortest = 48
  private static let digitBits = 11

  // Columns of their own: the table as a whole would be held and released at every comparison.
  private let starts: [UInt64]
  private let numbers: [UInt64]
  private let ids: TextColumn
  private var keys: [Key] = []
  private var spare: [Key] = []

  init(_ table: ProvisionTable) {
    starts = table.rangeStarts
    numbers = table.numbers
    ids = table.ids
  }

  /// Sorts a run of rows in place.
  ///
  /// - Complexity: O(*k*) for starts that differ, O(*k* log *k*) at worst.
  mutating func sort(_ rows: UnsafeMutableBufferPointer<ProvisionIndex>) {
    keys.removeAll(keepingCapacity: true)
    var (different, isSorted): (UInt64, Bool) = (0, true)
    let first = starts[Int(rows[0])]
    var last = first
    for row in rows {
      let start = starts[Int(row)]
      different |= start ^ first
      isSorted = isSorted && last <= start
      last = start
      keys.append(Key(start: start, row: row))
    }
    if !isSorted {
      if keys.count <= Self.shortest { sortByInsertion() } else { sortByDigits(different) }
    }
    orderEqualStarts()
    for index in rows.indices { rows[index] = keys[index].row }
  }

  private mutating func sortByInsertion() {
    keys.withUnsafeMutableBufferPointer { keys in
      for index in 1..<keys.count {
        let key = keys[index]
        var place = index
        while place > 0, keys[place - 1].start > key.start {
          keys[place] = keys[place - 1]
          place -= 1
        }
        keys[place] = key
      }
    }
  }

  /// A stable sort digit by digit, from the lowest; digits in which no two starts differ are passed over.
  private mutating func sortByDigits(_ different: UInt64) {
    let mask = UInt64(1) << Self.digitBits - 1
    if spare.count < keys.count { spare = keys }
    var shift = UInt64(different.trailingZeroBitCount)
    while shift < 64, different >> shift != 0 {
      if different >> shift & mask != 0 {
        var places = [Int](repeating: 0, count: Int(mask) + 2)
        for key in keys { places[Int(key.start >> shift & mask) + 1] += 1 }
        for digit in 0...Int(mask) { places[digit + 1] += places[digit] }
        keys.withUnsafeBufferPointer { keys in
          spare.withUnsafeMutableBufferPointer { spare in
            for key in keys {
              let digit = Int(key.start >> shift & mask)
              spare[places[digit]] = key
              places[digit] += 1
            }
          }
        }
        keys.withUnsafeMutableBufferPointer { keys in
          for index in keys.indices { keys[index] = spare[index] }
        }
      }
      shift += UInt64(Self.digitBits)
    }
  }

  private mutating func orderEqualStarts() {
    let (numbers, ids) = (numbers, ids)
    var first = 0
    while first < keys.count {
      var end = first + 1
      while end < keys.count, keys[end].start == keys[first].start { end += 1 }
      if end - first > 1 {
        keys[first..<end].sort { left, right in
          let (a, b) = (numbers[Int(left.row)], numbers[Int(right.row)])
          return a != b ? a < b : ids.precedes(Int(left.row), Int(right.row))
        }
      }
      first = end
    }
  }
}
