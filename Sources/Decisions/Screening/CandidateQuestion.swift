import Audit
import Numbering
import SupplyChain

/// A candidate between two different operators, looked at rule by rule (SPEC §5).
///
/// What each rule would report with the candidate, and whether it reports as much without it, is told from the state
/// without it: `docs/readings.md` lists, rule by rule, what the candidate can change.
struct CandidateQuestion {
  let screening: Screening
  let candidate: ProvisionCandidate
  let state: DayState
  let u: OperatorIndex
  let v: OperatorIndex
  let category: Category
  /// Whether the supplier has active outflows, and in this category.
  let provides: (any: Bool, here: Bool)
  /// Whether the recipient has active inflows, and in this category.
  let receives: (any: Bool, here: Bool)
  /// What the supplier passes on without the candidate; nil for a category without provisions.
  let passed: PassedFlows?
  /// Numbers that the supplier does not yet pass on.
  let added: UInt64

  var tables: Tables { state.chain.tables }

  init(_ candidate: ProvisionCandidate, _ screening: Screening) {
    self.screening = screening
    self.candidate = candidate
    let state = screening.state
    self.state = state
    (u, v, category) = (candidate.supplier, candidate.recipient, candidate.category)
    provides = (state.outflow[Int(u)] != 0, state.hasOutflow(u, in: category))
    receives = (state.inflow[Int(v)] != 0, state.hasInflow(v, in: category))
    let passed = screening.flows.passed(by: u, in: category)
    self.passed = passed
    added = candidate.numbers - (candidate.span.flatMap { passed?.numbers(of: $0) } ?? 0)
  }

  /// Whether what is found of the supplier's outflows is a reason: there was none, or there are more numbers now.
  var isNews: Bool { !provides.here || added > 0 }

  /// Numbers that the supplier passes on with the candidate.
  var provided: UInt64 { (passed?.numbers ?? 0) + added }

  /// Numbers that the recipient passes on.
  var passedByRecipient: UInt64 { screening.flows.passed(by: v, in: category)?.numbers ?? 0 }

  /// Rules 1 to 8: approval and registration.
  func findApprovals(_ found: inout ReasonList) {
    let standings = screening.standings
    if state.day >= screening.policy.approvalRequiredFrom {
      if found.wants(.approvalMissing), !state.isUser(v), !state.isApproved(v, in: category) {
        let standing = standings.approval(of: v, in: category)
        // It counts as checked on its first day.
        let isChecked = tables.provisions.columns.contains(.approvalCheckedOn)
        let cause = standing == .none && isChecked ? .unrecorded : Cause(standing)
        found.add(.approvalMissing, .candidate, cause: cause, numbers: candidate.numbers)
      }
      if found.wants(.supplierApprovalMissing), !state.isApproved(u, in: category), isNews {
        let cause = Cause(standings.approval(of: u, in: category))
        found.add(.supplierApprovalMissing, .supplier, cause: cause, numbers: provided)
      }
    }
    for (x, subject) in endsInOrder where tables.operators.registrations[Int(x)] == .none {
      let flowed = state.outflow[Int(x)] | state.inflow[Int(x)] != 0
      // With an outflow nobody is a user.
      let isFound = x == u ? state.isUser(u) || !flowed : !state.isUser(v) && !flowed
      if isFound { found.add(.registrationMissing, subject) }
    }
  }

  /// Both ends, in file order.
  var endsInOrder: [(OperatorIndex, ScreenReason.Subject)] {
    u < v ? [(u, .supplier), (v, .recipient)] : [(v, .recipient), (u, .supplier)]
  }

  /// Rules 9 and 10.
  func findCaps(_ found: inout ReasonList) {
    guard found.wants(.capExceeded) || found.wants(.capExceededInTotal) else { return }
    let board = screening.capBoard
    for room in board.headrooms(of: candidate) where room.isReason {
      let numbers = room.numbers + room.added
      switch room.scope {
      case .pair, .recipient:
        found.add(.capExceeded, .cap(room.cap), numbers: numbers, limit: room.maximum)
      case .party:
        found.add(
          .capExceededInTotal, .party(cap: room.cap), numbers: numbers, limit: room.maximum,
          members: { board.drawing(candidate, room.cap) })
      }
    }
  }

  /// Rules 11 to 15: certification, and how far from the holder.
  func findCertifications(_ found: inout ReasonList) {
    let standings = screening.standings
    let isUser = state.isUser(v)
    let (supplierIs, recipientIs) = (state.isCertified(u), state.isCertified(v))
    let isRequired = state.day >= screening.policy.certificationRequiredFrom
    if isRequired, !isUser, !recipientIs, found.wants(.uncertifiedRecipient) {
      found.add(
        .uncertifiedRecipient, .candidate, cause: Cause(standings.certification(of: v)),
        numbers: candidate.numbers)
    }
    if isRequired, !supplierIs, isNews, found.wants(.uncertifiedSupplier) {
      found.add(
        .uncertifiedSupplier, .supplier, cause: Cause(standings.certification(of: u)), numbers: provided)
    }
    let tier = CandidateTier(candidate, state, maximum: screening.policy.maxTier(in: category))
    if isRequired, supplierIs, recipientIs || isUser, tier.unclean > 0 {
      found.add(.uncertifiedUpstream, .candidate, numbers: tier.unclean)
    }
    if !isUser, !recipientIs, found.wants(.providedAfterRevocation),
      standings.certification(of: v, on: candidate.startsOn) == .revoked
    {
      found.add(.providedAfterRevocation, .candidate, numbers: candidate.numbers)
    }
    if tier.beyond > 0 {
      var cause: Cause?
      if tables.certifications.origin.isPresent {
        cause = supplierIs && (recipientIs || isUser) ? .certified : .uncertified
      }
      found.add(.secondTierResale, .candidate, cause: cause, numbers: tier.beyond)
    }
  }

  /// Rules 16 and 17: what holders and contracts allow to be resold.
  func findResale(_ found: inout ReasonList) {
    for (x, subject) in endsInOrder where state.isHolder(x, in: category) {
      let designated = state.designated[Int(category.rawValue)]?.size(of: x) ?? 0
      if x == u {
        if state.hasInflow(u, in: category), isNews, provided > designated {
          found.add(.resaleBeyondDesignation, subject, numbers: provided - designated)
        }
      } else if !receives.here, state.hasOutflow(v, in: category) {
        let passed = passedByRecipient
        if passed > designated { found.add(.resaleBeyondDesignation, subject, numbers: passed - designated) }
      }
    }
    if found.wants(.resaleAgainstClause), state.hasInflow(u, in: category),
      let inflows = state.chain.inflows.view(category)
    {
      var search = ClauseSearch(state, category, inflows)
      if search.begin(u), let clause = search.forbidden(candidate.span, from: u, to: v) {
        found.add(
          .resaleAgainstClause, .candidate, cause: clause.cause, numbers: candidate.numbers,
          other: clause.other)
      }
    }
  }

  /// Rules 18 to 20: what police and ministry have asked for.
  func findRequests(_ found: inout ReasonList) {
    // The three need the same table.
    guard tables.restrictions.count > 0 else { return }
    let persons = state.chain.persons.groupOf
    let start = candidate.startsOn.ordinal
    let refusal = screening.refusals.first(on: persons[Int(v)], in: category, day: start)
    if refusal != noIndex {
      let increase = increase
      if increase > 0 {
        found.add(.providedDespiteRefusal, .candidate, numbers: increase, restriction: refusal)
      }
    }
    if let span = candidate.span {
      let suspended = screening.suspended.numbers(in: span, begunBy: start, apartFrom: [])
      // Few ranges are suspended: what the recipient had is looked for only then.
      if suspended != nil, let left = screening.suspended.numbers(in: span, begunBy: start, apartFrom: had) {
        found.add(
          .suspendedNumberProvided, .candidate, numbers: left.numbers, restriction: left.restriction)
      }
    }
    let suspension = screening.stockSuspensions.first(on: persons[Int(u)], in: category, day: start)
    if suspension != noIndex {
      let increase = increase
      if increase > 0 {
        found.add(.suspendedStockProvided, .candidate, numbers: increase, restriction: suspension)
      }
    }
  }

  /// How many numbers more pass between the two on the candidate's first day than on the day before.
  private var increase: UInt64 {
    let rows = state.chain.provisions(from: u, to: v, in: category)
    let start = candidate.startsOn.ordinal
    let before = PairFlow(rows, tables.provisions, on: start - 1, span: nil)
    let after = PairFlow(rows, tables.provisions, on: start, span: candidate.span)
    let numbers = after.numbers + candidate.numbers - after.overlap
    return numbers > before.numbers ? numbers - before.numbers : 0
  }

  /// The ranges that the recipient had of the supplier the day before, by start.
  private var had: [ClosedRange<UInt64>] {
    let table = tables.provisions
    let day = candidate.startsOn.ordinal - 1
    return state.chain.provisions(from: u, to: v, in: category).compactMap { row in
      let p = Int(row)
      guard table.isRanged(p), table.starts[p] <= day, day < table.ends[p] else { return nil }
      return table.rangeStarts[p]...table.rangeEnd(p)
    }
  }
}
