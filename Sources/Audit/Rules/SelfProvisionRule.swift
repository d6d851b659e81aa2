import Numbering
import SupplyChain

/// `self-provision`: a row says that an operator provides numbers to itself.
package struct SelfProvisionRule: Rule {
  package static let id = RuleID.selfProvision

  package init() {}

  /// - Complexity: O(*n*) in provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let table = context.tables.provisions
    let day = context.day.ordinal
    for p in 0..<table.count where table.suppliers[p] == table.recipients[p] {
      guard table.starts[p] <= day, day < table.ends[p] else { continue }
      findings.add(
        Finding(Self.id, subject: UInt32(p), category: table.categories[p], numbers: table.numbers[p]))
    }
  }
}
