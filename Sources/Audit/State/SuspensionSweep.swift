import Numbering
import SupplyChain

/// Suspensions of numbers in force on the day, to be counted as of one day after another.
package struct SuspensionSweep: Sendable {
  private let table: RestrictionTable
  /// Rows by the day they begin.
  package let rows: [UInt32]
  /// All suspended numbers.
  package let spans: Spans

  /// The suspensions in force on the day of a state.
  ///
  /// - Complexity: O(*n* log *n*) in restrictions.
  package init(_ state: DayState) {
    let day = state.day.ordinal
    self.init(state.chain.tables.restrictions, over: DayInterval(start: day, end: day + 1))
  }

  /// The suspensions in force on any of some days.
  ///
  /// - Complexity: O(*n* log *n*) in restrictions.
  package init(_ table: RestrictionTable, over days: DayInterval) {
    self.table = table
    let inForce = (0..<UInt32(table.count)).filter { row in
      let row = Int(row)
      return table.kinds[row] == .suspendNumbers && table.rangeStarts[row] != 0
        && table.starts[row] < days.end && days.start < table.ends[row]
    }
    rows = inForce.sorted { (table.starts[Int($0)], $0) < (table.starts[Int($1)], $1) }
    var spans = Spans()
    for row in inForce.sorted(by: { table.rangeStarts[Int($0)] < table.rangeStarts[Int($1)] }) {
      spans.append(from: table.rangeStarts[Int(row)], to: table.rangeEnds[Int(row)])
    }
    self.spans = spans
  }

  /// Whether some number of a range is suspended, since whatever day.
  ///
  /// - Complexity: O(log *n*).
  package func touches(from start: UInt64, through end: UInt64) -> Bool {
    spans.overlaps(from: start, to: end)
  }

  /// The bounds of the cells that some suspensions make, in no order.
  package func bounds(of rows: [UInt32]) -> [UInt64] {
    rows.map { table.rangeStarts[Int($0)] } + rows.map { table.rangeEnds[Int($0)] + 1 }
  }

  /// The suspensions that overlap a range, by the day they begin.
  ///
  /// - Complexity: O(*n*).
  package func rows(from start: UInt64, through end: UInt64) -> [UInt32] {
    rows.filter { table.rangeStarts[Int($0)] <= end && start <= table.rangeEnds[Int($0)] }
  }

  /// Suspends in `cells` what began by a day, from the row at `next` on.
  package func advance(_ cells: inout SuspendedCells, over rows: [UInt32], _ next: inout Int, to day: Int32) {
    while next < rows.count, table.starts[Int(rows[next])] <= day {
      let row = Int(rows[next])
      cells.suspend(from: table.rangeStarts[row], to: table.rangeEnds[row] + 1, by: rows[next])
      next += 1
    }
  }
}
