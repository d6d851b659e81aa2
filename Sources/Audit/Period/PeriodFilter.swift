import Numbering
import SupplyChain

/// Keeps the findings of a period in which one operator is an end, a member or a hop, on their first day.
struct PeriodFilter {
  private let x: OperatorIndex
  private let lastState: DayState

  init(_ x: OperatorIndex, _ lastState: DayState) {
    self.x = x
    self.lastState = lastState
  }

  /// Drops every other finding; `all` goes by `RuleID.rawValue`.
  ///
  /// - Complexity: that of a state and of an `OperatorFilter` for each day on which findings begin.
  func apply(to all: inout [PeriodFindings]) {
    var byDay: [Int32: [(rule: Int, place: Int)]] = [:]
    for (rule, findings) in all.enumerated() {
      for place in 0..<findings.count {
        byDay[findings.firstDay(of: place), default: []].append((rule, place))
      }
    }
    var isKept = all.map { [Bool](repeating: false, count: $0.count) }
    for (ordinal, places) in byDay {
      guard let day = Day(ordinal: ordinal) else { continue }
      let state =
        day == lastState.day ? lastState : DayState(lastState.chain, on: day, options: lastState.options)
      var ofDay = all.map { findings in
        var results = findings.results
        results.findings = []
        return results
      }
      for (rule, place) in places { ofDay[rule].findings.append(all[rule].results.findings[place]) }
      let filter = OperatorFilter(x, ofDay, state)
      for rule in ofDay.indices where !ofDay[rule].findings.isEmpty {
        filter.apply(to: &ofDay[rule])
        // Both are in the same order: what is kept of the day is found again by its key.
        let kind = RuleID.allCases[rule].keyKind
        let kept = Set(ofDay[rule].findings.map { FindingKey($0, kind) })
        for (otherRule, place) in places where otherRule == rule {
          isKept[rule][place] = kept.contains(FindingKey(all[rule].results.findings[place], kind))
        }
      }
    }
    for rule in all.indices { all[rule].keep(isKept[rule]) }
  }
}
