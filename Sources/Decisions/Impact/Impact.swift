import Audit
import Bytes
import Numbering
import SupplyChain

/// What changes on a day if something befalls an operator on it (SPEC §8 `impact`).
///
/// The day is audited as the data have it and once more as if the event had taken place, and the findings are compared by
/// fingerprint. The graph is shared: an event ends rows, and no index depends on when rows end.
public struct Impact: Sendable {
  /// What was ended to make the event.
  public struct Ended: Sendable, Equatable {
    /// Certifications in force that are revoked.
    public let certifications: Int
    /// Approvals in force that lapse.
    public let approvals: Int
    /// Designations in force that no longer prove approval, or are returned.
    public let designations: Int
    /// Provisions in force that ended the day before, self-provisions among them.
    public let provisions: Int

    init(_ rows: EndedRows) {
      certifications = rows.certifications.count
      approvals = rows.approvals.count
      designations = rows.proofs.count + rows.designations.count
      provisions = rows.provisions.count
    }

    /// Whether there was nothing to end: the event changes nothing.
    public var isNothing: Bool { certifications + approvals + designations + provisions == 0 }
  }

  /// The operator as named.
  public let operatorIndex: OperatorIndex
  /// The operators of its person, in file order: the event befalls them all.
  public let operators: [OperatorIndex]
  /// What befalls it.
  public let event: ImpactEvent
  /// The state of the day as the data have it.
  public let state: DayState
  /// What was ended.
  public let ended: Ended
  /// The audit after the event with the findings alone that appear, those under a waiver among them; without coverage.
  public let appearing: DayAudit
  /// The audit before the event with the findings alone that vanish, those under a waiver among them; without coverage.
  public let vanishing: DayAudit
  /// The rules that the event can change, in order.
  public let rules: [RuleDifference]
  /// Why nothing is known of levels; nil when it is.
  public let levelsLacking: NotEvaluated?
  /// The categories in which somebody's clean level runs through the operator, in order.
  public let losses: [CategoryLoss]
  /// Whom to tell, in file order.
  public let notified: [NotifiedOperator]

  /// Works out what an event on the day of a state would change.
  ///
  /// - Parameter policy: the one whose grace days the state has.
  /// - Complexity: near-linear in rows and in the findings of the rules that the event can change.
  public init(
    of x: OperatorIndex, _ event: ImpactEvent, in state: DayState, policy: Policy, threads: Int = 2
  ) {
    let chain = state.chain
    let members = chain.persons.members(of: chain.persons.groupOf[Int(x)])
    let rows = event.endedRows(of: members, in: state)
    let edited = rows.isEmpty ? state : state.after(event, ending: rows)
    let selected = rows.isEmpty ? [] : event.rules(in: state, policy)
    var options = AuditOptions(policy: policy, rules: selected, threads: threads)
    options.findsSummary = false
    let before = DayAudit(state, options: options)
    let after = rows.isEmpty ? before : DayAudit(edited, options: options)
    let differences = concurrentMap(RuleID.allCases.count, threads: threads) { index in
      RuleDifference(before.outcomes[index], after.outcomes[index])
    }
    operatorIndex = x
    operators = Array(members)
    self.event = event
    self.state = state
    ended = Ended(rows)
    appearing = after.keeping(differences.map(\.appearing))
    vanishing = before.keeping(differences.map(\.vanishing))
    rules = differences.filter { selected.contains($0.rule) }
    levelsLacking =
      !chain.tables.designations.origin.isPresent
      ? .noTable(.designations)
      : !chain.tables.certifications.origin.isPresent ? .noTable(.certifications) : nil
    let losses =
      rows.isEmpty || levelsLacking != nil || event == .approval
      ? [] : CategoryLoss.all(of: members, from: state, to: edited, threads: threads)
    self.losses = losses
    notified = rows.isEmpty ? [] : NotifiedOperator.all(of: members, losses, in: state)
  }

  /// The counts of all rules together.
  public var total: (appear: Int, vanish: Int, grown: Int, shrunk: Int, raised: Int, lowered: Int) {
    rules.reduce((0, 0, 0, 0, 0, 0)) { sum, rule in
      (
        sum.0 + rule.appear, sum.1 + rule.vanish, sum.2 + rule.grown, sum.3 + rule.shrunk,
        sum.4 + rule.raised, sum.5 + rule.lowered
      )
    }
  }
}

extension DayState {
  /// The state after an event that ends some rows on its day.
  fileprivate func after(_ event: ImpactEvent, ending rows: EndedRows) -> DayState {
    let edited = chain.ending(rows, on: day)
    // Only an exit changes provisions and holders.
    return event == .exit
      ? DayState(edited, on: day, options: options) : DayState(self, provenBy: edited)
  }
}
