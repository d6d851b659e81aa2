import Numbering
import SupplyChain

/// `provided-after-revocation`: a provision began after the recipient's certification had been revoked.
package struct ProvidedAfterRevocationRule: Rule {
  package static let id = RuleID.providedAfterRevocation

  package init() {}

  /// - Complexity: O(*n* log *m*) in provisions and the certifications of one person.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let (state, standings) = (context.state, context.standings)
    let table = context.tables.provisions
    for p in 0..<table.count where state.active[p] != 0 && table.starts[p] != Day.blank {
      let v = table.recipients[p]
      guard state.user[Int(v)] == 0 && state.certified[Int(v)] == 0 else { continue }
      guard standings.certification(of: v, on: table.starts[p]) == .revoked else { continue }
      findings.add(
        Finding(Self.id, subject: UInt32(p), category: table.categories[p], numbers: table.numbers[p]))
    }
  }
}
