import Numbering
import SupplyChain

extension RangeProvidedTwiceRule: PeriodRule {
  /// Only provisions whose ranges meet, directly or through others, are looked at day by day, and each such group on the
  /// days on which one of its own begins or ends.
  ///
  /// - Complexity: O(*n*) in operators and provisions, and O(*k* · days) in groups of *k*, *k* days at most.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let table = context.tables.provisions
    let (starts, ends, rangeStarts) = (table.starts, table.ends, table.rangeStarts)
    var group: [ProvisionIndex] = []
    for category in Category.allCases {
      guard let outflows = context.chain.outflows.view(category) else { continue }
      for u in 0..<OperatorIndex(context.tables.operators.count) {
        var greatest: UInt64 = 0
        group.removeAll(keepingCapacity: true)
        for position in outflows.range(u) {
          let p = Int(outflows.provisions[position])
          if rangeStarts[p] == 0 { break }
          if starts[p] >= context.days.end || ends[p] <= context.days.start { continue }
          if rangeStarts[p] > greatest {
            find(group, category, context, &pieces)
            group.removeAll(keepingCapacity: true)
          }
          greatest = max(greatest, table.rangeEnd(p))
          group.append(UInt32(p))
        }
        find(group, category, context, &pieces)
      }
    }
  }

  /// Looks at provisions of one supplier that meet.
  private func find(
    _ group: [ProvisionIndex], _ category: Category, _ context: PeriodContext, _ pieces: inout FindingPieces
  ) {
    let table = context.tables.provisions
    // Mostly one provision, or one that another follows on in time.
    if group.count < 2 || group.count == 2 && !meet(group[0], group[1], table) { return }
    var epochs = Epochs(of: context.days)
    for p in group { epochs.cut(table.starts[Int(p)], table.ends[Int(p)]) }
    var last = [Int](repeating: -1, count: group.count)
    epochs.take { days in
      // The first provision that has the greatest end so far.
      var (greatest, first): (UInt64, Int) = (0, 0)
      for (place, p) in group.enumerated() {
        let p = Int(p)
        guard table.starts[p] <= days.start, days.start < table.ends[p] else { continue }
        if table.rangeStarts[p] <= greatest {
          let cause: Cause? = table.recipients[p] == table.recipients[first] ? .sameRecipient : nil
          pieces.add(
            Finding(
              Self.id, cause: cause, subject: UInt32(p), category: category, numbers: table.numbers[p],
              related: UInt32(first)),
            over: days, after: &last[place])
        }
        if table.rangeEnd(p) > greatest { (greatest, first) = (table.rangeEnd(p), p) }
      }
    }
  }

  /// Whether two provisions are active on one day.
  private func meet(_ p: ProvisionIndex, _ q: ProvisionIndex, _ table: ProvisionTable) -> Bool {
    max(table.starts[Int(p)], table.starts[Int(q)]) < min(table.ends[Int(p)], table.ends[Int(q)])
  }
}

extension DesignationOverlapRule: PeriodRule {
  /// Designations that meet no other are left out; the rest is looked at on the days on which one of it begins or ends.
  ///
  /// - Complexity: O(*n* log *n*) in designations, and O(*k* log *k* · days) in the *k* that meet others.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let table = context.tables.designations
    var rows = [[UInt32]](repeating: [], count: Category.count)
    for row in 0..<table.count
    where table.starts[row] < context.days.end && context.days.start < table.ends[row] {
      rows[Int(table.categories[row].rawValue)].append(UInt32(row))
    }
    for category in Category.allCases {
      let all = sorted(rows[Int(category.rawValue)], context.tables)
      let meeting = meeting(all, table)
      if meeting.isEmpty { continue }
      var epochs = Epochs(of: context.days)
      for row in meeting { epochs.cut(table.starts[Int(row)], table.ends[Int(row)]) }
      // By the pair, the piece added last.
      var last: [UInt64: Int] = [:]
      epochs.take { days in
        let active = meeting.filter {
          table.starts[Int($0)] <= days.start && days.start < table.ends[Int($0)]
        }
        var found = RuleFindings()
        find(category, active, context.tables, &found)
        for finding in found.findings {
          let pair = UInt64(finding.subject) << 32 | UInt64(finding.second)
          pieces.add(finding, over: days, after: &last[pair, default: -1])
        }
      }
    }
  }

  /// Those of sorted rows whose ranges meet another's, whatever their days.
  private func meeting(_ rows: [UInt32], _ table: DesignationTable) -> [UInt32] {
    var (meeting, group): ([UInt32], [UInt32]) = ([], [])
    var greatest: UInt64 = 0
    for row in rows {
      if table.rangeStarts[Int(row)] > greatest {
        if group.count > 1 { meeting.append(contentsOf: group) }
        group.removeAll(keepingCapacity: true)
      }
      greatest = max(greatest, table.rangeEnds[Int(row)])
      group.append(row)
    }
    if group.count > 1 { meeting.append(contentsOf: group) }
    return meeting
  }
}
