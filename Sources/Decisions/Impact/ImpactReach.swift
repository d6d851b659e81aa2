import Audit
import Numbering
import SupplyChain

/// The part of a ledger in which an event makes the same findings appear and vanish as in the whole.
///
/// An event ends rows of one person. A finding can change only if the rows or the levels it rests on change, so the part
/// holds, of every finding that can, all that it rests on (docs/graph.md, what an event can reach):
/// - the person with all its provisions; for `exit` the operators at their other ends with all of theirs;
/// - everybody downstream whose levels can change, with what these receive and pass on;
/// - for each of them everybody upstream, so that levels and chains are those of the whole;
/// - parties, caps, restrictions, designations that overlap, and what a waiver past its last day may have excused.
///
/// All else that is in it changes nothing: it is the same before and after.
struct ImpactReach {
  private let state: DayState
  private let chain: SupplyChain
  private let table: ProvisionTable
  private let policy: Policy
  private let event: ImpactEvent
  private let rules: Set<RuleID>
  /// The operators of the person.
  private let members: [OperatorIndex]
  private let mostRows: Int

  /// Provisions taken over, some more than once.
  private var rows: [ProvisionIndex] = []
  /// Operators taken over with the records of their person.
  private var known: [OperatorIndex] = []
  private var isKnown: Set<OperatorIndex> = []
  /// Operators that a finding which can change may name.
  private var subjects: Set<OperatorIndex> = []
  /// Operators and categories, packed, of whom everything upstream is taken over; and those still to be looked at.
  private var isClosed: Set<UInt64> = []
  private var open: [UInt64] = []
  /// Operators whose outflows are all taken over; parties whose operators are, and those of which all inflows are.
  private var isWhole: Set<OperatorIndex> = []
  private var isJoined: Set<PartyIndex> = []
  private var isReceiving: Set<PartyIndex> = []
  /// How many provisions were taken over as findings that may change.
  private var affected = 0
  private var isTooLarge = false

  /// nil when it would have more provisions than `mostRows`, or more than a quarter of that whose findings may change.
  ///
  /// - Complexity: near-linear in what is taken over, and O(*n*) in caps, restrictions and waivers; for an exit of a
  ///   holder in designations.
  init?(
    _ event: ImpactEvent, of members: ArraySlice<OperatorIndex>, in state: DayState, _ policy: Policy,
    _ rules: Set<RuleID>, mostRows: Int
  ) {
    (self.event, self.state, self.policy, self.rules) = (event, state, policy, rules)
    (chain, table) = (state.chain, state.chain.tables.provisions)
    self.members = Array(members)
    self.mostRows = mostRows
    takePerson()
    if event == .exit { takeNeighbours() }
    if event != .approval { takeDownstream() }
    if rules.contains(.designationOverlap) { takeOverlaps(with: Set(members)) }
    drain()
    takeExcused()
    drain()
    if isTooLarge { return nil }
  }

  /// The part as tables.
  func part() -> LedgerPart {
    var named = isKnown
    let taken = rows.sortedUnique()
    for p in taken { named.insert(table.suppliers[Int(p)]) }
    var part = LedgerPart(of: chain)
    part.addOperators(named.sorted())
    part.addSomebodyElse()
    part.addRecords(of: known.sorted())
    part.addProvisions(taken)
    part.addCaps()
    let spans = rules.contains(.suspendedNumberProvided) ? ranges(of: taken) : RangeUnion([])
    part.addRestrictions(on: { isKnown.contains($0) }) { spans.meets($0) }
    part.addWaivers { isKnown.contains($0) }
    return part
  }

  private func ranges(of rows: [ProvisionIndex]) -> RangeUnion {
    RangeUnion(
      rows.compactMap { p in
        table.isRanged(Int(p)) ? table.rangeStarts[Int(p)]...table.rangeEnd(Int(p)) : nil
      })
  }

  // MARK: Taking over

  private mutating func know(_ x: OperatorIndex) {
    if isKnown.contains(x) { return }
    for y in chain.persons.members(of: chain.persons.groupOf[Int(x)]) where isKnown.insert(y).inserted {
      known.append(y)
      // Whether it is a user, and since when, depends on what it provides.
      if chain.tables.operators.roles[Int(y)] == .user { takeOutflows(of: y) }
    }
  }

  /// Takes over a provision whose findings may change: its recipient, and all that its tier and chain rest on.
  private mutating func affect(_ p: ProvisionIndex) {
    let (u, v) = chain.ends(of: p)
    rows.append(p)
    // They cost several times what others do, which are only counted.
    affected += 1
    if affected > mostRows / 4 { isTooLarge = true }
    know(v)
    subjects.insert(u)
    subjects.insert(v)
    close(u, table.categories[Int(p)])
  }

  private mutating func close(_ x: OperatorIndex, _ category: Category) {
    let node = UInt64(x) << 8 | UInt64(category.rawValue)
    if isClosed.insert(node).inserted { open.append(node) }
  }

  /// Takes over everything upstream of those that wait for it.
  private mutating func drain() {
    while !isTooLarge, let node = open.popLast() {
      let x = OperatorIndex(node >> 8)
      know(x)
      guard let category = Category(rawValue: UInt8(node & 0xFF)) else { continue }
      each(chain.inflows, x, category) { reach, p in
        guard reach.state.isActive(p) else { return }
        reach.rows.append(p)
        reach.close(reach.table.suppliers[Int(p)], category)
      }
    }
  }

  /// Takes over every provision of an operator on any day; their recipients need not be known.
  private mutating func takeOutflows(of x: OperatorIndex) {
    guard isWhole.insert(x).inserted else { return }
    for category in Category.allCases { each(chain.outflows, x, category) { $0.rows.append($1) } }
  }

  /// Goes through the provisions at one end of an operator, unless too much has been taken over already.
  private mutating func each(
    _ flows: Adjacency, _ x: OperatorIndex, _ category: Category,
    _ body: (inout ImpactReach, ProvisionIndex) -> Void
  ) {
    guard let view = flows.view(category) else { return }
    for position in view.range(x) {
      if rows.count > mostRows { isTooLarge = true }
      if isTooLarge { return }
      body(&self, view.provisions[position])
    }
  }

  /// Takes over all that an operator receives and provides, as findings that may change.
  private mutating func affectAll(of x: OperatorIndex, inflows: Bool = true, outflows: Bool = true) {
    know(x)
    subjects.insert(x)
    for category in Category.allCases {
      if inflows {
        each(chain.inflows, x, category) { if $0.state.isActive($1) { $0.affect($1) } }
      }
      if outflows {
        each(chain.outflows, x, category) { if $0.state.isActive($1) { $0.affect($1) } }
      }
    }
  }

  /// Takes over all that an operator receives and provides, and what it received and provided on other days.
  private mutating func takeWhole(_ x: OperatorIndex, outflows: Bool = true) {
    affectAll(of: x, outflows: outflows)
    takeOutflows(of: x)
    for category in Category.allCases { each(chain.inflows, x, category) { $0.rows.append($1) } }
  }

  private mutating func takeSelfProvisions(of operators: Set<OperatorIndex>) {
    if operators.isEmpty { return }
    rows += chain.selfProvisions.filter { operators.contains(table.suppliers[Int($0)]) }
  }

  /// Takes over the operators of a party; with all they receive where caps or control ask for it.
  private mutating func takeParty(of x: OperatorIndex, receiving: Bool) {
    let party = chain.parties.groupOf[Int(x)]
    if isJoined.insert(party).inserted {
      for y in chain.parties.members(of: party) {
        if known.count > mostRows { isTooLarge = true }
        if isTooLarge { return }
        know(y)
        subjects.insert(y)
      }
    }
    guard receiving, isReceiving.insert(party).inserted else { return }
    for y in chain.parties.members(of: party) {
      for category in Category.allCases {
        each(chain.inflows, y, category) { if $0.state.isActive($1) { $0.rows.append($1) } }
      }
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

  /// The other ends of the provisions that end: what they hold, receive and provide changes.
  private mutating func takeNeighbours() {
    let persons = Set(members)
    var (suppliers, recipients): (Set<OperatorIndex>, Set<OperatorIndex>) = ([], [])
    for x in members {
      for category in Category.allCases {
        each(chain.inflows, x, category) { reach, p in
          let u = reach.table.suppliers[Int(p)]
          if reach.state.isActive(p), !persons.contains(u) { suppliers.insert(u) }
        }
        each(chain.outflows, x, category) { reach, p in
          let v = reach.table.recipients[Int(p)]
          if reach.state.isActive(p), !persons.contains(v) { recipients.insert(v) }
        }
      }
    }
    for v in recipients.sorted() {
      affectAll(of: v)
      takeParty(of: v, receiving: !policy.caps.isEmpty)
    }
    for u in suppliers.sorted() {
      affectAll(of: u, outflows: false)
      takeOutflows(of: u)
      for category in Category.allCases { affectOverlaps(of: u, category, persons) }
    }
  }

  /// Of what a supplier provides, ranges that meet one it provides to the person: they may be provided twice.
  private mutating func affectOverlaps(
    of u: OperatorIndex, _ category: Category, _ persons: Set<OperatorIndex>
  ) {
    var ended: [ProvisionIndex] = []
    each(chain.outflows, u, category) { reach, p in
      if reach.state.isActive(p), persons.contains(reach.table.recipients[Int(p)]) { ended.append(p) }
    }
    let spans = ranges(of: ended)
    if spans.isEmpty { return }
    each(chain.outflows, u, category) { reach, p in
      let row = Int(p)
      guard reach.table.isRanged(row), reach.state.isActive(p),
        spans.meets(reach.table.rangeStarts[row]...reach.table.rangeEnd(row))
      else { return }
      reach.affect(p)
    }
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
      var isReached = Set(queue)
      var next = 0
      while next < queue.count, !isTooLarge {
        let x = queue[next]
        next += 1
        close(x, category)
        each(chain.outflows, x, category) { reach, p in
          guard reach.state.isActive(p) else { return }
          reach.affect(p)
          let v = reach.table.recipients[Int(p)]
          guard reach.event == .exit || reach.state.isCertified(v) else { return }
          if isReached.insert(v).inserted { queue.append(v) }
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
    for x in cluster {
      know(x)
      subjects.insert(x)
    }
  }

  /// What a waiver past its last day may have excused of operators whose findings may change: while any of it is found
  /// and not excused otherwise, the waiver is told of.
  private mutating func takeExcused() {
    guard rules.contains(.waiverExpired) else { return }
    let expired = WaiverBook(state).expired
    var (excused, reselling): (Set<OperatorIndex>, Set<OperatorIndex>) = ([], [])
    for rule in rules {
      for waiver in expired[Int(rule.rawValue)] {
        let x = chain.tables.waivers.operators[Int(waiver)]
        guard x != noIndex, rule == .circularProvision ? isKnown.contains(x) : subjects.contains(x) else {
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
      var recipients: Set<OperatorIndex> = []
      each(chain.outflows, x, category) { reach, p in
        if reach.state.isActive(p) { recipients.insert(reach.table.recipients[Int(p)]) }
      }
      for v in recipients.sorted() { each(chain.outflows, v, category) { $0.rows.append($1) } }
    }
  }
}
