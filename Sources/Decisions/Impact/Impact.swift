import Audit
import Bytes
import Numbering
import SupplyChain

/// What changes on a day if something befalls an operator on it (SPEC §8 `impact`).
///
/// By definition the day is audited as the data have it and once more as if the event had taken place, and the findings
/// are compared by fingerprint. Done so is the part of the ledger that the event can reach (`ImpactReach`).
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
  ///
  /// It is mostly of a part of the ledger: rows and operators are those of its own state, not of `state`.
  public let appearing: DayAudit
  /// The audit before the event with the findings alone that vanish, those under a waiver among them; without coverage.
  ///
  /// It is mostly of a part of the ledger: rows and operators are those of its own state, not of `state`.
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
  /// - Complexity: near-linear in the rows and findings of the part of the ledger that the event can reach; where that is
  ///   a large part, in all rows and in the findings of the rules that the event can change.
  public init(
    of x: OperatorIndex, _ event: ImpactEvent, in state: DayState, policy: Policy, threads: Int = 2
  ) {
    let provisions = state.chain.tables.provisions.count
    self.init(
      of: x, event, in: state, policy: policy, threads: threads, mostRows: provisions / Self.leastShare)
  }

  /// What share of the provisions is no small part any more: beyond it two audits of the whole are no slower.
  private static let leastShare = 3

  /// - Parameter mostRows: how many provisions the event may reach; beyond them the whole ledger is audited.
  package init(
    of x: OperatorIndex, _ event: ImpactEvent, in state: DayState, policy: Policy, threads: Int, mostRows: Int
  ) {
    let chain = state.chain
    let members = chain.persons.members(of: chain.persons.groupOf[Int(x)])
    let rules = event.rules(in: state, policy)
    // Whether the whole ledger stays too fragmented cannot be told from a part.
    guard !state.isTooFragmented,
      let reach = ImpactReach(event, of: members, in: state, policy, rules, mostRows: mostRows)
    else {
      self.init(definitionOf: x, event, in: state, policy: policy, rules: rules, threads: threads)
      return
    }
    let part = reach.part(threads: threads)
    let threads = part.provisions.count > 20_000 ? threads : 1
    var options = state.options
    options.threads = threads
    options.mostPieces = options.mostPieces ?? Levels.mostPieces(chain.tables)
    let small = Impact(
      definitionOf: part.place(of: x) ?? x, event,
      in: DayState(SupplyChain(part.tables, threads: threads), on: state.day, options: options),
      policy: policy, rules: rules, threads: threads)
    let losses = small.losses.map { $0.told(of: part.operators) }
    self.init(
      operatorIndex: x, operators: Array(members), event: event, state: state, ended: small.ended,
      appearing: small.appearing, vanishing: small.vanishing, rules: small.rules,
      levelsLacking: small.levelsLacking, losses: losses,
      notified: small.ended.isNothing ? [] : NotifiedOperator.all(of: members, losses, in: state))
  }

  /// Works it out as it is defined: by auditing the whole ledger twice.
  ///
  /// - Parameter rules: those that the event can change.
  private init(
    definitionOf x: OperatorIndex, _ event: ImpactEvent, in state: DayState, policy: Policy,
    rules: Set<RuleID>, threads: Int
  ) {
    let chain = state.chain
    let members = chain.persons.members(of: chain.persons.groupOf[Int(x)])
    let rows = event.endedRows(of: members, in: state)
    let edited = rows.isEmpty ? state : state.after(event, ending: rows)
    let selected = rows.isEmpty ? [] : rules
    var options = AuditOptions(policy: policy, rules: selected, threads: threads)
    options.findsSummary = false
    let before = DayAudit(state, options: options)
    let after = rows.isEmpty ? before : DayAudit(edited, options: options)
    let differences = concurrentMap(RuleID.allCases.count, threads: threads) { index in
      RuleDifference(before.outcomes[index], after.outcomes[index])
    }
    let levelsLacking: NotEvaluated? =
      !chain.tables.designations.origin.isPresent
      ? .noTable(.designations)
      : !chain.tables.certifications.origin.isPresent ? .noTable(.certifications) : nil
    let losses =
      rows.isEmpty || levelsLacking != nil || event == .approval
      ? [] : CategoryLoss.all(of: members, from: state, to: edited, threads: threads)
    self.init(
      operatorIndex: x, operators: Array(members), event: event, state: state, ended: Ended(rows),
      appearing: after.keeping(differences.map(\.appearing)),
      vanishing: before.keeping(differences.map(\.vanishing)),
      rules: differences.filter { selected.contains($0.rule) }, levelsLacking: levelsLacking, losses: losses,
      notified: rows.isEmpty ? [] : NotifiedOperator.all(of: members, losses, in: state))
  }

  private init(
    operatorIndex: OperatorIndex, operators: [OperatorIndex], event: ImpactEvent, state: DayState,
    ended: Ended, appearing: DayAudit, vanishing: DayAudit, rules: [RuleDifference],
    levelsLacking: NotEvaluated?, losses: [CategoryLoss], notified: [NotifiedOperator]
  ) {
    self.operatorIndex = operatorIndex
    self.operators = operators
    self.event = event
    self.state = state
    self.ended = ended
    self.appearing = appearing
    self.vanishing = vanishing
    self.rules = rules
    self.levelsLacking = levelsLacking
    self.losses = losses
    self.notified = notified
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
