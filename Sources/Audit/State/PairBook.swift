import Numbering
import SupplyChain

/// The pair sums that the caps of an audit ask for.
package struct PairBook: Sendable {
  private var sums: [CategorySet: PairSums] = [:]

  /// - Complexity: near-linear in provisions, for each different set of categories among the caps.
  package init(_ caps: CapBook, _ state: DayState) {
    var wanted = Set(caps.policyCaps.map(\.summedCategories))
    for row in 0..<caps.table.count where caps.table.suppliers[row] != noIndex {
      wanted.insert(caps.table.categories[row].map { CategorySet($0) } ?? .all)
    }
    for categories in wanted.sorted(by: { $0.rawValue < $1.rawValue }) {
      let single = Category.allCases.filter { categories.has($0) }
      for category in single where sums[CategorySet(category)] == nil {
        sums[CategorySet(category)] = PairSums(state, in: category)
      }
      if single.count > 1 {
        sums[categories] = PairSums(adding: single.compactMap { sums[CategorySet($0)] })
      }
    }
  }

  /// The pairs and their numbers in some categories; nil for a set that no cap sums.
  package func sums(in categories: CategorySet) -> PairSums? { sums[categories] }
}
