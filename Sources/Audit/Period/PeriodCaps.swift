import Numbering
import SupplyChain

/// On which days policy caps limit operators, and what passes to them.
struct PeriodCaps {
  /// What passes from one supplier to an operator.
  struct Pair {
    let supplier: OperatorIndex
    let rows: ArraySlice<DatedNumbers>

    /// As many numbers as there can be on a day at most.
    var most: UInt64 { rows.reduce(0) { $0.addingSaturated($1.numbers) } }
  }

  private let context: PeriodContext
  private let views: [CategoryAdjacency?]

  init(_ context: PeriodContext) {
    self.context = context
    views = Category.allCases.map { context.chain.inflows.view($0) }
  }

  /// By operator, the numbers of its inflows that touch the period, added up as if all were there at once.
  ///
  /// - Complexity: O(*n*) in provisions.
  func receivedAtMost(in categories: CategorySet) -> [UInt64] {
    let table = context.tables.provisions
    var sums = [UInt64](repeating: 0, count: context.tables.operators.count)
    for p in 0..<table.count where table.starts[p] < context.days.end && table.ends[p] > context.days.start {
      guard categories.has(table.categories[p]), table.suppliers[p] != table.recipients[p] else { continue }
      let v = Int(table.recipients[p])
      sums[v] = sums[v].addingSaturated(table.numbers[p])
    }
    return sums
  }

  /// What passes to an operator in some categories on any day of the period, by supplier.
  ///
  /// - Complexity: O(*n* log *n*) in its provisions.
  func pairs(to v: OperatorIndex, in categories: CategorySet) -> [Pair] {
    let table = context.tables.provisions
    var keys: [(supplier: OperatorIndex, row: ProvisionIndex)] = []
    for category in Category.allCases where categories.has(category) {
      guard let view = views[Int(category.rawValue)] else { continue }
      for position in view.range(v) {
        let p = Int(view.provisions[position])
        if table.starts[p] >= context.days.end || table.ends[p] <= context.days.start { continue }
        keys.append((table.suppliers[p], UInt32(p)))
      }
    }
    keys.sort { ($0.supplier, $0.row) < ($1.supplier, $1.row) }
    let rows = keys.map { DatedNumbers($0.row, of: table) }
    var pairs: [Pair] = []
    var next = 0
    while next < keys.count {
      var end = next + 1
      while end < keys.count, keys[end].supplier == keys[next].supplier { end += 1 }
      pairs.append(Pair(supplier: keys[next].supplier, rows: rows[next..<end]))
      next = end
    }
    return pairs
  }

  /// Calls `body` with the runs of days on which some rows come to as many numbers, ascending; not where to none.
  ///
  /// - Complexity: O(*k* log *k*).
  func steps(of rows: ArraySlice<DatedNumbers>, _ body: (DayInterval, UInt64) -> Void) {
    var timeline = NumberTimeline(Array(rows))
    var epochs = Epochs(of: context.days)
    for row in rows { epochs.cut(row.days) }
    epochs.take { days in
      let numbers = timeline.numbers(on: days.start)
      if numbers > 0 { body(days, numbers) }
    }
  }

  /// The days on which a policy cap limits an operator, ascending.
  ///
  /// - Complexity: O(log days), and O(*n*) in the runs of days on which the operator is certified.
  func limited(_ x: OperatorIndex, by cap: Policy.Cap) -> [DayInterval] {
    var days = context.days
    if let from = cap.effectiveFrom { days.start = max(days.start, from.ordinal) }
    if cap.certified != nil, !context.tables.certifications.origin.isPresent { return [] }
    if cap.trackRecordFromMonths != nil || cap.trackRecordUnderMonths != nil {
      let start = context.tables.operators.serviceStartedOn[Int(x)]
      if start == Day.blank {
        guard context.policy.unknownTrackRecord == .none, cap.limits(months: 0) else { return [] }
      } else {
        let under = cap.trackRecordUnderMonths.map { first(of: days, since: start, reaching: $0) }
        days.start = first(of: days, since: start, reaching: cap.trackRecordFromMonths ?? 0)
        days.end = under ?? days.end
      }
    }
    if days.isEmpty { return [] }
    guard let isCertified = cap.certified else { return [days] }
    let runs = context.timelines.certified.runs(of: Int(context.timelines.personOf[Int(x)]))
    var limited: [DayInterval] = []
    if isCertified {
      for run in runs where !run.intersection(days).isEmpty { limited.append(run.intersection(days)) }
    } else {
      runs.gaps(within: days) { limited.append($0) }
    }
    return limited
  }

  /// The first of some days on which so many whole months have passed since another; their end for none.
  private func first(of days: DayInterval, since start: Int32, reaching months: Int) -> Int32 {
    guard let start = Day(ordinal: start) else { return days.end }
    var (low, high) = (days.start, max(days.start, days.end))
    while low < high {
      let middle = low + (high - low) / 2
      let passed = Day(ordinal: middle).map { $0.wholeMonths(since: start) } ?? 0
      if passed < months { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
