import Audit
import Bytes
import Numbering
import SupplyChain

extension RepairPlan {
  /// Finds the steps that bring the share of covered numbers up to a goal with the fewest steps or the least cost.
  ///
  /// By fees, the policy must have fees, also of an end when ends are allowed; without them they count as nothing.
  ///
  /// - Complexity: near-linear in operators, provisions and what these need, a bounded number of times over; where
  ///   the lacks are few, as much more as it takes to try out every subset of steps that depend on one another.
  public init(_ state: DayState, _ policy: Policy, _ options: RepairOptions = RepairOptions()) {
    self.init(state, options, PlanSearch.answer(state, policy, options) ?? .notEvaluated(state))
  }

  private init(_ state: DayState, _ options: RepairOptions, _ found: PlanSearch.Found) {
    self.init(
      state: state, goal: options.goal, measure: options.measure, allowsEnd: options.allowsEnd,
      standing: found.standing, before: found.before, after: found.after, steps: found.steps,
      leastCost: found.leastCost)
  }
}

/// Finds a plan for a ledger that falls short of the goal.
struct PlanSearch {
  /// What was found.
  struct Found {
    let standing: RepairPlan.Standing
    let before: RepairCoverage
    let after: RepairCoverage
    let steps: [RepairStep]
    let leastCost: UInt64

    /// That nothing can be said.
    static func notEvaluated(_ state: DayState) -> Found {
      Found(
        standing: .notEvaluated(state.isTooFragmented ? .tooFragmented : .noTable(.designations)),
        before: RepairCoverage(), after: RepairCoverage(), steps: [], leastCost: 0)
    }
  }

  /// The plan for a day; nil when levels, as they are or after the steps, cannot be kept.
  static func answer(_ state: DayState, _ policy: Policy, _ options: RepairOptions) -> Found? {
    guard let ground = RepairGround(state, threads: options.threads) else { return nil }
    let before = ground.before
    if options.goal.isReached(before.covered, of: before.numbers) {
      return Found(standing: .alreadyMet, before: before, after: before, steps: [], leastCost: 0)
    }
    let fees = options.measure == .fees ? policy.fees.map { StepFees($0, state) } : nil
    return PlanSearch(ground, options, fees).find()
  }

  private let ground: RepairGround
  private let options: RepairOptions
  private let fees: StepFees?

  private init(_ ground: RepairGround, _ options: RepairOptions, _ fees: StepFees?) {
    self.ground = ground
    self.options = options
    self.fees = fees
  }

  /// nil when the clean levels after the steps cannot be kept.
  private func find() -> Found? {
    var building = CaseBuilding(ground, options, fees: fees)
    var built = building.build()
    let exact =
      built.problem.alternatives.isEmpty
      ? nil : ExactPlans.shortest(built.problem, options.limits, work: built.work)
    let (bound, choice) = exact.map { ($0.cost(in: built.problem).cost, $0) } ?? greedily(built.problem)
    if let choice, let after = coverage(after: choice, built) {
      if options.goal.isReached(after.covered, of: after.numbers) {
        let isProven = exact != nil || choice.cost(in: built.problem).cost == bound
        built.problem.takeWays(of: choice)
        return Found(
          standing: isProven ? .proven : .greedy, before: ground.before, after: after,
          steps: ranked(choice, built),
          leastCost: isProven ? choice.cost(in: built.problem).cost : bound)
      }
    }
    return everything(bound)
  }

  /// A bound and a short plan, if there is one, side by side.
  private func greedily(_ problem: RepairCase) -> (bound: UInt64, choice: RepairChoice?) {
    let plans = GreedyPlans(problem)
    let found = concurrentMap(plans.count + 1, threads: options.threads) { task in
      task == 0 ? Part.bound(StepBound.least(problem)) : Part.choice(plans.plan(task - 1))
    }
    var (bound, choices): (UInt64, [RepairChoice?]) = (0, [])
    for part in found {
      switch part {
      case .bound(let least): bound = least
      case .choice(let choice): choices.append(choice)
      }
    }
    let choice = GreedyPlans.cheapest(choices, of: problem)
    return (bound, choice.map { problem.trimmed($0, limit: options.limits.total) })
  }

  /// What is worked out by itself.
  private enum Part: Sendable {
    case bound(UInt64)
    case choice(RepairChoice?)
  }

  /// How things stand after a plan.
  private func coverage(after choice: RepairChoice, _ built: BuiltCase) -> RepairCoverage? {
    ground.coverage(after: choice.steps.map { built.codes[Int($0)] }, ending: choice.ended)
  }

  // MARK: In what order

  /// The steps of a plan, those worth most for their cost first; ends last, the greatest first.
  private func ranked(_ choice: RepairChoice, _ built: BuiltCase) -> [RepairStep] {
    var isTaken = [Bool](repeating: false, count: built.codes.count)
    for step in choice.steps { isTaken[Int(step)] = true }
    var isEnded = [Bool](repeating: false, count: built.problem.numbers.count)
    for p in choice.ended { isEnded[Int(p)] = true }
    var peeling = Peeling(built.problem, taking: isTaken, without: isEnded)
    peeling.peel(slack: .max)
    let steps = peeling.removed.reversed().map { step, numbers in
      self.step(built.codes[Int(step)], numbers: numbers)
    }
    let ended = choice.ended.sorted { left, right in
      let (a, b) = (built.problem.numbers[Int(left)], built.problem.numbers[Int(right)])
      return a != b ? a > b : left < right
    }
    return steps
      + ended.map { p in
        RepairStep(
          action: .end(ground.uncovered[Int(p)]), fee: options.measure == .fees ? fees?.end ?? 0 : nil,
          numbers: built.problem.numbers[Int(p)])
      }
  }

  private func step(_ code: StepCode, numbers: UInt64) -> RepairStep {
    let x = representative(of: code)
    let action: RepairAction = code.category.map { .approve(x, $0) } ?? .certify(x)
    return RepairStep(
      action: action, fee: options.measure == .fees ? fees?.fee(of: code) ?? 0 : nil, numbers: numbers)
  }

  /// The first operator of a person that has an active provision, in the category of an approval.
  private func representative(of code: StepCode) -> OperatorIndex {
    let members = ground.state.chain.persons.members(of: code.person)
    let mask = code.category.map { CategorySet($0).rawValue } ?? CategorySet.all.rawValue
    let active = members.first {
      (ground.state.outflow[Int($0)] | ground.state.inflow[Int($0)]) & mask != 0
    }
    return active ?? members[members.startIndex]
  }

  // MARK: When chains are too long to look at one by one

  /// Everything that is lacking, tier by tier, as far as the goal asks: sufficient, if not short.
  private func everything(_ bound: UInt64) -> Found? {
    let tiers = ground.levels.tiers
    let order = ground.uncovered.sorted { (tiers[Int($0)], $0) < (tiers[Int($1)], $1) }
    var seen: Set<StepCode> = []
    var codes: [StepCode] = []
    var ends: [StepCode] = []
    for p in order {
      ends.removeAll(keepingCapacity: true)
      ground.ends(of: p).appendLacks(to: &ends)
      for code in ends where seen.insert(code).inserted { codes.append(code) }
    }
    // Coverage only grows with more steps.
    var (low, high) = (0, codes.count)
    var best: RepairCoverage?
    while low < high {
      let middle = (low + high) / 2
      guard let after = ground.coverage(after: Array(codes.prefix(middle)), ending: []) else { return nil }
      if options.goal.isReached(after.covered, of: after.numbers) {
        (high, best) = (middle, after)
      } else {
        low = middle + 1
      }
    }
    let taken = Array(codes.prefix(high))
    guard let after = best ?? ground.coverage(after: taken, ending: []) else { return nil }
    let steps = taken.map { step($0, numbers: 0) }
    let cost = options.measure == .steps ? UInt64(steps.count) : steps.reduce(0) { $0 + ($1.fee ?? 0) }
    return Found(
      standing: cost == bound ? .proven : .greedy, before: ground.before, after: after, steps: steps,
      leastCost: bound)
  }
}
