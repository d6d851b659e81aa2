import Numbering
import SupplyChain

/// Who had a number that nobody on record has any more: whom to ask about it first.
public struct FormerHands: Sendable, Equatable {
  /// An operator, and the last day on which it had the number, or a designation with it.
  public struct Hand: Sendable, Equatable {
    /// Who.
    public let operatorIndex: OperatorIndex
    /// Until when.
    public let until: Day
  }

  /// The last to have it in custody before the day, in file order.
  public let last: [Hand]
  /// The other operators to whom it was designated before the day, the latest first, then in file order.
  public let holders: [Hand]

  /// What the history of a number says of the days before one.
  ///
  /// - Complexity: O(*k* log *k*) in its custodies and designations.
  public init(_ history: NumberHistory, before day: Day, in chain: SupplyChain) {
    let ended = history.custody.filter { $0.days.end <= day.ordinal }
    let end = ended.map(\.days.end).max() ?? 0
    let hands = Set(ended.filter { $0.days.end == end }.map(\.operatorIndex)).sorted()
    last = hands.compactMap { x in Day(ordinal: end - 1).map { Hand(operatorIndex: x, until: $0) } }

    let blocks = chain.tables.designations
    var ends: [OperatorIndex: Int32] = [:]
    for row in history.designations where blocks.ends[Int(row)] <= day.ordinal {
      ends[blocks.operators[Int(row)], default: 0].formMaximum(blocks.ends[Int(row)])
    }
    for x in hands { ends[x] = nil }
    holders = ends.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { x, end in
      Day(ordinal: end - 1).map { Hand(operatorIndex: x, until: $0) }
    }
  }
}

extension Int32 {
  fileprivate mutating func formMaximum(_ other: Int32) { self = Swift.max(self, other) }
}
