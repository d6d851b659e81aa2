/// How little can be enough: a bound that no plan goes below.
///
/// The numbers of a provision are shared out over its necessary steps in any way whatever; then the steps of a plan are
/// worth at least the numbers they cover. So a plan needs as many steps, or as much money, as the worthiest steps that
/// are worth what is missing. The shares are evened out over some rounds, which is the dual of the linear relaxation.
struct StepBound {
  private static let rounds = 24

  private let problem: RepairCase
  private let weights: [Double]
  private var bundles: NeedBundles
  private var worths: [Double] = []
  /// Provisions that may be ended, as items, the greatest first.
  private let ends: [Item]
  private let areAlike: Bool

  /// Something a plan may contain.
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

  /// The least cost of any plan that reaches the goal.
  ///
  /// - Complexity: O(*m*) for *m* necessary steps of all provisions; O(*b* + *n*) some rounds over for *b* such steps of
  ///   provisions that differ in them and *n* steps; O(log *n*) for each step that the bound takes.
  static func least(_ problem: RepairCase) -> UInt64 {
    var bound = StepBound(problem)
    bound.share()
    var best = bound.value()
    for round in 1...rounds {
      bound.even()
      if round % 6 == 0 { best = max(best, bound.value()) }
    }
    return best
  }

  /// The cost of a step as a weight; steps that are free still count a little.
  static func weight(_ cost: UInt64) -> Double { cost == 0 ? 0.001 : Double(cost) }

  private init(_ problem: RepairCase) {
    self.problem = problem
    weights = problem.costs.map { Self.weight($0) }
    bundles = NeedBundles(problem)
    var ends: [Item] = []
    var areAlike = Set(problem.costs).count <= 1
    if let cost = problem.endCost {
      let part = Double(problem.goal.numerator) / Double(problem.goal.denominator)
      for p in problem.numbers.indices where problem.canEnd[p] {
        ends.append(Item(worth: Double(problem.numbers[p]) * part, cost: cost))
      }
      ends.sort { $0.density > $1.density }
      if !ends.isEmpty { areAlike = areAlike && problem.costs.first ?? cost == cost }
    }
    (self.ends, self.areAlike) = (ends, areAlike)
  }

  /// Shares the numbers out by cost.
  private mutating func share() {
    worths = bundles.alone
    for bundle in bundles.numbers.indices {
      let range = bundles.range(bundle)
      var cost = 0.0
      for place in range { cost += weights[Int(bundles.steps[place])] }
      for place in range {
        let step = Int(bundles.steps[place])
        bundles.shares[place] = bundles.numbers[bundle] * weights[step] / cost
        worths[step] += bundles.shares[place]
      }
    }
  }

  /// Moves shares from steps that are worth much for their cost to those that are worth little.
  private mutating func even() {
    var density = worths
    for step in density.indices {
      density[step] = max((worths[step] / weights[step]).squareRoot(), 1e-9)
    }
    worths = bundles.alone
    for bundle in bundles.numbers.indices {
      let range = bundles.range(bundle)
      var sum = 0.0
      for place in range {
        bundles.shares[place] /= density[Int(bundles.steps[place])]
        sum += bundles.shares[place]
      }
      let scale = sum > 0 ? bundles.numbers[bundle] / sum : 0
      for place in range {
        bundles.shares[place] *= scale
        worths[Int(bundles.steps[place])] += bundles.shares[place]
      }
    }
  }

  /// What the worthiest steps cost that are worth what is missing; a little is allowed for rounding.
  private func value() -> UInt64 {
    let deficit = Double(problem.deficit()) - Double(bundles.free)
    // Ended numbers count in part, so that the goal is no whole number of them.
    var missing = deficit - deficit * 1e-9 - (problem.endCost == nil ? 0.5 : 1)
    if missing <= 0 { return 0 }
    // The queue gives the least first.
    let items = worths.indices.map { Item(worth: worths[$0], cost: problem.costs[$0]) }
    var queue = StepQueue(items.map { -$0.density }, where: [Bool](repeating: true, count: items.count))
    var (next, nextEnd) = (queue.pop(), 0)
    var cost: UInt64 = 0
    while true {
      let item: Item
      if let step = next, nextEnd == ends.count || items[Int(step)].density >= ends[nextEnd].density {
        item = items[Int(step)]
        next = queue.pop()
      } else if nextEnd < ends.count {
        item = ends[nextEnd]
        nextEnd += 1
      } else {
        return cost
      }
      if item.worth >= missing {
        // Steps that all cost the same cannot be taken in part.
        let part = areAlike ? 1 : missing / item.worth
        return cost + UInt64((Double(item.cost) * part - 1e-6).rounded(.up))
      }
      missing -= item.worth
      cost += item.cost
    }
  }
}
