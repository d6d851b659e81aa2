/// A range that an operator passes on, with the days on which its numbers have, or may yet get, a level.
struct DayCell: Sendable {
  var start: UInt64
  /// Inclusive.
  var end: UInt64
  /// Days on which ranged inflows decide and have not yet.
  var ranged: DaySet
  /// Days on which count-only inflows decide and have not yet.
  var other: DaySet
  /// Days with a level.
  var reached: DaySet
  /// Days with a level below a limit.
  var near: DaySet

  var isSettled: Bool { ranged.isEmpty && other.isEmpty }
}

/// The cells of every operator that have days without a level yet, and those that have none left.
///
/// One treap of cells per operator, all in one pool, as in `OpenSpans`: cells are only ever cut, and settled ones are
/// taken out, so that nobody meets them again.
struct DayCells {
  private let operatorCount: Int
  private var links: [UInt32]
  private var cells: [DayCell] = []
  /// Cells taken out, with their operators.
  private(set) var settled: [(owner: OperatorIndex, cell: DayCell)] = []
  /// How many cells were looked at.
  private(set) var visits = 0

  init(operatorCount: Int) {
    self.operatorCount = operatorCount
    links = [UInt32](repeating: noIndex, count: operatorCount)
  }

  /// Whether an operator has no day left without a level.
  func isEmpty(_ x: OperatorIndex) -> Bool { links[Int(x)] == noIndex }

  /// How many cells there are.
  var count: Int { cells.count + settled.count }

  /// Adds a cell that overlaps none of the operator's.
  mutating func add(_ x: OperatorIndex, _ cell: DayCell) {
    if cell.isSettled { settled.append((x, cell)) } else { insert(x, cell) }
  }

  /// Gives a level to what is left of a range on some days, and appends what got it to `taken`.
  ///
  /// - Parameters:
  ///   - isRanged: whether a ranged inflow gives it; otherwise a count-only one.
  ///   - isNear: whether the level is below the limit.
  /// - Complexity: O((1 + *k*) log *n*) expected for *k* cells met.
  mutating func take(
    _ x: OperatorIndex, from start: UInt64, through end: UInt64, on days: DaySet, isRanged: Bool,
    isNear: Bool, _ pool: inout DaySetPool, into taken: inout [DatedOffer]
  ) {
    var start = start
    while true {
      let node = Int(first(of: x, endingAtLeast: start))
      if node == Int(noIndex) || cells[node].start > end { return }
      visits += 1
      let cell = cells[node]
      let gained = pool.common(isRanged ? cell.ranged : cell.other, days)
      if !gained.isEmpty {
        let (low, high) = (max(start, cell.start), min(end, cell.end))
        if cell.start < low {
          cells[node].start = low
          var rest = cell
          rest.end = low - 1
          insert(x, rest)
        }
        if high < cell.end {
          cells[node].end = high
          var rest = cell
          rest.start = high + 1
          insert(x, rest)
        }
        if isRanged {
          cells[node].ranged = pool.subtract(gained, from: cell.ranged)
        } else {
          cells[node].other = pool.subtract(gained, from: cell.other)
        }
        cells[node].reached = pool.union(cell.reached, gained)
        if isNear { cells[node].near = pool.union(cell.near, gained) }
        taken.append(DatedOffer(owner: x, start: low, end: high, days: gained))
        if cells[node].isSettled {
          settled.append((x, cells[node]))
          remove(x, UInt32(node))
        }
      }
      if cell.end >= end { return }
      start = cell.end + 1
    }
  }

  /// Calls `body` with the cells of an operator that are left, in no order.
  private func visit(_ x: OperatorIndex, _ stack: inout [UInt32], _ body: (DayCell) -> Void) {
    if links[Int(x)] != noIndex { stack.append(links[Int(x)]) }
    while let node = stack.popLast() {
      body(cells[Int(node)])
      let (left, right) = (links[child(node, false)], links[child(node, true)])
      if left != noIndex { stack.append(left) }
      if right != noIndex { stack.append(right) }
    }
  }

  /// All cells with their operators, settled or not.
  consuming func all() -> [(owner: OperatorIndex, cell: DayCell)] {
    var all = settled
    var stack: [UInt32] = []
    for x in 0..<UInt32(operatorCount) { visit(x, &stack) { all.append((x, $0)) } }
    return all
  }

  private mutating func insert(_ x: OperatorIndex, _ cell: DayCell) {
    let node = UInt32(cells.count)
    cells.append(cell)
    links.append(noIndex)
    links.append(noIndex)
    let priority = priority(node)
    var hook = Int(x)
    while links[hook] != noIndex, self.priority(links[hook]) >= priority {
      hook = child(links[hook], cell.start > cells[Int(links[hook])].start)
    }
    // The new node takes the subtree's place, which is split around it.
    var rest = links[hook]
    links[hook] = node
    var (left, right) = (child(node, false), child(node, true))
    while rest != noIndex {
      if cells[Int(rest)].start < cell.start {
        links[left] = rest
        left = child(rest, true)
        rest = links[left]
      } else {
        links[right] = rest
        right = child(rest, false)
        rest = links[right]
      }
    }
    links[left] = noIndex
    links[right] = noIndex
  }

  private mutating func remove(_ x: OperatorIndex, _ node: UInt32) {
    var hook = Int(x)
    while links[hook] != node {
      hook = child(links[hook], cells[Int(node)].start > cells[Int(links[hook])].start)
    }
    var (left, right) = (links[child(node, false)], links[child(node, true)])
    while left != noIndex && right != noIndex {
      if priority(left) >= priority(right) {
        links[hook] = left
        hook = child(left, true)
        left = links[hook]
      } else {
        links[hook] = right
        hook = child(right, false)
        right = links[hook]
      }
    }
    links[hook] = left != noIndex ? left : right
  }

  private func first(of x: OperatorIndex, endingAtLeast value: UInt64) -> UInt32 {
    var (node, best) = (links[Int(x)], noIndex)
    while node != noIndex {
      if cells[Int(node)].end >= value {
        best = node
        node = links[child(node, false)]
      } else {
        node = links[child(node, true)]
      }
    }
    return best
  }

  @inline(__always)
  private func child(_ node: UInt32, _ right: Bool) -> Int {
    operatorCount + 2 * Int(node) + (right ? 1 : 0)
  }

  private func priority(_ node: UInt32) -> UInt32 {
    var hash = node &* 0x9E37_79B1
    hash = (hash ^ (hash >> 15)) &* 0x85EB_CA77
    return hash ^ (hash >> 13)
  }
}

/// A range that an operator has on some days with a level just found.
struct DatedOffer: Sendable {
  let owner: OperatorIndex
  let start: UInt64
  /// Inclusive.
  var end: UInt64
  let days: DaySet
}
