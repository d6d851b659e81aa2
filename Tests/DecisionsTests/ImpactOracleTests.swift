import Banken
import Testing

@testable import Decisions
@testable import TestSupport

/// The impact of every event on every operator, held against editing the data and checking again.
@Suite struct ImpactOracleTests {
  /// Findings by fingerprint, each as one line.
  private func lines(_ audit: DayAudit) -> Set<String> { Set(PlainAudit(audit).findings.map(\.line)) }

  private func impact(_ dataset: PlainDataset, _ x: OperatorIndex, _ event: ImpactEvent) throws -> Impact {
    let day = try #require(Day(ordinal: Int32(dataset.day)))
    let policy = try #require(dataset.policy.engine)
    let state = DayState(
      SupplyChain(dataset.engineTables()), on: day, options: StateOptions(graceDays: policy.graceDays))
    return Impact(of: x, event, in: state, policy: policy, threads: 2, mostRows: .max)
  }

  /// What an impact and the oracle disagree on.
  private func disagreements(_ dataset: PlainDataset, _ x: OperatorIndex, _ event: ImpactEvent) throws
    -> [String]
  {
    let impact = try impact(dataset, x, event)
    let ids = impact.state.chain.tables.operators.ids
    let oracle = OracleImpact(dataset, operator: ids[Int(x)], event: event.rawValue)
    let (before, after) = (oracle.before.findings, oracle.after.findings)
    let had = Dictionary(grouping: before, by: \.fingerprint).compactMapValues(\.first)
    let has = Dictionary(grouping: after, by: \.fingerprint).compactMapValues(\.first)
    func counts(_ finding: PlainFinding?) -> Bool { finding.map { $0.waivedBy == nil } ?? false }
    let appear = after.filter { had[$0.fingerprint] == nil || (counts($0) && !counts(had[$0.fingerprint])) }
    let vanish = before.filter { has[$0.fingerprint] == nil || (counts($0) && !counts(has[$0.fingerprint])) }
    var wrong: [String] = []
    func compare(_ name: String, _ expected: some Equatable, _ found: some Equatable) {
      if "\(expected)" != "\(found)" { wrong.append("\(name): expected \(expected), found \(found)") }
    }
    compare("appear", appear.map(\.line).sorted(), lines(impact.appearing).sorted())
    compare("vanish", vanish.map(\.line).sorted(), lines(impact.vanishing).sorted())
    compare("count appear", appear.count(where: counts), impact.total.appear)
    compare("count vanish", vanish.count(where: counts), impact.total.vanish)
    let both = after.compactMap { now in
      had[now.fingerprint].flatMap { counts(now) && counts($0) ? (old: $0, new: now) : nil }
    }
    compare("grown", both.count { $0.new.numbers ?? 0 > $0.old.numbers ?? 0 }, impact.total.grown)
    compare("shrunk", both.count { $0.new.numbers ?? 0 < $0.old.numbers ?? 0 }, impact.total.shrunk)
    let order = ["notice", "warning", "violation"]
    func grade(_ finding: PlainFinding) -> Int { order.firstIndex(of: finding.severity) ?? -1 }
    compare("raised", both.count { grade($0.new) > grade($0.old) }, impact.total.raised)
    compare("lowered", both.count { grade($0.new) < grade($0.old) }, impact.total.lowered)
    compare(
      "ended", oracle.ended,
      impact.ended.certifications + impact.ended.approvals + impact.ended.designations
        + impact.ended.provisions)
    func names(_ operators: [OperatorIndex]) -> [String] { operators.map { ids[Int($0)] } }
    compare(
      "losses", oracle.losses.map { "\($0)" },
      impact.losses.map { loss in
        let plain = OracleImpact.Loss(
          category: OracleData.categories[Int(loss.category.rawValue)], itself: names(loss.itself),
          lost: names(loss.lost), lostNumbers: Int(loss.lostNumbers), kept: names(loss.kept),
          keptNumbers: Int(loss.keptNumbers), keptLosing: (loss.keptLosing ?? []).map { Int($0) },
          keptLosingNumbers: loss.keptLosingNumbers.map { Int($0) } ?? -1)
        return "\(plain)"
      })
    compare(
      "notices", oracle.notices.map { "\($0)" },
      impact.notified.map { entry in
        let categories = Category.allCases.filter { entry.loses.has($0) }
        let plain = OracleImpact.Notice(
          id: ids[Int(entry.operatorIndex)], isCertified: entry.isCertified, isUser: entry.isUser,
          provides: entry.provides.map { Int($0) }, receives: entry.receives.map { Int($0) },
          loses: categories.map { OracleData.categories[Int($0.rawValue)] })
        return "\(plain)"
      })
    return wrong
  }

  @Test(arguments: ImpactEvent.allCases) func agreesWithEditingTheData(_ event: ImpactEvent) throws {
    var (seen, losing) = (0, 0)
    for seed in Seeds.all(else: 120) {
      let dataset = RandomDataset.make(seed: seed)
      let count = dataset.tables["operators"]?.rows.count ?? 0
      // One operator of each dataset; the seeds go through all of them in time.
      let x = OperatorIndex(Int(seed) * 7 % count)
      let wrong = try disagreements(dataset, x, event)
      #expect(wrong.isEmpty, "seed \(seed) operator \(x)\n\(wrong.joined(separator: "\n"))")
      if !wrong.isEmpty { return }
      let impact = try impact(dataset, x, event)
      seen += impact.total.appear
      losing += impact.losses.count { $0.keptLosingNumbers ?? 0 > 0 }
    }
    #expect(seen > 30)
    #expect(event == .approval ? losing == 0 : losing > 0)
  }

  @Test func theNumberOfThreadsDoesNotMatter() throws {
    var (ended, lost, criticalRows) = (0, 0, 0)
    for seed in 1...UInt64(25) {
      let dataset = RandomDataset.make(seed: seed)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let policy = try #require(dataset.policy.engine)
      let chain = SupplyChain(dataset.engineTables())
      let x = OperatorIndex(Int(seed) % chain.tables.operators.count)
      func context(_ threads: Int) -> ReportContext {
        var context = ReportContext(language: .ja, toolVersion: "1", dataset: "d")
        context.threads = threads
        return context
      }
      let states = [1, 2, 5].map { threads in
        DayState(chain, on: day, options: StateOptions(graceDays: policy.graceDays, threads: threads))
      }
      for event in ImpactEvent.allCases {
        let answers = states.map { state in
          let threads = state.options.threads
          let impact = Impact(of: x, event, in: state, policy: policy, threads: threads)
          if threads == 1, !impact.ended.isNothing { ended += 1 }
          if threads == 1 { lost += impact.losses.reduce(0) { $0 + $1.lost.count } }
          return [AnswerFormat.json, .csv, .text].map { impact.answer($0, context: context(threads)) }
        }
        #expect(answers[0] == answers[1] && answers[0] == answers[2], "seed \(seed)")
      }
      let answers = states.map { state in
        let critical = CriticalOperators(state, threads: state.options.threads)
        if state.options.threads == 1 { criticalRows += critical.rows.count }
        return critical.answer(.json, policy: policy, context: context(state.options.threads))
      }
      #expect(answers[0] == answers[1] && answers[0] == answers[2], "seed \(seed)")
    }
    #expect(ended > 20 && lost > 0 && criticalRows > 0)
  }
}
