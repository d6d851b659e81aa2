import Numbering
import SupplyChain

/// An unbroken run of days on which a number that somebody had before is in nobody's custody.
public struct CustodyGap: Sendable, Equatable {
  /// Why it is in nobody's.
  public enum Reason: String, Sendable, CaseIterable {
    /// No designation and no provision on record contains it.
    case nobody
    /// Those who have it provide it to each other, so that nobody is the last.
    case circle
  }

  /// When; the end is open where nothing on record ends it.
  public let days: DayInterval
  /// Why.
  public let reason: Reason
}

extension CustodyGap {
  /// The gaps that custody leaves, in ascending order.
  ///
  /// - Complexity: O(*k* log *k*).
  static func all(in changes: [CustodyChange], besides custody: [Custody]) -> [CustodyGap] {
    let had = DayInterval.merged(changes.filter { $0.kind != .outflow }.map(\.days))
      .filter { $0.end > Day.earliest.ordinal }
    let held = DayInterval.merged(custody.map(\.days))
    var gaps = CustodyChange.subtract(held, from: had).map { CustodyGap(days: $0, reason: .circle) }
    for (place, run) in had.enumerated() where run.end != Day.openEnd {
      let end = place + 1 < had.count ? had[place + 1].start : Day.openEnd
      gaps.append(CustodyGap(days: DayInterval(start: run.end, end: end), reason: .nobody))
    }
    return gaps.sorted { $0.days.start < $1.days.start }
  }
}

extension NumberHistory {
  /// Those who provide the number to each other and to nobody else on a day, circle by circle.
  ///
  /// - Complexity: O(*k* log *k*) for *k* provisions of the history.
  public func circles(on day: Day, in chain: SupplyChain) -> [[OperatorIndex]] {
    let table = chain.tables.provisions
    let active = provisions.filter {
      DayInterval(start: table.starts[Int($0)], end: table.ends[Int($0)]).contains(day.ordinal)
    }
    return NumberTrail(active, of: table, holders: []).closedCircles()
  }
}
