import Bytes
import Numbering

extension SpanTable {
  /// The designations of each operator in force on a day, for every category; nil where there is none.
  ///
  /// - Complexity: O(*n* log *n*) in the designations; 4 bytes per operator in each category that has some.
  static func designations(of chain: SupplyChain, on day: Day) -> [SpanTable?] {
    let table = chain.tables.designations
    var rows = [[UInt32]](repeating: [], count: Category.count)
    for row in 0..<table.count where table.starts[row] <= day.ordinal && day.ordinal < table.ends[row] {
      rows[Int(table.categories[row].rawValue)].append(UInt32(row))
    }
    return rows.map { rows in
      if rows.isEmpty { return nil }
      let sorted = rows.sorted { left, right in
        let (a, b) = (Int(left), Int(right))
        if table.operators[a] != table.operators[b] { return table.operators[a] < table.operators[b] }
        return table.rangeStarts[a] != table.rangeStarts[b]
          ? table.rangeStarts[a] < table.rangeStarts[b] : left < right
      }
      var spans = SpanTable()
      for row in sorted {
        spans.close(upTo: Int(table.operators[Int(row)]))
        spans.append(table.rangeStarts[Int(row)], table.rangeEnds[Int(row)])
      }
      spans.close(upTo: chain.tables.operators.count)
      return spans
    }
  }

  /// The designations of an operator together with its active ranged inflows in a category, as a table of it alone.
  ///
  /// - Complexity: O(designations and inflows of the operator in the category).
  package static func held(by x: OperatorIndex, in category: Category, _ state: DayState) -> SpanTable {
    var spans = SpanTable()
    spans.appendHeld(by: x, in: category, state)
    spans.close(upTo: 1)
    return spans
  }

  private mutating func appendHeld(by x: OperatorIndex, in category: Category, _ state: DayState) {
    let own = state.designated[Int(category.rawValue)]
    var designations = own?.range(x) ?? 0..<0
    if let view = state.chain.inflows.view(category) {
      let (starts, numbers) = (
        state.chain.tables.provisions.rangeStarts, state.chain.tables.provisions.numbers
      )
      for position in view.range(x) {
        let p = Int(view.provisions[position])
        // The ranged ones stand first.
        if starts[p] == 0 { break }
        if state.active[p] == 0 { continue }
        while let own, let next = designations.first, own.starts[next] <= starts[p] {
          append(own.starts[next], own.ends[next])
          designations = next + 1..<designations.upperBound
        }
        append(starts[p], starts[p] + numbers[p] - 1)
      }
    }
    if let own { for next in designations { append(own.starts[next], own.ends[next]) } }
  }
}
