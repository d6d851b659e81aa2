/// Takes steps away, the least worth first, for as long as enough stays covered.
///
/// A step is worth the numbers of the provisions that need it, each shared out over its needs by cost. Going from all
/// steps down is the greedy search that suits goals near all; each provision is lost once, so it is near-linear.
/// Provisions that need one step alone are lost with it, and are only summed up.
struct Peeling {
  private let problem: RepairCase
  private let weights: [Double]
  /// Where the provisions covered at first that need several steps begin for each of these.
  private var offsets: [UInt32]
  private var provisions: [UInt32] = []
  /// Whether a step is still taken.
  private(set) var isTaken: [Bool]
  /// Whether a provision was covered at first, and was not lost with a step among several.
  private var isHeld: [Bool]
  /// How many numbers are still covered.
  private(set) var covered: UInt64 = 0
  private var values: [Value]
  /// How many numbers were lost with each step that went, in the order in which they went.
  private(set) var removed: [(step: UInt32, numbers: UInt64)] = []

  /// What hangs on a step.
  private struct Value {
    /// The numbers it would lose.
    var loss: UInt64 = 0
    var worth = 0.0
    /// How many covered provisions need it.
    var count: UInt32 = 0

    /// Its worth for its cost; nothing needs it at 0, whatever rounding left.
    var key: Double { count == 0 ? 0 : max(worth, 1e-300) }
  }

  /// Begins with some steps taken and the provisions covered that need nothing else, ended ones aside.
  ///
  /// - Complexity: O(needs + *n*) for *n* steps.
  init(_ problem: RepairCase, taking taken: [Bool], without ended: [Bool]) {
    self.problem = problem
    weights = problem.costs.map { StepBound.weight($0) }
    isTaken = taken
    isHeld = [Bool](repeating: false, count: problem.numbers.count)
    values = [Value](repeating: Value(), count: taken.count)
    offsets = [UInt32](repeating: 0, count: taken.count + 1)
    for p in problem.numbers.indices where !problem.isDeep[p] && !ended[p] {
      let needs = problem.needs(of: p)
      if !Self.areTaken(needs, of: problem.needs, taken) { continue }
      isHeld[p] = true
      covered += problem.numbers[p]
      let share = share(of: p)
      for place in needs {
        let step = Int(problem.needs[place])
        values[step].loss += problem.numbers[p]
        values[step].worth += share
        values[step].count += 1
        if needs.count > 1 { offsets[step + 1] += 1 }
      }
    }
    fileProvisions()
  }

  private static func areTaken(_ needs: Range<Int>, of all: [UInt32], _ taken: [Bool]) -> Bool {
    for place in needs where !taken[Int(all[place])] { return false }
    return true
  }

  /// Files provisions that need several steps under each of them, in file order, by the counts in `offsets`.
  private mutating func fileProvisions() {
    for step in problem.costs.indices { offsets[step + 1] += offsets[step] }
    provisions = [UInt32](repeating: 0, count: Int(offsets[problem.costs.count]))
    var next = offsets
    for p in isHeld.indices where isHeld[p] {
      let needs = problem.needs(of: p)
      if needs.count < 2 { continue }
      for place in needs {
        let step = Int(problem.needs[place])
        provisions[Int(next[step])] = UInt32(p)
        next[step] += 1
      }
    }
  }

  /// What one unit of cost of a provision's needs is worth.
  private func share(of p: Int) -> Double {
    var cost = 0.0
    for place in problem.needs(of: p) { cost += weights[Int(problem.needs[place])] }
    return Double(problem.numbers[p]) / cost
  }

  /// Whether each provision is still covered.
  ///
  /// - Complexity: O(provisions).
  func isCovered() -> [Bool] {
    var isCovered = isHeld
    for p in isCovered.indices where isCovered[p] {
      let needs = problem.needs(of: p)
      if needs.count == 1 { isCovered[p] = isTaken[Int(problem.needs[needs.lowerBound])] }
    }
    return isCovered
  }

  /// Takes steps away until at most `slack` more numbers are lost; free ones as well.
  ///
  /// - Complexity: O(*m* log *n*) in the needs of what is lost, and O(*n* log *n*) for *n* steps.
  mutating func peel(slack: UInt64) {
    var slack = slack
    var queue = StepQueue(values.map(\.key), where: isTaken)
    var touched: [UInt32] = []
    while let step = queue.pop() {
      let loss = values[Int(step)].loss
      // It comes back when it has lost something to another.
      if loss > slack { continue }
      isTaken[Int(step)] = false
      slack -= loss
      covered -= loss
      removed.append((step, loss))
      touched.removeAll(keepingCapacity: true)
      for place in Int(offsets[Int(step)])..<Int(offsets[Int(step) + 1]) {
        let p = Int(provisions[place])
        if !isHeld[p] { continue }
        isHeld[p] = false
        let share = share(of: p)
        for need in problem.needs(of: p) {
          let other = problem.needs[need]
          values[Int(other)].loss -= problem.numbers[p]
          values[Int(other)].worth -= share
          values[Int(other)].count -= 1
          if other != step { touched.append(other) }
        }
      }
      // Often the same many times over, one after the other.
      var last = step
      for other in touched where other != last {
        last = other
        if isTaken[Int(other)] { queue.put(other, worth: values[Int(other)].key) }
      }
    }
  }
}
