import Audit
import Numbering
import SupplyChain

/// What the approvals of a person, and the designations that count as such, say of every category on a day.
///
/// A holder may have thousands of designations, nearly all of them alike: each is looked at once, and only as far as it
/// can still change anything.
struct ApprovalTally {
  /// What the records of one category say, or those of all categories at once.
  private struct Slot {
    var standing = ApprovalStanding.otherCategory
    /// The first day after the run of days with approval that the day is part of; 0 for none.
    var run: Int32 = 0
    /// The row of the approval in force that ends last; -1 for none.
    var row = -1
    var rowEnd: Int32 = 0
    var isByDesignation = false

    /// Whether no further designation can change it.
    var isSettled: Bool { isByDesignation && run == Day.openEnd }

    /// Takes in a record of the category.
    @inline(__always)
    mutating func add(from start: Int32, to end: Int32, on day: Int32) -> ApprovalStanding {
      let own: ApprovalStanding = start > day ? .notYet : end <= day ? .ended : .approved
      // Standings come in the order in which one prevails over the next.
      if own.rawValue < standing.rawValue { standing = own }
      if own == .approved { run = max(run, end) }
      return own
    }

    /// Takes in what records of all categories say.
    mutating func join(_ all: Slot) {
      if all.standing.rawValue < standing.rawValue { standing = all.standing }
      run = max(run, all.run)
      isByDesignation = isByDesignation || all.isByDesignation
      if all.row >= 0, all.rowEnd > rowEnd || (all.rowEnd == rowEnd && all.row < row) {
        (row, rowEnd) = (all.row, all.rowEnd)
      }
    }
  }

  /// Days of a record that begin after the day.
  private struct Later {
    let slot: Int
    let start: Int32
    let end: Int32
  }

  /// One for each category, then one for records of all.
  private var slots = [Slot](repeating: Slot(), count: Category.count + 1)
  private var later: [Later] = []
  private var hasRecord = false
  private let day: Int32

  /// - Complexity: O(*n*) in the records of the person.
  init(of person: PersonIndex, in state: DayState) {
    day = state.day.ordinal
    for member in state.chain.persons.members(of: person) {
      addApprovals(state.chain.approvalsOf.rows(of: member), state.chain)
      addDesignations(state.chain.designationsOf.rows(of: member), state.chain)
    }
  }

  private mutating func addApprovals(_ rows: ArraySlice<UInt32>, _ chain: SupplyChain) {
    if rows.isEmpty { return }
    hasRecord = true
    // Columns of their own: the table as a whole would be held and released at every row.
    let categories = chain.tables.approvals.categories
    let (starts, ends) = (chain.tables.approvals.starts, chain.tables.approvals.ends)
    for row in rows {
      let slot = categories[Int(row)].map { Int($0.rawValue) } ?? Category.count
      let (start, end) = (starts[Int(row)], ends[Int(row)])
      switch slots[slot].add(from: start, to: end, on: day) {
      case .approved:
        let (row, best) = (Int(row), slots[slot])
        if end > best.rowEnd || (end == best.rowEnd && row < best.row) {
          (slots[slot].row, slots[slot].rowEnd) = (row, end)
        }
      case .notYet: later.append(Later(slot: slot, start: start, end: end))
      default: break
      }
    }
  }

  private mutating func addDesignations(_ rows: ArraySlice<UInt32>, _ chain: SupplyChain) {
    if rows.isEmpty { return }
    hasRecord = true
    let categories = chain.tables.designations.categories
    let (starts, ends) = (chain.tables.designations.starts, chain.tables.designations.approvalEnds)
    var settled = slots.indices.reduce(UInt16(0)) { $0 | (slots[$1].isSettled ? 1 << UInt16($1) : 0) }
    for row in rows {
      let slot = Int(categories[Int(row)].rawValue)
      if settled &>> UInt16(truncatingIfNeeded: slot) & 1 != 0 { continue }
      let (start, end) = (starts[Int(row)], ends[Int(row)])
      switch slots[slot].add(from: start, to: end, on: day) {
      case .approved:
        slots[slot].isByDesignation = true
        if slots[slot].isSettled { settled |= 1 << UInt16(slot) }
      case .notYet: later.append(Later(slot: slot, start: start, end: end))
      default: break
      }
    }
  }

  /// Whether there is an approval in a category, or why not.
  func standing(in category: Category) -> ApprovalStanding {
    var found = slots[Int(category.rawValue)]
    found.join(slots[Category.count])
    return hasRecord ? found.standing : .none
  }

  /// By `Category.rawValue`.
  ///
  /// - Complexity: O(*n* log *n*) in the records that begin after the day.
  var approvals: [OperatorStanding.Approval] {
    let next = later.sorted { $0.start < $1.start }
    return (0..<Category.count).map { category in
      var found = slots[category]
      found.join(slots[Category.count])
      // Records that join on make the run longer.
      if found.run != 0, found.run != Day.openEnd {
        for record in next where record.slot == category || record.slot == Category.count {
          if record.start <= found.run, record.start < record.end { found.run = max(found.run, record.end) }
        }
      }
      return OperatorStanding.Approval(
        standing: hasRecord ? found.standing : .none, row: found.row < 0 ? nil : found.row,
        isByDesignation: found.isByDesignation,
        until: found.run == 0 || found.run == Day.openEnd ? nil : Day(ordinal: found.run - 1))
    }
  }
}
