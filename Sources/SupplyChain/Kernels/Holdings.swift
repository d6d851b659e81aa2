import Numbering

/// How many numbers an operator has to do with in a category on a day (SPEC §4 *numbers*).
public struct Holdings: Sendable, Equatable {
  /// In its active designations.
  public var designated: UInt64 = 0
  /// In its active inflows.
  public var received: UInt64 = 0
  /// In its active outflows.
  public var provided: UInt64 = 0
  /// In designations and inflow ranges together, and the count-only inflows.
  public var held: UInt64 = 0
  /// How many active outflows there are.
  public var outflows = 0
  /// How many active inflows there are.
  public var inflows = 0
}

extension DayState {
  /// What an operator holds, receives and provides in a category.
  ///
  /// - Complexity: O(rows of the operator in the category).
  public func holdings(of x: OperatorIndex, in category: Category) -> Holdings {
    let table = chain.tables.provisions
    var result = Holdings()
    result.designated = designated[Int(category.rawValue)]?.size(of: x) ?? 0
    if let view = chain.outflows.view(category) {
      (result.provided, result.outflows) = numbers(of: view, x, table)
    }
    var overlap: UInt64 = 0
    if let view = chain.inflows.view(category) {
      (result.received, result.inflows) = numbers(of: view, x, table)
      overlap = designatedNumbers(amongRangesOf: view, x, category, table)
    }
    result.held = result.designated + result.received - overlap
    return result
  }

  /// Numbers of an operator's active provisions in a view together, and how many provisions there are.
  private func numbers(
    of view: CategoryAdjacency, _ x: OperatorIndex, _ table: ProvisionTable
  ) -> (numbers: UInt64, provisions: Int) {
    var union = UnionSize()
    var count = 0
    for position in view.range(x) {
      let p = Int(view.provisions[position])
      if active[p] == 0 { continue }
      count += 1
      if table.isRanged(p) {
        union.add(from: table.rangeStarts[p], through: table.rangeEnd(p))
      } else {
        union.add(count: table.numbers[p])
      }
    }
    return (union.size, count)
  }

  /// How many designated numbers lie in the union of an operator's active ranges of a view.
  private func designatedNumbers(
    amongRangesOf view: CategoryAdjacency, _ x: OperatorIndex, _ category: Category, _ table: ProvisionTable
  ) -> UInt64 {
    guard let own = designated[Int(category.rawValue)] else { return 0 }
    var next = own.range(x).lowerBound
    let last = own.range(x).upperBound
    if next == last { return 0 }
    var overlap: UInt64 = 0
    var position: UInt64 = 0  // Numbers below it are accounted for.
    for index in view.range(x) {
      let p = Int(view.provisions[index])
      if !table.isRanged(p) || next == last { break }
      if active[p] == 0 { continue }
      let end = table.rangeEnd(p)
      position = max(position, table.rangeStarts[p])
      while next < last, position <= end {
        if own.ends[next] < position {
          next += 1
          continue
        }
        if own.starts[next] > end { break }
        let low = max(position, own.starts[next])
        let high = min(end, own.ends[next])
        overlap += high - low + 1
        position = high + 1
      }
      position = max(position, end + 1)
    }
    return overlap
  }

  /// How many numbers of a ranged provision lie outside its supplier's active designations (its resold part).
  ///
  /// - Complexity: O(log *k*) in the supplier's designations.
  public func resoldNumbers(of p: ProvisionIndex) -> UInt64 {
    let table = chain.tables.provisions
    let row = Int(p)
    guard table.isRanged(row) else { return 0 }
    let (start, end) = (table.rangeStarts[row], table.rangeEnd(row))
    let own = designated[Int(table.categories[row].rawValue)]
    return end - start + 1 - (own?.size(of: table.suppliers[row], from: start, through: end) ?? 0)
  }

  /// Whether a provision is wholly its supplier's own: its range designated, or count-only from a holder.
  ///
  /// - Complexity: O(log *k*) in the supplier's designations.
  public func isWhollyOwn(_ p: ProvisionIndex) -> Bool {
    let table = chain.tables.provisions
    let row = Int(p)
    return table.isRanged(row)
      ? resoldNumbers(of: p) == 0 : isHolder(table.suppliers[row], in: table.categories[row])
  }
}

/// Numbers of several provisions together: the union of ranges added by ascending start, and counts.
package struct UnionSize: Sendable {
  /// The sum so far.
  package private(set) var size: UInt64 = 0
  /// Every number below it that was added is counted.
  private var counted: UInt64 = 0

  package init() {}

  /// Adds a range whose start is no less than that of any before.
  package mutating func add(from start: UInt64, through end: UInt64) {
    let first = max(start, counted)
    if first > end { return }
    size += end - first + 1
    counted = end + 1
  }

  /// Adds numbers known by their count only.
  package mutating func add(count: UInt64) {
    size += count
  }
}
