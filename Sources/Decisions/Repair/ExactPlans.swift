/// The shortest plan, by trying every subset of each group of steps and putting the groups together.
///
/// What a group gives for each cost is all that matters to the others, so the groups are a knapsack whose items are
/// points of their frontiers.
struct ExactPlans {
  private let problem: RepairCase
  private let limits: RepairLimits
  private var work: Int

  /// The shortest plan; among equals the one that ends least, then the one that covers most, then the first found in file order.
  ///
  /// nil when too much would have to be tried. Alternatives must be known.
  static func shortest(_ problem: RepairCase, _ limits: RepairLimits, work: Int) -> RepairChoice? {
    var search = ExactPlans(problem: problem, limits: limits, work: work)
    return search.run()
  }

  /// A way to take the groups so far: what it costs and gives, and what it came from.
  private struct State {
    let cost: StepCost
    let gain: UInt64
    /// Of the groups before; places in their list.
    let previous: UInt32
    /// Of the last group; its point.
    let point: UInt32
  }

  private mutating func run() -> RepairChoice? {
    guard let target = target() else { return nil }
    let groups = problem.groups()
    var frontiers: [GroupFrontier] = []
    for group in groups {
      guard let frontier = GroupFrontier(group, of: problem, limits: limits, work: &work) else { return nil }
      frontiers.append(frontier)
    }
    var lists: [[State]] = [[State(cost: StepCost(), gain: 0, previous: 0, point: 0)]]
    var kept = 0
    for frontier in frontiers {
      guard let next = merge(lists[lists.count - 1], frontier, target) else { return nil }
      kept += next.count
      if kept > limits.total / 4 { return nil }
      lists.append(next)
    }
    guard let best = lists[lists.count - 1].firstIndex(where: { $0.gain >= target }) else { return nil }
    return choice(best, lists, groups, frontiers)
  }

  /// What must be gained, in the weights of `GroupFrontier`; nil when that does not fit.
  private func target() -> UInt64? {
    let goal = problem.goal
    if problem.endCost == nil { return problem.deficit() }
    let weighed = UInt128(problem.all) * UInt128(goal.denominator)
    guard weighed < UInt128(UInt64.max) else { return nil }
    let (wanted, have) = (problem.all * goal.numerator, problem.covered * goal.denominator)
    return wanted > have ? wanted - have : 0
  }

  /// Takes one group more; nil when that is too much work.
  private mutating func merge(_ list: [State], _ frontier: GroupFrontier, _ target: UInt64) -> [State]? {
    work += list.count * frontier.points.count * 8
    if work > limits.total { return nil }
    var found: [State] = []
    found.reserveCapacity(list.count * frontier.points.count)
    for (point, own) in frontier.points.enumerated() {
      for (previous, state) in list.enumerated() {
        found.append(
          State(
            cost: state.cost + own.cost, gain: state.gain + own.gain, previous: UInt32(previous),
            point: UInt32(point)))
      }
    }
    let order = found.indices.sorted { left, right in
      let (a, b) = (found[left], found[right])
      if a.cost != b.cost { return a.cost < b.cost }
      return a.gain != b.gain ? a.gain > b.gain : left < right
    }
    var next: [State] = []
    for index in order where next.last.map({ found[index].gain > $0.gain }) ?? true {
      next.append(found[index])
      // Whatever costs more than a way that suffices is never wanted.
      if found[index].gain >= target { break }
    }
    return next
  }

  /// Goes back from the state chosen to the steps it stands for.
  private func choice(
    _ last: Int, _ lists: [[State]], _ groups: [StepGroup], _ frontiers: [GroupFrontier]
  ) -> RepairChoice {
    var choice = RepairChoice()
    var place = last
    for index in groups.indices.reversed() {
      let state = lists[index + 1][place]
      let point = frontiers[index].points[Int(state.point)]
      for (bit, step) in groups[index].steps.enumerated() where point.mask >> UInt32(bit) & 1 != 0 {
        choice.steps.append(step)
      }
      for ended in frontiers[index].ended(point, groups[index], of: problem) {
        choice.ended.append(groups[index].provisions[ended])
      }
      place = Int(state.previous)
    }
    choice.steps.sort()
    choice.ended.sort()
    return choice
  }
}
