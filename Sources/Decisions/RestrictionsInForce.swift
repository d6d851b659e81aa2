import Numbering
import SupplyChain

/// The restrictions on legal persons in force on a day: refusals of new numbers and suspensions of stock.
public struct RestrictionsInForce: Sendable {
  private let table: RestrictionTable
  private let personOf: [PersonIndex]
  /// By person, then in file order.
  private let rows: [(person: PersonIndex, row: UInt32)]

  /// - Complexity: O(*n* log *n*) in restrictions.
  public init(_ chain: SupplyChain, on day: Day) {
    let table = chain.tables.restrictions
    let personOf = chain.persons.groupOf
    var rows: [(person: PersonIndex, row: UInt32)] = []
    for row in 0..<UInt32(table.count)
    where table.kinds[Int(row)] != .suspendNumbers && table.operators[Int(row)] != noIndex
      && table.isInForce(row, on: day)
    {
      rows.append((personOf[Int(table.operators[Int(row)])], row))
    }
    rows.sort { ($0.person, $0.row) < ($1.person, $1.row) }
    self.table = table
    self.personOf = personOf
    self.rows = rows
  }

  /// The rows that an operator's person is under in a category, in file order.
  ///
  /// - Complexity: O(log *n*), and O(the rows of the person).
  public func rows(on x: OperatorIndex, in category: Category) -> [UInt32] {
    rows(on: x).filter { table.categories[Int($0)].has(category) }
  }

  /// The rows that an operator's person is under in any category, in file order.
  ///
  /// - Complexity: O(log *n*), and O(the rows of the person).
  public func rows(on x: OperatorIndex) -> [UInt32] {
    let person = personOf[Int(x)]
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].person < person { low = middle + 1 } else { high = middle }
    }
    var found: [UInt32] = []
    while low < rows.count, rows[low].person == person {
      found.append(rows[low].row)
      low += 1
    }
    return found
  }
}
