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
  /// The day without the candidate and with it.
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

  /// Screens a candidate on the day it starts.
  ///
  /// - Complexity: near-linear in rows: the day is audited without the candidate and with it, and the tables are copied.
  public init(
    _ candidate: ProvisionCandidate, in chain: SupplyChain, policy: Policy = Policy(), threads: Int = 2
  ) {
    let options = AuditOptions(policy: policy, threads: threads)
    let before = DayAudit(chain, on: candidate.startsOn, options: options)
    let edited = chain.adding(candidate, threads: threads)
    let after = DayAudit(edited, on: candidate.startsOn, options: options)
    let difference = AuditDifference(from: before, to: after)
    self.candidate = candidate
    self.difference = difference
    answer = ScreenAnswer(difference, candidate)
    var (reasons, waived, others):
      ([AuditDifference.Entry], [AuditDifference.Entry], [AuditDifference.Entry]) =
        ([], [], [])
    for entry in difference.entries {
      if difference.isReason(entry, candidate) {
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

    let state = before.state
    headrooms = CapBoard(before.caps, state, fewRows: .max).headrooms(of: candidate)
    outlook = ScreenOutlook(of: candidate, chain, policy: policy, threads: threads)
    let v = candidate.recipient
    confirmations = ScreenConfirmation.all(of: candidate, recipientIsUser: state.isUser(v), policy: policy)
    supplier = OperatorStanding(of: candidate.supplier, in: state)
    recipient = OperatorStanding(of: v, in: state)
    let restrictions = RestrictionsInForce(chain, on: state.day)
    related = Self.related(to: v, in: state, restrictions)
    downstream = DownstreamFindings(of: v, in: candidate.category, before)
    received = ReceivedFindings(by: v, in: candidate.category, before)
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
