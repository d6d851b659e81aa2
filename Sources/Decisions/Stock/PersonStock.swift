import Numbering
import SupplyChain

/// What the other operators of the same legal person have in hand: a request to stop a stock is about the person.
public struct PersonStock: Sendable, Equatable {
  /// How many operators are listed at most.
  public static let listedAtMost = 100

  /// One of them.
  public struct Member: Sendable, Equatable {
    /// Who.
    public let operatorIndex: OperatorIndex
    /// How many numbers it has in hand, in every category together.
    public let numbers: UInt64
  }

  /// How many other operators the person has.
  public let count: Int
  /// The first of them, in file order.
  public let members: [Member]

  /// Takes stock of the other operators of a person.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of those listed, and O(restrictions) for each.
  public init(besides x: OperatorIndex, in state: DayState) {
    let persons = state.chain.persons
    let others = persons.members(of: persons.groupOf[Int(x)]).lazy.filter { $0 != x }
    count = persons.members(of: persons.groupOf[Int(x)]).count - 1
    members = others.prefix(Self.listedAtMost).map { other in
      let stock = OperatorStock(of: other, in: state)
      return Member(operatorIndex: other, numbers: stock.categories.reduce(0) { $0 + $1.numbers })
    }
  }
}
