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

  /// The designations of each operator together with its active ranged inflows in a category.
  ///
  /// - Complexity: O(*n*) in operators, designations and provisions of the category.
  package static func held(in category: Category, _ state: DayState) -> SpanTable {
    let table = state.chain.tables.provisions
    let own = state.designated[Int(category.rawValue)]
    let view = state.chain.inflows.view(category)
    let count = state.chain.tables.operators.count
    var spans = SpanTable()
    for x in 0..<UInt32(count) {
      var designations = own?.range(x) ?? 0..<0
      if let view {
        for position in view.range(x) {
          let p = Int(view.provisions[position])
          if !table.isRanged(p) { break }
          if state.active[p] == 0 { continue }
          while let own, let next = designations.first, own.starts[next] <= table.rangeStarts[p] {
            spans.append(own.starts[next], own.ends[next])
            designations = next + 1..<designations.upperBound
          }
          spans.append(table.rangeStarts[p], table.rangeEnd(p))
        }
      }
      if let own { for next in designations { spans.append(own.starts[next], own.ends[next]) } }
      spans.close(upTo: Int(x) + 1)
    }
    return spans
  }

  /// The active ranged outflows of each operator in a category, together.
  ///
  /// - Complexity: O(*n*) in operators and provisions of the category.
  package static func passed(in category: Category, _ state: DayState) -> SpanTable {
    let table = state.chain.tables.provisions
    let view = state.chain.outflows.view(category)
    var spans = SpanTable()
    for x in 0..<UInt32(state.chain.tables.operators.count) {
      if let view {
        for position in view.range(x) {
          let p = Int(view.provisions[position])
          if !table.isRanged(p) { break }
          if state.active[p] != 0 { spans.append(table.rangeStarts[p], table.rangeEnd(p)) }
        }
      }
      spans.close(upTo: Int(x) + 1)
    }
    return spans
  }
}
