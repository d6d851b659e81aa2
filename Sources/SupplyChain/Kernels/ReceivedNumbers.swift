import Numbering

extension DayState {
  /// The numbers of the active inflows of some operators in a category, together (SPEC §4).
  ///
  /// - Complexity: O(*n*) in operators and their inflows, O(*k* log *k*) in the stretches of ranges they receive.
  package func receivedNumbers(by operators: some Collection<OperatorIndex>, in category: Category) -> UInt64
  {
    guard let view = chain.inflows.view(category) else { return 0 }
    let table = chain.tables.provisions
    let (starts, numbers) = (table.rangeStarts, table.numbers)
    var union = UnionSize()
    var spans: [Stretch] = []
    for x in operators {
      // The ranges of one operator stand by start.
      var (low, high): (UInt64, UInt64) = (0, 0)
      for position in view.range(x) {
        let p = Int(view.provisions[position])
        if active[p] == 0 { continue }
        if starts[p] == 0 {
          union.add(count: numbers[p])
        } else if starts[p] <= high {
          high = max(high, starts[p] + numbers[p])
        } else {
          if high > 0 { spans.append(Stretch(start: low, end: high - 1)) }
          (low, high) = (starts[p], starts[p] + numbers[p])
        }
      }
      if high > 0 { spans.append(Stretch(start: low, end: high - 1)) }
    }
    spans.sortByNumber { $0.start }
    for span in spans { union.add(from: span.start, through: span.end) }
    return union.size
  }

  private struct Stretch {
    let start: UInt64
    let end: UInt64
  }
}
