import Audit
import Numbering
import SupplyChain

/// A case with what its steps and provisions stand for.
struct BuiltCase {
  var problem: RepairCase
  /// What each step is.
  let codes: [StepCode]
  /// Elementary operations spent on alternatives.
  let work: Int
}

/// Makes a case of what a ledger lacks.
struct CaseBuilding {
  private let ground: RepairGround
  private let options: RepairOptions
  private let fees: StepFees?
  private var codes: [StepCode] = []
  private var offsets: [UInt32] = [0]
  private var necessary: [UInt8] = []
  private var isDeep: [Bool] = []
  private var alternatives: [[[StepCode]]] = []

  init(_ ground: RepairGround, _ options: RepairOptions, fees: StepFees?) {
    self.ground = ground
    self.options = options
    self.fees = fees
  }

  /// The case; with all alternatives where the provisions are few and near.
  mutating func build() -> BuiltCase {
    let work = findAlternatives()
    if work == nil {
      alternatives = []
      findNeeds()
    }
    for ways in alternatives { appendCheapest(of: ways) }
    return number(work: work ?? 0)
  }

  // MARK: Every way

  /// Elementary operations spent; nil when there are too many ways.
  private mutating func findAlternatives() -> Int? {
    guard ground.uncovered.count <= options.limits.provisions else { return nil }
    var routes = RouteSets(ground, options.limits)
    for p in ground.uncovered {
      guard let sets = routes.sets(of: p), routes.work <= options.limits.total else { return nil }
      var ends: [StepCode] = []
      ground.appendEnds(of: p, to: &ends)
      var ways = sets.map { persons in
        Set(ends + persons.map { .certification(of: $0) }).sorted()
      }
      // The ends may make one way part of another.
      ways.sort { left, right in
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
      }
      var least: [[StepCode]] = []
      for way in ways where !least.contains(where: { Set($0).isSubset(of: way) }) { least.append(way) }
      alternatives.append(least)
    }
    return routes.work
  }

  /// Takes the cheapest way as what a provision needs; what every way has comes first.
  private mutating func appendCheapest(of ways: [[StepCode]]) {
    let costs = ways.map { way in
      way.reduce(StepCost()) { $0 + StepCost(cost: cost(of: $1), steps: 1) }
    }
    let best = ways.indices.min { costs[$0] < costs[$1] }.map { ways[$0] } ?? []
    let common = best.filter { code in ways.allSatisfy { $0.contains(code) } }
    append(common + best.filter { !common.contains($0) }, necessary: common.count, isDeep: false)
  }

  // MARK: One way

  private mutating func findNeeds() {
    var walk = NeedWalk(ground, limit: options.limits.needs)
    for p in ground.uncovered {
      if walk.find(p) {
        append(walk.codes, necessary: walk.necessary, isDeep: false)
      } else {
        let count = min(walk.necessary, 8)
        append(Array(walk.codes.prefix(count)), necessary: count, isDeep: true)
      }
    }
  }

  private mutating func append(_ needs: [StepCode], necessary count: Int, isDeep deep: Bool) {
    codes += needs
    offsets.append(UInt32(codes.count))
    necessary.append(UInt8(truncatingIfNeeded: count))
    isDeep.append(deep)
  }

  // MARK: Numbers for the steps

  private func number(work: Int) -> BuiltCase {
    let persons = ground.state.chain.persons.count
    // What each person lacks, and how many steps come before.
    var lacks = [UInt8](repeating: 0, count: persons)
    for code in codes { lacks[Int(code.person)] |= 1 << UInt8(code.value & 7) }
    for code in alternatives.joined().joined() { lacks[Int(code.person)] |= 1 << UInt8(code.value & 7) }
    var first = [UInt32](repeating: 0, count: persons)
    var steps: [StepCode] = []
    for person in 0..<persons where lacks[person] != 0 {
      first[person] = UInt32(steps.count)
      for kind in 0..<UInt32(8) where lacks[person] >> UInt8(kind) & 1 != 0 {
        steps.append(StepCode(value: UInt32(person) << 3 | kind))
      }
    }
    func place(_ code: StepCode) -> UInt32 {
      let before = lacks[Int(code.person)] & ((1 << UInt8(code.value & 7)) - 1)
      return first[Int(code.person)] + UInt32(before.nonzeroBitCount)
    }
    var problem = RepairCase(
      goal: options.goal, covered: ground.before.covered, all: ground.before.numbers)
    problem.costs = steps.map { cost(of: $0) }
    if options.allowsEnd { problem.endCost = options.measure == .steps ? 1 : fees?.end }
    problem.numbers = ground.uncovered.map { ground.table.numbers[Int($0)] }
    problem.canEnd = ground.uncovered.map { options.allowsEnd && ground.canEnd($0) }
    problem.offsets = offsets
    problem.needs = codes.map(place)
    problem.necessary = necessary
    problem.isDeep = isDeep
    problem.alternatives = alternatives.map { $0.map { $0.map(place) } }
    return BuiltCase(problem: problem, codes: steps, work: work)
  }

  private func cost(of code: StepCode) -> UInt64 {
    options.measure == .steps ? 1 : fees?.fee(of: code) ?? 0
  }
}
