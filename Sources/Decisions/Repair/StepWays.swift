import SupplyChain

/// The known ways in which provisions can be covered by steps of a plan.
///
/// Invariants: the ways of a provision stand together; `offsets` is one longer than the ways, `firstWays` one longer than
/// the provisions; no way is empty, and none of a provision contains another of it.
struct StepWays {
  /// The numbers of each provision that has a way.
  private(set) var numbers: [UInt64] = []
  private(set) var firstWays: [UInt32] = [0]
  /// The provision of each way.
  private(set) var provisions: [UInt32] = []
  private(set) var offsets: [UInt32] = [0]
  /// Of all ways, one after the other; each step by its rank among equals.
  private(set) var steps: [UInt32] = []

  /// The ways that steps are part of.
  struct ByStep {
    let offsets: [UInt32]
    let ways: [UInt32]

    func range(of step: UInt32) -> Range<Int> { Int(offsets[Int(step)])..<Int(offsets[Int(step) + 1]) }
  }

  /// The ways that a plan goes, all that are known of each provision.
  ///
  /// - Parameter ranks: by step of the problem; `noIndex` for those the plan has not.
  /// - Complexity: O(steps of all ways).
  init(of problem: RepairCase, ranks: [UInt32]) {
    for p in problem.numbers.indices {
      if problem.alternatives.isEmpty {
        let needs = problem.needs[problem.needs(of: p)]
        if problem.isDeep[p] || needs.contains(where: { ranks[Int($0)] == noIndex }) { continue }
        append(needs, ranks)
      } else {
        for way in problem.alternatives[p] where way.allSatisfy({ ranks[Int($0)] != noIndex }) {
          append(way, ranks)
        }
      }
      close(numbers: problem.numbers[p])
    }
  }

  var count: Int { provisions.count }

  func steps(of way: Int) -> Range<Int> { Int(offsets[way])..<Int(offsets[way + 1]) }
  func ways(of provision: Int) -> Range<Int> { Int(firstWays[provision])..<Int(firstWays[provision + 1]) }
  func numbers(of way: Int) -> UInt64 { numbers[Int(provisions[way])] }

  /// Adds a way of the provision that is closed next.
  private mutating func append(_ way: some Sequence<UInt32>, _ ranks: [UInt32]) {
    for step in way { steps.append(ranks[Int(step)]) }
    offsets.append(UInt32(steps.count))
    provisions.append(UInt32(numbers.count))
  }

  /// Adds a provision, to which the ways belong that were added since the last.
  private mutating func close(numbers: UInt64) {
    if provisions.count == Int(firstWays[firstWays.count - 1]) { return }
    self.numbers.append(numbers)
    firstWays.append(UInt32(provisions.count))
  }

  /// - Complexity: O(steps of all ways).
  func byStep(count: Int) -> ByStep {
    var ends = [UInt32](repeating: 0, count: count + 1)
    for step in steps { ends[Int(step) + 1] += 1 }
    for step in 0..<count { ends[step + 1] += ends[step] }
    var next = ends
    var found = [UInt32](repeating: 0, count: steps.count)
    for way in provisions.indices {
      for place in steps(of: way) {
        let step = Int(steps[place])
        found[Int(next[step])] = UInt32(way)
        next[step] += 1
      }
    }
    return ByStep(offsets: ends, ways: found)
  }
}
