import Audit
import Bytes
import Numbering
import SupplyChain

/// Where chains break first: the certificate, approval, designation or provision on them that ends before all else.
///
/// A chain is that of an active provision with a tier; of two things that end on one day the one nearer to the holder is
/// named. What has ended already is a finding, not a link that may break.
public struct WeakestLink: Sendable {
  /// What ends.
  public let event: HorizonEvent
  /// How many chains have it as their weakest link.
  public let chains: Int
  /// Telephone numbers of the provisions these chains lead to, together.
  public let numbers: UInt64
  /// The first provisions these chains lead to, in file order, at most a hundred.
  public let provisions: [ProvisionIndex]

  /// How many provisions are named.
  public static let named = 100

  /// Those that break within some days, by day; nil where no chains are known on the first day.
  ///
  /// - Complexity: O(hops of all chains), at most a hundred each.
  static func all(
    _ audit: PeriodAudit, _ standing: StandingEvents, over days: DayInterval
  ) -> [WeakestLink]? {
    let last = audit.merged.state
    guard last.chain.tables.designations.origin.isPresent else { return nil }
    let state = DayState(last.chain, on: audit.from, options: last.options)
    guard state.levels != nil else { return nil }
    let search = LinkSearch(state, standing, over: days)
    let count = state.chain.tables.provisions.count
    let threads = count < 4_096 ? 1 : max(1, state.options.threads)
    let parts = concurrentMap(threads, threads: threads) { part in
      search.links(count * part / threads..<count * (part + 1) / threads)
    }
    var chains: [HorizonEvent: [ProvisionIndex]] = [:]
    for part in parts { chains.merge(part) { $0 + $1 } }
    return chains.map { event, provisions in
      WeakestLink(
        event: event, chains: provisions.count,
        numbers: state.chain.tables.provisions.numbersTogether(provisions),
        provisions: Array(provisions.prefix(named)))
    }.sorted { $0.event < $1.event }
  }
}

/// Looks for the weakest links of chains.
private struct LinkSearch: Sendable {
  private let state: DayState
  private let days: DayInterval
  private let standing: StandingEvents

  init(_ state: DayState, _ standing: StandingEvents, over days: DayInterval) {
    self.state = state
    self.days = days
    self.standing = standing
  }

  /// The provisions of a slice by the weakest link of their chain.
  func links(_ rows: Range<Int>) -> [HorizonEvent: [ProvisionIndex]] {
    var found: [HorizonEvent: [ProvisionIndex]] = [:]
    var finder = ChainFinder(state)
    var hops: [ProvisionIndex] = []
    for row in rows where state.active[row] != 0 {
      hops.removeAll(keepingCapacity: true)
      let p = ProvisionIndex(row)
      guard finder.appendHops(of: p, to: &hops) != 0, let event = weakest(hops) else { continue }
      found[event, default: []].append(p)
    }
    return found
  }

  /// What ends first on a chain given from the provision up; nil when nothing does within the days.
  private func weakest(_ hops: [ProvisionIndex]) -> HorizonEvent? {
    let table = state.chain.tables.provisions
    guard let first = hops.last else { return nil }
    let category = table.categories[Int(first)]
    var (best, link): (Int32, Link?) = (days.end, nil)
    func look(_ end: Int32, _ candidate: Link) {
      if days.contains(end), end < best { (best, link) = (end, candidate) }
    }
    func consider(_ x: OperatorIndex) {
      if state.isUser(x) { return }
      let person = state.chain.persons.groupOf[Int(x)]
      look(standing.certificateEnds[Int(person)], .certificate(x))
      look(standing.approvalEnds[StandingEvents.slot(person, category)], .approval(x))
    }
    let holder = table.suppliers[Int(first)]
    if state.isHolder(holder, in: category) {
      look(standing.holderEnds[StandingEvents.slot(holder, category)], .designation(holder))
    }
    for (place, p) in hops.reversed().enumerated() {
      if place == 0 { consider(holder) }
      look(table.ends[Int(p)], .provision(p))
      consider(table.recipients[Int(p)])
    }
    switch link {
    case .certificate(let x): return standing.certificate(of: x, on: best)
    case .approval(let x): return standing.approval(of: x, in: category, on: best)
    case .designation(let x): return standing.designationEnd(of: x, in: category, on: best)
    case .provision(let p): return standing.provision(p, on: best)
    case nil: return nil
    }
  }

  private enum Link {
    case certificate(OperatorIndex), approval(OperatorIndex), designation(OperatorIndex)
    case provision(ProvisionIndex)
  }
}
