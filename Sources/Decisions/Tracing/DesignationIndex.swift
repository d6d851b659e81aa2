import Numbering
import SupplyChain

/// The designations that contain a number, or are nearest to it.
struct DesignationIndex: Sendable {
  private let table: DesignationTable
  private let day: Int32
  /// Of any day.
  private let ranges: RangeIndex
  /// Per category, the rows in force by start.
  private let byStart: [[UInt32]]
  /// Per category, for each place of `byStart` the row of the greatest end up to there.
  private let greatestEnds: [[UInt32]]

  /// - Complexity: O(*n* log *n*) in designations.
  init(_ table: DesignationTable, on day: Day) {
    self.table = table
    self.day = day.ordinal
    let all = (0..<UInt32(table.count)).map { $0 }
    ranges = RangeIndex(
      rows: all, start: { table.rangeStarts[$0] }, end: { table.rangeEnds[$0] })
    var byStart = [[UInt32]](repeating: [], count: Category.count)
    for row in all where Self.isInForce(row, table, day.ordinal) {
      byStart[Int(table.categories[Int(row)].rawValue)].append(row)
    }
    greatestEnds = byStart.indices.map { category in
      byStart[category].sort { (table.rangeStarts[Int($0)], $0) < (table.rangeStarts[Int($1)], $1) }
      var greatest: [UInt32] = []
      for row in byStart[category] {
        let isLess = greatest.last.map { table.rangeEnds[Int($0)] < table.rangeEnds[Int(row)] } ?? true
        greatest.append(isLess ? row : greatest[greatest.count - 1])
      }
      return greatest
    }
    self.byStart = byStart
  }

  private static func isInForce(_ row: UInt32, _ table: DesignationTable, _ day: Int32) -> Bool {
    table.starts[Int(row)] <= day && day < table.ends[Int(row)]
  }

  /// Appends the rows that contain a number in file order, those in force or the others.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* rows of any day.
  func appendRows(containing number: UInt64, inForce: Bool, to found: inout [UInt32]) {
    ranges.appendRows(containing: number, to: &found)
    found.removeAll { Self.isInForce($0, table, day) != inForce }
    found.sort()
  }

  /// What is near a number that no designation in force contains.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* rows of other days that contain it.
  func near(_ number: TelephoneNumber) -> NearbyDesignations {
    let rows = byStart[Int(number.category.rawValue)]
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if table.rangeStarts[Int(rows[middle])] <= number.rawValue { low = middle + 1 } else { high = middle }
    }
    var others: [UInt32] = []
    appendRows(containing: number.rawValue, inForce: false, to: &others)
    return NearbyDesignations(
      onOtherDays: others,
      below: low == 0 ? nil : greatestEnds[Int(number.category.rawValue)][low - 1],
      above: low == rows.count ? nil : rows[low])
  }
}
