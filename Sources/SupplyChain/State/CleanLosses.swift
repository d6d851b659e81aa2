import Numbering

/// Which numbers of a category reached operators through certified operators in one state of a ledger, and do not in
/// another in which rows of it have ended (SPEC §4 *clean*).
///
/// A number in a range is looked at by itself: it is lost where some inflow brought it by a clean chain before, none does
/// afterwards, and no designation of the operator's own has it. Numbers of a count-only inflow are lost together, when its
/// supplier had a clean level, and has none or provides it no longer.
package struct CleanLosses {
  private let table: ProvisionTable
  private let inflows: CategoryAdjacency
  private let activeBefore: [UInt8]
  private let activeAfter: [UInt8]
  private let levelsBefore: [UInt32]
  private let levelsAfter: [UInt32]
  private let numbersBefore: NumberLevels?
  private let numbersAfter: NumberLevels?
  private let designated: SpanTable?
  /// By supplier, the numbers it passes on that had a clean level and have none any more.
  private let lost: SpanTable?
  /// How many spans may be looked at.
  private let mostSpans: Int

  /// nil when the levels of either state are not known, and for a category without provisions.
  ///
  /// - Parameter after: a state of the same rows; operators and provisions are those of `before`.
  /// - Complexity: O(operators + level pieces) of the category.
  package init?(in category: Category, from before: DayState, to after: DayState) {
    let slot = Int(category.rawValue)
    guard let old = before.levels, let new = after.levels, let view = before.chain.inflows.views[slot],
      let levelsBefore = old.cleanByCategory[slot], let levelsAfter = new.cleanByCategory[slot]
    else { return nil }
    table = before.chain.tables.provisions
    inflows = view
    (activeBefore, activeAfter) = (before.active, after.active)
    (self.levelsBefore, self.levelsAfter) = (levelsBefore, levelsAfter)
    (numbersBefore, numbersAfter) = (old.cleanByNumber[slot], new.cleanByNumber[slot])
    designated = after.designated[slot]
    let left = new.cleanByNumber[slot]
    lost = old.cleanByNumber[slot].map { Self.lost($0, left, operatorCount: levelsBefore.count) }
    mostSpans = before.options.mostPieces ?? Levels.mostPieces(before.chain.tables)
  }

  /// What some operators lose, in their order, and how much that is together: union of ranges, sum of counts (SPEC §4).
  ///
  /// nil when the ranges fall into more spans than number-precise levels may have pieces.
  ///
  /// - Complexity: near-linear in the inflows of the operators, and in the level pieces of their suppliers that meet a
  ///   number that may be lost.
  package func numbers(of operators: [OperatorIndex]) -> (each: [UInt64], together: UInt64)? {
    var each: [UInt64] = []
    each.reserveCapacity(operators.count)
    var all: [Span] = []
    var (union, looked) = (UnionSize(), 0)
    var (gone, left, rest, kept): ([Span], [Span], [Span], [Span]) = ([], [], [], [])
    for x in operators {
      let counted = losses(of: x, ranges: &gone)
      union.add(count: counted)
      var sum = counted
      looked += gone.count
      if looked > mostSpans { return nil }
      if !gone.isEmpty {
        Self.unite(&gone)
        guard keeps(x, meeting: gone, into: &left, atMost: mostSpans - looked) else { return nil }
        looked += left.count
        Self.unite(&left)
        Spans.split(gone, by: left, inside: &kept, outside: &rest)
        for span in rest { sum += span.end - span.start + 1 }
        all += rest
      }
      each.append(sum)
    }
    all.sort { $0.start < $1.start }
    for span in all { union.add(from: span.start, through: span.end) }
    return (each, union.size)
  }

  /// The numbers in ranges that some inflow of an operator brings by a clean chain no longer; the count-only ones are
  /// returned.
  private func losses(of x: OperatorIndex, ranges: inout [Span]) -> UInt64 {
    ranges.removeAll(keepingCapacity: true)
    var counted: UInt64 = 0
    for position in inflows.range(x) {
      let p = Int(inflows.provisions[position])
      if activeBefore[p] == 0 { continue }
      let supplier = table.suppliers[p]
      let hasEnded = activeAfter[p] == 0
      guard table.isRanged(p) else {
        if levelsBefore[Int(supplier)] != noLevel, hasEnded || levelsAfter[Int(supplier)] == noLevel {
          counted += table.numbers[p]
        }
        continue
      }
      let (start, end) = (table.rangeStarts[p], table.rangeEnd(p))
      if hasEnded {
        guard let numbersBefore else { continue }
        for piece in numbersBefore.pieces(of: supplier, from: start, through: end) {
          ranges.append(
            Span(start: max(start, numbersBefore.starts[piece]), end: min(end, numbersBefore.ends[piece])))
        }
      } else if let lost {
        lost.append(of: supplier, from: start, through: end, to: &ranges)
      }
    }
    return counted
  }

  /// What an operator has by a clean chain still, about as far as it is asked for; false when that is too much.
  private func keeps(
    _ x: OperatorIndex, meeting wanted: [Span], into spans: inout [Span], atMost limit: Int
  ) -> Bool {
    spans.removeAll(keepingCapacity: true)
    guard let first = wanted.first?.start, let last = wanted.last?.end else { return true }
    designated?.append(of: x, from: first, through: last, to: &spans)
    guard let numbersAfter else { return true }
    for position in inflows.range(x) {
      let p = Int(inflows.provisions[position])
      if activeAfter[p] == 0 || !table.isRanged(p) { continue }
      let (start, end) = (max(first, table.rangeStarts[p]), min(last, table.rangeEnd(p)))
      if start > end { continue }
      for piece in numbersAfter.pieces(of: table.suppliers[p], from: start, through: end) {
        spans.append(
          Span(start: max(start, numbersAfter.starts[piece]), end: min(end, numbersAfter.ends[piece])))
      }
      if spans.count > limit { return false }
    }
    return true
  }

  /// Sorts spans and joins those that overlap or touch.
  private static func unite(_ spans: inout [Span]) {
    spans.sort { $0.start < $1.start }
    var count = 0
    for span in spans {
      if count > 0, span.start <= spans[count - 1].end + 1 {
        spans[count - 1].end = max(spans[count - 1].end, span.end)
      } else {
        spans[count] = span
        count += 1
      }
    }
    spans.removeLast(spans.count - count)
  }

  /// By operator, the numbers that have a level in one and none in the other, in one pass.
  private static func lost(
    _ before: NumberLevels, _ after: NumberLevels?, operatorCount: Int
  ) -> SpanTable {
    var lost = SpanTable()
    for x in 0..<operatorCount {
      let left = after?.range(OperatorIndex(x)) ?? 0..<0
      var next = left.lowerBound
      for piece in before.range(OperatorIndex(x)) {
        var start = before.starts[piece]
        let end = before.ends[piece]
        if let after {
          while next < left.upperBound, after.ends[next] < start { next += 1 }
          // The last one met may reach into the next piece: it is looked at again.
          var met = next
          while met < left.upperBound, after.starts[met] <= end {
            if after.starts[met] > start { lost.append(start, after.starts[met] - 1) }
            start = after.ends[met] + 1
            met += 1
          }
          next = max(next, met - 1)
        }
        if start <= end { lost.append(start, end) }
      }
      lost.close(upTo: x + 1)
    }
    return lost
  }
}

extension SpanTable {
  /// Appends what a range of numbers has in common with the spans of an operator.
  ///
  /// - Complexity: O(log *k*) in its spans, and O(1) for each that is met.
  fileprivate func append(
    of x: OperatorIndex, from start: UInt64, through end: UInt64, to spans: inout [Span]
  ) {
    let range = range(x)
    var position = firstPosition(in: range, ends, atLeast: start)
    while position < range.upperBound, starts[position] <= end {
      spans.append(Span(start: max(start, starts[position]), end: min(end, ends[position])))
      position += 1
    }
  }
}
