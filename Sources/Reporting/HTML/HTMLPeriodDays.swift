import Audit
import Numbering
import SupplyChain

/// On which days of a period something is found that no waiver covers.
struct HTMLDayCover {
  let whole: DayInterval

  /// The days of the findings of a rule.
  ///
  /// - Complexity: O(*n*) in findings, their runs and the days of the period.
  func runs(of findings: PeriodFindings) -> [DayInterval] {
    var steps = [Int32](repeating: 0, count: Int(whole.end - whole.start) + 1)
    for place in 0..<findings.count where !findings.results.findings[place].isWaived {
      add(findings.unwaivedPeriods(of: place), to: &steps)
    }
    return covered(steps)
  }

  /// The days of the findings about each of some operators.
  ///
  /// - Complexity: O(*n*) in findings, their runs and the operators they are about; O(days) for each operator.
  func runs(of period: PeriodAudit, about operators: [OperatorIndex]) -> [[DayInterval]] {
    let places = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($1, $0) })
    let days = Int(whole.end - whole.start) + 1
    var steps = [[Int32]](repeating: [Int32](repeating: 0, count: days), count: operators.count)
    let chain = period.merged.state.chain
    for outcome in period.outcomes {
      let findings = outcome.findings
      for place in 0..<findings.count where !findings.results.findings[place].isWaived {
        findings.results.operators(about: findings.results.findings[place], in: chain) { x in
          if let row = places[x] { add(findings.unwaivedPeriods(of: place), to: &steps[row]) }
        }
      }
    }
    return steps.map { covered($0) }
  }

  private func add(_ runs: [DayInterval], to steps: inout [Int32]) {
    for run in runs {
      let days = run.intersection(whole)
      if days.isEmpty { continue }
      steps[Int(days.start - whole.start)] += 1
      steps[Int(days.end - whole.start)] -= 1
    }
  }

  private func covered(_ steps: [Int32]) -> [DayInterval] {
    var runs: [DayInterval] = []
    var (level, start): (Int32, Int32) = (0, 0)
    for (day, step) in steps.enumerated() where step != 0 {
      if level == 0 { start = whole.start + Int32(day) }
      level += step
      if level == 0 { runs.append(DayInterval(start: start, end: whole.start + Int32(day))) }
    }
    return DayInterval.merged(runs)
  }
}

/// The days before an approval or a certification of some operators ends.
struct HTMLEndings {
  /// How many operators are named.
  private static let namedAtMost = 10

  private var all: [[DayInterval]]

  /// - Complexity: O(*n*) in provisions and the records of the operators.
  init(data: HTMLData, operators: [OperatorIndex], within whole: DayInterval) {
    let timelines = PeriodTimelines(data.audit.state.chain, graceDays: data.audit.policy.graceDays)
    let horizon = Int32(data.audit.waiverHorizon)
    let categories = Self.categories(data.tables.provisions, operators, whole)
    all = operators.indices.map { place in
      let person = Int(timelines.personOf[Int(operators[place])])
      var records = Array(timelines.certified.runs(of: person))
      for category in Category.allCases where categories[place].has(category) {
        records += timelines.approved.runs(of: person * Category.count + Int(category.rawValue))
      }
      return records.compactMap { run in
        guard run.end != Day.openEnd else { return nil }
        let window = DayInterval(start: max(run.start, run.end - horizon), end: run.end).intersection(whole)
        return window.isEmpty ? nil : window
      }
    }
  }

  /// Those of the operator at a place.
  func windows(of place: Int) -> [DayInterval] { all[place] }

  /// The first of the operators that trade in the period and whose last certificate of a run ends in it, the first to end
  /// first, equal ones in file order; and how many others there are.
  ///
  /// - Parameter named: those that are told of already.
  /// - Complexity: O(*n*) in provisions, certifications and operators.
  static func operators(
    data: HTMLData, except named: Set<OperatorIndex>, within whole: DayInterval
  ) -> (shown: [(x: OperatorIndex, end: Int32)], others: Int) {
    let (tables, count) = (data.tables, data.tables.operators.count)
    // The last day of the certificate itself is told, not that of the grace after it.
    let timelines = PeriodTimelines(data.audit.state.chain, graceDays: 0)
    var trades = [Bool](repeating: false, count: count)
    let provisions = tables.provisions
    for p in 0..<provisions.count where provisions.starts[p] < whole.end && provisions.ends[p] > whole.start {
      trades[Int(provisions.suppliers[p])] = true
      trades[Int(provisions.recipients[p])] = true
    }
    var found: [(x: OperatorIndex, end: Int32)] = []
    for x in 0..<count where trades[x] && !named.contains(OperatorIndex(x)) {
      let runs = timelines.certified.runs(of: Int(timelines.personOf[x]))
      guard let run = runs.first(where: { $0.end > whole.start && $0.end <= whole.end }) else { continue }
      found.append((x: OperatorIndex(x), end: run.end))
    }
    found.sort { ($0.end, $0.x) < ($1.end, $1.x) }
    return (Array(found.prefix(namedAtMost)), max(0, found.count - namedAtMost))
  }

  /// In which categories operators are an end of a provision some day.
  private static func categories(
    _ table: ProvisionTable, _ operators: [OperatorIndex], _ whole: DayInterval
  ) -> [CategorySet] {
    let places = Dictionary(uniqueKeysWithValues: operators.enumerated().map { ($1, $0) })
    var sets = [CategorySet](repeating: [], count: operators.count)
    for p in 0..<table.count where table.starts[p] < whole.end && table.ends[p] > whole.start {
      for x in [table.suppliers[p], table.recipients[p]] {
        if let place = places[x] { sets[place].insert(CategorySet(table.categories[p])) }
      }
    }
    return sets
  }
}
