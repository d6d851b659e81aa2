/// The necessary steps of all provisions; those of provisions that have the same ones together.
///
/// Whatever is shared out by the steps alone is shared out alike for the provisions of a bundle.
struct NeedBundles {
  /// Where the steps of each bundle begin; one longer.
  private var offsets: [UInt32] = [0]
  /// Two or more for each bundle.
  private(set) var steps: [UInt32] = []
  /// The numbers of its provisions, added up.
  private(set) var numbers: [Double] = []
  /// Of the numbers of its bundle, how many are counted for each of `steps`.
  var shares: [Double] = []
  /// By step, the numbers of the provisions for which nothing else is necessary.
  private(set) var alone: [Double]
  /// The numbers of the provisions for which nothing is.
  private(set) var free: UInt64 = 0

  /// - Complexity: O(necessary steps of all provisions).
  init(_ problem: RepairCase) {
    var single = [UInt64](repeating: 0, count: problem.costs.count)
    var several = 0
    for p in problem.numbers.indices {
      switch problem.necessary[p] {
      case 0: free += problem.numbers[p]
      case 1: single[Int(problem.needs[Int(problem.offsets[p])])] += problem.numbers[p]
      default: several += 1
      }
    }
    alone = single.map { Double($0) }
    var capacity = 16
    while capacity < 2 * several { capacity *= 2 }
    // Bundles by a hash of their steps; open addressing.
    var table = [UInt32](repeating: .max, count: capacity)
    var sums: [UInt64] = []
    for p in problem.numbers.indices where problem.necessary[p] > 1 {
      let first = Int(problem.offsets[p])
      let needs = first..<first + Int(problem.necessary[p])
      var hash: UInt64 = 0
      for place in needs { hash = (hash ^ UInt64(problem.needs[place])) &* 0x9E37_79B9_7F4A_7C15 }
      var place = Int(hash >> 32) & (capacity - 1)
      while table[place] != .max, !isMade(Int(table[place]), of: needs, problem.needs) {
        place = (place + 1) & (capacity - 1)
      }
      if table[place] == .max {
        table[place] = UInt32(sums.count)
        steps += problem.needs[needs]
        offsets.append(UInt32(steps.count))
        sums.append(problem.numbers[p])
      } else {
        sums[Int(table[place])] += problem.numbers[p]
      }
    }
    numbers = sums.map { Double($0) }
    shares = [Double](repeating: 0, count: steps.count)
  }

  /// Where the steps of a bundle lie.
  func range(_ bundle: Int) -> Range<Int> { Int(offsets[bundle])..<Int(offsets[bundle + 1]) }

  /// Whether a bundle has exactly those steps, in that order.
  private func isMade(_ bundle: Int, of needs: Range<Int>, _ all: [UInt32]) -> Bool {
    let own = range(bundle)
    if own.count != needs.count { return false }
    for index in 0..<own.count where steps[own.lowerBound + index] != all[needs.lowerBound + index] {
      return false
    }
    return true
  }
}
