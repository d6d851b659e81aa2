/// Something a plan may contain, for the bound.
private struct Item {
  let worth: Double
  let cost: UInt64
  let density: Double

  init(worth: Double, cost: UInt64) {
    self.worth = worth
    self.cost = cost
    density = cost > 0 ? worth / Double(cost) : worth > 0 ? .infinity : 0
  }
}

/// How little can be enough: a bound that no plan goes below.
///
/// The numbers of a provision are shared out over its necessary steps in any way whatever; then the steps of a plan are
/// worth at least the numbers they cover. So a plan needs as many steps, or as much money, as the worthiest steps that
/// are worth what is missing. The shares are evened out over some rounds, which is the dual of the linear relaxation.
struct StepBound {
  private static let rounds = 24

  private let problem: RepairCase
  /// Where the shares of each provision's necessary steps begin; as many as it has.
  private var shares: [Double] = []
  private var worths: [Double]
  private var free: UInt64 = 0

  /// The least cost of any plan that reaches the goal.
  ///
  /// - Complexity: O(*m* + *n* log *n*) for *m* necessary steps of all provisions and *n* steps, some rounds over.
  static func least(_ problem: RepairCase) -> UInt64 {
    var bound = StepBound(problem)
    var best = bound.value()
    for round in 1...rounds {
      bound.even()
      if round % 6 == 0 { best = max(best, bound.value()) }
    }
    return best
  }

  private init(_ problem: RepairCase) {
    self.problem = problem
    worths = [Double](repeating: 0, count: problem.costs.count)
    shares.reserveCapacity(problem.needs.count)
    for p in problem.numbers.indices {
      let count = Int(problem.necessary[p])
      if count == 0 { free += problem.numbers[p] }
      var cost = 0.0
      for place in needs(of: p) { cost += weight(place) }
      for place in needs(of: p) {
        let share = Double(problem.numbers[p]) * weight(place) / cost
        shares.append(share)
        worths[Int(problem.needs[place])] += share
      }
    }
  }

  private func needs(of p: Int) -> Range<Int> {
    let first = Int(problem.offsets[p])
    return first..<first + Int(problem.necessary[p])
  }

  private func weight(_ place: Int) -> Double {
    let cost = problem.costs[Int(problem.needs[place])]
    return cost == 0 ? 0.001 : Double(cost)
  }

  /// Moves shares from steps that are worth much for their cost to those that are worth little.
  private mutating func even() {
    let density = worths.indices.map { step in
      let cost = problem.costs[step] == 0 ? 0.001 : Double(problem.costs[step])
      return (worths[step] / cost).squareRoot()
    }
    for step in worths.indices { worths[step] = 0 }
    var next = 0
    for p in problem.numbers.indices {
      let needs = needs(of: p)
      var sum = 0.0
      for (index, place) in needs.enumerated() {
        let step = Int(problem.needs[place])
        shares[next + index] /= max(density[step], 1e-9)
        sum += shares[next + index]
      }
      for (index, place) in needs.enumerated() {
        let share = sum > 0 ? shares[next + index] * Double(problem.numbers[p]) / sum : 0
        shares[next + index] = share
        worths[Int(problem.needs[place])] += share
      }
      next += needs.count
    }
  }

  /// What the worthiest steps cost that are worth what is missing; a little is allowed for rounding.
  private func value() -> UInt64 {
    var items = worths.indices.map { Item(worth: worths[$0], cost: problem.costs[$0]) }
    if let cost = problem.endCost {
      let part = Double(problem.goal.numerator) / Double(problem.goal.denominator)
      for p in problem.numbers.indices where problem.canEnd[p] {
        items.append(Item(worth: Double(problem.numbers[p]) * part, cost: cost))
      }
    }
    let deficit = Double(problem.deficit()) - Double(free)
    // Ended numbers count in part, so that the goal is no whole number of them.
    var missing = deficit - deficit * 1e-9 - (problem.endCost == nil ? 0.5 : 1)
    if missing <= 0 { return 0 }
    items.sort { $0.density > $1.density }
    let areAlike = Set(items.map(\.cost)).count <= 1
    var cost: UInt64 = 0
    for item in items {
      if item.worth >= missing {
        // Steps that all cost the same cannot be taken in part.
        let part = areAlike ? 1 : missing / item.worth
        return cost + UInt64((Double(item.cost) * part - 1e-6).rounded(.up))
      }
      missing -= item.worth
      cost += item.cost
    }
    return cost
  }
}
