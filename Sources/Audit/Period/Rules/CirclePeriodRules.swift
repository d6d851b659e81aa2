import Bytes
import Numbering
import SupplyChain

extension CircularProvisionRule: PeriodRule {
  /// Circles of a day lie within the components of all provisions of the period that may count; each component is looked
  /// at on the days on which something of it changes.
  ///
  /// - Complexity: O(*n* log *k*) for *n* operators and provisions, *k* designations of one supplier, and
  ///   O(*m* · log *k* · days) in the *m* provisions of each component.
  package func find(over context: PeriodContext, into pieces: inout FindingPieces) {
    let listsMatter = context.hasWaivers(of: Self.id)
    for category in Category.allCases where context.chain.outflows.view(category) != nil {
      let designated = DesignatedDays(context, category)
      let kept = designated.mayBeResold(context)
      for component in PossibleCircles(context.chain, category, kept: kept).components {
        find(component, category, designated, listsMatter, context, &pieces)
      }
    }
  }

  private func find(
    _ component: PossibleCircles.Component, _ category: Category, _ designated: DesignatedDays,
    _ listsMatter: Bool, _ context: PeriodContext, _ pieces: inout FindingPieces
  ) {
    let (table, ids) = (context.tables.provisions, context.tables.operators.ids)
    var epochs = Epochs(of: context.days)
    for p in component.provisions { epochs.cut(table.starts[Int(p)], table.ends[Int(p)]) }
    for x in component.operators { designated.cut(&epochs, of: x) }
    var kept: [UInt8] = []
    var circles: [(members: [OperatorIndex], least: OperatorIndex, cycle: [ProvisionIndex])] = []
    // By operator, the piece added last.
    var last: [OperatorIndex: (piece: Int, members: [OperatorIndex])] = [:]
    epochs.take { days in
      var own: [OperatorIndex: SpanTable] = [:]
      let now = component.provisions.map { p -> UInt8 in
        guard table.starts[Int(p)] <= days.start, days.start < table.ends[Int(p)] else { return 0 }
        let u = table.suppliers[Int(p)]
        let spans =
          own[u] ?? designated.spans(of: u, over: DayInterval(start: days.start, end: days.start + 1))
        own[u] = spans
        return spans.holdsWholly(p, table) ? 0 : 1
      }
      if now != kept {
        kept = now
        circles = component.circles(kept: kept, ids: ids)
      }
      for circle in circles {
        var before = last[circle.least] ?? (-1, [])
        let goesOn = before.piece >= 0 && pieces.pieces[before.piece].days.end == days.start
        if listsMatter, before.members != circle.members { before.piece = -1 }
        var place = noIndex
        if !goesOn || before.piece < 0 {
          place = pieces.lists.addCircle(members: circle.members, cycle: circle.cycle)
        }
        pieces.add(
          Finding(
            Self.id, subject: circle.least, category: category, count: UInt32(circle.members.count),
            extra: place),
          over: days, after: &before.piece)
        last[circle.least] = (before.piece, listsMatter ? circle.members : [])
      }
    }
  }
}

/// The designations of the operators of a category, for asking what is wholly an operator's own on a day.
private struct DesignatedDays {
  private let blocks: DesignationTable
  private let designations: RowIndex
  private let category: Category

  init(_ context: PeriodContext, _ category: Category) {
    blocks = context.tables.designations
    designations = context.chain.designationsOf
    self.category = category
  }

  func cut(_ epochs: inout Epochs, of x: OperatorIndex) {
    for row in designations.rows(of: x) where blocks.categories[Int(row)] == category {
      epochs.cut(blocks.starts[Int(row)], blocks.ends[Int(row)])
    }
  }

  /// The numbers designated to an operator on all of some days.
  ///
  /// - Complexity: O(*k* log *k*) in its designations.
  func spans(of x: OperatorIndex, over days: DayInterval) -> SpanTable {
    let rows = designations.rows(of: x).filter { row in
      let row = Int(row)
      return blocks.categories[row] == category && blocks.starts[row] <= days.start
        && blocks.ends[row] >= days.end
    }
    let spans = rows.map { (start: blocks.rangeStarts[Int($0)], end: blocks.rangeEnds[Int($0)]) }
    return SpanTable(ofOne: spans.sorted { $0.start < $1.start })
  }

  /// For each provision 1 when on some day of the period it is active and perhaps not wholly its supplier's own, and its
  /// ends receive and provide.
  func mayBeResold(_ context: PeriodContext) -> [UInt8] {
    let table = context.tables.provisions
    let days = context.days
    var kept = [UInt8](repeating: 0, count: table.count)
    guard let outflows = context.chain.outflows.view(category),
      let inflows = context.chain.inflows.view(category)
    else { return kept }
    for u in 0..<OperatorIndex(context.tables.operators.count)
    where !outflows.range(u).isEmpty && !inflows.range(u).isEmpty {
      // What is designated on all days is never resold; other designations are looked at day by day.
      let own = spans(of: u, over: days)
      for position in outflows.range(u) where !outflows.range(outflows.recipients[position]).isEmpty {
        let p = Int(outflows.provisions[position])
        if table.starts[p] >= days.end || table.ends[p] <= days.start { continue }
        kept[p] = own.holdsWholly(UInt32(p), table) ? 0 : 1
      }
    }
    return kept
  }
}

extension SpanTable {
  /// Whether a provision is wholly the own of its supplier, who alone is in the table: its range designated, or count-only
  /// from a holder.
  ///
  /// - Complexity: O(log *k*) in the spans.
  fileprivate func holdsWholly(_ p: ProvisionIndex, _ table: ProvisionTable) -> Bool {
    if !table.isRanged(Int(p)) { return !range(0).isEmpty }
    return covers(0, from: table.rangeStarts[Int(p)], through: table.rangeEnd(Int(p)))
  }
}
