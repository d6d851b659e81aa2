import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// Plans against every set of steps on random datasets, and the coverage they promise against the oracle.
@Suite struct RepairOracleTests {
  private static let seeds = Seeds.all(else: 300)

  /// What a run came to.
  private struct Tally {
    var enumerated = 0
    var proven = 0
    var boundProofs = 0
    var gaps = 0
    var ends = 0
    var fees = 0
    var ordered = 0
    var absent = 0
    var failures: [String] = []
  }

  @Test func plansAreAsShortAsTheyClaimAndKeepWhatTheyPromise() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for share in 0..<2 {
        group.addTask { Self.run(Self.seeds.filter { Int($0 % 2) == share }) }
      }
      var all = Tally()
      for await one in group {
        all.enumerated += one.enumerated
        all.proven += one.proven
        all.boundProofs += one.boundProofs
        all.gaps += one.gaps
        all.ends += one.ends
        all.fees += one.fees
        all.ordered += one.ordered
        all.absent += one.absent
        all.failures += one.failures
      }
      return all
    }
    for failure in tally.failures.prefix(3) { Issue.record("\(failure)") }
    #expect(tally.enumerated >= 100, "\(tally)")
    #expect(tally.proven >= 100 && tally.boundProofs >= 20, "\(tally)")
    #expect(tally.ends >= 10 && tally.fees >= 30, "\(tally)")
    #expect(tally.ordered >= 50 && tally.absent >= 5, "\(tally)")
  }

  private static func run(_ seeds: [UInt64]) -> Tally {
    var tally = Tally()
    for seed in seeds where tally.failures.count < 2 {
      let dataset = RandomDataset.make(seed: seed)
      var random = RandomSource(seed: seed &* 77)
      let millionths = random.pick([400_000, 700_000, 900_000, 950_000, 1_000_000], else: 950_000)
      var options = RepairOptions()
      options.goal = RepairGoal(millionths: UInt64(millionths))
      options.allowsEnd = random.chance(40)
      options.measure = random.chance(30) ? .fees : .steps
      options.limits.group = 1 << 17
      check(present(dataset, options, seed, &tally), options, seed, &tally)
    }
    return tally
  }

  /// The dataset with a header for each table without which nothing can be said; without them nothing is.
  private static func present(
    _ dataset: PlainDataset, _ options: RepairOptions, _ seed: UInt64, _ tally: inout Tally
  ) -> PlainDataset {
    var dataset = dataset
    let needed: [TableName] = [.designations, .approvals, .certifications]
    let absent = needed.filter { dataset.tables[$0.name] == nil }
    guard let first = absent.first, let day = Day(ordinal: Int32(dataset.day)) else { return dataset }
    tally.absent += 1
    let plan = RepairPlan(
      DayState(SupplyChain(dataset.engineTables()), on: day), dataset.policy.engine ?? Policy(), options)
    if plan.standing != .notEvaluated(.noTable(first)) || !plan.steps.isEmpty {
      tally.failures.append("seed \(seed): \(plan.standing) without \(absent)")
    }
    for table in absent where table != .designations {
      dataset.tables[table.name] = PlainTable(columns: PlainDataset.allColumns[table.name] ?? [])
    }
    return dataset
  }

  private static func check(
    _ dataset: PlainDataset, _ options: RepairOptions, _ seed: UInt64, _ tally: inout Tally
  ) {
    guard var policy = dataset.policy.engine, let day = Day(ordinal: Int32(dataset.day)) else { return }
    policy.fees = Policy.Fees(
      associations: ["A1"], members: .init(first: 8, renewal: 6), others: .init(first: 26, renewal: 25),
      approval: 3, end: 11)
    let chain = SupplyChain(dataset.engineTables())
    let state = DayState(chain, on: day, options: StateOptions(graceDays: policy.graceDays))
    func fail(_ words: String) { tally.failures.append("seed \(seed): \(words)\n\(dataset.listing)") }

    let plan = RepairPlan(state, policy, options)
    var greedily = options
    greedily.limits.provisions = 0
    let greedy = RepairPlan(state, policy, greedily)
    var unproven = options
    unproven.limits.group = 0
    let trimmed = RepairPlan(state, policy, unproven)
    if case .notEvaluated = plan.standing {
      if dataset.tables["designations"] != nil { fail("not evaluated") }
      return
    }
    let oracle = OracleRepair(dataset)
    for one in [plan, greedy, trimmed] {
      if !one.reachesGoal { fail("\(one.standing) misses the goal") }
      if one.leastCost > one.cost { fail("bound \(one.leastCost) above \(one.cost)") }
      if one.before != RepairCoverage(oracle.coverage) {
        fail("before \(one.before), not \(oracle.coverage)")
      }
      if one.standing == .proven && one.cost != plan.cost { fail("proven \(one.cost), not \(plan.cost)") }
      let promised = OracleRepair(dataset.taking(one.entries)).coverage
      if one.after != RepairCoverage(promised) { fail("promised \(one.after), is \(promised)") }
      if let wrong = mistold(one, dataset) { fail(wrong) }
    }
    // Crowded pairs have more inflows than are looked at; then only one way of each provision is known.
    if chain.tables.provisions.count < 60 {
      for one in [plan, trimmed] where (2...8).contains(one.steps.count) {
        tally.ordered += 1
        if let wrong = misplaced(one, oracle) { fail(wrong) }
      }
    }
    if options.allowsEnd { tally.ends += plan.entries.filter { $0.action == "end" }.count }
    if options.measure == .fees { tally.fees += 1 }
    if plan.standing == .proven { tally.proven += 1 }
    if greedy.standing == .proven { tally.boundProofs += 1 }
    if greedy.cost > plan.cost { tally.gaps += 1 }
    let steps = oracle.candidates(allowsEnd: options.allowsEnd)
    guard steps.count <= 11 else { return }
    tally.enumerated += 1
    guard let fees = policy.fees.map({ StepFees($0, state) }) else { return }
    let least = oracle.leastCost(of: steps, reaching: Int(options.goal.millionths)) { step in
      if options.measure == .steps { return 1 }
      switch step {
      case .certify(let x):
        return Int(fees.fee(of: .certification(of: chain.persons.groupOf[x])))
      case .approve: return 3
      case .end: return 11
      }
    }
    // Crowded pairs have more inflows than are looked at.
    if plan.standing == .greedy && state.chain.tables.provisions.count < 60 {
      fail("not proven with \(steps.count) steps")
    }
    if plan.standing != .greedy && Int(plan.cost) != least { fail("cost \(plan.cost), least \(least ?? -1)") }
    if Int(greedy.leastCost) > least ?? 0 { fail("bound \(greedy.leastCost) above \(least ?? -1)") }
  }
}

extension RepairOracleTests {
  /// What is wrong about what a plan tells of each step, after entering the first ones in the data; nil if nothing is.
  private static func mistold(_ plan: RepairPlan, _ dataset: PlainDataset) -> String? {
    var before = plan.before.covered
    for (place, step) in plan.steps.enumerated() {
      let found = RepairCoverage(OracleRepair(dataset.taking(Array(plan.entries.prefix(place + 1)))).coverage)
      if step.covered != found.covered || step.of != found.numbers {
        return "step \(place + 1) says \(step.covered) of \(step.of), is \(found)"
      }
      if case .end = step.action {
        if step.covered != before { return "the end \(place + 1) covers something" }
      } else if step.numbers != step.covered - before {
        return "step \(place + 1) says \(step.numbers), covers \(step.covered - before)"
      }
      before = step.covered
    }
    return before == plan.after.covered ? nil : "the last step reaches \(before), not \(plan.after)"
  }

  /// Where another step of a plan would have covered more for its cost than the one that comes next; nil if nowhere.
  private static func misplaced(_ plan: RepairPlan, _ oracle: OracleRepair) -> String? {
    var left = plan.steps.filter { if case .end = $0.action { false } else { true } }
    var done: Set<OracleRepair.Step> = []
    while !left.isEmpty {
      let before = oracle.coverage(after: done).covered
      let gains = left.map { oracle.coverage(after: done.union([oracle.step($0.action)])).covered - before }
      for (step, gain) in zip(left, gains) {
        if gain * Int(left[0].fee ?? 1) > gains[0] * Int(step.fee ?? 1) {
          return "\(step) covers \(gain), comes after \(left[0])"
        }
      }
      done.insert(oracle.step(left.removeFirst().action))
    }
    let isSorted = plan.steps.dropFirst(done.count).map(\.numbers).adjacent { $0 >= $1 }
    return isSorted ? nil : "ends are not in order"
  }
}

extension Array {
  /// Whether something holds of each element and the next.
  fileprivate func adjacent(_ holds: (Element, Element) -> Bool) -> Bool {
    indices.dropLast().allSatisfy { holds(self[$0], self[$0 + 1]) }
  }
}

extension OracleRepair {
  /// The step as the oracle knows it.
  fileprivate func step(_ action: RepairAction) -> Step {
    switch action {
    case .certify(let x): .certify(data.person[Int(x)])
    case .approve(let x, let category): .approve(data.person[Int(x)], Int(category.rawValue))
    case .end(let p): .end(Int(p))
    }
  }
}

extension RepairCoverage {
  fileprivate init(_ plain: OracleRepair.Coverage) {
    self.init()
    provisions = plain.provisions
    numbers = UInt64(plain.numbers)
    coveredProvisions = plain.coveredProvisions
    covered = UInt64(plain.covered)
  }
}

extension RepairPlan {
  /// The steps as they would be entered in the files.
  var entries: [(action: String, id: String, category: String)] {
    let tables = state.chain.tables
    return steps.map { step in
      switch step.action {
      case .certify(let x): ("certify", tables.operators.ids[Int(x)], "")
      case .approve(let x, let category): ("approve", tables.operators.ids[Int(x)], category.name)
      case .end(let p): ("end", tables.provisions.ids[Int(p)], "")
      }
    }
  }
}
