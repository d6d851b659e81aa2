import Audit
import Numbering
import SupplyChain

/// The part of a ledger in which a candidate makes the same findings appear and vanish as in the whole.
extension ImpactReach {
  /// Also in it is all that is found, without the candidate, of what its recipient receives in the category, and of those
  /// whom numbers of the category reach from it.
  ///
  /// A provision more is an exit of nobody read backwards: its ends are the operators at the other ends.
  ///
  /// nil when it would have more provisions than `mostRows`.
  ///
  /// - Complexity: near-linear in what is taken over, and O(*n*) in caps, restrictions and waivers.
  init?(
    adding candidate: ProvisionCandidate, to state: DayState, _ policy: Policy, _ rules: Set<RuleID>,
    mostRows: Int
  ) {
    self.init(.exit, [], state, policy, rules, mostRows)
    let (u, v, category) = (candidate.supplier, candidate.recipient, candidate.category)
    // Numbers of the candidate may be suspended, too.
    asksAllSuspensions = true
    takeSupplier(u, in: category, of: [], adding: candidate.numbers)
    if let span = candidate.span { affectRanges(of: u, category, meeting: RangeUnion([span])) }
    takeRecipient(v, in: category)
    takeParty(of: v, receiving: true)
    close(u, category)
    takeReceived(by: v, in: category)
    takeReached(from: v, in: category)
    drain()
    takeExcused()
    drain()
    if isTooLarge { return nil }
  }

  /// What may be found of the provisions that an operator receives: also that they overlap others of their supplier.
  private mutating func takeReceived(by v: OperatorIndex, in category: Category) {
    var sources: [OperatorIndex] = []
    eachInflow(of: v, in: category) { sources.append($2) }
    for u in sources.sortedUnique() { affectOverlaps(of: u, category, [v]) }
  }

  /// All that is found of an operator, and of everybody whom numbers reach from it.
  private mutating func takeReached(from v: OperatorIndex, in category: Category) {
    var queue = [v]
    var reached = RowSet(of: inflow.count)
    reached.insert(v)
    var next = 0
    while next < queue.count, !isTooLarge {
      let x = queue[next]
      next += 1
      takeWhole(x)
      takeParty(of: x, receiving: false)
      eachOutflow(of: x, in: category) { if reached.insert($2) { queue.append($2) } }
      drain()
    }
    takeSelfProvisions(of: Set(queue))
  }
}
