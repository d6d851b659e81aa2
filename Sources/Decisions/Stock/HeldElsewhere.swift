import Numbering
import SupplyChain

/// Which of the numbers that an operator has in hand others have in hand too, as far as ranges tell.
///
/// An operator has numbers in hand that are in its designations or inflow ranges and in none of its outflow ranges.
/// That two have the same number is a contradiction of the ledger: only one of them can.
public struct HeldElsewhere: Sendable, Equatable {
  /// Another operator that has some of them.
  public struct Other: Sendable, Equatable {
    /// Who.
    public let operatorIndex: OperatorIndex
    /// How many of them it has.
    public let numbers: UInt64
  }

  /// The numbers that somebody else has too.
  public let numbers: RangeSet
  /// Who has them: those with the most first, then in file order.
  public let others: [Other]

  /// A designation, inflow or outflow of another operator that contains some of the numbers.
  private struct Flow {
    let operatorIndex: OperatorIndex
    let isOutflow: Bool
    let start: UInt64
    let end: UInt64
  }

  /// Looks through the active provisions and designations of all others.
  ///
  /// - Complexity: O(provisions) where few of them contain numbers in hand, and O(*k* log *k*) in those that do and in the
  ///   ranges in hand.
  public init(_ stock: CategoryStock, of x: OperatorIndex, in state: DayState) {
    let inHand = stock.inHand
    guard !inHand.isEmpty else {
      (numbers, others) = (RangeSet(), [])
      return
    }
    var flows = Self.flows(meeting: inHand, besides: x, in: state)
    flows.sort { ($0.operatorIndex, $0.start) < ($1.operatorIndex, $1.start) }
    let sizes = RunSizes(inHand)
    var found: [Other] = []
    var ranges: [ClosedRange<UInt64>] = []
    var first = 0
    while first < flows.count {
      let other = flows[first].operatorIndex
      var (has, provides) = (RangeSet(), RangeSet())
      while first < flows.count, flows[first].operatorIndex == other {
        let flow = flows[first]
        if flow.isOutflow { provides.append(flow.start, flow.end) } else { has.append(flow.start, flow.end) }
        first += 1
      }
      let own = has.subtracting(provides)
      var count: UInt64 = 0
      for place in own.starts.indices {
        let met = sizes.size(within: own.starts[place], own.ends[place])
        if met == 0 { continue }
        count += met
        ranges.append(own.starts[place]...own.ends[place])
      }
      if count > 0 { found.append(Other(operatorIndex: other, numbers: count)) }
    }
    numbers = inHand.intersection(RangeSet(ranges))
    others = found.sorted { ($1.numbers, $0.operatorIndex) < ($0.numbers, $1.operatorIndex) }
  }

  /// The flows of other operators that contain some of the numbers.
  private static func flows(
    meeting inHand: RangeSet, besides x: OperatorIndex, in state: DayState
  ) -> [Flow] {
    guard let least = inHand.starts.first, let greatest = inHand.ends.last else { return [] }
    let table = state.chain.tables.provisions
    let (starts, numbers, active) = (table.rangeStarts, table.numbers, state.active)
    let (suppliers, recipients) = (table.suppliers, table.recipients)
    var flows: [Flow] = []
    for p in starts.indices {
      let start = starts[p]
      // 0 for a count-only one.
      if start == 0 || start > greatest { continue }
      let end = start &+ numbers[p] &- 1
      if end < least || active[p] == 0 || suppliers[p] == recipients[p] { continue }
      if !inHand.overlaps(start, end) { continue }
      for (end2, isOutflow) in [(suppliers[p], true), (recipients[p], false)] where end2 != x {
        flows.append(Flow(operatorIndex: end2, isOutflow: isOutflow, start: start, end: end))
      }
    }
    let blocks = state.chain.tables.designations
    let day = state.day.ordinal
    for row in blocks.operators.indices
    where blocks.starts[row] <= day && day < blocks.ends[row] && blocks.operators[row] != x
      && inHand.overlaps(blocks.rangeStarts[row], blocks.rangeEnds[row])
    {
      flows.append(
        Flow(
          operatorIndex: blocks.operators[row], isOutflow: false, start: blocks.rangeStarts[row],
          end: blocks.rangeEnds[row]))
    }
    return flows
  }
}

/// How many numbers of a set lie between two, told from sums.
private struct RunSizes {
  private let set: RangeSet
  /// The numbers of all runs before each.
  private var before: [UInt64] = [0]

  init(_ set: RangeSet) {
    self.set = set
    for place in set.starts.indices {
      before.append(before[place] + (set.ends[place] - set.starts[place] + 1))
    }
  }

  /// - Complexity: O(log *n*).
  func size(within start: UInt64, _ end: UInt64) -> UInt64 { upTo(end) - (upTo(start) - one(at: start)) }

  private func one(at number: UInt64) -> UInt64 { set.contains(number) ? 1 : 0 }

  /// Those up to a number, itself included.
  private func upTo(_ number: UInt64) -> UInt64 {
    let run = set.firstRun(endingAtOrAfter: number)
    if run == set.starts.count || number < set.starts[run] { return before[run] }
    return before[run] + (number - set.starts[run] + 1)
  }
}
