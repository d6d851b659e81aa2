import Audit
import Numbering
import SupplyChain

/// Everything to know before a candidate is signed: verdict, reasons, room, outlook, consequences, and the partner.
///
/// The reasons are those of the definition, as findings of `difference.after`.
public struct PartnerScreening: Sendable {
  /// How many consequences are told.
  public static let shownConsequences = 100

  /// What was asked.
  public let candidate: ProvisionCandidate
  /// The verdict, and the reasons as typed values.
  public let answer: ScreenAnswer
  /// The state of the day without the candidate.
  public let state: DayState
  /// The caps that headrooms refer to.
  public let caps: CapBook
  /// The day without the candidate and with it.
  ///
  /// It is mostly of a part of the ledger: rows and operators are those of its own states, not of `state`.
  public let difference: AuditDifference
  /// The reasons among the differences: those of `answer`, in the same order.
  public let reasons: [AuditDifference.Entry]
  /// The waived ones among them.
  public let waived: [AuditDifference.Entry]
  /// The first hundred of the other differences, in the order of the rules.
  public let consequences: [AuditDifference.Entry]
  /// How many there are.
  public let consequenceCount: Int
  /// By `Severity.rawValue`, how many of them appear, grow or become graver.
  public let worsening: [Int]
  /// Every cap that applies, in the order of the caps.
  public let headrooms: [CapHeadroom]
  /// What is to come.
  public let outlook: ScreenOutlook
  /// What to do before signing.
  public let confirmations: [ScreenConfirmation]
  /// What to settle before signing because of what is not on record of this candidate.
  public let gaps: [PartnerGap]
  /// What else to know: numbers that nobody was designated, or that are provided already, restrictions, rules that were
  /// not evaluated.
  public let cautions: ScreenCautions
  /// How the supplier stands.
  public let supplier: OperatorStanding
  /// How the recipient stands.
  public let recipient: OperatorStanding
  /// The other operators of the recipient's party, in file order.
  public let related: [RelatedOperator]
  /// What is open at the recipient and downstream of it.
  public let downstream: DownstreamFindings
  /// What is open at what the recipient receives.
  public let received: ReceivedFindings
  /// Where a range stands among the designations; nil for a count-only candidate, or without the table.
  public let designation: CandidateDesignation?

  /// The least room that a cap leaves; nil when none applies.
  public var headroom: UInt64? { headrooms.map(\.headroom).min() }

  /// An operator under common control with the recipient.
  public struct RelatedOperator: Sendable, Equatable {
    /// Who it is.
    public let operatorIndex: OperatorIndex
    /// Whether its certification is revoked.
    public let isRevoked: Bool
    /// Rows of the refusals of new numbers to its person, of any category.
    public let refusals: [UInt32]

    /// Whether it is barred: its certification revoked, or new numbers refused to it.
    public var isBarred: Bool { isRevoked || !refusals.isEmpty }
  }

  /// How many of the consequences appear, grow or become graver.
  public func worsening(_ severity: Severity) -> Int { worsening[Int(severity.rawValue)] }

  /// What share of the provisions is no small part any more: beyond it two audits of the whole are no slower.
  private static let leastShare = 3

  /// Screens a candidate on the day it starts.
  ///
  /// - Complexity: as working out the state of the day, and as screening in that state.
  public init(
    _ candidate: ProvisionCandidate, in chain: SupplyChain, policy: Policy = Policy(), threads: Int = 2
  ) {
    let options = StateOptions(graceDays: policy.graceDays, threads: threads)
    self.init(
      candidate, in: DayState(chain, on: candidate.startsOn, options: options), policy: policy,
      threads: threads)
  }

  /// Screens a candidate in the state of the day it starts.
  ///
  /// - Parameter policy: the one whose grace days the state has.
  /// - Complexity: near-linear in the part of the ledger around the two ends and downstream; where that is a large part,
  ///   in all rows.
  public init(
    _ candidate: ProvisionCandidate, in state: DayState, policy: Policy = Policy(), threads: Int = 2
  ) {
    let provisions = state.chain.tables.provisions.count
    self.init(
      candidate, in: state, policy: policy, threads: threads, mostRows: provisions / Self.leastShare)
  }

  /// - Parameter mostRows: how many provisions the part may have; beyond them the whole ledger is audited.
  package init(
    _ candidate: ProvisionCandidate, in state: DayState, policy: Policy, threads: Int, mostRows: Int
  ) {
    var rules = Set(RuleID.allCases).subtracting([.sharedIdentity, .waiverExpired])
    let expired = WaiverBook(state).expired
    if rules.contains(where: { !expired[Int($0.rawValue)].isEmpty }) { rules.insert(.waiverExpired) }
    // Whether the whole ledger stays too fragmented cannot be told from a part.
    let reach =
      state.isTooFragmented || candidate.isSelfProvision
      ? nil : ImpactReach(adding: candidate, to: state, policy, rules, mostRows: mostRows)
    guard let reach else {
      self.init(candidate, as: candidate, state, isWhole: true, in: state, policy, threads)
      return
    }
    let part = reach.part(threads: threads)
    let threads = part.provisions.count > 20_000 ? threads : 1
    var options = state.options
    options.threads = threads
    options.mostPieces = options.mostPieces ?? Levels.mostPieces(state.chain.tables)
    let small = DayState(SupplyChain(part.tables, threads: threads), on: state.day, options: options)
    let (u, v) = (candidate.supplier, candidate.recipient)
    let placed = candidate.between(part.place(of: u) ?? u, part.place(of: v) ?? v)
    self.init(candidate, as: placed, small, isWhole: false, in: state, policy, threads)
  }

  /// - Parameters:
  ///   - placed: the candidate between the operators of the part.
  ///   - part: the state of a part of the ledger, or of all of it.
  private init(
    _ candidate: ProvisionCandidate, as placed: ProvisionCandidate, _ part: DayState, isWhole: Bool,
    in state: DayState, _ policy: Policy, _ threads: Int
  ) {
    let chain = state.chain
    var options = AuditOptions(policy: policy, threads: threads)
    options.findsSummary = false
    let before = DayAudit(part, options: options)
    let edited = part.chain.adding(placed, threads: threads)
    let after = DayAudit(DayState(edited, on: part.day, options: part.options), options: options)
    let difference = AuditDifference(from: before, to: after)
    self.candidate = candidate
    self.difference = difference
    self.state = state
    caps = CapBook(policy: policy, table: chain.tables.caps)
    var (reasons, waived, others):
      ([AuditDifference.Entry], [AuditDifference.Entry], [AuditDifference.Entry]) =
        ([], [], [])
    for entry in difference.entries {
      if difference.isReason(entry, placed) {
        if difference.finding(of: entry)?.finding.isWaived ?? false {
          waived.append(entry)
        } else {
          reasons.append(entry)
        }
      } else if entry.change != nil {
        others.append(entry)
      }
    }
    (self.reasons, self.waived) = (reasons, waived)
    consequences = Array(others.prefix(Self.shownConsequences))
    consequenceCount = others.count
    worsening = difference.worsening(among: others)

    // Rows of a part are not those of the ledger that an answer refers to.
    answer =
      isWhole
      ? ScreenAnswer(difference, candidate)
      : Screening(state, policy: policy, threads: threads).answer(candidate)
    headrooms = CapBoard(caps, state, fewRows: .max).headrooms(of: candidate)
    outlook = ScreenOutlook(of: candidate, chain, policy: policy, threads: threads)
    let v = candidate.recipient
    confirmations = ScreenConfirmation.all(of: candidate, recipientIsUser: state.isUser(v), policy: policy)
    supplier = OperatorStanding(of: candidate.supplier, in: state)
    recipient = OperatorStanding(of: v, in: state)
    let restrictions = RestrictionsInForce(chain, on: state.day)
    related = Self.related(to: v, in: state, restrictions)
    downstream = DownstreamFindings(of: placed.recipient, in: candidate.category, before)
    received = ReceivedFindings(by: placed.recipient, in: candidate.category, before)
    let designation = CandidateDesignation(candidate, state)
    self.designation = designation
    cautions = ScreenCautions(
      undesignated: designation.map { candidate.numbers - $0.numbers },
      provided: .init(candidate, state), onSupplier: restrictions.rows(on: candidate.supplier),
      onRecipient: restrictions.rows(on: v),
      notEvaluated: UnevaluatedRule.all(
        zip(before.outcomes, after.outcomes).map { $1.notEvaluated ?? $0.notEvaluated }))
    gaps = PartnerGap.all(of: candidate, cautions, recipient: recipient, chain.tables, policy)
  }

  private static func related(
    to v: OperatorIndex, in state: DayState, _ restrictions: RestrictionsInForce
  ) -> [RelatedOperator] {
    let parties = state.chain.parties
    let kinds = state.chain.tables.restrictions.kinds
    return parties.members(of: parties.groupOf[Int(v)]).filter { $0 != v }.map { x in
      RelatedOperator(
        operatorIndex: x, isRevoked: OperatorStanding(of: x, in: state).certification.standing == .revoked,
        refusals: restrictions.rows(on: x).filter { kinds[Int($0)] == .refuseNew })
    }
  }
}
