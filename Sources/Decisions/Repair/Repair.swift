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
    // Without these tables nobody knows who lacks what they would record.
    let tables: [TableName] = [.designations, .approvals, .certifications]
    if let absent = tables.first(where: { !state.chain.tables.isPresent($0) }) {
      self.init(state, options, .notEvaluated(.noTable(absent)))
    } else {
      self.init(state, options, PlanSearch.answer(state, policy, options) ?? .notEvaluated(.tooFragmented))
    }
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
    static func notEvaluated(_ reason: NotEvaluated) -> Found {
      Found(
        standing: .notEvaluated(reason), before: RepairCoverage(), after: RepairCoverage(), steps: [],
        leastCost: 0)
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
    if let choice {
      built.problem.takeWays(of: choice)
      if let plan = ordered(choice, built, isExact: exact != nil, bound),
        options.goal.isReached(plan.after.covered, of: plan.after.numbers)
      {
        return plan
      }
    }
    return everything(built, bound)
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

  // MARK: In what order

  /// A plan with its steps in order: each next one covers most for its cost; ends last, the greatest first.
  private func ordered(
    _ choice: RepairChoice, _ built: BuiltCase, isExact: Bool, _ bound: UInt64
  ) -> Found? {
    var isTaken = [Bool](repeating: false, count: built.codes.count)
    for step in choice.steps { isTaken[Int(step)] = true }
    var isEnded = [Bool](repeating: false, count: built.problem.numbers.count)
    for p in choice.ended { isEnded[Int(p)] = true }
    var peeling = Peeling(built.problem, taking: isTaken, without: isEnded)
    peeling.peel(slack: .max)
    // Of steps that cover as much the one that many provisions need goes first.
    let ranked = peeling.removed.reversed().map(\.step)
    let order = ordered(ranked.map { built.codes[Int($0)] }, built)
    return found(order, ending: choice.ended.map { ground.uncovered[Int($0)] }, isExact: isExact, bound)
  }

  /// Steps in the order in which each next one covers most for its cost, given in the order that decides among equals.
  private func ordered(_ codes: [StepCode], _ built: BuiltCase) -> [StepCode] {
    var rankOf: [StepCode: UInt32] = [:]
    for (rank, code) in codes.enumerated() { rankOf[code] = UInt32(rank) }
    let ranks = built.codes.map { rankOf[$0] ?? noIndex }
    let order = StepOrder.order(costs: codes.map { cost(of: $0) }, StepWays(of: built.problem, ranks: ranks))
    return order.map { codes[Int($0)] }
  }

  private func cost(of code: StepCode) -> UInt64 {
    options.measure == .steps ? 1 : fees?.fee(of: code) ?? 0
  }

  /// A plan of these steps in this order.
  private func found(
    _ codes: [StepCode], ending: [ProvisionIndex], isExact: Bool, _ bound: UInt64
  ) -> Found? {
    guard let coverage = StepCoverage(ground, codes, ending: ending, threads: options.threads),
      let after = coverage.running.last
    else { return nil }
    var steps: [RepairStep] = []
    for (place, code) in codes.enumerated() {
      let x = representative(of: code)
      let action: RepairAction = code.category.map { .approve(x, $0) } ?? .certify(x)
      let (before, after) = (coverage.running[place], coverage.running[place + 1])
      steps.append(
        RepairStep(
          action: action, fee: options.measure == .fees ? fees?.fee(of: code) ?? 0 : nil,
          feeBasis: options.measure == .fees ? fees?.basis(of: code) : nil,
          numbers: after.covered - before.covered, covered: after.covered, of: after.numbers))
    }
    for (place, p) in coverage.ended.enumerated() {
      let after = coverage.running[codes.count + place + 1]
      steps.append(
        RepairStep(
          action: .end(p), fee: options.measure == .fees ? fees?.end ?? 0 : nil, feeBasis: nil,
          numbers: ground.table.numbers[Int(p)], covered: after.covered, of: after.numbers))
    }
    let cost =
      options.measure == .steps ? UInt64(steps.count) : steps.reduce(0) { $0 + ($1.fee ?? 0) }
    let isProven = isExact || cost == bound
    return Found(
      standing: isProven ? .proven : .greedy, before: ground.before, after: after, steps: steps,
      leastCost: isProven ? cost : bound)
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
  private func everything(_ built: BuiltCase, _ bound: UInt64) -> Found? {
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
    guard let coverage = StepCoverage(ground, codes, ending: [], threads: options.threads) else { return nil }
    let enough = coverage.running.firstIndex { options.goal.isReached($0.covered, of: $0.numbers) }
    let taken = Array(codes.prefix(enough ?? codes.count))
    return found(ordered(taken, built), ending: [], isExact: false, bound)
  }
}
