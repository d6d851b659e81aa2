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

  /// Whom to tell, in file order.
  ///
  /// - Complexity: O(*n*) in the provisions of the person's operators and in those that lose, and a bit for each operator
  ///   of the ledger; O(*n* log *n*) in the provisions of a person of several operators.
  static func all(
    of members: ArraySlice<OperatorIndex>, _ losses: [CategoryLoss], in state: DayState
  ) -> [NotifiedOperator] {
    let suppliers = Neighbours(of: members, state.chain.inflows, by: .recipient, in: state)
    let recipients = Neighbours(of: members, state.chain.outflows, by: .supplier, in: state)
    var named = RowSet(of: state.chain.tables.operators.count)
    for x in suppliers.operators + recipients.operators + losses.flatMap(\.lost) { named.insert(x) }
    let (certified, user, places) = (state.certified, state.user, named.places)
    var all = named.rows.map {
      NotifiedOperator(operatorIndex: $0, isCertified: certified[Int($0)] != 0, isUser: user[Int($0)] != 0)
    }
    for (x, numbers) in zip(suppliers.operators, suppliers.numbers) {
      if let place = places.place(of: x) { all[Int(place)].provides = numbers }
    }
    for (x, numbers) in zip(recipients.operators, recipients.numbers) {
      if let place = places.place(of: x) { all[Int(place)].receives = numbers }
    }
    for loss in losses {
      for x in loss.lost {
        if let place = places.place(of: x) { all[Int(place)].loses.insert(CategorySet(loss.category)) }
      }
    }
    return all
  }
}

/// The operators at the other end of the active provisions of a person, others than its own, with the numbers that pass.
private struct Neighbours {
  /// In file order.
  private(set) var operators: [OperatorIndex] = []
  /// The numbers of each, the categories together.
  private(set) var numbers: [UInt64] = []

  enum End { case supplier, recipient }

  /// - Parameter end: which end of the provisions the person is.
  /// - Complexity: O(*n*) in the provisions; for a person of several operators O(*n* log *n*).
  init(of members: ArraySlice<OperatorIndex>, _ flows: Adjacency, by end: End, in state: DayState) {
    let table = state.chain.tables.provisions
    let (active, starts, counts) = (state.active, table.rangeStarts, table.numbers)
    let others = end == .supplier ? table.recipients : table.suppliers
    let isMember = Set(members)
    // By category, ranges by start before counts.
    var rows: [ProvisionIndex] = []
    var categoryEnds: [Int] = []
    for view in flows.views {
      let first = rows.count
      if let view {
        for x in members {
          for p in view.provisions[view.range(x)] where active[Int(p)] != 0 { rows.append(p) }
        }
      }
      if members.count > 1 {
        rows.removeAll { isMember.contains(others[Int($0)]) }
        // Counts, whose start is 0, may stand anywhere.
        rows[first...].sort { (starts[Int($0)], $0) < (starts[Int($1)], $1) }
      }
      categoryEnds.append(rows.count)
    }
    // Who is at the other end, with the place, to sort by the former.
    var keys = rows.indices.map { UInt64(others[Int(rows[$0])]) << 32 | UInt64($0) }
    keys.sortByNumber { $0 >> 32 }
    let ranges = rows.map { (start: starts[Int($0)], numbers: counts[Int($0)]) }
    var (union, categoryEnd) = (UnionSize(), 0)
    for key in keys {
      let (x, place) = (OperatorIndex(key >> 32), Int(key & 0xFFFF_FFFF))
      let isNew = operators.last != x
      if isNew {
        operators.append(x)
        numbers.append(0)
      }
      // Numbers of different categories are never the same.
      if isNew || place >= categoryEnd {
        union = UnionSize()
        categoryEnd = categoryEnds.first { place < $0 } ?? rows.count
      }
      let (before, range) = (union.size, ranges[place])
      if range.start == 0 {
        union.add(count: range.numbers)
      } else {
        union.add(from: range.start, through: range.start + range.numbers - 1)
      }
      numbers[numbers.count - 1] += union.size - before
    }
  }
}
