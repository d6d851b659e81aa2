import Numbering

/// Numbers over some days: a range, or a count.
package struct DatedNumbers: Sendable {
  package let days: DayInterval
  /// 0 for a count.
  package let start: UInt64
  package let numbers: UInt64

  package init(days: DayInterval, start: UInt64, numbers: UInt64) {
    self.days = days
    self.start = start
    self.numbers = numbers
  }

  /// A provision.
  package init(_ p: ProvisionIndex, of table: ProvisionTable) {
    let row = Int(p)
    self.init(
      days: DayInterval(start: table.starts[row], end: table.ends[row]), start: table.rangeStarts[row],
      numbers: table.numbers[row])
  }
}

/// How many numbers several rows come to, day by day: the union of their ranges and the sum of their counts.
package struct NumberTimeline {
  /// The day on which a row begins or ends, and where its range lies among the coordinates.
  private struct Event {
    let day: Int32
    let cells: Range<Int>
    let count: UInt64
    let isBegin: Bool
  }

  private var events: [Event] = []
  private var coverage: CoverageTree
  private var counted: UInt64 = 0
  private var next = 0
  /// How many rows there are on the day asked for last.
  package private(set) var rows = 0

  /// - Complexity: O(*k* log *k*) for *k* rows.
  package init(_ rows: [DatedNumbers]) {
    var coordinates: [UInt64] = []
    for row in rows where row.start != 0 {
      coordinates.append(row.start)
      coordinates.append(row.start + row.numbers)
    }
    coordinates.sort()
    var kept = 0
    for place in coordinates.indices where kept == 0 || coordinates[place] != coordinates[kept - 1] {
      coordinates[kept] = coordinates[place]
      kept += 1
    }
    coordinates.removeSubrange(kept...)
    coverage = CoverageTree(coordinates: coordinates)
    for row in rows where !row.days.isEmpty {
      var cells = 0..<0
      if row.start != 0 {
        let all = 0..<coordinates.count
        let low = firstPosition(in: all, coordinates, atLeast: row.start)
        cells = low..<firstPosition(in: low..<all.upperBound, coordinates, atLeast: row.start + row.numbers)
      }
      let count = row.start == 0 ? row.numbers : 0
      events.append(Event(day: row.days.start, cells: cells, count: count, isBegin: true))
      events.append(Event(day: row.days.end, cells: cells, count: count, isBegin: false))
    }
    // On one day the order makes no difference to what is there in the end.
    events.sort { $0.day < $1.day || $0.day == $1.day && $0.isBegin && !$1.isBegin }
  }

  /// How many numbers there are on a day, given by its ordinal; days must be asked in ascending order.
  ///
  /// - Complexity: O(log *k*) amortised for each row that begins or ends.
  package mutating func numbers(on day: Int32) -> UInt64 {
    while next < events.count, events[next].day <= day {
      let event = events[next]
      next += 1
      if !event.cells.isEmpty { coverage.change(event.cells, by: event.isBegin ? 1 : -1) }
      if event.isBegin { counted += event.count } else { counted -= event.count }
      rows += event.isBegin ? 1 : -1
    }
    return coverage.size + counted
  }
}
