import SupplyChain

/// Short plans, found by taking steps away and, where allowed, by ending provisions in their place.
struct GreedyPlans: Sendable {
  private let problem: RepairCase
  /// Provisions that may be ended, the greatest first.
  private let endable: [UInt32]
  /// How many of them each plan begins without: none, and powers of four up to all.
  private let counts: [Int]

  /// - Complexity: O(provisions).
  init(_ problem: RepairCase) {
    self.problem = problem
    var endable: [UInt32] = []
    if problem.endCost != nil {
      for p in problem.canEnd.indices where problem.canEnd[p] { endable.append(UInt32(p)) }
      let numbers = problem.numbers
      endable.sortByNumber { ~numbers[Int($0)] }
    }
    var counts = [0]
    var count = 1
    while count < endable.count {
      counts.append(count)
      count *= 4
    }
    if !endable.isEmpty { counts.append(endable.count) }
    (self.endable, self.counts) = (endable, counts)
  }

  /// How many plans there are to compare.
  var count: Int { counts.count }

  /// One of them; nil when the provisions whose needs are known are not enough.
  ///
  /// - Complexity: O(*m* log *n*) in all needs and steps.
  func plan(_ index: Int) -> RepairChoice? {
    guard var search = GreedySearch(problem, ending: endable.prefix(counts[index])) else { return nil }
    if problem.endCost != nil {
      search.endInstead()
      search.keepWhatNeedNotEnd(endable)
    }
    return search.choice
  }

  /// The first of the cheapest plans; nil when there is none.
  static func cheapest(_ choices: [RepairChoice?], of problem: RepairCase) -> RepairChoice? {
    var best: (choice: RepairChoice, cost: StepCost)?
    for case let choice? in choices {
      let cost = choice.cost(in: problem)
      if best.map({ cost < $0.cost }) ?? true { best = (choice, cost) }
    }
    return best?.choice
  }
}

/// One plan being made.
private struct GreedySearch {
  private let problem: RepairCase
  private var isTaken: [Bool]
  private var isCovered: [Bool]
  private var isEnded: [Bool]
  private var covered: UInt64
  private var ended: UInt64

  init?(_ problem: RepairCase, ending: ArraySlice<UInt32>) {
    self.problem = problem
    isEnded = [Bool](repeating: false, count: problem.numbers.count)
    ended = 0
    for p in ending {
      isEnded[Int(p)] = true
      ended += problem.numbers[Int(p)]
    }
    var peeling = Peeling(
      problem, taking: [Bool](repeating: true, count: problem.costs.count), without: isEnded)
    let deficit = problem.deficit(ended: ended)
    guard peeling.covered >= deficit else { return nil }
    peeling.peel(slack: peeling.covered - deficit)
    (isTaken, covered) = (peeling.isTaken, peeling.covered)
    isCovered = problem.endCost == nil ? [] : peeling.isCovered()
  }

  var choice: RepairChoice {
    RepairChoice(steps: Self.places(isTaken), ended: Self.places(isEnded))
  }

  private static func places(_ flags: [Bool]) -> [UInt32] {
    var places: [UInt32] = []
    for place in flags.indices where flags[place] { places.append(UInt32(place)) }
    return places
  }

  /// Ends provisions whose steps nobody else needs and that cost more than the end.
  mutating func endInstead() {
    guard let endCost = problem.endCost else { return }
    let end = StepCost(cost: endCost, steps: 1, ends: 1)
    for _ in 0..<4 {
      var counts = [UInt32](repeating: 0, count: problem.costs.count)
      for p in isCovered.indices where isCovered[p] {
        for place in problem.needs(of: p) { counts[Int(problem.needs[place])] += 1 }
      }
      var found: [(cost: StepCost, p: Int)] = []
      for p in isCovered.indices where isCovered[p] && problem.canEnd[p] {
        let cost = ownCost(of: p, counts)
        if end < cost { found.append((cost, p)) }
      }
      found.sort { left, right in
        if left.cost != right.cost { return left.cost > right.cost }
        return (problem.numbers[left.p], left.p) < (problem.numbers[right.p], right.p)
      }
      var changes = false
      for (_, p) in found where end < ownCost(of: p, counts) {
        let numbers = problem.numbers[p]
        guard problem.isReached(covering: covered - numbers, ending: ended + numbers) else { continue }
        isCovered[p] = false
        isEnded[p] = true
        covered -= numbers
        ended += numbers
        changes = true
        for place in problem.needs(of: p) {
          let step = Int(problem.needs[place])
          if counts[step] == 1 { isTaken[step] = false }
          counts[step] -= 1
        }
      }
      if !changes { return }
    }
  }

  /// What the steps cost that a covered provision alone needs.
  private func ownCost(of p: Int, _ counts: [UInt32]) -> StepCost {
    var cost = StepCost()
    for place in problem.needs(of: p) where counts[Int(problem.needs[place])] == 1 {
      cost = cost + StepCost(cost: problem.costs[Int(problem.needs[place])], steps: 1)
    }
    return cost
  }

  /// Lets provisions go on that the goal does not ask to end, the smallest first.
  ///
  /// - Parameter endable: all that may be ended, the greatest first.
  mutating func keepWhatNeedNotEnd(_ endable: [UInt32]) {
    for p in endable.reversed() where isEnded[Int(p)] {
      let numbers = problem.numbers[Int(p)]
      guard problem.isReached(covering: covered, ending: ended - numbers) else { return }
      isEnded[Int(p)] = false
      ended -= numbers
    }
  }
}
