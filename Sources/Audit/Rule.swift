import Numbering
import SupplyChain

/// Looks at a state of the supply chain and reports what breaks one rule of the contract.
///
/// A rule never parses, prints, reads a clock or picks a severity.
package protocol Rule: Sendable {
  /// Which rule it is.
  static var id: RuleID { get }
  init()
  /// Reports every finding of the day. Called only when the rule can be evaluated (`Requirement`).
  func find(in context: AuditContext, into findings: inout RuleFindings)
}

/// What rules look at: the state of a day, the policy, and what they share.
package struct AuditContext: Sendable {
  package let state: DayState
  package let policy: Policy
  package let caps: CapBook
  package let standings: Standings

  package var chain: SupplyChain { state.chain }
  package var tables: Tables { state.chain.tables }
  package var day: Day { state.day }
}

/// The findings of one rule, with the lists and texts they refer to.
public struct RuleFindings: Sendable {
  public package(set) var findings: [Finding] = []
  /// Operators of a finding, or the provisions of a cycle.
  package var lists: [[UInt32]] = []
  /// Members and cycle of a circle need two lists: the cycle is the one after `extra`.
  package var values: [String] = []

  package init() {}
}
