import Numbering
import SupplyChain

/// The rows of an operator in a category that make up its holdings, as far as they touch the period.
private struct HoldingRows {
  var provided: [DatedNumbers] = []
  var received: [DatedNumbers] = []
  var designated: [DatedNumbers] = []

  /// - Complexity: O(rows of the operator in the category).
  mutating func load(
    _ x: OperatorIndex, _ category: Category, _ outflows: CategoryAdjacency, _ context: PeriodContext
  ) {
    load(outflows, x, context, into: &provided)
    if let inflows = context.chain.inflows.view(category) {
      load(inflows, x, context, into: &received)
    } else {
      received.removeAll(keepingCapacity: true)
    }
    designated.removeAll(keepingCapacity: true)
    let blocks = context.tables.designations
    for row in context.chain.designationsOf.rows(of: x) {
      let row = Int(row)
      let days = DayInterval(start: blocks.starts[row], end: blocks.ends[row])
      if blocks.categories[row] != category || days.intersection(context.days).isEmpty { continue }
      designated.append(
        DatedNumbers(
          days: days, start: blocks.rangeStarts[row],
          numbers: blocks.rangeEnds[row] - blocks.rangeStarts[row] + 1))
    }
  }

  private func load(
    _ view: CategoryAdjacency, _ x: OperatorIndex, _ context: PeriodContext, into rows: inout [DatedNumbers]
  ) {
    rows.removeAll(keepingCapacity: true)
    let table = context.tables.provisions
    // Columns by themselves: a row made from the whole table holds and releases all of them, each time.
    let (starts, ends) = (table.starts, table.ends)
    let (rangeStarts, numbers) = (table.rangeStarts, table.numbers)
    for position in view.range(x) {
      let p = Int(view.provisions[position])
      if starts[p] >= context.days.end || ends[p] <= context.days.start || starts[p] >= ends[p] { continue }
      rows.append(
        DatedNumbers(
          days: DayInterval(start: starts[p], end: ends[p]), start: rangeStarts[p], numbers: numbers[p]))
    }
  }

  /// The epochs of all rows.
  func epochs(_ days: DayInterval) -> Epochs {
    var epochs = Epochs(of: days)
    for rows in [provided, received, designated] {
      for row in rows { epochs.cut(row.days) }
    }
    return epochs
  }

  // MARK: What can be told without looking closely

  /// Whether the provisions, each counted by itself, come to more than is held on any day.
  ///
  /// Only where no two rows that are held share a number on a day: then sums are as good as unions. Otherwise true.
  ///
  /// - Complexity: O(*n* log *n*) in the rows that begin or end in the period, O(*n*) in the others, and O(1) for each
  ///   pair of `overlaps` looked at.
  func mayExceed(_ days: DayInterval, _ steps: inout [(day: Int32, change: Int64)]) -> Bool {
    if mayOverlap() { return true }
    steps.removeAll(keepingCapacity: true)
    var excess: Int64 = 0
    add(provided, 1, days, &excess, &steps)
    add(received, -1, days, &excess, &steps)
    add(designated, -1, days, &excess, &steps)
    if excess > 0 { return true }
    steps.sort { $0.day < $1.day }
    var next = 0
    while next < steps.count {
      let day = steps[next].day
      while next < steps.count, steps[next].day == day {
        excess += steps[next].change
        next += 1
      }
      if excess > 0 { return true }
    }
    return false
  }

  private func add(
    _ rows: [DatedNumbers], _ sign: Int64, _ days: DayInterval, _ excess: inout Int64,
    _ steps: inout [(day: Int32, change: Int64)]
  ) {
    for row in rows {
      let numbers = sign * Int64(clamping: row.numbers)
      if row.days.start <= days.start { excess += numbers } else { steps.append((row.days.start, numbers)) }
      if row.days.end < days.end { steps.append((row.days.end, -numbers)) }
    }
  }

  /// Whether two rows that are held may share a number on a day.
  private func mayOverlap() -> Bool {
    let held: [DatedNumbers]
    if designated.isEmpty {
      held = received
    } else {
      held = (designated + received).sorted { $0.start < $1.start }
    }
    // Ranged inflows come by start; the last of them that end late are compared with the next.
    var first = 0
    var reach: UInt64 = 0
    for (place, row) in held.enumerated() where row.start != 0 {
      if row.start >= reach { first = place }
      if place - first > 8 { return true }
      for other in first..<place {
        let before = held[other]
        if before.start != 0, before.start + before.numbers > row.start,
          !before.days.intersection(row.days).isEmpty
        {
          return true
        }
      }
      reach = max(reach, row.start + row.numbers)
    }
    return false
  }
}

extension PeriodContext {
  /// Calls `body` with the rows of every operator that passes something on in a category, on whatever day.
  ///
  /// - Parameter onlyDesignated: whether operators without any designation are passed over.
  fileprivate func holdings(
    onlyDesignated: Bool = false, _ body: (OperatorIndex, Category, HoldingRows) -> Void
  ) {
    var rows = HoldingRows()
    for category in Category.allCases {
      guard let outflows = chain.outflows.view(category) else { continue }
      for x in 0..<OperatorIndex(tables.operators.count) where !outflows.range(x).isEmpty {
        if onlyDesignated, chain.designationsOf.rows(of: x).isEmpty { continue }
        rows.load(x, category, outflows, self)
        if !rows.provided.isEmpty { body(x, category, rows) }
      }
    }
  }
}

extension OverProvisionRule: PeriodRule {
  /// - Complexity: O(*n* log *n*) in the rows of one operator, summed over operators.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let ledgers = LedgerCompleteness(context.lastDay)
    var steps: [(day: Int32, change: Int64)] = []
    context.holdings { x, category, rows in
      if rows.received.isEmpty && rows.designated.isEmpty { return }
      guard rows.mayExceed(context.days, &steps) else { return }
      var provided = NumberTimeline(rows.provided)
      var held = NumberTimeline(rows.received + rows.designated)
      var epochs = rows.epochs(context.days)
      epochs.take { days in
        let (given, had) = (provided.numbers(on: days.start), held.numbers(on: days.start))
        guard held.rows > 0, given > had else { return }
        pieces.add(
          Finding(
            Self.id, cause: ledgers.cause(of: x), subject: x, category: category, numbers: given - had),
          over: days)
      }
    }
  }
}

extension ResaleBeyondDesignationRule: PeriodRule {
  /// - Complexity: O(*n* log *n*) in the rows of one operator, summed over operators.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    context.holdings(onlyDesignated: true) { x, category, rows in
      if rows.received.isEmpty || rows.designated.isEmpty { return }
      var provided = NumberTimeline(rows.provided)
      var received = NumberTimeline(rows.received)
      var designated = NumberTimeline(rows.designated)
      var epochs = rows.epochs(context.days)
      epochs.take { days in
        let (given, own) = (provided.numbers(on: days.start), designated.numbers(on: days.start))
        _ = received.numbers(on: days.start)
        guard received.rows > 0, designated.rows > 0, given > own else { return }
        pieces.add(Finding(Self.id, subject: x, category: category, numbers: given - own), over: days)
      }
    }
  }
}
