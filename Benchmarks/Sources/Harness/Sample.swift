/// Seconds, or another quantity, of several runs of one thing.
package struct Sample: Sendable, Equatable {
  /// In the order of the runs.
  package var values: [Double]

  package init(_ values: [Double] = []) {
    self.values = values
  }

  /// The value in the middle, or the mean of the two there; nil without a run.
  package var median: Double? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The value that a share of the values do not exceed, as near as there is one; nil without a run.
  package func share(_ share: Double) -> Double? {
    if values.isEmpty { return nil }
    let place = Int((Double(values.count) * share).rounded(.up)) - 1
    return values.sorted()[min(values.count - 1, max(0, place))]
  }

  package var least: Double? { values.min() }
  package var most: Double? { values.max() }

  /// Every value, each less the same amount, but never below 0.
  package func less(_ amount: Double) -> Sample {
    Sample(values.map { max(0, $0 - amount) })
  }

  /// "median (least–most)"; a dash without a run.
  package var text: String {
    guard let median, let least, let most else { return "–" }
    return "\(Figures.short(median)) (\(Figures.short(least))–\(Figures.short(most)))"
  }
}

/// One of the things that are run in turn.
package struct Contender {
  package let name: String
  /// Runs once and says how many seconds count.
  package let run: () throws -> Double

  package init(_ name: String, run: @escaping () throws -> Double) {
    self.name = name
    self.run = run
  }
}

/// Runs all once without counting, then `runs` times in turn: first, second, …, first, second, …
///
/// What disturbs the machine for a while so disturbs all of them.
package func alternate(_ contenders: [Contender], runs: Int) throws -> [Sample] {
  for contender in contenders { _ = try contender.run() }
  var samples = contenders.map { _ in Sample() }
  for _ in 0..<runs {
    for (index, contender) in contenders.enumerated() {
      samples[index].values.append(try contender.run())
    }
  }
  return samples
}

/// What something gave, and the seconds it took.
package func timed<Value>(_ body: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try body()
  let took = clock.now - start
  return (value, Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
}
