import Numbering
import SupplyChain

/// What the three rules on confirmations at the deal share: which provisions they look at, and what they
/// report.
struct Confirmation {
  let rule: RuleID
  /// Starts before this day are not looked at.
  let from: Day
  /// Provisions of other categories are not looked at.
  var categories = CategorySet.all
  /// The cause of a blank cell.
  let blank: Cause

  /// Reports every active wholesale provision to an operator whose date is blank or after its start.
  ///
  /// - Parameter dates: by provision; empty without the column.
  /// - Complexity: O(*n*) in provisions.
  func find(_ dates: [Int32], in context: AuditContext, into findings: inout RuleFindings) {
    let state = context.state
    let table = context.tables.provisions
    guard dates.count == table.count else { return }
    for p in 0..<table.count where state.active[p] != 0 && table.contracts[p] == .wholesale {
      let start = table.starts[p]
      guard start >= from.ordinal, dates[p] == Day.blank || dates[p] > start else { continue }
      let category = table.categories[p]
      guard categories.has(category), state.user[Int(table.recipients[p])] == 0 else { continue }
      findings.add(
        Finding(
          rule, cause: dates[p] == Day.blank ? blank : .late, subject: UInt32(p), category: category,
          numbers: table.numbers[p]))
    }
  }
}

extension Day {
  /// 2023-01-01: the supplier must confirm the recipient's approval and its agreement to the conditions.
  static let confirmationDuty = Day(unchecked: 44_926)
  /// 2026-05-27: the duty stands in the Act, continuity of service included.
  static let continuityDuty = Day(unchecked: 46_168)
}
