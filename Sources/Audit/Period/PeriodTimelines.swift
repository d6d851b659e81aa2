import Numbering
import SupplyChain

/// On which days persons are approved and certified, and operators of role `user` pass numbers on.
package struct PeriodTimelines: Sendable {
  /// By person.
  package let certified: IntervalTable
  /// By person and category: `person * Category.count + category`; designations included.
  package let approved: IntervalTable
  /// By operator: the days with an active outflow, only of those of role `user`.
  private let supplying: IntervalTable
  private let roles: [OperatorRole]
  package let personOf: [PersonIndex]

  /// - Complexity: O(*n* log *n*) in rows of the small tables, O(*n*) in provisions.
  package init(_ chain: SupplyChain, graceDays: Int) {
    let tables = chain.tables
    let persons = chain.persons.groupOf
    personOf = persons
    roles = tables.operators.roles
    let certifications = tables.certifications
    certified = IntervalTable(
      keyCount: chain.persons.count,
      (0..<certifications.count).map { row in
        let end = Int32(clamping: certifications.end(of: row, graceDays: graceDays))
        return (
          persons[Int(certifications.operators[row])],
          DayInterval(start: certifications.starts[row], end: end)
        )
      })
    var rows: [(key: UInt32, days: DayInterval)] = []
    func add(_ x: OperatorIndex, _ category: Category?, _ start: Int32, _ end: Int32) {
      let first = persons[Int(x)] * UInt32(Category.count)
      for one in Category.allCases where category == nil || category == one {
        rows.append((first + UInt32(one.rawValue), DayInterval(start: start, end: end)))
      }
    }
    let (approvals, blocks) = (tables.approvals, tables.designations)
    for row in 0..<approvals.count {
      add(approvals.operators[row], approvals.categories[row], approvals.starts[row], approvals.ends[row])
    }
    let proofEnds = blocks.approvalEnds
    for row in 0..<blocks.count {
      add(blocks.operators[row], blocks.categories[row], blocks.starts[row], proofEnds[row])
    }
    approved = IntervalTable(keyCount: chain.persons.count * Category.count, rows)
    rows.removeAll()
    let (suppliers, recipients) = (tables.provisions.suppliers, tables.provisions.recipients)
    let (starts, ends) = (tables.provisions.starts, tables.provisions.ends)
    for p in suppliers.indices where roles[Int(suppliers[p])] == .user && suppliers[p] != recipients[p] {
      rows.append((suppliers[p], DayInterval(start: starts[p], end: ends[p])))
    }
    supplying = IntervalTable(keyCount: tables.operators.count, rows)
  }

  /// Whether an operator's person is approved in a category on a day.
  package func isApproved(_ x: OperatorIndex, in category: Category, on day: Int32) -> Bool {
    approved.contains(Int(personOf[Int(x)]) * Category.count + Int(category.rawValue), day)
  }

  /// Whether an operator's person is certified on a day.
  package func isCertified(_ x: OperatorIndex, on day: Int32) -> Bool {
    certified.contains(Int(personOf[Int(x)]), day)
  }

  /// Whether an operator is a user on a day: role `user` without an active outflow.
  package func isUser(_ x: OperatorIndex, on day: Int32) -> Bool {
    roles[Int(x)] == .user && !supplying.contains(Int(x), day)
  }

  /// Calls `body` with the days, of some, on which an operator is no user.
  @inline(__always)
  package func whileNoUser(_ x: OperatorIndex, within days: DayInterval, _ body: (DayInterval) -> Void) {
    if roles[Int(x)] != .user { return body(days) }
    for run in supplying.runs(of: Int(x)) {
      let part = run.intersection(days)
      if !part.isEmpty { body(part) }
    }
  }
}
