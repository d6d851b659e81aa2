import Bytes
import Numbering
import SupplyChain

/// The routes of findings of a period on their first days.
///
/// Worked out day by day when findings are shown, so that one state at a time is kept, and for each finding its tier and
/// the provisions of its chain.
package struct PeriodRoutes: Sendable {
  /// Which findings: places in the outcomes of an audit and in their findings.
  package typealias Place = (outcome: Int, finding: Int)

  /// A finding with its first day, to be sorted by day and provision.
  private struct Wanted: Comparable {
    let day: Int32
    let provision: ProvisionIndex
    let place: UInt32

    static func < (left: Wanted, right: Wanted) -> Bool {
      (left.day, left.provision, left.place) < (right.day, right.provision, right.place)
    }
  }

  /// What `tiers` holds for findings without a route.
  private static let noRoute = UInt32.max

  /// By place: the tier, 0 for none.
  private var tiers: [UInt32]
  /// By place: where the hops begin, and how many there are.
  private var starts: [Int]
  private var counts: [UInt8]
  private var hops: [ProvisionIndex] = []

  /// - Complexity: that of a state for each day on which one of the findings begins, and of their routes.
  package init(_ audit: PeriodAudit, of places: [Place]) {
    tiers = Array(repeating: Self.noRoute, count: places.count)
    starts = Array(repeating: 0, count: places.count)
    counts = Array(repeating: 0, count: places.count)
    let last = audit.merged.state
    guard last.chain.tables.designations.origin.isPresent else { return }
    var wanted: [Wanted] = []
    for (index, place) in places.enumerated() {
      let outcome = audit.outcomes[place.outcome]
      guard outcome.rule.hasRoutes else { continue }
      let day = outcome.findings.firstDay(of: place.finding)
      let finding = outcome.findings.results.findings[place.finding]
      wanted.append(Wanted(day: day, provision: finding.subject, place: UInt32(index)))
    }
    wanted.sort()
    var next = 0
    while next < wanted.count {
      var end = next
      while end < wanted.count, wanted[end].day == wanted[next].day { end += 1 }
      guard let day = Day(ordinal: wanted[next].day) else { return }
      add(wanted[next..<end], on: day, last, isBounded: audit.hasBoundedLevels)
      next = end
    }
  }

  /// Adds the routes of findings that begin on a day.
  ///
  /// Where no day is too fragmented, a route depends on nothing but what its numbers can have come through.
  private mutating func add(_ wanted: ArraySlice<Wanted>, on day: Day, _ last: DayState, isBounded: Bool) {
    let most = last.chain.tables.provisions.count / 8
    if day != last.day, isBounded,
      let ancestry = Ancestry(
        of: wanted.lazy.map(\.provision), in: last.chain, on: day, mostProvisions: most)
    {
      var options = last.options
      options.mostPieces = .max
      let state = DayState(ancestry.chain, on: day, options: options)
      return add(
        wanted,
        routes(state, of: wanted.map { ancestry.row(of: $0.provision) ?? noIndex }).map { route in
          route.map { Route(tier: $0.tier, hops: $0.hops.map { ancestry.provisions[Int($0)] }) }
        })
    }
    let state = day == last.day ? last : DayState(last.chain, on: day, options: last.options)
    add(wanted, routes(state, of: wanted.map(\.provision)))
  }

  /// The routes of provisions.
  private func routes(_ state: DayState, of provisions: [ProvisionIndex]) -> [Route?] {
    let slices = provisions.count < 512 ? 1 : max(1, state.options.threads)
    return concurrentMap(slices, threads: slices) { slice -> [Route?] in
      var finder = RouteFinder(state)
      let (first, end) = (provisions.count * slice / slices, provisions.count * (slice + 1) / slices)
      return provisions[first..<end].map { finder.route(of: $0) }
    }.flatMap { $0 }
  }

  private mutating func add(_ wanted: ArraySlice<Wanted>, _ routes: [Route?]) {
    var before: (provision: ProvisionIndex, place: Int)?
    for (finding, route) in zip(wanted, routes) {
      let place = Int(finding.place)
      if let before, before.provision == finding.provision {
        (tiers[place], starts[place]) = (tiers[before.place], starts[before.place])
        counts[place] = counts[before.place]
        continue
      }
      before = (finding.provision, place)
      guard let route else { continue }
      tiers[place] = UInt32(route.tier ?? 0)
      (starts[place], counts[place]) = (hops.count, UInt8(clamping: route.hops.count))
      hops.append(contentsOf: route.hops)
    }
  }

  /// Appends the hops of the finding at a place, and returns its tier: 0 without one, nil without a route.
  package func appendRoute(at place: Int, to hops: inout [ProvisionIndex]) -> UInt32? {
    guard tiers[place] != Self.noRoute else { return nil }
    hops.append(contentsOf: self.hops[starts[place]..<starts[place] + Int(counts[place])])
    return tiers[place]
  }

  /// The route of the finding at a place of the list; nil where the contract asks for none.
  package func route(at place: Int) -> Route? {
    guard tiers[place] != Self.noRoute else { return nil }
    return Route(
      tier: tiers[place] == 0 ? nil : Int(tiers[place]),
      hops: Array(hops[starts[place]..<starts[place] + Int(counts[place])]))
  }
}

extension PeriodAudit {
  /// The places of all findings, in the order of reports.
  package var allPlaces: [PeriodRoutes.Place] {
    outcomes.indices.flatMap { outcome in
      outcomes[outcome].findings.results.findings.indices.map { (outcome, $0) }
    }
  }

  /// Everything the contract lets a report say of some findings, each with its runs of days.
  ///
  /// - Complexity: that of a state for each day on which one of the findings begins.
  package func details(
    of places: [PeriodRoutes.Place]
  ) -> [(details: FindingDetails, periods: [DayInterval])] {
    let routes = PeriodRoutes(self, of: places)
    var finder = RouteFinder(merged.state)
    return places.enumerated().map { index, place in
      let findings = outcomes[place.outcome].findings
      finder.known = .some(routes.route(at: index))
      let finding = findings.results.findings[place.finding]
      return (
        merged.details(of: finding, in: findings.results, routes: &finder),
        findings.periods(of: place.finding)
      )
    }
  }

  /// Everything the contract lets a report say of the findings of one rule, each with its runs of days.
  ///
  /// - Complexity: that of a state for each day on which one of the findings begins.
  public func details(of rule: RuleID) -> [(details: FindingDetails, periods: [DayInterval])] {
    let outcome = Int(rule.rawValue)
    return details(of: outcomes[outcome].findings.results.findings.indices.map { (outcome, $0) })
  }
}
