import Banken
import Harness

extension Session {
  /// Rules that ask how far numbers are from their holder or whether they go in a circle.
  static let chainRules: Set<RuleID> = [.uncertifiedUpstream, .secondTierResale, .circularProvision]

  /// Each rule on a prepared state, and all of them against one pass over the columns.
  func rules() throws {
    let workload = try ledger(ranged: true)
    say("\(size.name): rules")
    let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
    let state = state(chain, policy)
    let others = Set(RuleID.allCases).subtracting(Self.chainRules)
    let stream = StreamingRead(chain)
    var checksums = Set<UInt64>()
    let samples = try alternate(
      [
        contender("stream") { checksums.insert(stream.run()) },
        contender("none") { self.audit(on: state, policy, []) },
        contender("others") { self.audit(on: state, policy, others) },
        contender("state") { self.state(chain, policy) },
        contender("chains") { self.audit(on: state, policy, Self.chainRules) },
      ], runs: runs)
    guard checksums.count == 1 else { throw Stop("the streaming read gave two sums") }
    guard let read = samples[0].median, let none = samples[1].median, let most = samples[2].median,
      let prepare = samples[3].median, let search = samples[4].median
    else { return }
    judge(.t4, on: workload.ledger, most / read)
    judge(.t4Chains, on: workload.ledger, (prepare + max(0, search - none)) / read)

    var table = MarkdownTable(
      ["rule", "findings", "seconds", "ns a provision", "streaming reads"], numeric: [1, 2, 3, 4])
    for rule in RuleID.allCases {
      let sample = try alternate(
        [
          contender("none") { self.audit(on: state, policy, []) },
          contender(rule.name) { self.audit(on: state, policy, [rule]) },
        ],
        runs: runs)
      let sum = sample[1].less(sample[0].median ?? 0)
      let seconds = sum.median ?? 0
      let outcome = audit(on: state, policy, [rule]).outcomes[Int(rule.rawValue)]
      table.add([
        rule.name, outcome.notEvaluated.map(\.code) ?? Figures.grouped(outcome.results.findings.count),
        sum.text,
        Figures.short(seconds * 1e9 / Double(size.provisions)), Figures.short(seconds / read),
      ])
    }
    add(
      ResultsSection(
        "Rules",
        paragraphs: [
          "On the state of the day of the ranged ledger, two threads; each rule with its sorting and waivers, less "
            + "the \(Figures.short(none)) s that an audit without any rule takes (what rules share, and the summary). One "
            + "streaming read sums all \(Figures.grouped(stream.bytes / 1_000_000)) MB of all columns of the large tables on two "
            + "threads in \(samples[0].text) s; memory of the same size stands in for the text columns.",
          "All rules but \(Self.chainRules.sorted().map { "`\($0.name)`" }.joined(separator: ", ")) together, what they share "
            + "and the summary included: \(samples[2].text) s. The state: \(samples[3].text) s.",
        ], tables: [table]))
  }

  private func audit(on state: DayState, _ policy: Policy, _ rules: Set<RuleID>) -> DayAudit {
    DayAudit(state, options: AuditOptions(policy: policy, rules: rules, threads: Self.threads))
  }
}
