/// Sorts ranged provisions by (start, end, provision id).
///
/// Short runs are sorted by insertion, long ones by the digits of their starts; only provisions of one start are
/// compared otherwise. It keeps scratch as long as the longest run.
struct RangeSorter {
  private struct Key {
    var start: UInt64
    var row: ProvisionIndex
  }

  /// Up to here runs are short.
  private static let shortest = 48

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
      if keys.count <= Self.shortest {
        sortByInsertion()
      } else {
        sortByDigits(&keys, &spare, different: different) { $0.start }
      }
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
