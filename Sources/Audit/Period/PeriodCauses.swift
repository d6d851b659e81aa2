import Numbering
import SupplyChain

/// On which days the reason changes why a person is without approval or certification, while it is.
package struct PeriodCauses: Sendable {
  /// By person and category: the first day on which some record of it has begun and ended; `Int32.max` for none.
  private var ended: [Int32]
  /// By person: a bit for each category with a record, the highest bit for any record.
  private var recorded: [UInt8]
  /// By person, the first days of certifications that end before they begin to count, in file order.
  private var empty: [PersonIndex: [Int32]] = [:]

  private static let anyRecord: UInt8 = 0b1000_0000

  /// - Complexity: O(*n*) in approvals, designations and certifications; 29 bytes for each person.
  package init(_ chain: SupplyChain, graceDays: Int) {
    let (persons, tables) = (chain.persons, chain.tables)
    ended = Array(repeating: .max, count: persons.count * Category.count)
    recorded = Array(repeating: 0, count: persons.count)
    let (approvals, blocks) = (tables.approvals, tables.designations)
    for row in 0..<approvals.count {
      let person = Int(persons.groupOf[Int(approvals.operators[row])])
      add(person, approvals.categories[row], approvals.starts[row], approvals.ends[row])
    }
    let proofEnds = blocks.approvalEnds
    for row in 0..<blocks.count {
      let person = Int(persons.groupOf[Int(blocks.operators[row])])
      add(person, blocks.categories[row], blocks.starts[row], proofEnds[row])
    }
    let certifications = tables.certifications
    for row in 0..<certifications.count {
      let start = certifications.starts[row]
      guard Int64(start) >= certifications.end(of: row, graceDays: graceDays) else { continue }
      empty[persons.groupOf[Int(certifications.operators[row])], default: []].append(start)
    }
  }

  private mutating func add(_ person: Int, _ category: Category?, _ start: Int32, _ end: Int32) {
    recorded[person] |= Self.anyRecord
    for one in Category.allCases where category == nil || category == one {
      recorded[person] |= CategorySet(one).rawValue
      let place = person * Category.count + Int(one.rawValue)
      ended[place] = min(ended[place], max(start, end))
    }
  }

  /// Calls `body` with the parts of some days without approval in a category over which the reason is the same.
  @inline(__always)
  package func unapproved(
    _ person: PersonIndex, in category: Category, within days: DayInterval,
    _ body: (DayInterval, ApprovalStanding) -> Void
  ) {
    let mask = recorded[Int(person)]
    let later: ApprovalStanding =
      mask & CategorySet(category).rawValue != 0
      ? .notYet : mask & Self.anyRecord != 0 ? .otherCategory : .none
    let turn = ended[Int(person) * Category.count + Int(category.rawValue)]
    let before = DayInterval(start: days.start, end: min(days.end, turn))
    let after = DayInterval(start: max(days.start, turn), end: days.end)
    if !before.isEmpty { body(before, later) }
    if !after.isEmpty { body(after, .ended) }
  }

  /// Calls `body` with the parts of some days without certification over which the reason is the same.
  ///
  /// A record that counts on some day ends the days without; only others can change the reason meanwhile.
  @inline(__always)
  package func uncertified(
    _ person: PersonIndex, within days: DayInterval, _ timeline: CertificationTimeline,
    _ body: (DayInterval, CertificationStanding) -> Void
  ) {
    var start = days.start
    if !empty.isEmpty, let turns = empty[person] {
      for turn in turns.sorted() where turn > start && turn < days.end {
        body(DayInterval(start: start, end: turn), timeline.standing(of: person, on: start))
        start = turn
      }
    }
    body(DayInterval(start: start, end: days.end), timeline.standing(of: person, on: start))
  }
}
