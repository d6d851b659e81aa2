import Numbering
import SupplyChain

/// What the three rules on confirmations at the deal share: active wholesale provisions to operators, users
/// apart, whose date is blank or after their start.
package struct ConfirmationScan: ProvisionScan {
  private let rule: RuleID
  private let blank: Cause
  private let from: Int32
  private let categories: UInt8
  private let dates: [Int32]
  private let active: [UInt8]
  private let user: [UInt8]
  private let table: ProvisionTable

  /// - Parameters:
  ///   - from: starts before this day are not looked at.
  ///   - categories: provisions of other categories are not looked at.
  ///   - blank: the cause of a blank cell.
  ///   - dates: by provision; nil is returned without the column.
  init?(
    _ rule: RuleID, from: Day, categories: CategorySet = .all, blank: Cause, _ dates: [Int32],
    in context: AuditContext
  ) {
    guard dates.count == context.tables.provisions.count else { return nil }
    self.rule = rule
    self.blank = blank
    self.from = from.ordinal
    self.categories = categories.rawValue
    self.dates = dates
    active = context.state.active
    user = context.state.user
    table = context.tables.provisions
  }

  package func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let dates = dates.span
    let starts = table.starts.span
    let contracts = table.contracts.span
    let inCategories = table.categories.span
    let recipients = table.recipients.span
    let user = user.span
    var count = 0
    for p in rows {
      let (start, date) = (starts[p], dates[p])
      // All conditions are worked out, and none is jumped over: which of them holds cannot be foreseen.
      let isDue: UInt8 = start >= from ? 1 : 0
      let isWholesale: UInt8 = contracts[p] == .wholesale ? 1 : 0
      let isBlank: UInt8 = date == Day.blank ? 1 : 0
      let isLate: UInt8 = date > start ? 1 : 0
      let inCategory = categories &>> inCategories[p].rawValue
      found[count] = UInt32(truncatingIfNeeded: p)
      count &+= Int(active[p] & isDue & isWholesale & (isBlank | isLate) & inCategory & 1)
    }
    // Few are left whose recipient has to be looked at.
    var kept = 0
    for place in 0..<count {
      found[kept] = found[place]
      kept += Int(user[Int(recipients[Int(found[place])])] ^ 1)
    }
    return kept
  }

  package func finding(_ row: UInt32) -> Finding {
    let p = Int(row)
    return Finding(
      rule, cause: dates[p] == Day.blank ? blank : .late, subject: row, category: table.categories[p],
      numbers: table.numbers[p])
  }
}

extension Day {
  /// 2023-01-01: the supplier must confirm the recipient's approval and its agreement to the conditions.
  package static let confirmationDuty = Day(unchecked: 44_926)
  /// 2026-05-27: the duty stands in the Act, continuity of service included.
  package static let continuityDuty = Day(unchecked: 46_168)
}
