import Numbering

/// Numbers of one level, of those an operator has to do with.
package struct LevelSpan: Sendable, Equatable {
  package let start: UInt64
  /// Inclusive.
  package let end: UInt64
  package let level: UInt32

  /// How many numbers it has.
  package var size: UInt64 { end - start + 1 }
}

extension DayState {
  /// The levels of an operator for the numbers of a range, whether or not it passes any of them on (SPEC §4 *level(u, x)*);
  /// numbers without a level are left out. Ascending, without overlaps.
  ///
  /// - Complexity: O(*i* + *k* log *k*) for *i* inflows of the operator and *k* level pieces of their suppliers that
  ///   meet the range.
  package func levelSpans(
    of x: OperatorIndex, in category: Category, from start: UInt64, through end: UInt64, clean: Bool = false
  ) -> [LevelSpan] {
    guard let levels, !clean || isCertified(x) else { return [] }
    let slot = Int(category.rawValue)
    var offers: [LevelSpan] = []
    if let own = designated[slot] {
      for place in own.range(x) where own.starts[place] <= end && start <= own.ends[place] {
        offers.append(
          LevelSpan(start: max(start, own.starts[place]), end: min(end, own.ends[place]), level: 0))
      }
    }
    var fallback = noLevel
    if let view = chain.inflows.views[slot] {
      let byNumber = clean ? levels.cleanByNumber[slot] : levels.byNumber[slot]
      let byCategory = clean ? levels.cleanByCategory[slot] : levels.byCategory[slot]
      let table = chain.tables.provisions
      for position in view.range(x) {
        let q = Int(view.provisions[position])
        if active[q] == 0 { continue }
        let supplier = table.suppliers[q]
        guard table.isRanged(q) else {
          if let level = byCategory?[Int(supplier)], level != noLevel { fallback = min(fallback, level + 1) }
          continue
        }
        let (low, high) = (max(start, table.rangeStarts[q]), min(end, table.rangeEnd(q)))
        if low > high { continue }
        // Numbers in a ranged inflow get no level from anywhere else.
        offers.append(LevelSpan(start: low, end: high, level: noLevel))
        guard let byNumber else { continue }
        for place in byNumber.pieces(of: supplier, from: low, through: high) {
          offers.append(
            LevelSpan(
              start: max(low, byNumber.starts[place]), end: min(high, byNumber.ends[place]),
              level: byNumber.levels[place] + 1))
        }
      }
    }
    return Self.least(offers, from: start, through: end, else: fallback)
  }

  /// The least level offered for each number of a range, and another where none is; spans of `noLevel` are left out.
  private static func least(
    _ offers: [LevelSpan], from start: UInt64, through end: UInt64, else fallback: UInt32
  ) -> [LevelSpan] {
    if offers.isEmpty {
      return fallback == noLevel ? [] : [LevelSpan(start: start, end: end, level: fallback)]
    }
    var cuts = [start, end + 1]
    for offer in offers {
      cuts.append(offer.start)
      cuts.append(offer.end + 1)
    }
    cuts.sort()
    var cells = 0
    for index in cuts.indices where cells == 0 || cuts[cells - 1] != cuts[index] {
      cuts[cells] = cuts[index]
      cells += 1
    }
    cuts.removeLast(cuts.count - cells)
    // The lesser levels come first and stay; cells that have one are skipped by jumping to the next without.
    var levels = [UInt32](repeating: fallback, count: cuts.count)
    var next = Array(0...cuts.count)
    func free(_ cell: Int) -> Int {
      var cell = cell
      while next[cell] != cell {
        next[cell] = next[next[cell]]
        cell = next[cell]
      }
      return cell
    }
    let all = 0..<cuts.count
    for offer in offers.sorted(by: { $0.level < $1.level }) {
      let last = firstPosition(in: all, cuts, atLeast: offer.end + 1)
      var cell = free(firstPosition(in: all, cuts, atLeast: offer.start))
      while cell < last {
        levels[cell] = offer.level
        next[cell] = cell + 1
        cell = free(cell + 1)
      }
    }
    var spans: [LevelSpan] = []
    for cell in 0..<cuts.count - 1 where levels[cell] != noLevel {
      spans.append(LevelSpan(start: cuts[cell], end: cuts[cell + 1] - 1, level: levels[cell]))
    }
    return spans
  }
}
