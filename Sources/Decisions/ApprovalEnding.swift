import Audit
import Numbering
import SupplyChain

/// When and how the last approval that a person had in a category came to its end.
public struct ApprovalEnding: Sendable, Equatable {
  /// How an approval ends.
  public enum Reason: String, Sendable, CaseIterable {
    /// 失効 (Business Act art. 50-8).
    case lapsed
    /// 取消し (Business Act art. 50-9).
    case cancelled
    /// The designation that proved it was returned.
    case designationReturned = "designation-returned"
  }

  /// The first day without it (失効日).
  public let day: Day
  /// How it ended; nil where the ledger does not say.
  public let reason: Reason?
}

extension ApprovalEnding {
  /// What an approval, or a designation that counted as one, ended with.
  private struct Record {
    let end: Int32
    /// Of what ended on one day an approval decides before a designation, of approvals the last in the file.
    let isApproval: Bool
    let row: UInt32
    let reason: Reason?

    func decides(before other: Record?) -> Bool {
      guard let other else { return true }
      if end != other.end { return end > other.end }
      if isApproval != other.isApproval { return isApproval }
      return row > other.row
    }
  }

  /// By `Category.rawValue`, the last ending up to the day among the records of a person; nil for none.
  ///
  /// - Complexity: O(*n*) in the records of the person.
  static func all(of person: PersonIndex, in state: DayState) -> [ApprovalEnding?] {
    let chain = state.chain
    let day = state.day.ordinal
    var last = [Record?](repeating: nil, count: Category.count)
    func add(_ record: Record, _ category: Category) {
      if record.decides(before: last[Int(category.rawValue)]) { last[Int(category.rawValue)] = record }
    }
    let (approvals, blocks) = (chain.tables.approvals, chain.tables.designations)
    for member in chain.persons.members(of: person) {
      for row in chain.approvalsOf.rows(of: member) {
        let end = approvals.ends[Int(row)]
        guard approvals.starts[Int(row)] <= day, end <= day else { continue }
        let reason: Reason? =
          switch approvals.endReasons[Int(row)] {
          case .unknown: nil
          case .lapsed: .lapsed
          case .cancelled: .cancelled
          }
        let record = Record(end: end, isApproval: true, row: row, reason: reason)
        if let category = approvals.categories[Int(row)] {
          add(record, category)
        } else {
          for category in Category.allCases { add(record, category) }
        }
      }
      for row in chain.designationsOf.rows(of: member) {
        let end = blocks.approvalEnds[Int(row)]
        guard blocks.starts[Int(row)] <= day, end <= day else { continue }
        // One that stays but proves nothing any more: its approval lapsed (an event that was thought through).
        let reason = end == blocks.ends[Int(row)] ? Reason.designationReturned : .lapsed
        add(Record(end: end, isApproval: false, row: row, reason: reason), blocks.categories[Int(row)])
      }
    }
    return last.map { record in
      record.flatMap { Day(ordinal: $0.end) }.map { ApprovalEnding(day: $0, reason: record?.reason) }
    }
  }
}
