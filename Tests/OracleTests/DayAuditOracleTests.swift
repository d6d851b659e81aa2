import Testing

@testable import TestSupport

/// The engine against the oracle on thousands of random datasets: all members of all findings, in order.
@Suite struct DayAuditOracleTests {
  private static let seeds = Seeds.all(else: 3_000)

  /// What a share of the seeds came to.
  private struct Tally {
    var kinds: [String: Int] = [:]
    var failures: [(seed: UInt64, report: String)] = []
  }

  @Test func engineAgreesWithOracle() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for share in 0..<4 {
        group.addTask { DayAuditOracleTests.run(DayAuditOracleTests.seeds.filter { Int($0 % 4) == share }) }
      }
      var all = Tally()
      for await one in group {
        all.kinds.merge(one.kinds, uniquingKeysWith: +)
        all.failures += one.failures
      }
      return all
    }
    for failure in tally.failures { Issue.record("seed \(failure.seed)\n\(failure.report)") }
    if DayAuditOracleTests.seeds.count >= 1_000 {
      for kind in Oracle.everyKind { #expect(tally.kinds[kind, default: 0] >= 5, "\(kind) hardly spoke") }
    }
  }

  private static func run(_ seeds: [UInt64]) -> Tally {
    var tally = Tally()
    for seed in seeds where tally.failures.count < 2 {
      let dataset = RandomDataset.make(seed: seed)
      // Now and then with some rules only, or about one operator only.
      var random = RandomSource(seed: seed)
      let names = random.shuffled(Oracle.rules.map(\.name))
      let rules = random.chance(15) ? Set(names.prefix(random.int(1...12))) : nil
      let operators = dataset.tables["operators"]?.rows.map { $0[0] } ?? []
      let concerning = random.chance(15) ? random.pick(operators) : nil
      let threads = Int(seed % 3) + 1
      let expected = Oracle(dataset, rules: rules, concerning: concerning).audit()
      for finding in expected.findings { tally.kinds[finding.kind, default: 0] += 1 }
      let found = dataset.engineAudit(rules: rules, concerning: concerning, threads: threads)
      if let found, expected.differences(from: found).isEmpty { continue }
      let disagreements = { (dataset: PlainDataset) in
        dataset.disagreements(rules: rules, concerning: concerning, threads: threads)
      }
      let smallest = dataset.shrunk { !disagreements($0).isEmpty }
      let selection = "rules \(rules?.sorted() ?? ["all"]), operator \(concerning ?? "any")\n"
      tally.failures.append(
        (seed, smallest.listing + selection + disagreements(smallest).joined(separator: "\n")))
    }
    return tally
  }
}
