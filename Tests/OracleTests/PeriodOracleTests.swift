import Testing

@testable import TestSupport

/// Audits of periods against the union of what the oracle finds on each day.
@Suite struct PeriodOracleTests {
  private static let seeds = Seeds.all(else: 300)

  fileprivate struct Tally {
    var kinds: [String: Int] = [:]
    /// Findings with more than one run, partly waived, of changing numbers, that begin or end within the period.
    var features: [String: Int] = [:]
    var failures: [(seed: UInt64, report: String)] = []
  }

  fileprivate struct Question {
    var from: Int
    var to: Int
    var rules: Set<String>?
    var concerning: String?
    var threads: Int
    var usesIntervals: Bool

    init(seed: UInt64, _ dataset: PlainDataset) {
      var random = RandomSource(seed: seed &+ 77)
      // Mostly around the day on which the dataset is interesting, or a day that means something everywhere.
      let anchors = [
        dataset.day, dataset.day, dataset.day, dataset.policy.certificationRequiredFrom,
        OracleCalendar.day(2024, 2, 29), OracleCalendar.day(2026, 5, 27), OracleCalendar.day(2023, 1, 1),
      ]
      let length = random.chance(10) ? 1 : random.chance(60) ? random.int(2...9) : random.int(10...40)
      from = max(1, random.pick(anchors, else: dataset.day) - random.int(0...length))
      to = from + length - 1
      let names = random.shuffled(Oracle.rules.map(\.name))
      rules = random.chance(15) ? Set(names.prefix(random.int(1...12))) : nil
      let operators = dataset.tables["operators"]?.rows.map { $0[0] } ?? []
      concerning = random.chance(15) ? random.pick(operators) : nil
      threads = Int(seed % 3) + 1
      usesIntervals = !random.chance(20)
    }

    func differences(_ dataset: PlainDataset) -> [String] {
      let found = dataset.enginePeriodAudit(
        from: from, to: to, rules: rules, concerning: concerning, threads: threads,
        usesIntervals: usesIntervals)
      guard let found else { return ["policy or days not understood"] }
      return PeriodOracle(dataset, rules: rules, concerning: concerning).audit(from: from, to: to)
        .differences(from: found)
    }
  }

  @Test func engineAgreesWithTheUnionOfDays() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for share in 0..<4 {
        group.addTask { Self.run(Self.seeds.filter { Int($0 % 4) == share }) }
      }
      var all = Tally()
      for await one in group {
        all.kinds.merge(one.kinds, uniquingKeysWith: +)
        all.features.merge(one.features, uniquingKeysWith: +)
        all.failures += one.failures
      }
      return all
    }
    for failure in tally.failures { Issue.record("seed \(failure.seed)\n\(failure.report)") }
    if Self.seeds.count >= 1_000 {
      for kind in Oracle.everyKind { #expect(tally.kinds[kind, default: 0] >= 3, "\(kind) hardly spoke") }
      for feature in ["runs", "partly waived", "numbers", "begins", "ends", "one day"] {
        #expect(tally.features[feature, default: 0] >= 20, "\(feature) hardly met")
      }
    }
  }

  /// Over more than a year, on some of the days: what holds on a day, its numbers and whether it is waived.
  @Test func longPeriodsAgreeOnSampledDays() throws {
    for seed in UInt64(1)...40 {
      let dataset = RandomDataset.make(seed: seed)
      var random = RandomSource(seed: seed &+ 5)
      let from = dataset.day - random.int(100...300)
      let to = from + 399
      guard let audit = dataset.periodAudit(from: from, to: to, threads: 2) else { continue }
      for day in [from, to, dataset.day] + (0..<5).map({ _ in random.int(from...to) }) {
        let expected = Oracle(dataset, on: day).audit().findings.map { finding in
          "\(finding.rule) \(finding.fingerprint) \(finding.numbers ?? -1) \(finding.waivedBy ?? "-")"
        }
        #expect(audit.held(on: day) == expected.sorted(), "seed \(seed), \(OracleCalendar.text(day))")
      }
    }
  }

  @Test func aPeriodOfOneDayIsTheDay() throws {
    for seed in UInt64(1)...150 {
      let dataset = RandomDataset.make(seed: seed)
      let expected = try #require(dataset.engineAudit())
      let found = try #require(dataset.enginePeriodAudit(from: dataset.day, to: dataset.day))
      let findings = expected.findings.map { finding in
        var finding = finding
        finding.since = nil
        return finding
      }
      #expect(found.findings.map(\.finding) == findings, "seed \(seed)")
      #expect(found.findings.allSatisfy { $0.periods == [dataset.day...dataset.day] }, "seed \(seed)")
      var last = found.last
      last.findings = expected.findings
      #expect(last == expected, "seed \(seed)")
    }
  }

  @Test func neitherThreadsNorIntervalsMatter() throws {
    for seed in UInt64(200)...280 {
      let dataset = RandomDataset.make(seed: seed)
      let (from, to) = (dataset.day - 15, dataset.day + 15)
      let one = try #require(dataset.enginePeriodAudit(from: from, to: to, threads: 1))
      for threads in [2, 5] {
        let other = try #require(dataset.enginePeriodAudit(from: from, to: to, threads: threads))
        #expect(one.differences(from: other).isEmpty, "seed \(seed)")
      }
      let walked = try #require(dataset.enginePeriodAudit(from: from, to: to, usesIntervals: false))
      #expect(one.differences(from: walked).isEmpty, "seed \(seed)")
    }
  }

  /// More days than one window has, so that what is found in each must be put together.
  @Test func severalWindowsAgreeWithTheWalk() throws {
    for seed in UInt64(300)...315 {
      let dataset = RandomDataset.make(seed: seed)
      let (from, to) = (dataset.day - 700, dataset.day + 400)
      let one = try #require(dataset.enginePeriodAudit(from: from, to: to))
      let walked = try #require(dataset.enginePeriodAudit(from: from, to: to, usesIntervals: false))
      #expect(one.differences(from: walked).isEmpty, "seed \(seed)")
    }
  }

  private static func run(_ seeds: [UInt64]) -> Tally {
    var tally = Tally()
    for seed in seeds where tally.failures.count < 2 {
      let dataset = RandomDataset.make(seed: seed)
      let question = Question(seed: seed, dataset)
      let expected = PeriodOracle(dataset, rules: question.rules, concerning: question.concerning).audit(
        from: question.from, to: question.to)
      for finding in expected.findings { tally.count(finding, question) }
      let found = dataset.enginePeriodAudit(
        from: question.from, to: question.to, rules: question.rules, concerning: question.concerning,
        threads: question.threads, usesIntervals: question.usesIntervals)
      if let found, expected.differences(from: found).isEmpty { continue }
      let smallest = dataset.shrunk { !question.differences($0).isEmpty }
      let days = "\(OracleCalendar.text(question.from)) to \(OracleCalendar.text(question.to))"
      let selection =
        "\(days), rules \(question.rules?.sorted() ?? ["all"]), operator \(question.concerning ?? "any"), "
        + "intervals \(question.usesIntervals)\n"
      tally.failures.append(
        (seed, smallest.listing + selection + question.differences(smallest).joined(separator: "\n")))
    }
    return tally
  }
}

extension PeriodOracleTests.Tally {
  fileprivate mutating func count(_ found: PlainPeriodFinding, _ question: PeriodOracleTests.Question) {
    kinds[found.finding.kind, default: 0] += 1
    let days = found.periods.reduce(0) { $0 + $1.count }
    let unwaived = found.unwaived.reduce(0) { $0 + $1.count }
    if found.periods.count > 1 { features["runs", default: 0] += 1 }
    if unwaived > 0 && unwaived < days { features["partly waived", default: 0] += 1 }
    if let numbers = found.finding.numbers, numbers * days != found.numberDays {
      features["numbers", default: 0] += 1
    }
    if found.periods[0].lowerBound > question.from { features["begins", default: 0] += 1 }
    if found.periods[found.periods.count - 1].upperBound < question.to { features["ends", default: 0] += 1 }
    if question.from == question.to { features["one day", default: 0] += 1 }
  }
}
