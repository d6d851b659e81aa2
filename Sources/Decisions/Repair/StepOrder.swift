/// Puts the steps of a plan into the order in which each next one covers most when those before it are done.
///
/// A step covers the provisions it was the last to be missing for, on any way that is known of them. What that comes to
/// is kept step by step, so that each way is looked at once for each of its steps.
struct StepOrder {
  /// Steps go by their rank among equals.
  private let costs: [UInt64]
  private let ways: StepWays
  private let waysByStep: StepWays.ByStep
  private var isDone: [Bool]
  /// By way, how many of its steps are missing.
  private var missing: [UInt32]
  /// By provision.
  private var isCovered: [Bool]
  /// What each step would cover if it were next.
  private var gains: [UInt64]
  private var heap: [Entry] = []
  private var touched: [UInt32] = []

  private struct Entry {
    let gain: UInt64
    let step: UInt32
  }

  /// The steps in order, by their rank among equals; of steps that cover as much for their cost the first goes first.
  ///
  /// - Complexity: O(*m* log *m*) in the steps of all ways; where a provision has *k* ways, *k* times as much for these.
  static func order(costs: [UInt64], _ ways: StepWays) -> [UInt32] {
    var search = StepOrder(costs, ways)
    return search.run()
  }

  private init(_ costs: [UInt64], _ ways: StepWays) {
    self.costs = costs
    self.ways = ways
    waysByStep = ways.byStep(count: costs.count)
    isDone = [Bool](repeating: false, count: costs.count)
    isCovered = [Bool](repeating: false, count: ways.numbers.count)
    gains = [UInt64](repeating: 0, count: costs.count)
    missing = (0..<ways.count).map { UInt32(ways.steps(of: $0).count) }
    for way in 0..<ways.count where missing[way] == 1 {
      gains[Int(ways.steps[ways.steps(of: way).lowerBound])] += ways.numbers(of: way)
    }
  }

  private mutating func run() -> [UInt32] {
    for step in costs.indices { push(UInt32(step)) }
    var order: [UInt32] = []
    order.reserveCapacity(costs.count)
    while let entry = pop() {
      if isDone[Int(entry.step)] || entry.gain != gains[Int(entry.step)] { continue }
      isDone[Int(entry.step)] = true
      order.append(entry.step)
      touched.removeAll(keepingCapacity: true)
      for place in waysByStep.range(of: entry.step) { take(entry.step, outOf: Int(waysByStep.ways[place])) }
      touched.sort()
      var last = entry.step
      for step in touched where step != last {
        last = step
        if !isDone[Int(step)] { push(step) }
      }
    }
    return order
  }

  /// One step fewer is missing for a way.
  private mutating func take(_ step: UInt32, outOf way: Int) {
    let provision = Int(ways.provisions[way])
    if isCovered[provision] { return }
    missing[way] -= 1
    if missing[way] == 0 {
      isCovered[provision] = true
      for other in lastSteps(of: provision, besides: way) {
        change(other, by: ways.numbers[provision], grows: false)
      }
    } else if missing[way] == 1, let last = lastStep(of: way),
      !lastSteps(of: provision, besides: way).contains(last)
    {
      change(last, by: ways.numbers[provision], grows: true)
    }
  }

  private mutating func change(_ step: UInt32, by numbers: UInt64, grows: Bool) {
    if grows { gains[Int(step)] += numbers } else { gains[Int(step)] -= numbers }
    touched.append(step)
  }

  /// The steps each of which alone would cover a provision on another of its ways, each once.
  private func lastSteps(of provision: Int, besides way: Int) -> [UInt32] {
    let all = ways.ways(of: provision)
    if all.count == 1 { return [] }
    var steps: [UInt32] = []
    for other in all where other != way && missing[other] == 1 {
      if let last = lastStep(of: other), !steps.contains(last) { steps.append(last) }
    }
    return steps
  }

  /// The first step of a way that is not done.
  private func lastStep(of way: Int) -> UInt32? {
    ways.steps(of: way).lazy.map { ways.steps[$0] }.first { !isDone[Int($0)] }
  }

  // MARK: The heap

  /// Whether one entry goes before another: more numbers for its cost; what covers nothing goes by rank alone.
  private func precedes(_ left: Entry, _ right: Entry) -> Bool {
    let (a, b) = (costs[Int(left.step)], costs[Int(right.step)])
    if left.gain == 0 || right.gain == 0 || a == b || a == 0 && b == 0 {
      return left.gain != right.gain ? left.gain > right.gain : left.step < right.step
    }
    let (first, second) = (UInt128(left.gain) * UInt128(b), UInt128(right.gain) * UInt128(a))
    return first != second ? first > second : left.step < right.step
  }

  private mutating func push(_ step: UInt32) {
    heap.append(Entry(gain: gains[Int(step)], step: step))
    var place = heap.count - 1
    while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
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
      var best = place
      if left < heap.count, precedes(heap[left], heap[best]) { best = left }
      if right < heap.count, precedes(heap[right], heap[best]) { best = right }
      if best == place { return first }
      heap.swapAt(place, best)
      place = best
    }
  }
}
