import Bytes
import Numbering
import SupplyChain

/// What the steps of a plan really cover, one after the other, by any chain there is.
struct StepCoverage {
  /// How things stand after some of the steps and ends: after none, after the first, and so on.
  private(set) var running: [RepairCoverage]
  /// The provisions that have to be ended: those that no step covers, the greatest first.
  private(set) var ended: [ProvisionIndex]

  /// Works out the coverage after each of some steps, and after each end that follows them.
  ///
  /// What the steps cover need not be ended; so those ends are left out.
  ///
  /// nil when the clean levels on the way cannot be kept.
  ///
  /// - Complexity: O(operators + *u* log *k*) for *u* uncovered provisions and the level pieces of one supplier, and what
  ///   `CleanTimes` takes.
  init?(_ ground: RepairGround, _ steps: [StepCode], ending: [ProvisionIndex], threads: Int) {
    guard let times = StepTimes(ground, steps, threads: threads) else { return nil }
    let table = ground.table
    let left = ending.filter { times.time(of: $0) == CleanTimes.never }
    ended = left.sorted { (table.numbers[Int($1)], $0) < (table.numbers[Int($0)], $1) }
    let uncovered = ground.uncovered
    let parts = max(1, min(threads, uncovered.count >> 10))
    let gains = concurrentMap(parts, threads: threads) { part in
      let places = uncovered.count * part / parts..<uncovered.count * (part + 1) / parts
      return Self.gains(uncovered[places], times, table, count: steps.count)
    }
    var now = ground.before
    running = [now]
    for step in steps.indices {
      for part in gains {
        now.coveredProvisions += part.provisions[step]
        now.covered += part.numbers[step]
      }
      running.append(now)
    }
    for p in ended {
      now.provisions -= 1
      now.numbers -= table.numbers[Int(p)]
      running.append(now)
    }
  }

  /// By step, how many of some provisions it covers, and how many numbers these have.
  private static func gains(
    _ uncovered: ArraySlice<ProvisionIndex>, _ times: StepTimes, _ table: ProvisionTable, count: Int
  ) -> (provisions: [Int], numbers: [UInt64]) {
    var provisions = [Int](repeating: 0, count: count)
    var numbers = [UInt64](repeating: 0, count: count)
    for p in uncovered {
      let time = times.time(of: p)
      if time == 0 || time == CleanTimes.never { continue }
      provisions[Int(time) - 1] += 1
      numbers[Int(time) - 1] += table.numbers[Int(p)]
    }
    return (provisions, numbers)
  }
}

/// After which of the steps of a plan provisions are covered.
private struct StepTimes: Sendable {
  private let table: ProvisionTable
  private let user: [UInt8]
  /// By operator and category, after which step the one is both certified and approved in the other.
  private let inOrder: [UInt32]
  private let clean: CleanTimes

  init?(_ ground: RepairGround, _ steps: [StepCode], threads: Int) {
    let (persons, approved) = (ground.state.chain.persons, ground.state.approved)
    var certified = ground.state.certified.map { $0 != 0 ? 0 : CleanTimes.never }
    var inOrder = [UInt32](repeating: 0, count: approved.count << 3)
    for x in approved.indices {
      for category in 0..<Category.count where approved[x] >> UInt8(category) & 1 == 0 {
        inOrder[x << 3 | category] = CleanTimes.never
      }
    }
    for (place, step) in steps.enumerated() {
      let time = UInt32(place + 1)
      for x in persons.members(of: step.person) {
        guard let category = step.category else {
          certified[Int(x)] = min(certified[Int(x)], time)
          continue
        }
        let cell = Int(x) << 3 | Int(category.rawValue)
        inOrder[cell] = min(inOrder[cell], time)
      }
    }
    guard let clean = CleanTimes(ground.state, certifiedFrom: certified, threads: threads) else { return nil }
    for cell in inOrder.indices { inOrder[cell] = max(inOrder[cell], certified[cell >> 3]) }
    (self.inOrder, self.clean) = (inOrder, clean)
    (table, user) = (ground.table, ground.state.user)
  }

  /// After how many steps an uncovered provision is covered; `never` if it is not.
  func time(of p: ProvisionIndex) -> UInt32 {
    let category = Int(table.categories[Int(p)].rawValue)
    let (supplier, recipient) = (Int(table.suppliers[Int(p)]), Int(table.recipients[Int(p)]))
    var time = inOrder[supplier << 3 | category]
    if user[recipient] == 0 { time = max(time, inOrder[recipient << 3 | category]) }
    return time == CleanTimes.never ? time : max(time, clean.time(of: p))
  }
}
