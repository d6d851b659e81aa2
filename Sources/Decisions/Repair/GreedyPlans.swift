/// A short plan, found by taking steps away and, where allowed, by ending provisions in their place.
struct GreedyPlans {
  private let problem: RepairCase
  private var isTaken: [Bool]
  private var isCovered: [Bool]
  private var isEnded: [Bool]
  private var covered: UInt64
  private var ended: UInt64

  /// A plan that reaches the goal; nil when the provisions whose needs are known are not enough.
  ///
  /// - Complexity: O(*m* log *m*) in all needs; with ends allowed, once for each power of four up to the provisions.
  static func short(_ problem: RepairCase) -> RepairChoice? {
    let endable =
      problem.endCost == nil
      ? []
      : problem.canEnd.indices.filter { problem.canEnd[$0] }
        .sorted { (problem.numbers[$1], $0) < (problem.numbers[$0], $1) }
    var counts = [0]
    var count = 1
    while count < endable.count {
      counts.append(count)
      count *= 4
    }
    if !endable.isEmpty { counts.append(endable.count) }
    var best: (choice: RepairChoice, cost: StepCost)?
    for count in counts {
      guard var search = GreedyPlans(problem, ending: endable.prefix(count)) else { continue }
      if problem.endCost != nil {
        search.endInstead()
        search.keepWhatNeedNotEnd()
      }
      let choice = search.choice
      let cost = choice.cost(in: problem)
      if best.map({ cost < $0.cost }) ?? true { best = (choice, cost) }
    }
    return best?.choice
  }

  private init?(_ problem: RepairCase, ending: ArraySlice<Int>) {
    self.problem = problem
    isEnded = [Bool](repeating: false, count: problem.numbers.count)
    ended = 0
    for p in ending {
      isEnded[p] = true
      ended += problem.numbers[p]
    }
    var peeling = Peeling(
      problem, taking: [Bool](repeating: true, count: problem.costs.count), without: isEnded)
    let deficit = problem.deficit(ended: ended)
    guard peeling.covered >= deficit else { return nil }
    peeling.peel(slack: peeling.covered - deficit)
    (isTaken, isCovered, covered) = (peeling.isTaken, peeling.isCovered, peeling.covered)
  }

  private var choice: RepairChoice {
    RepairChoice(
      steps: isTaken.indices.filter { isTaken[$0] }.map { UInt32($0) },
      ended: isEnded.indices.filter { isEnded[$0] }.map { UInt32($0) })
  }

  /// Ends provisions whose steps nobody else needs and that cost more than the end.
  private mutating func endInstead() {
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
  private mutating func keepWhatNeedNotEnd() {
    let order = isEnded.indices.filter { isEnded[$0] }
      .sorted { (problem.numbers[$0], $1) < (problem.numbers[$1], $0) }
    for p in order {
      let numbers = problem.numbers[p]
      guard problem.isReached(covering: covered, ending: ended - numbers) else { return }
      isEnded[p] = false
      ended -= numbers
    }
  }
}
