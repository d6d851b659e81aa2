import Numbering
import SupplyChain

/// What an operator passes on in some categories on the day.
package struct OutflowTally {
  /// Telephone numbers: ranges together, and counts; over several categories their sum.
  package private(set) var numbers: UInt64 = 0
  /// Active provisions.
  package private(set) var provisions = 0
  /// The ordinal of the first day of the unbroken run of days up to the day with an active one; 0 for always.
  package private(set) var since = Int32.max

  /// - Complexity: O(*n* log *n*) in the operator's provisions of any day.
  package init(of x: OperatorIndex, in categories: CategorySet, _ state: DayState) {
    let table = state.chain.tables.provisions
    let day = state.day.ordinal
    // Last day and first day of provisions that ended by the day, to sort by the former.
    var ended: [(end: Int32, start: Int32)] = []
    for category in Category.allCases where categories.has(category) {
      guard let view = state.chain.outflows.view(category) else { continue }
      var covered: UInt64 = 0
      for place in view.range(x) {
        let p = Int(view.provisions[place])
        let (start, end) = (table.starts[p], table.ends[p])
        if start > day { continue }
        if end <= day {
          ended.append((end, start))
          continue
        }
        provisions += 1
        since = min(since, start)
        // Ranges come first, by start; numbers up to `covered` are counted already.
        if table.isRanged(p) {
          let last = table.rangeEnd(p)
          let first = max(table.rangeStarts[p], covered + 1)
          if first <= last {
            numbers += last - first + 1
            covered = last
          }
        } else {
          numbers += table.numbers[p]
        }
      }
    }
    ended.sort { $0.end > $1.end }
    for span in ended {
      if span.end < since { break }
      since = min(since, span.start)
    }
  }
}
