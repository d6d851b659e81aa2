import Audit
import Numbering
import SupplyChain

/// What takes effect on a day at one operator, found in the rows of its person.
struct StandingEvents {
  let chain: SupplyChain
  let graceDays: Int

  /// What makes the operator's person certified on a day, or no longer, when it was otherwise the day before.
  ///
  /// - Complexity: O(*n*) in the person's certifications.
  func certificate(of x: OperatorIndex, on day: Int32) -> HorizonEvent? {
    var (before, now) = (false, false)
    var (begun, ended): (Int?, Int?) = (nil, nil)
    for member in person(of: x) {
      for row in chain.certificationsOf.rows(of: member) {
        let record = CertificationRecord(chain.tables.certifications, row: Int(row), graceDays: graceDays)
        guard record.start < record.end else { continue }
        if record.start < day, day <= record.end { before = true }
        if record.start <= day, day < record.end { now = true }
        if record.start == day { begun = begun ?? Int(row) }
        if record.end == day { ended = ended ?? Int(row) }
      }
    }
    if before == now { return nil }
    let row = now ? begun : ended
    return row.map {
      HorizonEvent(
        now ? .certificateBegins : .certificateEnds, on: day, chain.tables.certifications.operators[$0],
        row: $0)
    }
  }

  /// What makes the operator's person approved in a category on a day, or no longer.
  ///
  /// - Complexity: O(*n*) in the person's approvals and designations.
  func approval(of x: OperatorIndex, in category: Category, on day: Int32) -> HorizonEvent? {
    let approvals = chain.tables.approvals
    var (before, now) = (false, false)
    var (begun, ended): (Int?, Int?) = (nil, nil)
    for member in person(of: x) {
      for row in chain.approvalsOf.rows(of: member) {
        guard approvals.categories[Int(row)] == nil || approvals.categories[Int(row)] == category else {
          continue
        }
        let (start, end) = (approvals.starts[Int(row)], approvals.ends[Int(row)])
        if start < day, day <= end { before = true }
        if start <= day, day < end { now = true }
        if start == day { begun = begun ?? Int(row) }
        if end == day { ended = ended ?? Int(row) }
      }
      let blocks = chain.tables.designations
      for row in chain.designationsOf.rows(of: member) where blocks.categories[Int(row)] == category {
        let (start, end) = (blocks.starts[Int(row)], blocks.ends[Int(row)])
        if start < day, day <= end { before = true }
        if start <= day, day < end { now = true }
      }
    }
    if before == now { return nil }
    if let row = now ? begun : ended {
      return HorizonEvent(
        now ? .approvalBegins : .approvalEnds, on: day, approvals.operators[row],
        category: approvals.categories[row], row: row)
    }
    return person(of: x).lazy.compactMap { designation(of: $0, in: category, on: day) }.first
  }

  /// The first designation of an operator in a category that begins or ends on a day.
  ///
  /// - Complexity: O(*n*) in the operator's designations.
  func designation(of x: OperatorIndex, in category: Category?, on day: Int32) -> HorizonEvent? {
    let blocks = chain.tables.designations
    for row in chain.designationsOf.rows(of: x)
    where category == nil || blocks.categories[Int(row)] == category {
      let isEnd = blocks.ends[Int(row)] == day
      guard isEnd || blocks.starts[Int(row)] == day else { continue }
      return HorizonEvent(
        isEnd ? .designationEnds : .designationBegins, on: day, x, category: blocks.categories[Int(row)],
        row: Int(row))
    }
    return nil
  }

  /// The end or the beginning of a provision on a day.
  func provision(_ p: ProvisionIndex, on day: Int32) -> HorizonEvent? {
    let table = chain.tables.provisions
    if table.starts[Int(p)] == day { return HorizonEvent(.provisionBegins, on: day, row: Int(p)) }
    if table.ends[Int(p)] == day { return HorizonEvent(.provisionEnds, on: day, row: Int(p)) }
    return nil
  }

  private func person(of x: OperatorIndex) -> ArraySlice<OperatorIndex> {
    chain.persons.members(of: chain.persons.groupOf[Int(x)])
  }
}

/// The provisions that begin or end within some days, by day, end and category.
struct ProvisionTurns {
  private struct Turn: Comparable {
    let day: Int32
    let end: OperatorIndex
    let category: UInt8
    let provision: ProvisionIndex

    static func < (left: Turn, right: Turn) -> Bool {
      (left.day, left.end, left.category, left.provision)
        < (right.day, right.end, right.category, right.provision)
    }
  }

  private var turns: [Turn] = []

  /// - Complexity: O(provisions + *k* log *k*), *k* of them beginning or ending on those days.
  init(_ table: ProvisionTable, over days: DayInterval) {
    for p in 0..<table.count {
      for day in [table.starts[p], table.ends[p]] where days.contains(day) {
        for end in [table.suppliers[p], table.recipients[p]] {
          turns.append(
            Turn(day: day, end: end, category: table.categories[p].rawValue, provision: UInt32(p)))
        }
      }
    }
    turns.sort()
  }

  /// The first provision with that end, in a category or in any, that begins or ends on a day.
  ///
  /// - Complexity: O(log *n*).
  func first(of x: OperatorIndex, in category: Category?, on day: Int32) -> ProvisionIndex? {
    let wanted = Turn(day: day, end: x, category: category?.rawValue ?? 0, provision: 0)
    var (low, high) = (0, turns.count)
    while low < high {
      let middle = low + (high - low) / 2
      if turns[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < turns.count, turns[low].day == day, turns[low].end == x else { return nil }
    if let category, turns[low].category != category.rawValue { return nil }
    return turns[low].provision
  }
}
