/// A range of numbers over some days.
struct DatedSpan: Sendable {
  var start: UInt64
  /// Inclusive.
  var end: UInt64
  var days: DaySet
  /// Of how many cells between the ends of ranges it was joined.
  var cells: UInt32 = 1
}

/// Makes ranges with days disjoint: each number gets the days of all ranges that have it.
struct DayCover {
  private var cuts: [UInt64] = []
  private var cells: [DaySet] = []

  /// Groups of so few ranges are looked at cell by cell.
  private static let few = 12

  /// Appends the disjoint ranges of a run sorted by start, ascending; touching ones of equal days are joined.
  ///
  /// *k* ranges give at most 2*k*.
  ///
  /// - Complexity: O(*k* log *k*).
  mutating func resolve(
    _ spans: [DatedSpan], _ run: Range<Int>, _ pool: inout DaySetPool, into result: inout [DatedSpan]
  ) {
    let first = result.count
    var next = run.lowerBound
    while next < run.upperBound {
      var end = next + 1
      var last = spans[next].end
      while end < run.upperBound, spans[end].start <= last {
        last = max(last, spans[end].end)
        end += 1
      }
      if end == next + 1 {
        Self.emit(spans[next], after: first, into: &result)
      } else {
        resolveGroup(spans, next..<end, &pool, after: first, into: &result)
      }
      next = end
    }
  }

  /// Resolves ranges each of which meets another.
  private mutating func resolveGroup(
    _ spans: [DatedSpan], _ run: Range<Int>, _ pool: inout DaySetPool, after first: Int,
    into result: inout [DatedSpan]
  ) {
    cuts.removeAll(keepingCapacity: true)
    for place in run {
      cuts.append(spans[place].start)
      cuts.append(spans[place].end + 1)
    }
    cuts.sort()
    var kept = 1
    for place in 1..<cuts.count where cuts[place] != cuts[kept - 1] {
      cuts[kept] = cuts[place]
      kept += 1
    }
    cuts.removeSubrange(kept...)
    let count = cuts.count - 1
    if run.count <= Self.few {
      for cell in 0..<count {
        var days = DaySet.none
        for place in run where spans[place].start <= cuts[cell] && cuts[cell] <= spans[place].end {
          days = pool.union(days, spans[place].days)
        }
        Self.emit(
          DatedSpan(start: cuts[cell], end: cuts[cell + 1] - 1, days: days), after: first, into: &result)
      }
      return
    }
    mark(spans, run, count, &pool)
    for cell in 0..<count {
      Self.emit(
        DatedSpan(start: cuts[cell], end: cuts[cell + 1] - 1, days: cells[count + cell]), after: first,
        into: &result)
    }
  }

  /// Fills `cells` with a segment tree: the days of each cell come to stand in its second half.
  private mutating func mark(_ spans: [DatedSpan], _ run: Range<Int>, _ count: Int, _ pool: inout DaySetPool)
  {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.none, count: 2 * count))
    for place in run {
      var low = firstPosition(in: 0..<cuts.count, cuts, atLeast: spans[place].start) + count
      var high = firstPosition(in: 0..<cuts.count, cuts, atLeast: spans[place].end + 1) + count
      while low < high {
        if low & 1 == 1 {
          cells[low] = pool.union(cells[low], spans[place].days)
          low += 1
        }
        if high & 1 == 1 {
          high -= 1
          cells[high] = pool.union(cells[high], spans[place].days)
        }
        low >>= 1
        high >>= 1
      }
    }
    if count < 2 { return }
    for node in 2..<2 * count { cells[node] = pool.union(cells[node], cells[node >> 1]) }
  }

  private static func emit(_ span: DatedSpan, after first: Int, into result: inout [DatedSpan]) {
    if span.days.isEmpty { return }
    let last = result.count - 1
    if last >= first, result[last].days == span.days, result[last].end + 1 == span.start {
      result[last].end = span.end
      result[last].cells += 1
    } else {
      result.append(span)
    }
  }
}
