import Audit
import Numbering
import SupplyChain

/// Suspensions of numbers in force on a day, for asking which numbers of one provision they meet.
struct SuspendedRanges: Sendable {
  private let table: RestrictionTable
  /// Rows by the start of their range.
  private let rows: [UInt32]
  /// The greatest end of the ranges up to each row; it never descends.
  private var reach: [UInt64] = []

  /// - Complexity: O(*n* log *n*) in restrictions.
  init(_ state: DayState) {
    let table = state.chain.tables.restrictions
    let day = state.day.ordinal
    self.table = table
    rows = (0..<UInt32(table.count)).filter { row in
      let row = Int(row)
      return table.kinds[row] == .suspendNumbers && table.rangeStarts[row] != 0 && table.starts[row] <= day
        && day < table.ends[row]
    }.sorted { (table.rangeStarts[Int($0)], $0) < (table.rangeStarts[Int($1)], $1) }
    var greatest: UInt64 = 0
    for row in rows {
      greatest = max(greatest, table.rangeEnds[Int(row)])
      reach.append(greatest)
    }
  }

  /// How many numbers of a range are suspended by what had begun by a day, apart from some, and the first restriction in
  /// the file that suspends one of them; nil for none.
  ///
  /// - Parameter known: ranges to leave out, by start.
  /// - Complexity: O(log *n* + *k* log *k*) in the *k* suspensions and ranges from the first that may reach the range.
  func numbers(
    in span: ClosedRange<UInt64>, begunBy day: Int32, apartFrom known: [ClosedRange<UInt64>]
  ) -> (numbers: UInt64, restriction: UInt32)? {
    var met: [UInt32] = []
    var place = reach.firstIndex(atLeast: span.lowerBound)
    while place < rows.count, table.rangeStarts[Int(rows[place])] <= span.upperBound {
      let row = Int(rows[place])
      if table.rangeEnds[row] >= span.lowerBound, table.starts[row] <= day { met.append(rows[place]) }
      place += 1
    }
    if met.isEmpty { return nil }
    var suspended = Spans()
    for row in met {
      suspended.append(
        from: max(span.lowerBound, table.rangeStarts[Int(row)]),
        to: min(span.upperBound, table.rangeEnds[Int(row)]))
    }
    var had = Spans()
    for range in known { had.append(from: range.lowerBound, to: range.upperBound) }
    let left = suspended.subtracting(had)
    var numbers: UInt64 = 0
    for index in left.starts.indices { numbers += left.ends[index] - left.starts[index] + 1 }
    if numbers == 0 { return nil }
    let first = met.sorted().first { row in
      left.overlaps(from: table.rangeStarts[Int(row)], to: table.rangeEnds[Int(row)])
    }
    return (numbers, first ?? noIndex)
  }
}
