import Audit
import Numbering
import SupplyChain

/// The part of a ledger that the answer to one candidate depends on, over a number of days.
///
/// It holds the two operators with what flows into and out of them, everybody above the supplier in the category, the
/// party of the recipient, and the records, caps, restrictions and waivers of these; recipients that only matter by
/// being somebody else are one. So the answer on any of the days is the same as in the whole ledger.
struct Neighbourhood {
  /// The ledger of the neighbourhood.
  private(set) var chain: SupplyChain
  /// The candidate in it.
  private(set) var candidate: ProvisionCandidate

  /// - Parameter days: the days that will be asked about; the candidate's first day is not after them.
  /// - Complexity: O(operators), and near-linear in what is taken over.
  init(of candidate: ProvisionCandidate, in chain: SupplyChain, _ policy: Policy, days: ClosedRange<Day>) {
    var builder = NeighbourhoodBuilder(candidate, chain, policy, days)
    builder.gather()
    let (tables, u, v) = builder.tables()
    self.chain = SupplyChain(tables, threads: 1)
    self.candidate = candidate.between(u, v)
  }

  /// How many rows it has.
  var rows: Int { chain.tables.operators.count + chain.tables.provisions.count }
}

/// Gathers the rows of a neighbourhood.
private struct NeighbourhoodBuilder {
  private let candidate: ProvisionCandidate
  private let chain: SupplyChain
  private let policy: Policy
  private let first: Int32
  private let last: Int32
  /// Operators taken over with all their records.
  private var members: Set<OperatorIndex> = []
  /// Provisions taken over.
  private var rows: Set<ProvisionIndex> = []

  init(_ candidate: ProvisionCandidate, _ chain: SupplyChain, _ policy: Policy, _ days: ClosedRange<Day>) {
    self.candidate = candidate
    self.chain = chain
    self.policy = policy
    (first, last) = (days.lowerBound.ordinal, days.upperBound.ordinal)
  }

  private var provisions: ProvisionTable { chain.tables.provisions }

  mutating func gather() {
    let (u, v, category) = (candidate.supplier, candidate.recipient, candidate.category)
    let above = gatherAbove(u)
    let party = Array(chain.parties.members(of: chain.parties.groupOf[Int(v)]))
    for x in above + [v] { members.formUnion(chain.persons.members(of: chain.persons.groupOf[Int(x)])) }
    members.formUnion(party)
    take(chain.outflows, u, Category.allCases.filter { $0 == category || isSpecial(u) })
    take(chain.outflows, v, Category.allCases.filter { $0 == category || isSpecial(v) })
    if isSpecial(u) { take(chain.inflows, u, Category.allCases) }
    take(chain.inflows, v, Category.allCases)
    if !policy.caps.isEmpty { for x in party { take(chain.inflows, x, Category.allCases) } }
    // Those of the pair count even on the day before the first.
    for category in Category.allCases { rows.formUnion(chain.provisions(from: u, to: v, in: category)) }
  }

  /// Whether all flows of an operator matter: for its registration, or for being an agent or a user.
  private func isSpecial(_ x: OperatorIndex) -> Bool {
    chain.tables.operators.roles[Int(x)] != .operator || chain.tables.operators.registrations[Int(x)] == .none
  }

  private mutating func take(_ flows: Adjacency, _ x: OperatorIndex, _ categories: [Category]) {
    for category in categories {
      guard let view = flows.view(category) else { continue }
      for position in view.range(x) where isTouched(view.provisions[position]) {
        rows.insert(view.provisions[position])
      }
    }
  }

  /// Whether a provision is active on one of the days.
  private func isTouched(_ row: ProvisionIndex) -> Bool {
    provisions.starts[Int(row)] <= last && first < provisions.ends[Int(row)]
  }

  /// Takes every provision that leads to the supplier in the category; returns it and everybody above.
  private mutating func gatherAbove(_ u: OperatorIndex) -> [OperatorIndex] {
    guard let view = chain.inflows.view(candidate.category) else { return [u] }
    var found: Set<OperatorIndex> = [u]
    var queue = [u]
    var next = 0
    while next < queue.count {
      let x = queue[next]
      next += 1
      for position in view.range(x) {
        let row = view.provisions[position]
        guard isTouched(row) else { continue }
        rows.insert(row)
        let supplier = provisions.suppliers[Int(row)]
        if found.insert(supplier).inserted { queue.append(supplier) }
      }
    }
    return queue
  }

  // MARK: Tables

  /// The tables, and the two operators in them.
  func tables() -> (Tables, supplier: OperatorIndex, recipient: OperatorIndex) {
    // Suppliers of the recipient's party count one by one; other recipients are all the same.
    var named = members
    for row in rows where members.contains(provisions.recipients[Int(row)]) {
      named.insert(provisions.suppliers[Int(row)])
    }
    let (u, v) = (candidate.supplier, candidate.recipient)
    var part = LedgerPart(of: chain)
    part.addOperators(named.sorted()) { members.contains($0) }
    part.addSomebodyElse()
    part.addRecords(of: members.sorted())
    part.addProvisions(rows.sorted())
    // A cap on somebody else's provisions is no matter here.
    part.addCaps { $1 == v && ($0 == u || $0 == noIndex) }
    part.addRestrictions(on: { members.contains($0) }) { range in
      candidate.span.map { $0.overlaps(range) } ?? false
    }
    part.addWaivers { members.contains($0) }
    return (part.tables, part.place(of: u) ?? 0, part.place(of: v) ?? 0)
  }
}
