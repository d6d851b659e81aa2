import Audit
import Numbering
import SupplyChain

/// The part of a ledger in which an event makes the same findings appear and vanish as in the whole.
///
/// An event ends rows of one person. A finding can change only if the rows or the levels it rests on change, so the part
/// holds, of every finding that can, all that it rests on (docs/graph.md, what an event can reach):
/// - the person with all its provisions; for `exit` the operators at their other ends with what can matter of theirs;
/// - everybody downstream whose levels can change, with what these receive and pass on;
/// - for each of them everybody upstream, so that levels and chains are those of the whole;
/// - parties, caps, restrictions, designations that overlap, and what a waiver past its last day may have excused.
///
/// All else that is in it changes nothing: it is the same before and after.
struct ImpactReach {
  let state: DayState
  let chain: SupplyChain
  let table: ProvisionTable
  let policy: Policy
  let event: ImpactEvent
  let rules: Set<RuleID>
  /// The operators of the person.
  let members: [OperatorIndex]
  private let mostRows: Int
  /// Columns of the state, the chain and its provisions: read for each row, they are not fetched from there each time.
  let active: [UInt8]
  let inflow: [UInt8]
  let outflow: [UInt8]
  private let certified: [UInt8]
  let suppliers: [OperatorIndex]
  let recipients: [OperatorIndex]
  private let personOf: [PersonIndex]
  private let roles: [OperatorRole]

  /// Provisions taken over.
  private var rows: RowSet
  /// Operators taken over with the records of their person.
  private var known: RowSet
  /// Operators that a finding which can change may name.
  private var subjects: RowSet
  /// By operator, the categories in which the findings of all its active inflows, and of all its outflows, may change.
  private var affectedInflows: [UInt8]
  private(set) var affectedOutflows: [UInt8]
  /// By operator, the categories in which everything upstream is taken over; and what is still to be looked at.
  private var closed: [UInt8]
  private var open: [(x: OperatorIndex, category: Category)] = []
  /// Operators whose outflows are all taken over; parties whose operators are, and those of which all inflows are.
  private var isWhole: Set<OperatorIndex> = []
  private var joined: RowSet
  private var receiving: RowSet
  private(set) var isTooLarge = false
  /// Whether suspensions are taken over whatever numbers they are of.
  var asksAllSuspensions = false

  /// nil when it would have more provisions than `mostRows`.
  ///
  /// - Complexity: near-linear in what is taken over, and O(*n*) in caps, restrictions and waivers; for an exit of a
  ///   holder in designations.
  init?(
    _ event: ImpactEvent, of members: ArraySlice<OperatorIndex>, in state: DayState, _ policy: Policy,
    _ rules: Set<RuleID>, mostRows: Int
  ) {
    self.init(event, Array(members), state, policy, rules, mostRows)
    takePerson()
    if event != .approval { takeDownstream() }
    if event == .exit { takeNeighbours() }
    if rules.contains(.designationOverlap) { takeOverlaps(with: Set(members)) }
    drain()
    takeExcused()
    drain()
    if isTooLarge { return nil }
  }

  /// Nothing taken over yet.
  init(
    _ event: ImpactEvent, _ members: [OperatorIndex], _ state: DayState, _ policy: Policy,
    _ rules: Set<RuleID>,
    _ mostRows: Int
  ) {
    (self.event, self.state, self.policy, self.rules) = (event, state, policy, rules)
    (chain, table) = (state.chain, state.chain.tables.provisions)
    self.members = members
    self.mostRows = mostRows
    (active, inflow, outflow, certified) = (state.active, state.inflow, state.outflow, state.certified)
    (suppliers, recipients) = (table.suppliers, table.recipients)
    (personOf, roles) = (chain.persons.groupOf, chain.tables.operators.roles)
    let count = state.chain.tables.operators.count
    rows = RowSet(of: table.count)
    known = RowSet(of: count)
    subjects = RowSet(of: count)
    closed = [UInt8](repeating: 0, count: count)
    (affectedInflows, affectedOutflows) = (closed, closed)
    joined = RowSet(of: chain.parties.count)
    receiving = RowSet(of: chain.parties.count)
  }

  /// The part as tables.
  ///
  /// - Complexity: near-linear in its rows, a bit for each row of the ledger, and O(*n*) in caps, restrictions and
  ///   waivers.
  func part(threads: Int) -> LedgerPart {
    var named = known
    let taken = rows.rows
    for p in taken { named.insert(suppliers[Int(p)]) }
    var part = LedgerPart(of: chain)
    part.addOperators(named.rows)
    part.addSomebodyElse()
    part.addRecords(of: known.rows)
    part.addProvisions(taken, threads: taken.count > 20_000 ? threads : 1)
    part.addCaps()
    let asksNumbers = rules.contains(.suspendedNumberProvided)
    // Few suspensions are taken over whole, sooner than the ranges of many provisions are sorted.
    let takesAll =
      asksNumbers && (asksAllSuspensions || chain.tables.restrictions.count < taken.count)
    let spans = asksNumbers && !takesAll ? ranges(of: taken) : RangeUnion([])
    part.addRestrictions(on: { known.contains($0) }) { takesAll || spans.meets($0) }
    part.addWaivers { known.contains($0) }
    return part
  }

  func ranges(of rows: [ProvisionIndex]) -> RangeUnion {
    RangeUnion(
      rows.compactMap { p in
        table.isRanged(Int(p)) ? table.rangeStarts[Int(p)]...table.rangeEnd(Int(p)) : nil
      })
  }

  // MARK: Taking over

  mutating func know(_ x: OperatorIndex) {
    if known.contains(x) { return }
    for y in chain.persons.members(of: personOf[Int(x)]) where known.insert(y) {
      // Whether it is a user, and since when, depends on what it provides.
      if roles[Int(y)] == .user { takeOutflows(of: y) }
    }
  }

  /// Makes an operator one that findings which can change may name.
  mutating func subject(_ x: OperatorIndex) {
    know(x)
    subjects.insert(x)
  }

  /// Takes over a provision without its recipient: what it adds up to is asked for, or that there is one.
  mutating func take(_ p: ProvisionIndex) {
    rows.insert(p)
    if rows.count > mostRows { isTooLarge = true }
  }

  /// Takes over a provision whose findings may change: its ends, and all that its tier and chain rest on.
  mutating func affect(_ p: ProvisionIndex, from u: OperatorIndex, to v: OperatorIndex, _ category: Category)
  {
    take(p)
    subject(v)
    subjects.insert(u)
    close(u, category)
  }

  /// The same for all that an operator receives in a category on the day.
  mutating func affectInflows(of x: OperatorIndex, in category: Category) {
    let bit = CategorySet(category).rawValue
    if inflow[Int(x)] & ~affectedInflows[Int(x)] & bit == 0 { return }
    affectedInflows[Int(x)] |= bit
    // What is upstream of it is upstream of the provisions.
    closed[Int(x)] |= bit
    subject(x)
    eachInflow(of: x, in: category) { reach, p, u in
      reach.take(p)
      reach.subjects.insert(u)
      reach.close(u, category)
    }
  }

  /// The same for all that an operator provides in a category on the day.
  mutating func affectOutflows(of x: OperatorIndex, in category: Category) {
    let bit = CategorySet(category).rawValue
    if outflow[Int(x)] & ~affectedOutflows[Int(x)] & bit == 0 { return }
    affectedOutflows[Int(x)] |= bit
    subjects.insert(x)
    close(x, category)
    eachOutflow(of: x, in: category) { reach, p, v in
      reach.take(p)
      reach.subject(v)
    }
  }

  mutating func close(_ x: OperatorIndex, _ category: Category) {
    let bit = CategorySet(category).rawValue
    if closed[Int(x)] & bit != 0 { return }
    closed[Int(x)] |= bit
    open.append((x, category))
  }

  /// Takes over everything upstream of those that wait for it.
  mutating func drain() {
    while !isTooLarge, let (x, category) = open.popLast() {
      know(x)
      if affectedInflows[Int(x)] & CategorySet(category).rawValue != 0 { continue }
      eachInflow(of: x, in: category) { reach, p, u in
        reach.take(p)
        reach.close(u, category)
      }
    }
  }

  /// Goes through the active inflows of an operator in a category, unless too much has been taken over already.
  @inline(__always)
  mutating func eachInflow(
    of x: OperatorIndex, in category: Category, onAnyDay: Bool = false,
    _ body: (inout ImpactReach, ProvisionIndex, _ supplier: OperatorIndex) -> Void
  ) {
    guard let view = chain.inflows.view(category) else { return }
    for position in view.range(x) {
      let p = view.provisions[position]
      if !onAnyDay, active[Int(p)] == 0 { continue }
      body(&self, p, suppliers[Int(p)])
      if isTooLarge { return }
    }
  }

  /// Goes through the active outflows of an operator in a category, unless too much has been taken over already.
  @inline(__always)
  mutating func eachOutflow(
    of x: OperatorIndex, in category: Category, onAnyDay: Bool = false,
    _ body: (inout ImpactReach, ProvisionIndex, _ recipient: OperatorIndex) -> Void
  ) {
    guard let view = chain.outflows.view(category) else { return }
    for position in view.range(x) {
      let p = view.provisions[position]
      if !onAnyDay, active[Int(p)] == 0 { continue }
      body(&self, p, view.recipients[position])
      if isTooLarge { return }
    }
  }

  /// Takes over every provision of an operator on any day; their recipients need not be known.
  private mutating func takeOutflows(of x: OperatorIndex) {
    guard isWhole.insert(x).inserted else { return }
    for category in Category.allCases { takeOutflows(of: x, in: category) }
  }

  mutating func takeOutflows(of x: OperatorIndex, in category: Category) {
    eachOutflow(of: x, in: category, onAnyDay: true) { reach, p, _ in reach.take(p) }
  }

  /// Takes over all that an operator receives and provides, and what it received and provided on other days.
  mutating func takeWhole(_ x: OperatorIndex, outflows: Bool = true) {
    subject(x)
    takeOutflows(of: x)
    for category in Category.allCases {
      eachInflow(of: x, in: category, onAnyDay: true) { reach, p, _ in reach.take(p) }
      affectInflows(of: x, in: category)
      if outflows { affectOutflows(of: x, in: category) }
    }
  }

  mutating func takeSelfProvisions(of operators: Set<OperatorIndex>) {
    if operators.isEmpty { return }
    for p in chain.selfProvisions where operators.contains(suppliers[Int(p)]) { take(p) }
  }

  /// Takes over the operators of a party; with all they receive where caps or control ask for it.
  mutating func takeParty(of x: OperatorIndex, receiving isReceiving: Bool) {
    let party = chain.parties.groupOf[Int(x)]
    if joined.insert(party) {
      for y in chain.parties.members(of: party) {
        subject(y)
        if known.count > mostRows { isTooLarge = true }
        if isTooLarge { return }
      }
    }
    guard isReceiving, receiving.insert(party) else { return }
    for y in chain.parties.members(of: party) { takeInflows(of: y) }
  }

  /// Takes over every active inflow of an operator; their suppliers need not be known.
  mutating func takeInflows(of x: OperatorIndex) {
    let missing = CategorySet(rawValue: inflow[Int(x)] & ~closed[Int(x)])
    for category in Category.allCases where missing.has(category) {
      eachInflow(of: x, in: category) { reach, p, _ in reach.take(p) }
    }
  }

  // MARK: What the event changes

  /// The person itself: its records change, and for an exit its provisions.
  private mutating func takePerson() {
    for x in members {
      // What its outflows go to is asked for unless only approvals change.
      takeWhole(x, outflows: event != .approval)
    }
    takeSelfProvisions(of: Set(members))
    if event != .approval, let x = members.first { takeParty(of: x, receiving: true) }
  }

  /// Everybody whose levels can change, with what they receive and pass on.
  ///
  /// A certificate changes clean levels alone, which go through certified operators only.
  private mutating func takeDownstream() {
    guard state.levels != nil else { return }
    for category in Category.allCases {
      var queue = members.filter { x in
        event == .exit
          ? state.level(of: x, in: category) != nil : state.cleanLevel(of: x, in: category) != nil
      }
      var reached = RowSet(of: certified.count)
      for x in queue { reached.insert(x) }
      let passesAll = event == .exit
      var next = 0
      while next < queue.count, !isTooLarge {
        let x = queue[next]
        next += 1
        close(x, category)
        affectOutflows(of: x, in: category)
        eachOutflow(of: x, in: category) { reach, _, v in
          guard passesAll || reach.certified[Int(v)] != 0 else { return }
          if reached.insert(v) { queue.append(v) }
        }
        drain()
      }
    }
  }

  /// The designations in force that overlap, one after the other, with those of some operators.
  private mutating func takeOverlaps(with wanted: Set<OperatorIndex>) {
    let blocks = chain.tables.designations
    let today = state.day.ordinal
    for category in Category.allCases where wanted.contains(where: { state.isHolder($0, in: category) }) {
      let inForce = blocks.operators.indices.filter {
        blocks.categories[$0] == category && blocks.starts[$0] <= today && today < blocks.ends[$0]
      }
      var cluster: [OperatorIndex] = []
      var end: UInt64 = 0
      for row in inForce.sorted(by: { blocks.rangeStarts[$0] < blocks.rangeStarts[$1] }) {
        if blocks.rangeStarts[row] > end {
          takeCluster(cluster, wanted)
          cluster.removeAll(keepingCapacity: true)
        }
        cluster.append(blocks.operators[row])
        end = max(end, blocks.rangeEnds[row])
      }
      takeCluster(cluster, wanted)
    }
  }

  /// Takes over the operators of designations that overlap if some are wanted.
  private mutating func takeCluster(_ cluster: [OperatorIndex], _ wanted: Set<OperatorIndex>) {
    guard cluster.contains(where: { wanted.contains($0) }) else { return }
    for x in cluster { subject(x) }
  }

  /// What a waiver past its last day may have excused of operators whose findings may change: while any of it is found
  /// and not excused otherwise, the waiver is told of.
  mutating func takeExcused() {
    guard rules.contains(.waiverExpired) else { return }
    let expired = WaiverBook(state).expired
    var (excused, reselling): (Set<OperatorIndex>, Set<OperatorIndex>) = ([], [])
    for rule in rules {
      for waiver in expired[Int(rule.rawValue)] {
        let x = chain.tables.waivers.operators[Int(waiver)]
        guard x != noIndex, rule == .circularProvision ? known.contains(x) : subjects.contains(x) else {
          continue
        }
        excused.insert(x)
        if rule == .undeclaredResale { reselling.insert(x) }
      }
    }
    for x in excused.sorted() {
      takeWhole(x)
      takeParty(of: x, receiving: true)
    }
    takeSelfProvisions(of: excused)
    if event == .exit { takeOverlaps(with: excused) }
    for x in reselling.sorted() { takeResale(below: x) }
  }

  /// What is passed on of all that an operator provides.
  private mutating func takeResale(below x: OperatorIndex) {
    for category in Category.allCases {
      var recipients: [OperatorIndex] = []
      eachOutflow(of: x, in: category) { recipients.append($2) }
      for v in recipients.sortedUnique() { takeOutflows(of: v, in: category) }
    }
  }
}
