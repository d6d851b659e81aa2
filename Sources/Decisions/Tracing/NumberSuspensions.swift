import Numbering
import SupplyChain

/// Suspensions of numbers on any day, to be asked number by number.
public struct NumberSuspensions: Sendable {
  private let starts: [Int32]
  private let ranges: RangeIndex

  /// - Complexity: O(*n*) in restrictions where range starts differ in few bits.
  public init(_ chain: SupplyChain) {
    let table = chain.tables.restrictions
    let rows = (0..<UInt32(table.count)).filter {
      table.kinds[Int($0)] == .suspendNumbers && table.rangeStarts[Int($0)] != 0
    }
    starts = table.starts
    ranges = RangeIndex(
      rows: rows, start: { table.rangeStarts[$0] }, end: { table.rangeEnds[$0] })
  }

  /// Rows of the suspensions that contain a number, by first day, then in file order.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* suspensions.
  public func rows(containing number: TelephoneNumber) -> [UInt32] {
    var rows: [UInt32] = []
    ranges.appendRows(containing: number.rawValue, to: &rows)
    return rows.sorted { (starts[Int($0)], $0) < (starts[Int($1)], $1) }
  }
}
