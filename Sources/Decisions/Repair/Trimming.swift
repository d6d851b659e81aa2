extension RepairCase {
  /// A plan without the steps that other ways make superfluous; as it is where the ways are not known.
  ///
  /// - Complexity: O(steps · ways), at most `limit`.
  func trimmed(_ choice: RepairChoice, limit: Int) -> RepairChoice {
    let ways = alternatives.reduce(0) { $0 + $1.count }
    guard !alternatives.isEmpty, choice.steps.count * ways <= limit else { return choice }
    var taken = [Bool](repeating: false, count: costs.count)
    for step in choice.steps { taken[Int(step)] = true }
    var isEnded = [Bool](repeating: false, count: numbers.count)
    for p in choice.ended { isEnded[Int(p)] = true }
    let ended = choice.ended.reduce(UInt64(0)) { $0 + numbers[Int($1)] }
    func isEnough() -> Bool {
      var covering: UInt64 = 0
      for p in numbers.indices where !isEnded[p] && way(of: p, taken) != nil { covering += numbers[p] }
      return isReached(covering: covering, ending: ended)
    }
    // The costliest first, then the last in file order.
    for step in choice.steps.sorted(by: { (costs[Int($0)], $0) > (costs[Int($1)], $1) }) {
      taken[Int(step)] = false
      if !isEnough() { taken[Int(step)] = true }
    }
    return RepairChoice(steps: choice.steps.filter { taken[Int($0)] }, ended: choice.ended)
  }

  /// Takes as the needs of each provision a way that a plan goes, so that its numbers are told of the right steps.
  mutating func takeWays(of choice: RepairChoice) {
    if alternatives.isEmpty { return }
    var taken = [Bool](repeating: false, count: costs.count)
    for step in choice.steps { taken[Int(step)] = true }
    var (newOffsets, newNeeds): ([UInt32], [UInt32]) = ([0], [])
    for p in numbers.indices {
      if let way = way(of: p, taken) {
        newNeeds += way
      } else {
        newNeeds += needs[needs(of: p)]
      }
      newOffsets.append(UInt32(newNeeds.count))
    }
    (offsets, needs) = (newOffsets, newNeeds)
  }

  /// The first way of a provision whose steps are all taken.
  private func way(of p: Int, _ taken: [Bool]) -> [UInt32]? {
    alternatives[p].first { $0.allSatisfy { taken[Int($0)] } }
  }
}
