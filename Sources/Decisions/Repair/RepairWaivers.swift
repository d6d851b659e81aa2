import Audit
import Numbering
import SupplyChain

/// The waivers in force that accept what a step of a plan would put right.
///
/// Coverage does not ask for waivers; but whoever accepted a lack should know of it before asking to end it.
public struct RepairWaivers: Sendable {
  private let state: DayState
  /// By person of the operator it accepts something of, rows of the waivers table in file order.
  private var rows: [PersonIndex: [Int]] = [:]

  /// - Complexity: O(waivers).
  public init(_ state: DayState) {
    self.state = state
    let (table, day) = (state.chain.tables.waivers, state.day.ordinal)
    for row in 0..<table.count where table.starts[row] <= day && day < table.ends[row] {
      guard Self.rules.contains(where: { $0.name == table.rules[row] }), let x = subject(of: row) else {
        continue
      }
      rows[state.chain.persons.groupOf[Int(x)], default: []].append(row)
    }
  }

  /// Rules that find a lack of approval or certification at an operator itself.
  private static let rules: [RuleID] = [
    .approvalMissing, .supplierApprovalMissing, .uncertifiedRecipient, .uncertifiedSupplier,
  ]

  /// The operator whose lack a waiver accepts; nil for one that can match nothing.
  private func subject(of row: Int) -> OperatorIndex? {
    let tables = state.chain.tables
    let (x, p) = (tables.waivers.operators[row], tables.waivers.provisions[row])
    if p == noIndex { return x == noIndex ? nil : x }
    // Findings about suppliers are not about one provision.
    let rule = tables.waivers.rules[row]
    if rule == RuleID.supplierApprovalMissing.name || rule == RuleID.uncertifiedSupplier.name { return nil }
    let recipient = tables.provisions.recipients[Int(p)]
    return x == noIndex || x == recipient ? recipient : nil
  }

  /// The rows of the waivers table that accept the lack that a step ends, in file order.
  ///
  /// - Complexity: O(*n*) in the waivers about the person.
  public func rows(for action: RepairAction) -> [Int] {
    let table = state.chain.tables.waivers
    let provisions = state.chain.tables.provisions
    func about(_ x: OperatorIndex, _ rules: [RuleID], _ matches: (ProvisionIndex) -> Bool) -> [Int] {
      let all = rows[state.chain.persons.groupOf[Int(x)]] ?? []
      return all.filter { row in
        let p = table.provisions[row]
        return rules.contains { $0.name == table.rules[row] } && (p == noIndex || matches(p))
      }
    }
    switch action {
    case .certify(let x):
      return about(x, [.uncertifiedRecipient, .uncertifiedSupplier]) { _ in true }
    case .approve(let x, let category):
      return about(x, [.approvalMissing, .supplierApprovalMissing]) {
        provisions.categories[Int($0)] == category
      }
    case .end(let p):
      let recipient = provisions.recipients[Int(p)]
      return about(recipient, [.approvalMissing, .uncertifiedRecipient]) { $0 == p }
        .filter { table.operators[$0] == noIndex || table.operators[$0] == recipient }
    }
  }
}
