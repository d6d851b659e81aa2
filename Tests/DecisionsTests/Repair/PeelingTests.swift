import Testing

@testable import Decisions
@testable import TestSupport

/// Steps taken away one by one, against the same done by looking at all of them each time.
@Suite struct PeelingTests {
  /// Provisions of one, two or four needs with numbers that can be shared out exactly, so that no rounding decides.
  private func problem(_ random: inout RandomSource) -> RepairCase {
    var problem = RepairCase(goal: .standard, covered: 0, all: 1_000_000)
    let steps = random.int(1...12)
    problem.costs = (0..<steps).map { _ in 1 }
    for _ in 0..<random.int(0...25) {
      let count = min(random.pick([1, 1, 2, 2, 4], else: 1), steps)
      let needs = random.shuffled(Array(0..<UInt32(steps))).prefix(count)
      problem.needs += needs
      problem.offsets.append(UInt32(problem.needs.count))
      problem.numbers.append(UInt64(12 * random.int(0...9)))
      problem.necessary.append(UInt8(random.int(0...needs.count)))
      problem.canEnd.append(false)
      problem.isDeep.append(random.chance(5))
    }
    return problem
  }

  @Test func theLeastWorthGoesFirst() {
    var (removed, left) = (0, 0)
    for seed in Seeds.all(else: 2_000) {
      var random = RandomSource(seed: seed)
      let problem = problem(&random)
      let taken = problem.costs.map { _ in random.chance(85) }
      let ended = problem.numbers.map { _ in random.chance(10) }
      let slack = random.pick([0, 24, 120, 400, UInt64.max], else: 0)
      var peeling = Peeling(problem, taking: taken, without: ended)
      var plain = PlainPeeling(problem, taken, ended)
      #expect(peeling.covered == plain.covered, "seed \(seed)")
      peeling.peel(slack: slack)
      plain.peel(slack: slack)
      #expect(peeling.removed.map(\.step) == plain.removed.map(\.step), "seed \(seed)")
      #expect(peeling.removed.map(\.numbers) == plain.removed.map(\.numbers), "seed \(seed)")
      #expect(peeling.isTaken == plain.isTaken && peeling.covered == plain.covered, "seed \(seed)")
      #expect(peeling.isCovered() == plain.isCovered, "seed \(seed)")
      removed += peeling.removed.count
      left += peeling.isTaken.filter { $0 }.count
    }
    #expect(removed > 2_000 && left > 1_000, "\(removed), \(left)")
  }

  @Test func theQueueGivesTheLeastAndOfEqualsTheLast() {
    var queue = StepQueue([3, 1, 2, 1, 9], where: [true, true, true, true, false])
    #expect(queue.pop() == 3)
    queue.put(0, worth: 0.5)
    queue.put(3, worth: 2)
    queue.put(4, worth: 2)
    #expect([queue.pop(), queue.pop(), queue.pop(), queue.pop(), queue.pop()] == [0, 1, 4, 3, 2])
    #expect(queue.pop() == nil)
  }

  @Test func provisionsWithTheSameNecessaryStepsAreOneBundle() {
    var problem = RepairCase(goal: .standard, covered: 0, all: 1_000)
    problem.costs = [1, 1, 1]
    problem.needs = [0, 1, 0, 1, 2, 2, 0, 2, 1, 0]
    problem.offsets = [0, 2, 5, 6, 8, 10]
    problem.necessary = [2, 2, 1, 0, 2]
    problem.numbers = [10, 20, 30, 40, 50]
    let bundles = NeedBundles(problem)
    #expect(bundles.numbers == [30, 50] && bundles.steps == [0, 1, 1, 0])
    #expect(bundles.alone == [0, 0, 30] && bundles.free == 40)
  }

  /// A bound does not depend on how the numbers fall into provisions.
  @Test func aBoundIsThatOfTheProvisionsPutTogether() {
    var greatest: UInt64 = 0
    for seed in Seeds.all(else: 500) {
      var random = RandomSource(seed: seed)
      var whole = problem(&random)
      whole.costs = whole.costs.map { _ in UInt64(random.int(0...6)) }
      let numbers = whole.numbers.reduce(0, +)
      whole = whole.counting(numbers)
      var split = whole
      for p in whole.numbers.indices where random.chance(50) {
        let part = UInt64(random.int(0...Int(whole.numbers[p])))
        split.numbers[p] -= part
        split.numbers.append(part)
        split.needs += whole.needs[whole.needs(of: p)]
        split.offsets.append(UInt32(split.needs.count))
        split.necessary.append(whole.necessary[p])
        split.canEnd.append(false)
        split.isDeep.append(whole.isDeep[p])
      }
      let bound = StepBound.least(whole)
      #expect(StepBound.least(split) == bound, "seed \(seed)")
      #expect(bound <= whole.costs.reduce(0, +), "seed \(seed)")
      greatest = max(greatest, bound)
    }
    #expect(greatest > 10)
  }
}

extension RepairCase {
  /// The same case of a ledger that has so many numbers.
  fileprivate func counting(_ all: UInt64) -> RepairCase {
    var other = RepairCase(goal: goal, covered: 0, all: all)
    (other.costs, other.numbers, other.canEnd) = (costs, numbers, canEnd)
    (other.offsets, other.needs, other.necessary, other.isDeep) = (offsets, needs, necessary, isDeep)
    return other
  }
}

/// Takes steps away in the plainest way.
private struct PlainPeeling {
  let problem: RepairCase
  var isTaken: [Bool]
  var isCovered: [Bool]
  var removed: [(step: UInt32, numbers: UInt64)] = []

  init(_ problem: RepairCase, _ taken: [Bool], _ ended: [Bool]) {
    self.problem = problem
    isTaken = taken
    isCovered = problem.numbers.indices.map { p in
      !problem.isDeep[p] && !ended[p] && problem.needs(of: p).allSatisfy { taken[Int(problem.needs[$0])] }
    }
  }

  var covered: UInt64 {
    problem.numbers.indices.reduce(0) { $0 + (isCovered[$1] ? problem.numbers[$1] : 0) }
  }

  /// The covered provisions that need a step.
  private func provisions(_ step: Int) -> [Int] {
    problem.numbers.indices.filter { p in
      isCovered[p] && problem.needs(of: p).contains { Int(problem.needs[$0]) == step }
    }
  }

  mutating func peel(slack: UInt64) {
    var slack = slack
    while true {
      var best: (worth: Double, step: Int, loss: UInt64)?
      for step in isTaken.indices where isTaken[step] {
        let provisions = provisions(step)
        let loss = provisions.reduce(0) { $0 + problem.numbers[$1] }
        if loss > slack { continue }
        let shares = provisions.map { Double(problem.numbers[$0]) / Double(problem.needs(of: $0).count) }
        let worth = provisions.isEmpty ? 0 : max(shares.reduce(0, +), 1e-300)
        // Of equals the last.
        if best.map({ worth <= $0.worth }) ?? true { best = (worth, step, loss) }
      }
      guard let best else { return }
      for p in provisions(best.step) { isCovered[p] = false }
      isTaken[best.step] = false
      slack -= best.loss
      removed.append((UInt32(best.step), best.loss))
    }
  }
}
