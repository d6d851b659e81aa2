import Bytes
import Numbering

/// The outflows of one category with the days of a window on which they are active.
struct DayFlows: Sendable {
  let outflows: CategoryAdjacency
  let inflows: CategoryAdjacency
  /// By position in the outflows.
  let activity: [DaySet]
  /// By operator: where its ranged outflows end.
  let rangedEnds: [UInt32]
  /// By operator: the days on which it is a holder.
  let holder: [DaySet]
  /// Has the sets of `holder`.
  let pool: DaySetPool

  /// nil for a category without provisions.
  ///
  /// - Complexity: O(*n*) in operators, designations and provisions; 4 bytes for each provision, 8 for each operator.
  init?(_ chain: SupplyChain, _ category: Category, _ window: DayWindow, _ pool: DaySetPool) {
    guard let outflows = chain.outflows.view(category), let inflows = chain.inflows.view(category) else {
      return nil
    }
    self.outflows = outflows
    self.inflows = inflows
    let table = chain.tables.provisions
    activity = [DaySet](large: outflows.provisions.count) { activity in
      let (starts, ends) = (table.starts.span, table.ends.span)
      for position in outflows.provisions.indices {
        let p = Int(outflows.provisions[position])
        activity.initializeElement(at: position, to: window.set(starts[p], ends[p]))
      }
    }
    let count = chain.tables.operators.count
    rangedEnds = [UInt32](large: count) { ends in
      let starts = table.rangeStarts.span
      for x in 0..<count {
        let range = outflows.range(UInt32(x))
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
          let middle = (low + high) / 2
          if starts[Int(outflows.provisions[middle])] != 0 { low = middle + 1 } else { high = middle }
        }
        ends.initializeElement(at: x, to: UInt32(low))
      }
    }
    var holder = [DaySet](repeating: .none, count: count)
    var pool = pool
    let blocks = chain.tables.designations
    for row in 0..<blocks.count where blocks.categories[row] == category {
      let x = Int(blocks.operators[row])
      holder[x] = pool.union(holder[x], window.set(blocks.starts[row], blocks.ends[row]))
    }
    self.holder = holder
    self.pool = pool
  }

  /// Where the ranged outflows of an operator lie.
  @inline(__always)
  func ranged(_ x: Int) -> Range<Int> { Int(outflows.offsets[x])..<Int(rangedEnds[x]) }
}

/// On which days of a window each supplier of a category has a level (SPEC §4), whatever the number.
struct LevelDays: Sendable {
  /// Days on which count-only inflows begin to give an operator a level.
  struct Fallback: Sendable {
    let level: UInt32
    let operatorIndex: OperatorIndex
    let days: DaySet
  }

  /// By operator; of those without outflows nothing is known.
  private(set) var reached: [DaySet] = []
  /// Likewise, of levels not below a limit.
  private(set) var far: [DaySet] = []
  /// For operators that pass ranges on, by level; the days of one operator do not overlap.
  private(set) var fallbacks: [Fallback] = []

  /// Levels below `limit` are told apart from the others; `passing`, where given, are the days on which operators may
  /// have a level.
  ///
  /// - Complexity: O(operators), and for each operator O(outflows) as often as it has different levels in the window.
  init(_ flows: DayFlows, _ window: DayWindow, limit: Int, passing: [DaySet]?, _ pool: inout DaySetPool) {
    let (count, all) = (flows.holder.count, window.all)
    let offsets = flows.outflows.offsets
    // An operator that passes nothing on needs no level: it is taken to have one on all days.
    reached = (0..<count).map { offsets[$0] == offsets[$0 + 1] ? all : .none }
    var near = [DaySet](repeating: .none, count: count)
    var given: [DaySet] = []
    if flows.outflows.rangedCount > 0 {
      given = (0..<count).map { flows.ranged($0).isEmpty ? all : .none }
    }
    let none = [DaySet](repeating: .none, count: count)
    var (fresh, next, giving) = (none, none, given.isEmpty ? [] : none)
    var (queue, nextQueue, gifts): ([OperatorIndex], [OperatorIndex], [OperatorIndex]) = ([], [], [])
    for x in 0..<count where !flows.holder[x].isEmpty && reached[x].isEmpty {
      let days = passing.map { pool.common(flows.holder[x], $0[x]) } ?? flows.holder[x]
      if days.isEmpty { continue }
      (reached[x], fresh[x]) = (days, days)
      queue.append(UInt32(x))
    }
    var level = 0
    flows.outflows.withColumns { offsets, _, recipients in
      while !queue.isEmpty {
        for x in queue {
          let x = Int(x)
          let days = fresh[x]
          fresh[x] = .none
          if level < limit { near[x] = pool.union(near[x], days) }
          for position in Int(offsets[x])..<Int(offsets[x + 1]) {
            let v = Int(recipients[position])
            if reached[v] == all { continue }
            var gained = pool.common(days, flows.activity[position])
            if let passing { gained = pool.common(gained, passing[v]) }
            gained = pool.subtract(reached[v], from: gained)
            if gained.isEmpty { continue }
            reached[v] = pool.union(reached[v], gained)
            if next[v].isEmpty { nextQueue.append(UInt32(v)) }
            next[v] = pool.union(next[v], gained)
          }
          if given.isEmpty { continue }
          for position in Int(flows.rangedEnds[x])..<Int(offsets[x + 1]) {
            let v = Int(recipients[position])
            if given[v] == all { continue }
            var gained = pool.common(days, flows.activity[position])
            if let passing { gained = pool.common(gained, passing[v]) }
            gained = pool.subtract(given[v], from: gained)
            if gained.isEmpty { continue }
            given[v] = pool.union(given[v], gained)
            if giving[v].isEmpty { gifts.append(UInt32(v)) }
            giving[v] = pool.union(giving[v], gained)
          }
        }
        level += 1
        for v in gifts {
          fallbacks.append(
            Fallback(level: UInt32(level), operatorIndex: v, days: giving[Int(v)]))
          giving[Int(v)] = .none
        }
        gifts.removeAll(keepingCapacity: true)
        swap(&fresh, &next)
        swap(&queue, &nextQueue)
        nextQueue.removeAll(keepingCapacity: true)
      }
    }
    far = (0..<count).map { x in
      offsets[x] == offsets[x + 1] ? .none : pool.subtract(near[x], from: reached[x])
    }
  }
}
