import Numbering
import SupplyChain

/// `provided-after-revocation`: a provision began after the recipient's certification had been revoked.
package struct ProvidedAfterRevocationRule: ProvisionRule {
  package static let id = RuleID.providedAfterRevocation

  package init() {}

  package func scan(_ context: AuditContext) -> RevocationScan? { RevocationScan(context) }
}

/// Active provisions, to operators without certification, begun when theirs was revoked.
package struct RevocationScan: ProvisionScan {
  private let active: [UInt8]
  private let table: ProvisionTable
  private let standings: Standings
  /// By operator, 1 where it needs a certification, has none, and lost one by revocation some day.
  private let revoked: [UInt8]

  fileprivate init(_ context: AuditContext) {
    let (state, standings) = (context.state, context.standings)
    active = state.active
    table = context.tables.provisions
    self.standings = standings
    let lacking = state.uncertifiedOperators
    revoked = lacking.indices.map { lacking[$0] != 0 && standings.wasRevoked(UInt32($0)) ? 1 : 0 }
  }

  /// - Complexity: O(*n* log *m*) in rows and the certifications of one person.
  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let recipients = table.recipients.span
    let starts = table.starts.span
    let revoked = revoked.span
    var count = 0
    for p in rows where active[p] & revoked[Int(recipients[p])] != 0 && starts[p] != Day.blank {
      guard standings.certification(of: recipients[p], on: starts[p]) == .revoked else { continue }
      found[count] = UInt32(truncatingIfNeeded: p)
      count += 1
    }
    return count
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    return Finding(
      .providedAfterRevocation, subject: row, category: table.categories[p], numbers: table.numbers[p])
  }
}
