/// Takes steps away, the least worth first, for as long as enough stays covered.
///
/// A step is worth the numbers of the provisions that need it, each shared out over its needs by cost. Going from all
/// steps down is the greedy search that suits goals near all; each provision is lost once, so it is near-linear.
struct Peeling {
  private let problem: RepairCase
  private let offsets: [UInt32]
  private let provisions: [UInt32]
  /// 1 for a step that is still taken.
  private(set) var isTaken: [Bool]
  /// Whether a provision is still covered.
  private(set) var isCovered: [Bool]
  /// How many numbers are still covered.
  private(set) var covered: UInt64 = 0
  /// The numbers each step would lose.
  private var losses: [UInt64]
  private var counts: [UInt32]
  private var worths: [Double]
  private var heap: [Entry] = []
  /// How many numbers were lost with each step that went, in the order in which they went.
  private(set) var removed: [(step: UInt32, numbers: UInt64)] = []

  private struct Entry {
    let worth: Double
    let step: UInt32

    func precedes(_ other: Entry) -> Bool {
      // Of equals the last in file order goes first.
      worth != other.worth ? worth < other.worth : step > other.step
    }
  }

  /// Begins with some steps taken and the provisions covered that need nothing else.
  ///
  /// - Complexity: O(needs + *n* log *n*) for *n* steps.
  init(_ problem: RepairCase, taking taken: [Bool], without ended: [Bool]) {
    self.problem = problem
    (offsets, provisions) = problem.provisionsByStep()
    isTaken = taken
    isCovered = [Bool](repeating: false, count: problem.numbers.count)
    losses = [UInt64](repeating: 0, count: taken.count)
    counts = [UInt32](repeating: 0, count: taken.count)
    worths = [Double](repeating: 0, count: taken.count)
    for p in problem.numbers.indices where !problem.isDeep[p] && !ended[p] {
      let needs = problem.needs(of: p)
      if !needs.allSatisfy({ taken[Int(problem.needs[$0])] }) { continue }
      isCovered[p] = true
      covered += problem.numbers[p]
      let share = share(of: p)
      for place in needs {
        let step = Int(problem.needs[place])
        losses[step] += problem.numbers[p]
        counts[step] += 1
        worths[step] += share
      }
    }
    for step in taken.indices where taken[step] { push(step) }
  }

  /// What one unit of cost of a provision's needs is worth.
  private func share(of p: Int) -> Double {
    var cost = 0.0
    for place in problem.needs(of: p) { cost += weight(Int(problem.needs[place])) }
    return Double(problem.numbers[p]) / cost
  }

  /// The cost of a step; steps that are free still count a little.
  private func weight(_ step: Int) -> Double {
    problem.costs[step] == 0 ? 0.001 : Double(problem.costs[step])
  }

  /// Takes steps away until at most `slack` more numbers are lost; free ones as well.
  ///
  /// - Complexity: O(*m* log *m*) in the needs of what is lost.
  mutating func peel(slack: UInt64) {
    var slack = slack
    var touched: [Int] = []
    while let entry = pop() {
      let step = Int(entry.step)
      if !isTaken[step] || entry.worth != key(step) || losses[step] > slack { continue }
      isTaken[step] = false
      slack -= losses[step]
      removed.append((entry.step, losses[step]))
      touched.removeAll(keepingCapacity: true)
      for place in Int(offsets[step])..<Int(offsets[step + 1]) {
        let p = Int(provisions[place])
        if !isCovered[p] { continue }
        isCovered[p] = false
        covered -= problem.numbers[p]
        let share = share(of: p)
        for need in problem.needs(of: p) {
          let other = Int(problem.needs[need])
          losses[other] -= problem.numbers[p]
          counts[other] -= 1
          worths[other] -= share
          if other != step { touched.append(other) }
        }
      }
      touched.sort()
      var last = -1
      for other in touched where other != last {
        last = other
        if isTaken[other] { push(other) }
      }
    }
  }

  /// The worth of a step for its cost; nothing needs it at 0, whatever rounding left.
  private func key(_ step: Int) -> Double { counts[step] == 0 ? 0 : max(worths[step], 1e-300) }

  // MARK: The heap

  private mutating func push(_ step: Int) {
    heap.append(Entry(worth: key(step), step: UInt32(step)))
    var place = heap.count - 1
    while place > 0, heap[place].precedes(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var place = 0
    while true {
      let (left, right) = (2 * place + 1, 2 * place + 2)
      var least = place
      if left < heap.count, heap[left].precedes(heap[least]) { least = left }
      if right < heap.count, heap[right].precedes(heap[least]) { least = right }
      if least == place { return first }
      heap.swapAt(place, least)
      place = least
    }
  }
}
