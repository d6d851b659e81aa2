import Bytes
import Numbering

/// How many numbers reach the operators that each operator dominates (SPEC §4 *numbers of several provisions together*).
package struct DominatedNumbers: Sendable {
  /// For each operator the numbers of the active inflows of those it dominates; 0 where it dominates none.
  package let below: [UInt64]
  /// The numbers of the active inflows of all operators that a source reaches.
  package let total: UInt64

  /// Adds up the inflows of a category along a dominator tree.
  ///
  /// Operators are taken as the tree has them, each before those it dominates, and paint the ranges they receive with
  /// their place: what then has a place within those dominated is their union.
  ///
  /// - Complexity: O(*n* + *k* log *k*) in operators, inflows and *k* stretches of ranges received; 56 bytes a stretch.
  package init(_ dominators: Dominators, in category: Category, _ state: DayState) {
    let order = dominators.preorder()
    let received = ReceivedSpans(order, in: category, state)
    var line = PaintedLine(bounds: received.bounds, colours: order.count)
    var below = [UInt64](repeating: 0, count: dominators.immediate.count)
    // Operators whose last dominated one is still to come, with the place of that one.
    var open: [(place: Int, last: Int)] = []
    for place in order.indices {
      let x = Int(order[place])
      if dominators.dominated[x] > 0 { open.append((place, place + Int(dominators.dominated[x]))) }
      for span in Int(received.offsets[place])..<Int(received.offsets[place + 1]) {
        line.paint(from: Int(received.lows[span]), to: Int(received.highs[span]), place)
      }
      while let top = open.last, top.last == place {
        let counts = received.countsBefore[place + 1] - received.countsBefore[top.place + 1]
        below[Int(order[top.place])] = line.size(from: top.place + 1) + counts
        open.removeLast()
      }
    }
    self.below = below
    total = line.painted + (received.countsBefore.last ?? 0)
  }
}

/// What some operators receive in a category, one after the other: ranges as disjoint stretches, and counts.
private struct ReceivedSpans {
  /// Where the stretches of each operator begin; one longer than the operators.
  private(set) var offsets: [UInt32] = [0]
  /// Every first number, and every number after a last one, ascending.
  private(set) var bounds: [UInt64] = []
  /// The place in `bounds` at which each stretch begins.
  private(set) var lows: [UInt32] = []
  /// The place in `bounds` before which it ends.
  private(set) var highs: [UInt32] = []
  /// The count-only numbers of all operators before each; one longer than the operators.
  private(set) var countsBefore: [UInt64] = [0]

  init(_ operators: [OperatorIndex], in category: Category, _ state: DayState) {
    offsets.reserveLarge(operators.count + 1)
    countsBefore.reserveLarge(operators.count + 1)
    guard let view = state.chain.inflows.view(category) else {
      offsets += Array(repeating: 0, count: operators.count)
      countsBefore += Array(repeating: 0, count: operators.count)
      return
    }
    let ends = collect(operators, view, state)
    place(ends)
  }

  /// Walks the inflows of each operator, which stand by start; returns where stretches begin and end.
  private mutating func collect(
    _ operators: [OperatorIndex], _ view: CategoryAdjacency, _ state: DayState
  ) -> [Bound] {
    let inflows = InflowStretches(view, state)
    var (found, counted, spans) = ([Bound](), UInt64(0), UInt32(0))
    var stretches: [Stretch] = []
    for x in operators {
      stretches.removeAll(keepingCapacity: true)
      counted += inflows.append(of: x, to: &stretches)
      for stretch in stretches {
        found.append(Bound(number: stretch.start, span: spans, isEnd: false))
        found.append(Bound(number: stretch.end, span: spans, isEnd: true))
        spans += 1
      }
      offsets.append(spans)
      countsBefore.append(counted)
    }
    return found
  }

  /// Sorts the bounds and tells each stretch its own.
  private mutating func place(_ found: [Bound]) {
    var sorted = found
    sorted.sortByNumber { $0.number }
    lows = [UInt32](repeating: 0, count: found.count / 2)
    highs = lows
    for bound in sorted {
      if bounds.last != bound.number { bounds.append(bound.number) }
      let place = UInt32(truncatingIfNeeded: bounds.count - 1)
      if bound.isEnd { highs[Int(bound.span)] = place } else { lows[Int(bound.span)] = place }
    }
  }

  private struct Bound {
    let number: UInt64
    let span: UInt32
    let isEnd: Bool
  }
}
