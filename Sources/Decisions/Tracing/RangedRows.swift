import Numbering
import SupplyChain

/// Finds the ranged provisions that contain a number: by an index of all of some categories, or of those found in one
/// pass over all of them for the numbers that will be asked for.
struct RangedRows: Sendable {
  private let table: ProvisionTable
  /// 1 for the provisions that count.
  private let kept: [UInt8]
  private let threads: Int
  /// Categories of which any number is prepared for.
  private let prepared: CategorySet
  /// Numbers prepared for besides.
  private let asked: NumberScan
  /// Per category; nil for one without.
  private let ranges: [RangeIndex?]

  /// Prepares for any number of some categories.
  ///
  /// - Complexity: O(provisions) time where range starts differ in few bits.
  init(_ table: ProvisionTable, kept: [UInt8], of categories: CategorySet, threads: Int) {
    (self.table, self.kept, self.threads) = (table, kept, threads)
    prepared = categories
    asked = NumberScan([])
    ranges = RangeIndex.provisions(table, kept: kept, in: categories, threads: threads)
  }

  /// Prepares for some numbers.
  ///
  /// - Complexity: O(provisions · log *n*) time for *n* numbers.
  init(_ table: ProvisionTable, kept: [UInt8], with numbers: [UInt64], threads: Int) {
    (self.table, self.kept, self.threads) = (table, kept, threads)
    prepared = CategorySet(rawValue: 0)
    asked = NumberScan(numbers)
    var rows = [[ProvisionIndex]](repeating: [], count: Category.count)
    for p in asked.rows(in: table, kept: kept, threads: threads) {
      rows[Int(table.categories[Int(p)].rawValue)].append(p)
    }
    ranges = rows.map { rows in
      rows.isEmpty
        ? nil
        : RangeIndex(rows: rows, start: { table.rangeStarts[$0] }, end: { table.rangeEnd($0) })
    }
  }

  /// The provisions whose range contains a number, in file order.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* provisions; O(provisions) for a number that was not prepared for.
  func rows(containing number: TelephoneNumber) -> [ProvisionIndex] {
    guard prepared.has(number.category) || asked.contains(number.rawValue) else {
      return NumberScan([number.rawValue]).rows(in: table, kept: kept, threads: threads)
    }
    var found: [ProvisionIndex] = []
    ranges[Int(number.category.rawValue)]?.appendRows(containing: number.rawValue, to: &found)
    if found.count > 1 { found.sort() }
    return found
  }
}
