import Numbering
import SupplyChain

/// The operators of a picture.
struct PictureChoice {
  /// In file order.
  let operators: [OperatorIndex]
  /// The place of each operator in `operators`; `noIndex` for those not chosen.
  let places: [UInt32]

  /// - Complexity: O(operators), and around an operator O(provisions) of whom it meets.
  init(_ state: DayState, _ scope: SupplyPicture.Scope) {
    let count = state.chain.tables.operators.count
    let mask = scope.categories.rawValue
    var isChosen = [Bool](repeating: false, count: count)
    if let x = scope.around {
      let table = state.chain.tables.provisions
      for (flows, ends) in [
        (state.chain.inflows, table.suppliers), (state.chain.outflows, table.recipients),
      ] {
        Self.walk(from: x, steps: scope.depth, along: flows, to: ends, state, scope.categories) {
          isChosen[Int($0)] = true
        }
      }
    } else {
      for x in 0..<count where (state.outflow[x] | state.inflow[x]) & mask != 0 { isChosen[x] = true }
    }
    var operators: [OperatorIndex] = []
    var places = [UInt32](repeating: noIndex, count: count)
    for x in 0..<count where isChosen[x] {
      places[x] = UInt32(operators.count)
      operators.append(OperatorIndex(x))
    }
    self.operators = operators
    self.places = places
  }

  /// Visits an operator and those at most so many steps away in one direction, breadth first.
  private static func walk(
    from x: OperatorIndex, steps: Int, along flows: Adjacency, to ends: [OperatorIndex], _ state: DayState,
    _ categories: CategorySet, visit: (OperatorIndex) -> Void
  ) {
    let views = Category.allCases.filter { categories.has($0) }.compactMap { flows.view($0) }
    var isMet = [Bool](repeating: false, count: state.chain.tables.operators.count)
    isMet[Int(x)] = true
    visit(x)
    var frontier = [x]
    var step = 0
    while step < steps, !frontier.isEmpty {
      step += 1
      var next: [OperatorIndex] = []
      for y in frontier {
        for view in views {
          for position in view.range(y) {
            let p = Int(view.provisions[position])
            let end = ends[p]
            if state.active[p] == 0 || isMet[Int(end)] { continue }
            isMet[Int(end)] = true
            visit(end)
            next.append(end)
          }
        }
      }
      frontier = next
    }
  }
}
