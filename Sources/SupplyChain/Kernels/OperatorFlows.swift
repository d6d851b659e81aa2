import Numbering

/// What one operator after another receives and passes on in a category on a day, gathered side by side.
///
/// The provisions of an operator lie all over the columns of the ledger: whoever asks several questions about them
/// fetches them once. The buffers are used again for the next operator.
package struct OperatorFlows: Sendable {
  /// The category.
  package let category: Category
  /// The operator looked at.
  package private(set) var x = noIndex
  /// Its active outflows.
  package private(set) var outflows = FlowColumns()
  /// Its active inflows; empty when they are not asked for.
  package private(set) var inflows = FlowColumns()
  /// Its designations and ranged inflows together; only its designations without inflows.
  package private(set) var held = HeldSpans()

  private let state: DayState
  private let outflowView: CategoryAdjacency?
  private let inflowView: CategoryAdjacency?

  /// Flows of nobody yet.
  package init(_ state: DayState, in category: Category, withInflows: Bool) {
    self.category = category
    self.state = state
    outflowView = state.chain.outflows.view(category)
    inflowView = withInflows ? state.chain.inflows.view(category) : nil
  }

  /// Turns to an operator.
  ///
  /// - Complexity: O(rows of the operator in the category).
  package mutating func turn(to x: OperatorIndex) {
    self.x = x
    if let outflowView { outflows.gather(outflowView, of: x, state) }
    if let inflowView { inflows.gather(inflowView, of: x, state) }
    held.join(state.designated[Int(category.rawValue)], of: x, inflows)
  }
}

/// The active provisions of one operator at one of their ends, side by side.
///
/// Ranged ones come first, by (start, end, provision id), then the count-only ones in file order. Only the places below
/// `count` mean anything; `starts` and `ends` only those below `rangedCount`, `others` only of outflows.
package struct FlowColumns: Sendable {
  package private(set) var rows: [ProvisionIndex] = []
  package private(set) var starts: [UInt64] = []
  /// Inclusive.
  package private(set) var ends: [UInt64] = []
  /// The recipients.
  package private(set) var others: [OperatorIndex] = []
  /// How many provisions there are.
  package private(set) var count = 0
  /// How many of them are ranged.
  package private(set) var rangedCount = 0
  /// The numbers of the count-only ones.
  package private(set) var countedNumbers: UInt64 = 0

  package init() {}

  /// Where the count-only ones are.
  package var counted: Range<Int> { rangedCount..<count }

  /// All numbers together: the ranges once, and the counts.
  ///
  /// - Complexity: O(ranged ones).
  package var numbers: UInt64 {
    var union = UnionSize()
    for place in 0..<rangedCount { union.add(from: starts[place], through: ends[place]) }
    return union.size + countedNumbers
  }

  /// Takes over the active provisions of an operator in a view.
  ///
  /// - Complexity: O(rows of the operator in the view).
  package mutating func gather(_ view: CategoryAdjacency, of x: OperatorIndex, _ state: DayState) {
    let range = view.range(x)
    makeRoom(for: range.count)
    let places = rows.withUnsafeMutableBufferPointer { rows in
      starts.withUnsafeMutableBufferPointer { starts in
        ends.withUnsafeMutableBufferPointer { ends in
          others.withUnsafeMutableBufferPointer { others in
            Places(rows: rows, starts: starts, ends: ends, others: others)
              .gather(range, view, state.active, state.chain.tables.provisions)
          }
        }
      }
    }
    (rangedCount, count, countedNumbers) = places
  }

  /// The columns while they are filled.
  private struct Places {
    let rows: UnsafeMutableBufferPointer<ProvisionIndex>
    let starts: UnsafeMutableBufferPointer<UInt64>
    let ends: UnsafeMutableBufferPointer<UInt64>
    let others: UnsafeMutableBufferPointer<OperatorIndex>

    /// Every provision is written, and only those that are active stay: no branch depends on the day.
    ///
    /// The columns are at least as long as the range, and no more places are filled than positions were seen.
    func gather(
      _ range: Range<Int>, _ view: CategoryAdjacency, _ active: [UInt8], _ table: ProvisionTable
    ) -> (ranged: Int, count: Int, countedNumbers: UInt64) {
      let active = active.span
      let rangeStarts = table.rangeStarts.span
      let numbers = table.numbers.span
      let provisions = view.provisions.span
      let recipients = view.recipients.span
      let hasRecipients = !recipients.isEmpty
      var (position, next) = (range.lowerBound, 0)
      while position < range.upperBound {
        let p = Int(provisions[position])
        let start = rangeStarts[p]
        if start == 0 { break }
        rows[next] = UInt32(truncatingIfNeeded: p)
        starts[next] = start
        ends[next] = start &+ numbers[p] &- 1
        if hasRecipients { others[next] = recipients[position] }
        next &+= Int(active[p])
        position &+= 1
      }
      let ranged = next
      var counted: UInt64 = 0
      while position < range.upperBound {
        let p = Int(provisions[position])
        rows[next] = UInt32(truncatingIfNeeded: p)
        if hasRecipients { others[next] = recipients[position] }
        next &+= Int(active[p])
        counted &+= numbers[p] &* UInt64(active[p])
        position &+= 1
      }
      return (ranged, next, counted)
    }
  }

  private mutating func makeRoom(for count: Int) {
    if rows.count >= count { return }
    let room = max(64, count + count / 2)
    rows = Array(repeating: 0, count: room)
    starts = Array(repeating: 0, count: room)
    ends = starts
    others = rows
  }
}

/// Sorted disjoint stretches of numbers that one operator holds.
///
/// Invariants: as of `SpanTable`. Only the places below `count` mean anything.
package struct HeldSpans: Sendable {
  package private(set) var starts: [UInt64] = []
  /// Inclusive.
  package private(set) var ends: [UInt64] = []
  /// How many numbers the spans before each one have; one longer.
  private var sizesBefore: [UInt64] = [0]
  /// How many spans there are.
  package var count: Int { starts.count }

  package init() {}

  /// How many numbers there are.
  package var size: UInt64 { sizesBefore[count] }

  /// Joins the spans of an operator with its ranged inflows.
  mutating func join(_ designated: SpanTable?, of x: OperatorIndex, _ inflows: FlowColumns) {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    sizesBefore.removeAll(keepingCapacity: true)
    sizesBefore.append(0)
    var own = designated?.range(x) ?? 0..<0
    for place in 0..<inflows.rangedCount {
      let start = inflows.starts[place]
      while let designated, let next = own.first, designated.starts[next] <= start {
        append(designated.starts[next], designated.ends[next])
        own = next + 1..<own.upperBound
      }
      append(start, inflows.ends[place])
    }
    if let designated { for next in own { append(designated.starts[next], designated.ends[next]) } }
  }

  /// Adds numbers whose start is not before that of any span.
  private mutating func append(_ start: UInt64, _ end: UInt64) {
    let last = starts.count - 1
    if last >= 0, start <= ends[last] &+ 1 {
      if end > ends[last] {
        sizesBefore[last + 1] += end - ends[last]
        ends[last] = end
      }
    } else {
      starts.append(start)
      ends.append(end)
      sizesBefore.append(sizesBefore[last + 1] + (end - start + 1))
    }
  }

  /// How many numbers of a range are held.
  ///
  /// - Parameter first: a span before which none ends within or after the range; moved on to the last such one, so that
  ///   ranges by ascending start are looked up in one walk.
  /// - Complexity: O(1) but for the walk where one span holds the range, else O(log *n*).
  package func size(from start: UInt64, through end: UInt64, walking first: inout Int) -> UInt64 {
    while first < ends.count, ends[first] < start { first += 1 }
    if first == ends.count || end < starts[first] { return 0 }
    if starts[first] <= start, end <= ends[first] { return end - start + 1 }
    let high = firstPosition(in: first..<starts.count, starts, atLeast: end &+ 1)
    var size = sizesBefore[high] - sizesBefore[first]
    if starts[first] < start { size -= start - starts[first] }
    if ends[high - 1] > end { size -= ends[high - 1] - end }
    return size
  }
}
