import Numbering
import SupplyChain

/// The pair sums that the caps of an audit ask for.
package struct PairBook: Sendable {
  private var sums: [CategorySet: PairNumbers] = [:]

  /// - Complexity: near-linear in provisions, for each different set of categories among the caps.
  package init(_ caps: CapBook, _ state: DayState) {
    var wanted = Set(caps.policyCaps.map(\.summedCategories))
    for row in 0..<caps.table.count where caps.table.suppliers[row] != noIndex {
      wanted.insert(caps.table.categories[row].map { CategorySet($0) } ?? .all)
    }
    for categories in wanted { sums[categories] = PairNumbers(state, in: categories) }
  }

  /// The pairs and their numbers in some categories; nil for a set that no cap sums.
  package func sums(in categories: CategorySet) -> PairNumbers? { sums[categories] }
}
