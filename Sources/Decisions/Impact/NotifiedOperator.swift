import Numbering
import SupplyChain

/// Somebody who has to hear of what befell an operator: a direct supplier, a direct recipient, or one that loses its last
/// clean level by it.
public struct NotifiedOperator: Sendable, Equatable {
  /// Who it is; never of the person the event befalls.
  public let operatorIndex: OperatorIndex
  /// Whether it is certified: ETOC tells certified operators of grants and removals, the others hear it only from you.
  public let isCertified: Bool
  /// Whether it is a user on the day.
  public let isUser: Bool
  /// The numbers it provides to the person, the categories together; nil when it is no direct supplier.
  public internal(set) var provides: UInt64?
  /// The numbers it receives from the person, the categories together; nil when it is no direct recipient.
  public internal(set) var receives: UInt64?
  /// The categories in which it loses its last clean level.
  public internal(set) var loses: CategorySet = []

  init(_ x: OperatorIndex, in state: DayState) {
    operatorIndex = x
    isCertified = state.isCertified(x)
    isUser = state.isUser(x)
  }

  /// Whom to tell, in file order.
  ///
  /// - Complexity: O(*n* log *n*) in the provisions of the person's operators and in those that lose.
  static func all(
    of members: ArraySlice<OperatorIndex>, _ losses: [CategoryLoss], in state: DayState
  ) -> [NotifiedOperator] {
    var found: [OperatorIndex: NotifiedOperator] = [:]
    for (numbers, x) in state.neighbours(of: members, state.chain.inflows) {
      found[x, default: NotifiedOperator(x, in: state)].provides = numbers
    }
    for (numbers, x) in state.neighbours(of: members, state.chain.outflows) {
      found[x, default: NotifiedOperator(x, in: state)].receives = numbers
    }
    for loss in losses {
      for x in loss.lost {
        found[x, default: NotifiedOperator(x, in: state)].loses.insert(CategorySet(loss.category))
      }
    }
    return found.values.sorted { $0.operatorIndex < $1.operatorIndex }
  }
}

extension DayState {
  /// The operators at the other end of the active provisions of some, with the numbers that pass, in file order.
  fileprivate func neighbours(
    of members: ArraySlice<OperatorIndex>, _ adjacency: Adjacency
  ) -> [(numbers: UInt64, operatorIndex: OperatorIndex)] {
    let table = chain.tables.provisions
    let isMember = Set(members)
    var rows: [(other: OperatorIndex, category: UInt8, start: UInt64, p: Int)] = []
    for category in Category.allCases {
      guard let view = adjacency.view(category) else { continue }
      for x in members {
        for position in view.range(x) where active[Int(view.provisions[position])] != 0 {
          let p = Int(view.provisions[position])
          let other = table.suppliers[p] == x ? table.recipients[p] : table.suppliers[p]
          if isMember.contains(other) { continue }
          rows.append((other, category.rawValue, table.rangeStarts[p], p))
        }
      }
    }
    rows.sort { ($0.other, $0.category, $0.start, $0.p) < ($1.other, $1.category, $1.start, $1.p) }
    var found: [(numbers: UInt64, operatorIndex: OperatorIndex)] = []
    var union = UnionSize()
    for (place, row) in rows.enumerated() {
      let isNew = place == 0 || rows[place - 1].other != row.other
      if isNew { found.append((0, row.other)) }
      if isNew || rows[place - 1].category != row.category { union = UnionSize() }
      let before = union.size
      if row.start == 0 {
        union.add(count: table.numbers[row.p])
      } else {
        union.add(from: row.start, through: table.rangeEnd(row.p))
      }
      found[found.count - 1].numbers += union.size - before
    }
    return found
  }
}
