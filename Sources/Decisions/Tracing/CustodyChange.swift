import Numbering
import SupplyChain

/// A designation or provision as one of its operators sees it.
struct CustodyChange {
  /// In the order in which changes of one day are named.
  enum Kind: UInt8 {
    case designation, inflow, outflow
  }

  let operatorIndex: OperatorIndex
  let days: DayInterval
  let kind: Kind
  let row: UInt32

  /// Appends the runs of days on which one operator has the number and provides it to nobody.
  ///
  /// - Complexity: O(*k* log *k*).
  static func appendCustody(of changes: ArraySlice<CustodyChange>, to custody: inout [Custody]) {
    guard let x = changes.first?.operatorIndex else { return }
    let has = DayInterval.merged(changes.filter { $0.kind != .outflow }.map(\.days))
    let provides = DayInterval.merged(changes.filter { $0.kind == .outflow }.map(\.days))
    let runs = subtract(provides, from: has)
    if runs.isEmpty { return }
    let (starts, ends) = (ChangesByDay(changes) { $0.days.start }, ChangesByDay(changes) { $0.days.end })
    var next = 0
    for run in runs {
      // The days it has the number, of which these are the last on record.
      while has[next].end < run.end { next += 1 }
      guard let beginning = starts.beginning(of: run, in: has[next], ends),
        let ending = ends.ending(of: run, in: has[next], starts)
      else { continue }
      custody.append(Custody(operatorIndex: x, days: run, beginning: beginning, ending: ending))
    }
  }

  /// The days of some runs that belong to none of the others; both ascend. Days before 1900-01-01 do not count.
  static func subtract(_ others: [DayInterval], from runs: [DayInterval]) -> [DayInterval] {
    var result: [DayInterval] = []
    var next = 0
    for run in runs {
      var start = run.start
      while next < others.count, others[next].end <= start { next += 1 }
      while next < others.count, others[next].start < run.end {
        if start < others[next].start { result.append(DayInterval(start: start, end: others[next].start)) }
        start = max(start, others[next].end)
        // One that reaches beyond this run may reach into the next.
        if start >= run.end { break }
        next += 1
      }
      if start < run.end { result.append(DayInterval(start: start, end: run.end)) }
    }
    return result.filter { $0.end > Day.earliest.ordinal }
  }
}

/// Changes of one operator by the day they begin, or by the day they end.
private struct ChangesByDay {
  private let changes: [(day: Int32, change: CustodyChange)]

  init(_ changes: ArraySlice<CustodyChange>, day: (CustodyChange) -> Int32) {
    self.changes = changes.map { (day($0), $0) }.sorted {
      ($0.0, $0.1.kind.rawValue, $0.1.row) < ($1.0, $1.1.kind.rawValue, $1.1.row)
    }
  }

  /// The first change of a day that is of a kind or a later one; nil for none.
  private func first(on day: Int32, from kind: CustodyChange.Kind) -> CustodyChange? {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      let found = changes[middle]
      if (found.day, found.change.kind.rawValue) < (day, kind.rawValue) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < changes.count && changes[low].day == day ? changes[low].change : nil
  }

  /// How a run began, these being the changes by first day; a run begins where something did, so there is an answer.
  func beginning(of run: DayInterval, in has: DayInterval, _ ends: ChangesByDay) -> Custody.Beginning? {
    if has.start < run.start {
      return ends.first(on: run.start, from: .outflow).map { .cameBack($0.row) }
    }
    return first(on: run.start, from: .designation).map { gain in
      gain.kind == .designation ? .designated(gain.row) : .provided(gain.row)
    }
  }

  /// How a run ended, these being the changes by the day they end; likewise.
  func ending(of run: DayInterval, in has: DayInterval, _ starts: ChangesByDay) -> Custody.Ending? {
    if run.end == Day.openEnd { return .open }
    if run.end < has.end {
      return starts.first(on: run.end, from: .outflow).map { .passedOn($0.row) }
    }
    return first(on: run.end, from: .designation).map { loss in
      loss.kind == .designation ? .returned(loss.row) : .withdrawn(loss.row)
    }
  }
}
