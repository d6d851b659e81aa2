import Bytes
import Numbering
import SupplyChain

/// Looks at a state of the supply chain and reports what breaks one rule of the contract.
///
/// A rule never parses, prints, reads a clock or picks a severity. Findings may be added in any order: the
/// audit sorts them by key, drops those whose cause the policy switches off, and matches the waivers.
package protocol Rule: Sendable {
  /// Which rule it is.
  static var id: RuleID { get }
  init()
  /// Reports every finding of the day. Called only when the rule can be evaluated (`RuleID.requirements`).
  func find(in context: AuditContext, into findings: inout RuleFindings)
}

/// A rule about the findings of other rules.
///
/// It runs after them. The audit evaluates the rules that some waiver past its last day names even when they
/// are not selected, so that `others` does not depend on the selection.
package protocol AfterRule: Rule {
  /// Reports every finding of the day.
  ///
  /// `others` holds the findings of every rule by `RuleID.rawValue`, sorted and with their waivers set,
  /// before the operator filter; those of a rule that is switched off or cannot be evaluated are empty.
  func find(in context: AuditContext, after others: [RuleFindings], into findings: inout RuleFindings)
}

extension AfterRule {
  package func find(in context: AuditContext, into findings: inout RuleFindings) {}
}

/// What rules look at: the state of a day, the policy, and what they share.
///
/// Of what is shared only what a running rule asks for is worked out.
package struct AuditContext: Sendable {
  package let state: DayState
  package let policy: Policy
  package let caps: CapBook
  package let standings: Standings
  /// What passes between any two operators, for the caps.
  package let pairs: PairBook

  package var chain: SupplyChain { state.chain }
  package var tables: Tables { state.chain.tables }
  package var day: Day { state.day }

  /// How many threads may be used.
  package let threads: Int

  /// Works out what the rules that run share.
  package init(state: DayState, policy: Policy, rules: Set<RuleID>, threads: Int) {
    self.state = state
    self.policy = policy
    self.threads = threads
    let caps = CapBook(policy: policy, table: state.chain.tables.caps)
    self.caps = caps
    let asks = { (some: Set<RuleID>) in !rules.isDisjoint(with: some) }
    let (asksApprovals, asksCertifications) = (
      asks([.approvalMissing, .supplierApprovalMissing]),
      asks([.uncertifiedRecipient, .uncertifiedSupplier, .relatedToBarred])
    )
    let asksPairs = asks([.capExceeded, .capExceededInTotal])
    let shared = concurrentMap(2, threads: threads) { part -> Shared in
      part == 0
        ? .pairs(asksPairs ? PairBook(caps, state, threads: threads) : PairBook())
        : .standings(
          Standings(
            state, approvals: asksApprovals, certifications: asksCertifications, histories: false))
    }
    var (standings, pairs) = (Standings(), PairBook())
    for part in shared {
      switch part {
      case .standings(let part): standings = part
      case .pairs(let part): pairs = part
      }
    }
    (self.standings, self.pairs) = (standings, pairs)
  }

  private enum Shared: Sendable {
    case standings(Standings)
    case pairs(PairBook)
  }
}
