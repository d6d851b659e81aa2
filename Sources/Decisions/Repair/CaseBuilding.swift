import Audit
import Bytes
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
      ground.ends(of: p).appendLacks(to: &ends)
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
    append(common + best.filter { !common.contains($0) }, necessary: common.count)
  }

  // MARK: One way

  /// What some provisions need, one after the other.
  private struct Needs: Sendable {
    var codes: [StepCode] = []
    /// Where the codes of each end.
    var places: [UInt32] = []
    var necessary: [UInt8] = []
    var isDeep: [Bool] = []

    init(_ provisions: ArraySlice<ProvisionIndex>, _ ground: RepairGround, _ walk: NeedWalk) {
      var walk = walk
      // All are fetched before any is looked at, so that the processor waits for many at a time.
      let ends = provisions.map { ground.ends(of: $0) }
      codes.reserveCapacity(2 * provisions.count)
      places.reserveCapacity(provisions.count)
      necessary.reserveCapacity(provisions.count)
      isDeep.reserveCapacity(provisions.count)
      for provision in ends {
        let isKnown = walk.find(provision)
        let count = isKnown ? walk.necessary : min(walk.necessary, 8)
        codes += isKnown ? walk.codes[...] : walk.codes.prefix(count)
        places.append(UInt32(codes.count))
        necessary.append(UInt8(truncatingIfNeeded: count))
        isDeep.append(!isKnown)
      }
    }
  }

  private mutating func findNeeds() {
    let walk = NeedWalk(ground, limit: options.limits.needs)
    let uncovered = ground.uncovered
    let (ground, slice) = (ground, 1 << 12)
    let parts = concurrentMap((uncovered.count + slice - 1) / slice, threads: options.threads) { index in
      Needs(uncovered[index * slice..<min(uncovered.count, (index + 1) * slice)], ground, walk)
    }
    codes.reserveCapacity(parts.reduce(0) { $0 + $1.codes.count })
    offsets.reserveCapacity(uncovered.count + 1)
    necessary.reserveCapacity(uncovered.count)
    isDeep.reserveCapacity(uncovered.count)
    for part in parts {
      let before = UInt32(codes.count)
      for end in part.places { offsets.append(before + end) }
      codes += part.codes
      necessary += part.necessary
      isDeep += part.isDeep
    }
  }

  private mutating func append(_ needs: [StepCode], necessary count: Int) {
    codes += needs
    offsets.append(UInt32(codes.count))
    necessary.append(UInt8(truncatingIfNeeded: count))
    isDeep.append(false)
  }

  // MARK: Numbers for the steps

  private func number(work: Int) -> BuiltCase {
    let persons = ground.state.chain.persons.count
    // What each person lacks, and how many steps come before.
    var lacks = [UInt8](repeating: 0, count: persons)
    for code in codes { lacks[Int(code.person)] |= 1 << UInt8(code.value & 7) }
    for ways in alternatives {
      for way in ways { for code in way { lacks[Int(code.person)] |= 1 << UInt8(code.value & 7) } }
    }
    var first = [UInt32](repeating: 0, count: persons)
    var steps: [StepCode] = []
    for person in 0..<persons where lacks[person] != 0 {
      first[person] = UInt32(steps.count)
      for kind in 0..<UInt32(8) where lacks[person] >> UInt8(kind) & 1 != 0 {
        steps.append(StepCode(value: UInt32(person) << 3 | kind))
      }
    }
    let places = StepPlaces(lacks: lacks, first: first)
    var problem = RepairCase(
      goal: options.goal, covered: ground.before.covered, all: ground.before.numbers)
    problem.costs = steps.map { cost(of: $0) }
    if options.allowsEnd { problem.endCost = options.measure == .steps ? 1 : fees?.end }
    problem.numbers = ground.uncovered.map { ground.table.numbers[Int($0)] }
    problem.canEnd =
      options.allowsEnd
      ? ground.uncovered.map { ground.canEnd($0) } : [Bool](repeating: false, count: ground.uncovered.count)
    problem.offsets = offsets
    problem.needs = codes.map { places.place(of: $0) }
    problem.necessary = necessary
    problem.isDeep = isDeep
    problem.alternatives = alternatives.map { $0.map { $0.map { places.place(of: $0) } } }
    return BuiltCase(problem: problem, codes: steps, work: work)
  }

  private func cost(of code: StepCode) -> UInt64 {
    options.measure == .steps ? 1 : fees?.fee(of: code) ?? 0
  }
}

/// The places of steps in file order.
private struct StepPlaces {
  /// By person, a bit for each kind of step there is.
  let lacks: [UInt8]
  /// By person, how many steps come before.
  let first: [UInt32]

  func place(of code: StepCode) -> UInt32 {
    let person = Int(code.person)
    let before = lacks[person] & ((1 << UInt8(code.value & 7)) - 1)
    return first[person] + UInt32(before.nonzeroBitCount)
  }
}
