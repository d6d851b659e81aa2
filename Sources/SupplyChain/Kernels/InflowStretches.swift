import Numbering

/// Successive numbers that an operator receives, put together from ranges that overlap or touch.
struct Stretch {
  /// The first number.
  let start: UInt64
  /// The number after the last.
  let end: UInt64
}

/// Walks what operators receive in a category.
struct InflowStretches {
  private let view: CategoryAdjacency
  private let active: [UInt8]
  private let starts: [UInt64]
  private let numbers: [UInt64]

  init(_ view: CategoryAdjacency, _ state: DayState) {
    let table = state.chain.tables.provisions
    self.view = view
    (active, starts, numbers) = (state.active, table.rangeStarts, table.numbers)
  }

  /// Appends the stretches of the active inflows of an operator, ascending; the count-only numbers are returned.
  ///
  /// - Complexity: O(*n*) in its inflows, whose ranges stand by start.
  func append(of x: OperatorIndex, to stretches: inout [Stretch]) -> UInt64 {
    if view.rangedCount == 0 { return countedNumbers(of: x) }
    var (low, high, counted): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for position in view.range(x) {
      let p = Int(view.provisions[position])
      if active[p] == 0 { continue }
      if starts[p] == 0 {
        counted += numbers[p]
      } else if starts[p] <= high {
        high = max(high, starts[p] + numbers[p])
      } else {
        if high > 0 { stretches.append(Stretch(start: low, end: high)) }
        (low, high) = (starts[p], starts[p] + numbers[p])
      }
    }
    if high > 0 { stretches.append(Stretch(start: low, end: high)) }
    return counted
  }

  /// The numbers of the active inflows of an operator in a category without ranges, whose starts need not be looked at.
  private func countedNumbers(of x: OperatorIndex) -> UInt64 {
    var counted: UInt64 = 0
    for position in view.range(x) {
      let p = Int(view.provisions[position])
      counted &+= numbers[p] &* UInt64(active[p])
    }
    return counted
  }
}
