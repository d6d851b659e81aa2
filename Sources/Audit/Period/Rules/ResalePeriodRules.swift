import Numbering
import SupplyChain

extension UndeclaredResaleRule: PeriodRule {
  /// - Complexity: O(*n*) in provisions, and O(*k* · days) in the provisions and designations of each operator that
  ///   receives something under terms not yet declared and passes something on; 2*k* days at most.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    for category in Category.allCases {
      guard let inflows = context.chain.inflows.view(category),
        let outflows = context.chain.outflows.view(category)
      else { continue }
      for u in 0..<OperatorIndex(context.tables.operators.count)
      where !inflows.range(u).isEmpty && !outflows.range(u).isEmpty {
        let undeclared = undeclaredInflows(of: u, inflows, context)
        if !undeclared.isEmpty { find(u, category, undeclared, outflows, context, &pieces) }
      }
    }
  }

  /// The inflows under terms, begun since the duty, with the days of the period on which they are not declared.
  private func undeclaredInflows(
    of u: OperatorIndex, _ inflows: CategoryAdjacency, _ context: PeriodContext
  ) -> [(provision: ProvisionIndex, days: DayInterval)] {
    let table = context.tables.provisions
    var found: [(ProvisionIndex, DayInterval)] = []
    for place in inflows.range(u) {
      let q = Int(inflows.provisions[place])
      guard table.contracts[q] == .terms, table.starts[q] >= Day.confirmationDuty.ordinal else { continue }
      var days = DayInterval(start: table.starts[q], end: table.ends[q]).intersection(context.days)
      if table.declaredOn[q] != Day.blank { days.end = min(days.end, table.declaredOn[q]) }
      if !days.isEmpty { found.append((UInt32(q), days)) }
    }
    return found
  }

  /// Finds the days on which some outflow of an operator can carry its undeclared inflows on.
  private func find(
    _ u: OperatorIndex, _ category: Category,
    _ undeclared: [(provision: ProvisionIndex, days: DayInterval)], _ outflows: CategoryAdjacency,
    _ context: PeriodContext, _ pieces: inout FindingPieces
  ) {
    let (table, blocks) = (context.tables.provisions, context.tables.designations)
    let first = undeclared.reduce(Int32.max) { min($0, $1.days.start) }
    let end = undeclared.reduce(Int32.min) { max($0, $1.days.end) }
    var epochs = Epochs(of: DayInterval(start: first, end: end))
    let passedOn = outflows.provisions[outflows.range(u)].filter { p in
      table.starts[Int(p)] < end && table.ends[Int(p)] > first
    }
    // A count-only inflow can go on with any outflow: when there is one on all days nothing needs a closer look.
    let isAlways = passedOn.contains { p in
      !table.isRanged(Int(p)) && table.starts[Int(p)] <= first && table.ends[Int(p)] >= end
    }
    if isAlways {
      for (q, days) in undeclared { pieces.add(finding(q, category, table), over: days) }
      return
    }
    let designations = context.chain.designationsOf.rows(of: u).filter {
      blocks.categories[Int($0)] == category
    }
    .sorted { blocks.rangeStarts[Int($0)] < blocks.rangeStarts[Int($1)] }
    for p in passedOn { epochs.cut(table.starts[Int(p)], table.ends[Int(p)]) }
    for row in designations { epochs.cut(blocks.starts[Int(row)], blocks.ends[Int(row)]) }
    var last = [Int](repeating: -1, count: undeclared.count)
    epochs.take { days in
      var (ranges, own): (Spans, Spans) = (Spans(), Spans())
      var (passesAny, passesCounts) = (false, false)
      for p in passedOn {
        let p = Int(p)
        guard table.starts[p] <= days.start, days.start < table.ends[p] else { continue }
        passesAny = true
        if table.isRanged(p) {
          ranges.append(from: table.rangeStarts[p], to: table.rangeEnd(p))
        } else {
          passesCounts = true
        }
      }
      if !passesAny { return }
      for row in designations {
        let row = Int(row)
        guard blocks.starts[row] <= days.start, days.start < blocks.ends[row] else { continue }
        own.append(from: blocks.rangeStarts[row], to: blocks.rangeEnds[row])
      }
      let resold = ranges.subtracting(own)
      for (place, one) in undeclared.enumerated() {
        let part = one.days.intersection(days)
        if part.isEmpty { continue }
        let q = Int(one.provision)
        if passesCounts || !table.isRanged(q)
          || resold.overlaps(from: table.rangeStarts[q], to: table.rangeEnd(q))
        {
          pieces.add(finding(one.provision, category, table), over: part, after: &last[place])
        }
      }
    }
  }

  private func finding(_ q: ProvisionIndex, _ category: Category, _ table: ProvisionTable) -> Finding {
    Finding(Self.id, subject: q, category: category, numbers: table.numbers[Int(q)])
  }
}

extension SuspendedNumberProvidedRule: PeriodRule {
  /// What is found of a provision changes only when a suspension ends: one that begins later than the provision does not
  /// count.
  ///
  /// - Complexity: O(*n* log *n*) in provisions and suspensions, and that of a day in the provisions with suspended numbers
  ///   for each day on which a suspension ends.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let (table, restrictions) = (context.tables.provisions, context.tables.restrictions)
    let all = SuspensionSweep(restrictions, over: context.days)
    if all.rows.isEmpty { return }
    let met = Category.allCases.map { category in
      candidates(in: category, all, context.chain) {
        table.starts[$0] < context.days.end && context.days.start < table.ends[$0]
      }
    }
    var epochs = Epochs(of: context.days)
    for row in all.rows { epochs.cut(restrictions.ends[Int(row)], restrictions.ends[Int(row)]) }
    var last: [ProvisionIndex: Int] = [:]
    epochs.take { days in
      let sweep = SuspensionSweep(restrictions, over: days)
      let now = met.map { candidates in
        candidates.filter {
          let p = Int($0.provision)
          return table.starts[p] < days.end && days.start < table.ends[p]
            && sweep.touches(from: table.rangeStarts[p], through: table.rangeEnd(p))
        }
      }
      var found = RuleFindings()
      find(now, sweep, context.chain, &found)
      for finding in found.findings {
        let p = Int(finding.subject)
        let active = DayInterval(start: table.starts[p], end: table.ends[p]).intersection(days)
        pieces.add(finding, over: active, after: &last[finding.subject, default: -1])
      }
    }
  }
}
