import Numbering
import SupplyChain

extension DayState {
  /// The active provisions in a category from an operator that are known by their count only, in file order.
  ///
  /// - Complexity: O(its outflows known by their count).
  public func countOnlyOutflows(of x: OperatorIndex, in category: Category) -> [ProvisionIndex] {
    counted(chain.outflows.view(category), x)
  }

  /// The active provisions in a category to an operator that are known by their count only, in file order.
  ///
  /// - Complexity: O(its inflows known by their count).
  public func countOnlyInflows(of x: OperatorIndex, in category: Category) -> [ProvisionIndex] {
    counted(chain.inflows.view(category), x)
  }

  private func counted(_ view: CategoryAdjacency?, _ x: OperatorIndex) -> [ProvisionIndex] {
    guard let view else { return [] }
    let table = chain.tables.provisions
    var found: [ProvisionIndex] = []
    // The ranged ones stand first.
    for position in view.range(x).reversed() {
      let p = view.provisions[position]
      if table.isRanged(Int(p)) { break }
      if active[Int(p)] != 0 { found.append(p) }
    }
    found.reverse()
    return found
  }
}
