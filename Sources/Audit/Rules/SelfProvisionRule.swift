import Numbering
import SupplyChain

/// `self-provision`: a row says that an operator provides numbers to itself.
package struct SelfProvisionRule: ProvisionRule {
  package static let id = RuleID.selfProvision

  package init() {}

  package func scan(_ context: AuditContext) -> SelfScan? { SelfScan(context) }
}

/// Provisions in force whose ends are one operator.
package struct SelfScan: ProvisionScan {
  private let table: ProvisionTable
  private let day: Int32

  fileprivate init(_ context: AuditContext) {
    table = context.tables.provisions
    day = context.day.ordinal
  }

  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let suppliers = table.suppliers.span
    let recipients = table.recipients.span
    var count = 0
    for p in rows where suppliers[p] == recipients[p] {
      guard table.starts[p] <= day, day < table.ends[p] else { continue }
      found[count] = UInt32(truncatingIfNeeded: p)
      count += 1
    }
    return count
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    return Finding(.selfProvision, subject: row, category: table.categories[p], numbers: table.numbers[p])
  }
}
