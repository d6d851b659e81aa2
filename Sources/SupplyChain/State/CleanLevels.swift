import Bytes
import Numbering

/// Which numbers and provisions of a day are clean (SPEC §4 *clean*), told operator by operator where all it passes on
/// is alike.
package struct CleanLevels: Sendable {
  private let plain: Levels
  private let table: ProvisionTable
  /// By operator.
  package let tags: [CleanTags]

  /// nil when the day has no levels.
  ///
  /// - Complexity: O(operators) in each category.
  package init?(_ state: DayState, threads: Int = 2) {
    guard let levels = state.levels else { return nil }
    plain = levels
    table = state.chain.tables.provisions
    let count = state.certified.count
    let slice = 1 << 14
    let parts = concurrentMap((count + slice - 1) / slice, threads: threads) { index in
      Part(index * slice..<min(count, (index + 1) * slice), levels)
    }
    tags = parts.flatMap(\.tags)
  }

  /// What holds for some operators one after the other.
  private struct Part: Sendable {
    var tags: [CleanTags]

    init(_ operators: Range<Int>, _ levels: Levels) {
      let first = operators.lowerBound
      tags = [CleanTags](repeating: CleanTags(), count: operators.count)
      for category in 0..<Category.count {
        let bit: UInt8 = 1 << UInt8(category)
        if let plain = levels.byCategory[category], let clean = levels.cleanByCategory[category] {
          for x in operators where plain[x] == noLevel || clean[x] != noLevel {
            tags[x - first].counts |= bit
          }
        }
        guard let plain = levels.byNumber[category], let clean = levels.cleanByNumber[category] else {
          for x in operators { tags[x - first].ranges |= bit }
          continue
        }
        for x in operators {
          let (all, part) = (plain.size(of: UInt32(x)), clean.size(of: UInt32(x)))
          if all == part {
            tags[x - first].ranges |= bit
          } else if part != 0 {
            tags[x - first].mixed |= bit
          }
        }
      }
    }
  }

  /// Whether every number of an active provision with a tier comes through certified operators, if it comes from a
  /// holder.
  ///
  /// - Complexity: O(log *k*) in the level pieces of its supplier, O(1) where these are all clean or none is.
  package func isClean(_ p: ProvisionIndex) -> Bool {
    let row = Int(p)
    let (category, supplier) = (table.categories[row], table.suppliers[row])
    if let isClean = tags[Int(supplier)].areClean(ranged: table.isRanged(row), category) { return isClean }
    return uncleanNumbers(
      of: supplier, Int(category.rawValue), from: table.rangeStarts[row], through: table.rangeEnd(row)) == 0
  }

  /// How many numbers of a range have a level at an operator that passes them on, but no clean one.
  ///
  /// - Complexity: O(log *k*) in the level pieces of the operator, O(1) where these are all clean.
  package func uncleanNumbers(
    of x: OperatorIndex, _ category: Int, from start: UInt64, through end: UInt64
  ) -> UInt64 {
    let tags = tags[Int(x)]
    if tags.ranges >> UInt8(category) & 1 != 0 { return 0 }
    let all = plain.byNumber[category]?.size(of: x, from: start, through: end) ?? 0
    if tags.mixed >> UInt8(category) & 1 == 0 { return all }
    return all - (plain.cleanByNumber[category]?.size(of: x, from: start, through: end) ?? 0)
  }
}

/// What holds for all that an operator passes on; a bit for each category.
package struct CleanTags: Sendable {
  /// Categories in which its count-only provisions are clean.
  package var counts: UInt8 = 0
  /// Categories in which all numbers with a level that it passes on in ranges are clean, or there are none.
  package var ranges: UInt8 = 0
  /// Categories in which some of those numbers are clean, but not all.
  package var mixed: UInt8 = 0

  init() {}

  /// Whether its active provisions with a tier are clean in a category; nil when some may be and some not.
  @inlinable
  package func areClean(ranged isRanged: Bool, _ category: Category) -> Bool? {
    if !isRanged { return counts >> category.rawValue & 1 != 0 }
    if ranges >> category.rawValue & 1 != 0 { return true }
    return mixed >> category.rawValue & 1 != 0 ? nil : false
  }
}
