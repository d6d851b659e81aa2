import Bytes
import Numbering
import SupplyChain

/// `uncertified-recipient`: numbers go to an operator without ETOC certification.
package struct UncertifiedRecipientRule: ProvisionRule {
  package static let id = RuleID.uncertifiedRecipient

  package init() {}

  package func scan(_ context: AuditContext) -> RecipientScan? {
    context.day >= context.policy.certificationRequiredFrom ? RecipientScan(context) : nil
  }
}

/// Active provisions to operators, users apart, without certification.
package struct RecipientScan: ProvisionScan {
  private let active: [UInt8]
  private let table: ProvisionTable
  /// By operator, 1 where it needs a certification and has none.
  private let lacking: [UInt8]
  /// By operator, why its person is not certified.
  private let standing: [CertificationStanding]
  /// By operator, since when it has been without, whatever its provisions.
  private let since: [Int32]

  /// - Complexity: O(*n*) in operators.
  fileprivate init(_ context: AuditContext) {
    let (state, standings) = (context.state, context.standings)
    let requiredFrom = context.policy.certificationRequiredFrom.ordinal
    active = state.active
    table = context.tables.provisions
    lacking = state.uncertifiedOperators
    let count = UInt32(state.user.count)
    standing = (0..<count).map { standings.certification(of: $0) }
    since = (0..<count).map { max(requiredFrom, standings.uncertifiedSince($0), standings.notUserSince($0)) }
  }

  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let recipients = table.recipients.span
    let lacking = lacking.span
    var count = 0
    for p in rows {
      found[count] = UInt32(truncatingIfNeeded: p)
      count += Int(active[p] & lacking[Int(recipients[p])])
    }
    return count
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    let v = Int(table.recipients[p])
    return Finding(
      .uncertifiedRecipient, cause: Cause(standing[v]), subject: row, category: table.categories[p],
      numbers: table.numbers[p], since: Day(since: max(table.starts[p], since[v])))
  }
}

extension DayState {
  /// 1 for each operator, users apart, that is not certified, else 0.
  var uncertifiedOperators: [UInt8] {
    user.indices.map { (certified[$0] | user[$0]) ^ 1 }
  }
}
