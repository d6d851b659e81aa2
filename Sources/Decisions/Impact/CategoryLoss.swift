import Audit
import Bytes
import Numbering
import SupplyChain

/// Who loses the last clean level in a category when something befalls an operator, and who keeps one.
///
/// Looked at are the certified operators that numbers reach from it through certified operators only.
public struct CategoryLoss: Sendable, Equatable {
  /// 種別.
  public let category: Category
  /// Operators of the person itself that lose their clean level, in file order.
  public let itself: [OperatorIndex]
  /// Other operators without a clean level afterwards, in file order.
  public let lost: [OperatorIndex]
  /// The numbers of the active inflows of those in the category, together.
  public let lostNumbers: UInt64
  /// Operators reached that another clean chain still reaches, in file order.
  public let kept: [OperatorIndex]
  /// The numbers of the active inflows of those in the category, together.
  public let keptNumbers: UInt64
  /// Of the numbers of each of those, in the same order, how many no clean chain brings to it any more.
  ///
  /// Ranges are looked at number by number, count-only provisions as a whole. nil when levels number by number are not
  /// known: they fall into too many pieces.
  public let keptLosing: [UInt64]?
  /// The same of all of them together; nil likewise.
  public let keptLosingNumbers: UInt64?

  /// The categories in which some operator of a person had a clean level.
  ///
  /// - Complexity: O(operators, provisions and level pieces of those categories), O(*k* log *k*) in the ranges received.
  static func all(
    of members: ArraySlice<OperatorIndex>, from before: DayState, to after: DayState, threads: Int
  ) -> [CategoryLoss] {
    concurrentMap(Category.count, threads: threads) { place in
      Category(rawValue: UInt8(place)).flatMap { CategoryLoss($0, of: members, from: before, to: after) }
    }.compactMap(\.self)
  }

  /// The same with the operators of a part of a ledger as those of the whole that they stand for.
  func told(of operators: [OperatorIndex]) -> CategoryLoss {
    CategoryLoss(self, of: operators)
  }

  private init(_ loss: CategoryLoss, of operators: [OperatorIndex]) {
    func told(_ part: [OperatorIndex]) -> [OperatorIndex] { part.map { operators[Int($0)] } }
    category = loss.category
    (itself, lost, kept) = (told(loss.itself), told(loss.lost), told(loss.kept))
    (lostNumbers, keptNumbers) = (loss.lostNumbers, loss.keptNumbers)
    (keptLosing, keptLosingNumbers) = (loss.keptLosing, loss.keptLosingNumbers)
  }

  private init?(
    _ category: Category, of members: ArraySlice<OperatorIndex>, from before: DayState, to after: DayState
  ) {
    let mayBeReached = { x in before.hasInflow(x, in: category) || before.isHolder(x, in: category) }
    guard members.contains(where: mayBeReached) else { return nil }
    let had = before.cleanReach(in: category)
    let own = members.filter { had.isReached($0) }
    if own.isEmpty { return nil }
    let left = after.cleanReach(in: category)
    let isMember = Set(members)
    let reached = before.certifiedDownstream(of: own, in: category).filter { !isMember.contains($0) }
    self.category = category
    itself = own.filter { !left.isReached($0) }
    lost = reached.filter { !left.isReached($0) }
    kept = reached.filter { left.isReached($0) }
    lostNumbers = before.receivedNumbers(by: lost, in: category)
    keptNumbers = before.receivedNumbers(by: kept, in: category)
    let losing =
      kept.isEmpty
      ? ([], 0) : CleanLosses(in: category, from: before, to: after)?.numbers(of: kept)
    (keptLosing, keptLosingNumbers) = (losing?.0, losing?.1)
  }
}

/// Which operators have a clean level in a category.
private enum CleanReach {
  case levels([UInt32])
  /// Nothing is provided in the category: holders alone have one.
  case holders(DayState, Category)

  func isReached(_ x: OperatorIndex) -> Bool {
    switch self {
    case .levels(let levels): levels[Int(x)] != noLevel
    case .holders(let state, let category): state.isHolder(x, in: category) && state.isCertified(x)
    }
  }
}

extension DayState {
  /// Which operators have a clean level, also where number-precise levels cannot be kept.
  fileprivate func cleanReach(in category: Category) -> CleanReach {
    guard let levels else {
      return .levels(ProvisionGraph(self, in: CategorySet(category), certifiedOnly: true).levels())
    }
    return levels.cleanByCategory[Int(category.rawValue)].map { .levels($0) } ?? .holders(self, category)
  }

  /// The certified operators that active provisions lead to from some, through certified operators only; in file order,
  /// those given among them.
  ///
  /// - Complexity: O(operators) and O(outflows) of those found.
  fileprivate func certifiedDownstream(
    of starts: [OperatorIndex], in category: Category
  ) -> [OperatorIndex] {
    var isFound = [Bool](repeating: false, count: chain.tables.operators.count)
    var queue = starts
    for x in starts { isFound[Int(x)] = true }
    if let view = chain.outflows.view(category) {
      // A queue that is never emptied; each operator is in it at most once.
      var next = 0
      while next < queue.count {
        for position in view.range(queue[next]) where active[Int(view.provisions[position])] != 0 {
          let recipient = view.recipients[position]
          if isFound[Int(recipient)] || certified[Int(recipient)] == 0 { continue }
          isFound[Int(recipient)] = true
          queue.append(recipient)
        }
        next += 1
      }
    }
    queue.sort()
    return queue
  }
}
