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

  /// Those that break within some days, by day; empty for data without designations.
  ///
  /// - Complexity: O(hops of all chains), at most a hundred each.
  static func all(_ audit: PeriodAudit, over days: DayInterval) -> [WeakestLink] {
    let last = audit.merged.state
    guard last.chain.tables.designations.origin.isPresent else { return [] }
    let state = DayState(last.chain, on: audit.from, options: last.options)
    guard state.levels != nil else { return [] }
    let search = LinkSearch(state, over: days)
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
  /// By operator: the first day without certification, by category without approval, and without designation.
  private let operatorEnds: OperatorEnds

  init(_ state: DayState, over days: DayInterval) {
    self.state = state
    self.days = days
    standing = StandingEvents(chain: state.chain, graceDays: state.options.graceDays)
    operatorEnds = OperatorEnds(state, before: days.end)
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
      look(operatorEnds.certificate(of: x), .certificate(x))
      look(operatorEnds.approval(of: x, category), .approval(x))
    }
    let holder = table.suppliers[Int(first)]
    if state.isHolder(holder, in: category) {
      look(operatorEnds.designation(of: holder, category), .designation(holder))
    }
    for (place, p) in hops.reversed().enumerated() {
      if place == 0 { consider(holder) }
      look(table.ends[Int(p)], .provision(p))
      consider(table.recipients[Int(p)])
    }
    switch link {
    case .certificate(let x): return standing.certificate(of: x, on: best)
    case .approval(let x): return standing.approval(of: x, in: category, on: best)
    case .designation(let x): return standing.designation(of: x, in: category, on: best)
    case .provision(let p): return standing.provision(p, on: best)
    case nil: return nil
    }
  }

  private enum Link {
    case certificate(OperatorIndex), approval(OperatorIndex), designation(OperatorIndex)
    case provision(ProvisionIndex)
  }
}

/// When the standing of each operator ends, as ordinals of the first day without; `Day.openEnd` for none before a day.
private struct OperatorEnds: Sendable {
  private var certificates: [Int32]
  private var approvals: [Int32]
  private var designations: [Int32]

  /// Looks only at operators with something that ends before a day.
  ///
  /// - Complexity: O(operators + rows), and the records of those operators' persons.
  init(_ state: DayState, before end: Int32) {
    let chain = state.chain
    let count = chain.tables.operators.count
    certificates = Array(repeating: Day.openEnd, count: count)
    approvals = Array(repeating: Day.openEnd, count: count * Category.count)
    designations = approvals
    var persons: Set<PersonIndex> = []
    let today = state.day.ordinal
    let certifications = chain.tables.certifications
    for row in 0..<certifications.count {
      let record = CertificationRecord(certifications, row: row, graceDays: state.options.graceDays)
      if record.end > today, record.end < end {
        persons.insert(chain.persons.groupOf[Int(certifications.operators[row])])
      }
    }
    let rows = chain.tables.approvals
    for row in 0..<rows.count where rows.ends[row] > today && rows.ends[row] < end {
      persons.insert(chain.persons.groupOf[Int(rows.operators[row])])
    }
    let blocks = chain.tables.designations
    var holders: Set<OperatorIndex> = []
    for row in 0..<blocks.count where blocks.ends[row] > today && blocks.ends[row] < end {
      persons.insert(chain.persons.groupOf[Int(blocks.operators[row])])
      holders.insert(blocks.operators[row])
    }
    // A holder is one until its last block of the category is returned.
    for x in holders {
      var ends = [Int32](repeating: 0, count: Category.count)
      for row in chain.designationsOf.rows(of: x) where blocks.starts[Int(row)] <= today {
        let slot = Int(blocks.categories[Int(row)].rawValue)
        ends[slot] = max(ends[slot], blocks.ends[Int(row)])
      }
      for slot in ends.indices where ends[slot] > today {
        designations[Int(x) * Category.count + slot] = ends[slot]
      }
    }
    for person in persons {
      for x in chain.persons.members(of: person) {
        let standing = OperatorStanding(of: x, in: state)
        if let day = standing.certification.until { certificates[Int(x)] = day.ordinal + 1 }
        for category in Category.allCases {
          if let day = standing.approval(in: category).until {
            approvals[Int(x) * Category.count + Int(category.rawValue)] = day.ordinal + 1
          }
        }
      }
    }
  }

  func certificate(of x: OperatorIndex) -> Int32 { certificates[Int(x)] }

  func approval(of x: OperatorIndex, _ category: Category) -> Int32 {
    approvals[Int(x) * Category.count + Int(category.rawValue)]
  }

  func designation(of x: OperatorIndex, _ category: Category) -> Int32 {
    designations[Int(x) * Category.count + Int(category.rawValue)]
  }
}
