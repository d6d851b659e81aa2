import Numbering
import SupplyChain

extension PeriodContext {
  /// Days on which an operator lacks something, over which the cause is the same.
  fileprivate typealias Lack = (days: DayInterval, cause: Cause?)

  /// Reports operators for the days on which they pass numbers on in a category and lack something.
  ///
  /// - Parameter lacks: appends the days of an operator in a category, ascending.
  /// - Complexity: O(*n*) in operators, and O(*k* log *k*) in the outflows of each that lacks something.
  fileprivate func addSuppliers(
    _ rule: RuleID, countsProvisions: Bool, into pieces: inout FindingPieces,
    _ lacks: (OperatorIndex, Category, inout [Lack]) -> Void
  ) {
    let table = tables.provisions
    var found: [Lack] = []
    for category in Category.allCases {
      guard let view = chain.outflows.view(category) else { continue }
      for u in 0..<OperatorIndex(tables.operators.count) where !view.range(u).isEmpty {
        found.removeAll(keepingCapacity: true)
        lacks(u, category, &found)
        guard let first = found.first, let last = found.last else { continue }
        let rows = view.provisions[view.range(u)].filter { p in
          table.starts[Int(p)] < last.days.end && table.ends[Int(p)] > first.days.start
            && table.starts[Int(p)] < table.ends[Int(p)]
        }
        if rows.isEmpty { continue }
        var outflows = OutflowTimeline(rows, of: table)
        for lack in found {
          outflows.cut(lack.days) { days, numbers, count in
            pieces.add(
              Finding(
                rule, cause: lack.cause, subject: u, category: category, numbers: numbers,
                count: countsProvisions ? count : 0),
              over: days)
          }
        }
      }
    }
  }
}

/// What an operator passes on in a category, day by day.
private struct OutflowTimeline {
  private var numbers: PairTimeline
  /// First days, and first days after the last, of the provisions, ascending.
  private let starts: [Int32]
  private let ends: [Int32]

  init(_ rows: [ProvisionIndex], of table: ProvisionTable) {
    numbers = PairTimeline(rows, of: table)
    starts = rows.map { table.starts[Int($0)] }.sorted()
    ends = rows.map { table.ends[Int($0)] }.sorted()
  }

  /// Calls `body` with the parts of some days over which nothing begins or ends, while something is passed on: the
  /// numbers and the provisions. Days must be asked for in ascending order.
  ///
  /// - Complexity: O(log *n*) for each part.
  mutating func cut(_ days: DayInterval, _ body: (DayInterval, UInt64, UInt32) -> Void) {
    var day = days.start
    while day < days.end {
      let (begun, over) = (starts.places(through: day), ends.places(through: day))
      var next = days.end
      if begun < starts.count { next = min(next, starts[begun]) }
      if over < ends.count { next = min(next, ends[over]) }
      if begun > over {
        body(DayInterval(start: day, end: next), numbers.numbers(on: day), UInt32(begun - over))
      }
      day = next
    }
  }
}

extension [Int32] {
  /// How many elements of an ascending array are not greater than a value.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func places(through value: Int32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension UncertifiedSupplierRule: PeriodRule {
  /// - Complexity: near-linear in operators, certifications and provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let required = DayInterval(
      start: max(context.days.start, context.policy.certificationRequiredFrom.ordinal),
      end: context.days.end)
    context.addSuppliers(Self.id, countsProvisions: true, into: &pieces) { u, _, lacks in
      let person = context.timelines.personOf[Int(u)]
      context.timelines.certified.runs(of: Int(person)).gaps(within: required) { gap in
        context.causes.uncertified(person, within: gap, context.certifications) { days, standing in
          lacks.append((days, Cause(standing)))
        }
      }
    }
  }
}

extension SupplierApprovalMissingRule: PeriodRule {
  /// - Complexity: near-linear in operators, approvals, designations and provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let required = DayInterval(
      start: max(context.days.start, context.policy.approvalRequiredFrom.ordinal), end: context.days.end)
    context.addSuppliers(Self.id, countsProvisions: true, into: &pieces) { u, category, lacks in
      let person = context.timelines.personOf[Int(u)]
      let approved = context.timelines.approved.runs(
        of: Int(person) * Category.count + Int(category.rawValue))
      approved.gaps(within: required) { gap in
        context.causes.unapproved(person, in: category, within: gap) { days, standing in
          lacks.append((days, Cause(standing)))
        }
      }
    }
  }
}

extension NoSourceRule: PeriodRule {
  /// - Complexity: near-linear in operators, designations and provisions.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let (table, blocks) = (context.tables.provisions, context.tables.designations)
    let ledgers = LedgerCompleteness(context.lastDay)
    var sources: [DayInterval] = []
    context.addSuppliers(Self.id, countsProvisions: false, into: &pieces) { u, category, lacks in
      sources.removeAll(keepingCapacity: true)
      for row in context.chain.designationsOf.rows(of: u) where blocks.categories[Int(row)] == category {
        sources.append(DayInterval(start: blocks.starts[Int(row)], end: blocks.ends[Int(row)]))
      }
      if let inflows = context.chain.inflows.view(category) {
        for place in inflows.range(u) {
          let q = Int(inflows.provisions[place])
          sources.append(DayInterval(start: table.starts[q], end: table.ends[q]))
          // Mostly one inflow is enough.
          if table.starts[q] <= context.days.start && table.ends[q] >= context.days.end { return }
        }
      }
      let cause = ledgers.cause(of: u)
      DayInterval.mergeInPlace(&sources)
      sources[...].gaps(within: context.days) { lacks.append(($0, cause)) }
    }
  }
}
