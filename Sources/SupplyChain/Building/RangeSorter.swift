/// Puts the provisions of every operator in order: ranged ones by (start, end, provision id), then the others as they stand.
///
/// Operators are taken in batches: the starts of all their provisions are looked up together, so that the look-ups
/// overlap in memory; then each operator's are sorted near at hand. Nothing is held or released meanwhile, which two
/// threads would contend for.
struct RangeSorter {
  struct Key {
    /// `countOnly` without a range.
    var start: UInt64
    var row: ProvisionIndex
  }

  /// Comes after every range.
  private static let countOnly = UInt64.max
  /// How many provisions a batch has, unless one operator has more.
  private static let batch = 4096
  /// Up to here an operator's provisions are sorted by insertion.
  private static let shortest = 40

  private let starts: UnsafeBufferPointer<UInt64>
  private let numbers: UnsafeBufferPointer<UInt64>
  private let ids: TextColumn
  private let idsAscend: Bool
  private let keys: UnsafeMutableBufferPointer<Key>
  private let spare: UnsafeMutablePointer<Key>

  /// Sorts the provisions of each operator, which stand in file order from one offset to the next.
  ///
  /// - Complexity: O(*k*) for an operator's *k* provisions where starts differ, O(*k* log *k*) at worst; scratch of 32
  ///   bytes for each of 4096 provisions, or for each provision of the operator that has most.
  static func sort(
    _ provisions: UnsafeMutableBufferPointer<ProvisionIndex>, _ offsets: UnsafeBufferPointer<UInt32>,
    of table: ProvisionTable
  ) {
    var room = batch
    for x in 0..<offsets.count - 1 { room = max(room, Int(offsets[x + 1] - offsets[x])) }
    let memory = UnsafeMutableBufferPointer<Key>.allocate(capacity: 2 * room)
    defer { memory.deallocate() }
    memory.initialize(repeating: Key(start: 0, row: 0))
    guard let base = memory.baseAddress else { return }
    table.rangeStarts.withUnsafeBufferPointer { starts in
      table.numbers.withUnsafeBufferPointer { numbers in
        let sorter = RangeSorter(
          starts: starts, numbers: numbers, ids: table.ids, idsAscend: table.ids.ascends,
          keys: UnsafeMutableBufferPointer(start: base, count: room), spare: base + room)
        var x = 0
        while x < offsets.count - 1 {
          let first = offsets[x]
          var end = x + 1
          while end < offsets.count - 1, Int(offsets[end + 1] - first) <= batch { end += 1 }
          sorter.sortBatch(provisions, offsets, x..<end)
          x = end
        }
      }
    }
  }

  private func sortBatch(
    _ provisions: UnsafeMutableBufferPointer<ProvisionIndex>, _ offsets: UnsafeBufferPointer<UInt32>,
    _ operators: Range<Int>
  ) {
    let first = Int(offsets[operators.lowerBound])
    let count = Int(offsets[operators.upperBound]) - first
    guard count > 1 else { return }
    for index in 0..<count {
      let row = provisions[first + index]
      let start = starts[Int(row)]
      keys[index] = Key(start: start == 0 ? Self.countOnly : start, row: row)
    }
    for x in operators {
      let (begin, end) = (Int(offsets[x]) - first, Int(offsets[x + 1]) - first)
      if end - begin > 1 { sortRun(UnsafeMutableBufferPointer(rebasing: keys[begin..<end])) }
    }
    if !endsAreInOrder(count) {
      for x in operators {
        let (begin, end) = (Int(offsets[x]) - first, Int(offsets[x + 1]) - first)
        orderEqualStarts(UnsafeMutableBufferPointer(rebasing: keys[begin..<end]))
      }
    }
    for index in 0..<count { provisions[first + index] = keys[index].row }
  }

  /// Whether ranges of one start stand in order all over the batch, as they mostly do: a range provided again has the
  /// same end, and the later row the greater id. They are looked at together, so that the look-ups overlap in memory.
  private func endsAreInOrder(_ count: Int) -> Bool {
    var isInOrder = true
    for index in 1..<count
    where keys[index].start == keys[index - 1].start && keys[index].start != Self.countOnly {
      // Of two operators they may be out of order without need; that costs time only.
      isInOrder = isInOrder && !precedes(keys[index], keys[index - 1])
    }
    return isInOrder
  }

  /// Sorts the provisions of one operator by their starts; equal ones stay in file order.
  private func sortRun(_ run: UnsafeMutableBufferPointer<Key>) {
    var isSorted = true
    var (least, greatest): (UInt64, UInt64) = (Self.countOnly, 0)
    var last: UInt64 = 0
    for key in run {
      isSorted = isSorted && last <= key.start
      last = key.start
      least = min(least, last)
      greatest = max(greatest, last == Self.countOnly ? 0 : last)
    }
    if greatest == 0 { return }
    if !isSorted {
      if run.count <= Self.shortest {
        sortByInsertion(run)
      } else {
        // Numbers as small as can be: fewer digits. What has no range comes behind the greatest start.
        let behind = greatest &- least &+ 1
        let different = UInt64.max >> UInt64(behind.leadingZeroBitCount)
        sortByDigits(run, spare: spare, different: different) { key in
          key.start == Self.countOnly ? behind : key.start &- least
        }
      }
    }
  }

  private func sortByInsertion(_ run: UnsafeMutableBufferPointer<Key>) {
    for index in 1..<run.count {
      let key = run[index]
      var place = index
      while place > 0, run[place - 1].start > key.start {
        run[place] = run[place - 1]
        place -= 1
      }
      run[place] = key
    }
  }

  /// Orders ranges of one start, which stand in file order as yet, by their ends and ids.
  private func orderEqualStarts(_ run: UnsafeMutableBufferPointer<Key>) {
    var index = 1
    while index < run.count, run[index].start != Self.countOnly {
      if run[index].start == run[index - 1].start, precedes(run[index], run[index - 1]) {
        var (first, end) = (index - 1, index + 1)
        while first > 0, run[first - 1].start == run[index].start { first -= 1 }
        while end < run.count, run[end].start == run[index].start { end += 1 }
        var equal = UnsafeMutableBufferPointer(rebasing: run[first..<end])
        equal.sort(by: precedes)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Whether one range comes before another of the same start.
  @inline(__always)
  private func precedes(_ left: Key, _ right: Key) -> Bool {
    let (a, b) = (numbers[Int(left.row)], numbers[Int(right.row)])
    if a != b { return a < b }
    return idsAscend ? left.row < right.row : ids.precedes(Int(left.row), Int(right.row))
  }
}
