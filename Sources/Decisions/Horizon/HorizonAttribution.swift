import Audit
import Numbering
import SupplyChain

/// Says for every finding that starts or ends what causes it.
struct HorizonAttribution {
  private let audit: PeriodAudit
  private let causes: HorizonCauses

  init(_ audit: PeriodAudit, _ standing: StandingEvents, over days: DayInterval) {
    self.audit = audit
    causes = HorizonCauses(audit, standing, over: days)
  }

  /// The event behind each, in the same order.
  ///
  /// - Complexity: O(*n* log *n*) in the changes, and two states for each day with changes whose cause lies upstream.
  func events(of turnings: [Turning]) -> [HorizonEvent] {
    var events = turnings.map { causes.direct($0) }
    let open = events.indices.filter { events[$0] == nil }.sorted {
      (turnings[$0].day, $0) < (turnings[$1].day, $1)
    }
    var next = 0
    var known: DayState?
    while next < open.count {
      let day = turnings[open[next]].day
      var end = next
      while end < open.count, turnings[open[end]].day == day { end += 1 }
      let indices = open[next..<end]
      next = end
      if indices.contains(where: { turnings[$0].rule.hasRoutes }) {
        let before = known?.day.ordinal == day - 1 ? known : state(on: day - 1)
        let now = state(on: day)
        attribute(indices, turnings, [now, before].compactMap(\.self), &events)
        known = now
      }
      for index in indices where events[index] == nil {
        events[index] = causes.nearby(turnings[index]) ?? HorizonEvent(.several, on: day)
      }
    }
    return events.compactMap(\.self)
  }

  private func state(on ordinal: Int32) -> DayState? {
    let last = audit.merged.state
    return Day(ordinal: ordinal).map { DayState(last.chain, on: $0, options: last.options) }
  }

  /// Looks along the chains of both days: what is new may lie on the one that was, or on the one that is.
  private func attribute(
    _ indices: ArraySlice<Int>, _ turnings: [Turning], _ states: [DayState], _ events: inout [HorizonEvent?]
  ) {
    for state in states {
      var finder = RouteFinder(state)
      for index in indices where events[index] == nil && turnings[index].rule.hasRoutes {
        let turning = turnings[index]
        let results = audit.outcomes[Int(turning.rule.rawValue)].findings.results
        guard let route = finder.route(of: results.findings[turning.finding].subject) else { continue }
        events[index] = causes.upstream(turning, route.hops)
      }
    }
  }
}
