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
    if let range = candidate.range {
      self.candidate = ProvisionCandidate(
        supplier: u, recipient: v, range: range, startsOn: candidate.startsOn, endsOn: candidate.endsOn,
        contract: candidate.contract)
    } else {
      self.candidate = ProvisionCandidate(
        supplier: u, recipient: v, category: candidate.category, numbers: candidate.numbers,
        startsOn: candidate.startsOn, endsOn: candidate.endsOn, contract: candidate.contract)
    }
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
  /// New numbers of operators.
  private var places: [OperatorIndex: OperatorIndex] = [:]

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
  mutating func tables() -> (Tables, supplier: OperatorIndex, recipient: OperatorIndex) {
    var tables = Tables()
    for name in TableName.allCases where chain.tables.isPresent(name) { tables.declare(name) }
    addOperators(&tables)
    addRecords(&tables)
    addProvisions(&tables)
    addRest(&tables)
    return (tables, places[candidate.supplier] ?? 0, places[candidate.recipient] ?? 0)
  }

  private mutating func addOperators(_ tables: inout Tables) {
    // Suppliers of the recipient's party count one by one; other recipients are all the same.
    var named = members
    for row in rows where members.contains(provisions.recipients[Int(row)]) {
      named.insert(provisions.suppliers[Int(row)])
    }
    let table = chain.tables.operators
    for x in named.sorted() {
      let row = Int(x)
      let isMember = members.contains(x)
      places[x] = tables.operators.append(
        id: table.ids[row], name: "", corporateNumber: isMember ? table.corporateNumbers[row] : 0,
        role: table.roles[row], registration: table.registrations[row],
        serviceStartedOn: Day(ordinal: table.serviceStartedOn[row]), group: isMember ? table.groups[row] : "")
    }
    let other = tables.operators.append(id: "", name: "")
    for row in rows where places[provisions.recipients[Int(row)]] == nil {
      places[provisions.recipients[Int(row)]] = other
    }
  }

  private func addRecords(_ tables: inout Tables) {
    for x in members.sorted() {
      guard let place = places[x] else { continue }
      let blocks = chain.tables.designations
      for row in chain.designationsOf.rows(of: x).map({ Int($0) }) {
        tables.designations.append(
          operator: place, category: blocks.categories[row],
          range: blocks.rangeStarts[row]...blocks.rangeEnds[row],
          designated: Day(ordinal: blocks.starts[row]), returned: Day(ordinal: blocks.ends[row]))
      }
      let approvals = chain.tables.approvals
      for row in chain.approvalsOf.rows(of: x).map({ Int($0) }) {
        tables.approvals.append(
          operator: place, category: approvals.categories[row], basis: approvals.bases[row],
          validFrom: Day(ordinal: approvals.starts[row]), ended: Day(ordinal: approvals.ends[row]),
          endReason: approvals.endReasons[row])
      }
    }
    // Of two certificates that end on one day the last in the file decides.
    let certificates = chain.tables.certifications
    let taken = members.flatMap { chain.certificationsOf.rows(of: $0) }.sorted()
    for row in taken.map({ Int($0) }) {
      guard let place = places[certificates.operators[row]],
        let from = Day(ordinal: certificates.starts[row]),
        let validTo = Day(ordinal: certificates.validTo[row])
      else { continue }
      tables.certifications.append(
        operator: place, validFrom: from, validTo: validTo, ended: Day(ordinal: certificates.endedOn[row]),
        endReason: certificates.endReasons[row])
    }
  }

  private func addProvisions(_ tables: inout Tables) {
    let table = provisions
    tables.provisions.declare(table.columns)
    for row in rows.sorted().map({ Int($0) }) {
      guard let supplier = places[table.suppliers[row]], let recipient = places[table.recipients[row]] else {
        continue
      }
      func day(_ column: [Int32]) -> Day? { row < column.count ? Day(ordinal: column[row]) : nil }
      let confirmations = ProvisionTable.Confirmations(
        approvalCheckedOn: day(table.approvalCheckedOn), conditionsAgreedOn: day(table.conditionsAgreedOn),
        continuityCheckedOn: day(table.continuityCheckedOn), declaredOn: day(table.declaredOn))
      let clause = row < table.clauses.count ? table.clauses[row] : nil
      let endsOn = table.ends[row] == Day.openEnd ? nil : Day(ordinal: table.ends[row] - 1)
      if table.isRanged(row) {
        tables.provisions.append(
          id: table.ids[row], supplier: supplier, recipient: recipient, category: table.categories[row],
          range: table.rangeStarts[row]...table.rangeEnd(row), startsOn: Day(ordinal: table.starts[row]),
          endsOn: endsOn, contract: table.contracts[row], confirmations: confirmations, resaleClause: clause)
      } else {
        tables.provisions.append(
          id: table.ids[row], supplier: supplier, recipient: recipient, category: table.categories[row],
          numbers: table.numbers[row], startsOn: Day(ordinal: table.starts[row]), endsOn: endsOn,
          contract: table.contracts[row], confirmations: confirmations, resaleClause: clause)
      }
    }
  }

  private func addRest(_ tables: inout Tables) {
    let caps = chain.tables.caps
    for row in 0..<caps.count where caps.recipients[row] == candidate.recipient {
      let supplier = caps.suppliers[row]
      // A cap on somebody else's provisions is no matter here.
      guard let recipient = places[candidate.recipient], supplier == noIndex || supplier == candidate.supplier
      else { continue }
      let validTo = caps.ends[row] == Day.openEnd ? nil : Day(ordinal: caps.ends[row] - 1)
      tables.caps.append(
        id: caps.ids[row], supplier: supplier == noIndex ? nil : places[supplier], recipient: recipient,
        category: caps.categories[row], maximum: caps.maximums[row],
        validFrom: Day(ordinal: caps.starts[row]),
        validTo: validTo)
    }
    let table = chain.tables.restrictions
    for row in 0..<table.count {
      let x = table.operators[row]
      let isRange = table.kinds[row] == .suspendNumbers
      var meets = false
      if isRange, let span = candidate.span {
        meets = table.rangeStarts[row] <= span.upperBound && span.lowerBound <= table.rangeEnds[row]
      }
      guard isRange ? meets : members.contains(x) else { continue }
      let range = table.rangeStarts[row] == 0 ? nil : table.rangeStarts[row]...table.rangeEnds[row]
      let endsOn = table.ends[row] == Day.openEnd ? nil : Day(ordinal: table.ends[row] - 1)
      tables.restrictions.append(
        id: table.ids[row], kind: table.kinds[row], categories: table.categories[row],
        operator: x == noIndex ? nil : places[x], range: range, startsOn: Day(ordinal: table.starts[row]),
        endsOn: endsOn)
    }
    let waivers = chain.tables.waivers
    for row in 0..<waivers.count
    where waivers.provisions[row] == noIndex && members.contains(waivers.operators[row]) {
      guard let x = places[waivers.operators[row]], let validTo = Day(ordinal: waivers.ends[row] - 1) else {
        continue
      }
      tables.waivers.append(
        id: waivers.ids[row], rule: waivers.rules[row], operator: x,
        validFrom: Day(ordinal: waivers.starts[row]),
        validTo: validTo)
    }
  }
}
