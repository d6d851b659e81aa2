import Audit
import Numbering
import SupplyChain

/// A ledger on a day, made ready to say of any candidate what `check` would say with it (事前審査).
///
/// A reason is a finding of the day with the candidate that is absent without it or has greater numbers, and is keyed
/// by the candidate, by its supplier or recipient, by a cap on them, or by a circle that the candidate closes. It is
/// found by looking at the two operators, their pair and the levels above them: nothing is audited. Values may be read
/// from any thread.
public struct Screening: Sendable {
  /// The supply chain as it stands on the day.
  public let state: DayState
  /// The policy that candidates are judged by.
  public let policy: Policy
  /// The caps that reasons and headroom refer to.
  public let caps: CapBook

  let plan: AuditPlan
  let standings: StandingBook
  let flows: FlowBook
  let capBoard: CapBoard
  let refusals: Restrictions
  let stockSuspensions: Restrictions
  let suspended: SuspendedRanges
  let ways: ResaleWays
  let ledgers: LedgerCompleteness
  /// By rule, the operators that a waiver in force names without a provision.
  let waivers: [Set<OperatorIndex>]

  /// Makes a ledger ready for a day.
  ///
  /// - Complexity: that of the state of the day, near-linear in rows.
  public init(_ chain: SupplyChain, on day: Day, policy: Policy = Policy(), threads: Int = 2) {
    let state = DayState(
      chain, on: day, options: StateOptions(graceDays: policy.graceDays, threads: threads))
    self.init(state, policy: policy, threads: threads)
  }

  /// Makes a state already worked out ready; its grace days are taken to be those of the policy.
  ///
  /// What operators pass on, hold and draw is worked out for those that candidates name, when they do.
  ///
  /// - Complexity: O(*n*) in caps, restrictions, waivers and the operators that the policy names; a byte a person.
  public init(_ state: DayState, policy: Policy, threads: Int = 2) {
    self.init(state, policy: policy, threads: threads, effort: ScreeningEffort())
  }

  init(_ state: DayState, policy: Policy, threads: Int, effort: ScreeningEffort) {
    let chain = state.chain
    self.state = state
    self.policy = policy
    let book = WaiverBook(state)
    plan = AuditPlan(state, AuditOptions(policy: policy, threads: threads), book)
    waivers = book.inForce.map { rows in
      let table = chain.tables.waivers
      return Set(rows.filter { table.provisions[Int($0)] == noIndex }.map { table.operators[Int($0)] })
    }
    caps = CapBook(policy: policy, table: chain.tables.caps)
    standings = StandingBook(state, fewMembers: effort.fewRows)
    flows = FlowBook(state, fewRows: effort.fewRows)
    capBoard = CapBoard(caps, state, fewRows: effort.fewRows)
    refusals = Restrictions(.refuseNew, in: chain)
    stockSuspensions = Restrictions(.suspendStock, in: chain)
    suspended = SuspendedRanges(state)
    ledgers = LedgerCompleteness(policy, chain)
    ways = ResaleWays(state, effort)
  }

  /// Says what comes of a candidate on the day.
  ///
  /// One that is not active on the day has no reasons.
  /// - Complexity: O(inflows of the supplier + provisions of the pair), O(log *n*) in the supplier's outflows, after
  ///   O(rows of both operators) for the first candidate that names them. Where a candidate of a range closes a circle, the
  ///   levels above its supplier may hang on itself: then the day is audited with it and without it.
  public func answer(_ candidate: ProvisionCandidate) -> ScreenAnswer {
    guard candidate.isActive(on: state.day) else { return ScreenAnswer(candidate, reasons: [], waived: []) }
    if hangsOnItself(candidate) { return definition(of: candidate) }
    var found = ReasonList(self, candidate)
    if candidate.isSelfProvision {
      found.add(.selfProvision, .candidate, numbers: candidate.numbers)
    } else {
      let question = CandidateQuestion(candidate, self)
      question.findApprovals(&found)
      question.findCaps(&found)
      question.findCertifications(&found)
      question.findResale(&found)
      question.findRequests(&found)
      question.findContradictions(&found)
      question.findIdentities(&found)
    }
    return found.answer
  }

  /// How much room each cap that applies to a candidate leaves, in the order of the caps.
  ///
  /// - Complexity: O(provisions of the pair), for a cap on all suppliers O(inflows of the recipient).
  public func headrooms(of candidate: ProvisionCandidate) -> [CapHeadroom] {
    capBoard.headrooms(of: candidate)
  }

  /// Whether the levels of the supplier may change because of the candidate: its numbers could come back to the supplier.
  ///
  /// A way of provisions that are not their supplier's own is needed: on any other, somebody holds the numbers himself.
  private func hangsOnItself(_ candidate: ProvisionCandidate) -> Bool {
    guard candidate.range != nil, !candidate.isSelfProvision, state.levels != nil, !isWhollyOwn(candidate)
    else { return false }
    return ways.leads(from: candidate.recipient, to: candidate.supplier, in: candidate.category)
  }

  /// Whether a candidate is wholly its supplier's own: its range designated, or count-only from a holder.
  func isWhollyOwn(_ candidate: ProvisionCandidate) -> Bool {
    guard let span = candidate.span else { return state.isHolder(candidate.supplier, in: candidate.category) }
    let own = state.designated[Int(candidate.category.rawValue)]
    let size = own?.size(of: candidate.supplier, from: span.lowerBound, through: span.upperBound) ?? 0
    return size == candidate.numbers
  }

  /// Says the same by the definition: by auditing the day without the candidate and with it.
  ///
  /// - Complexity: near-linear in rows; the tables are copied.
  package func definition(of candidate: ProvisionCandidate) -> ScreenAnswer {
    let threads = state.options.threads
    let options = AuditOptions(policy: policy, threads: threads)
    let before = DayAudit(state, options: options)
    let after = DayAudit(state.chain.adding(candidate, threads: threads), on: state.day, options: options)
    return ScreenAnswer(AuditDifference(from: before, to: after), candidate)
  }
}

/// The reasons of one candidate as they are found.
struct ReasonList {
  private let screening: Screening
  private let candidate: ProvisionCandidate
  private var reasons: [ScreenReason] = []
  private var waived: [ScreenReason] = []

  init(_ screening: Screening, _ candidate: ProvisionCandidate) {
    self.screening = screening
    self.candidate = candidate
  }

  var answer: ScreenAnswer { ScreenAnswer(candidate, reasons: reasons, waived: waived) }

  /// Whether findings of a rule are wanted and can be had.
  func wants(_ rule: RuleID) -> Bool { screening.plan.notEvaluated[Int(rule.rawValue)] == nil }

  /// Adds a reason, unless its rule is not evaluated or its cause switched off.
  ///
  /// - Parameter members: for a party or a circle, the operators that a waiver may name; asked for only where one is.
  mutating func add(
    _ rule: RuleID, _ subject: ScreenReason.Subject, cause: Cause? = nil, numbers: UInt64? = nil,
    limit: UInt64? = nil, other: ProvisionIndex = noIndex, restriction: UInt32 = noIndex,
    members: () -> [OperatorIndex] = { [] }
  ) {
    guard wants(rule), let severity = screening.plan.severities[Int(rule.rawValue)].byCause[cause] else {
      return
    }
    let reason = ScreenReason(
      rule: rule, severity: severity, cause: cause, subject: subject, numbers: numbers, limit: limit,
      other: other == noIndex ? nil : other, restriction: restriction == noIndex ? nil : Int(restriction))
    if isWaived(reason, members) { waived.append(reason) } else { reasons.append(reason) }
  }

  private func isWaived(_ reason: ScreenReason, _ members: () -> [OperatorIndex]) -> Bool {
    let named = screening.waivers[Int(reason.rule.rawValue)]
    if named.isEmpty { return false }
    let (u, v) = (candidate.supplier, candidate.recipient)
    switch reason.subject {
    case .candidate:
      let subject = reason.rule.waiverSubject
      return (subject != .recipient && named.contains(u)) || (subject != .supplier && named.contains(v))
    case .supplier: return named.contains(u)
    case .recipient, .cap: return named.contains(v)
    case .party, .circle: return members().contains { named.contains($0) }
    }
  }
}
