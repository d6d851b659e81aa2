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
  private let personOf: [PersonIndex]
  /// Of the persons of such operators.
  private let timeline: CertificationTimeline
  /// By operator, 1 where it needs a certification, has none, and its person lost one by revocation some day.
  private let revoked: [UInt8]

  fileprivate init(_ context: AuditContext) {
    let state = context.state
    active = state.active
    table = context.tables.provisions
    personOf = context.chain.persons.groupOf
    let graceDays = state.options.graceDays
    let wasRevoked = context.chain.revokedPersons(graceDays: graceDays)
    timeline = CertificationTimeline(context.chain, graceDays: graceDays, of: wasRevoked)
    let lacking = state.uncertifiedOperators
    revoked = zip(lacking, personOf).map { wasRevoked[Int($1)] ? $0 : 0 }
  }

  /// - Complexity: O(*n* log *m*) in rows and the certifications of one person.
  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let recipients = table.recipients.span
    let starts = table.starts.span
    let revoked = revoked.span
    var count = 0
    for p in rows {
      found[count] = UInt32(truncatingIfNeeded: p)
      count += Int(active[p] & revoked[Int(recipients[p])])
    }
    // Few are left whose timeline has to be looked at.
    var kept = 0
    for place in 0..<count {
      let p = Int(found[place])
      let person = personOf[Int(recipients[p])]
      guard starts[p] != Day.blank, timeline.standing(of: person, on: starts[p]) == .revoked else { continue }
      found[kept] = found[place]
      kept += 1
    }
    return kept
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    return Finding(
      .providedAfterRevocation, subject: row, category: table.categories[p], numbers: table.numbers[p])
  }
}

extension SupplyChain {
  /// The persons of whom some certification ended by revocation.
  ///
  /// - Complexity: O(*n*) in persons and certifications.
  func revokedPersons(graceDays: Int) -> [Bool] {
    let table = tables.certifications
    var revoked = [Bool](repeating: false, count: persons.count)
    // Only where the cell says so can it have been the reason.
    for row in 0..<table.count where table.endReasons[row] == .revoked {
      if CertificationRecord(table, row: row, graceDays: graceDays).cause == .revoked {
        revoked[Int(persons.groupOf[Int(table.operators[row])])] = true
      }
    }
    return revoked
  }
}
