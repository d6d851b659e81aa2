import Decisions
import SupplyChain

/// The stock of an operator with what is asked of the rest of the ledger, worked out once for every format.
struct StockFacts {
  /// What belongs to a category of the stock.
  struct InCategory {
    /// Where the numbers in hand came from.
    let sources: [SourcedNumbers]
    /// Which of them others have too.
    let elsewhere: HeldElsewhere
  }

  let stock: OperatorStock
  let state: DayState
  /// In the order of the categories of the stock.
  let categories: [InCategory]
  /// The other operators of the person.
  let person: PersonStock

  var tables: Tables { state.chain.tables }

  /// - Complexity: O(provisions) for each category, and O(*n* log *n*) in the rows of the person.
  init(_ stock: OperatorStock, in state: DayState) {
    self.stock = stock
    self.state = state
    categories = stock.categories.map { category in
      InCategory(
        sources: category.sources(in: state),
        elsewhere: HeldElsewhere(category, of: stock.operatorIndex, in: state))
    }
    person = PersonStock(besides: stock.operatorIndex, in: state)
  }
}
