import Banken
import Harness

extension Session {
  /// What losing a certificate would change, and on whom certified chains depend, on a loaded graph of a day.
  func impacts() throws {
    var critical = MarkdownTable(["ledger", "seconds", "rows"], numeric: [1, 2])
    var table = MarkdownTable(
      ["ledger", "operator", "event", "seconds", "appear", "vanish", "lose", "tell"],
      numeric: [3, 4, 5, 6, 7])
    for isRanged in [false, true] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): impact on \(workload.ledger)")
      let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
      let state = state(chain, policy)
      let threads = Session.threads
      let found = CriticalOperators(state, threads: threads)
      let ranked = try alternate(
        [contender("critical") { CriticalOperators(state, threads: threads) }], runs: runs)[0]
      critical.add([workload.ledger, ranked.text, Figures.grouped(found.rows.count)])
      for (title, x) in Self.subjects(found, chain) {
        for event in ImpactEvent.allCases {
          let impact = Impact(of: x, event, in: state, policy: policy, threads: threads)
          let sample = try alternate(
            [
              contender("impact") { Impact(of: x, event, in: state, policy: policy, threads: threads) }
            ], runs: runs)[0]
          let lost = impact.losses.reduce(0) { $0 + $1.lost.count }
          let counts = [impact.total.appear, impact.total.vanish, lost, impact.notified.count]
          table.add(
            [workload.ledger, title, event.rawValue, sample.text] + counts.map { Figures.grouped($0) })
        }
      }
    }
    add(
      ResultsSection(
        "Impact and dependence",
        paragraphs: [
          "Library calls on the state of a day, two threads. The heaviest is the operator on which most others depend, a "
            + "wholesaler the first of that list that is no holder, a small one the operator in the middle of the list."
        ], tables: [critical, table]))
  }

  private static func subjects(
    _ critical: CriticalOperators, _ chain: SupplyChain
  ) -> [(title: String, operatorIndex: OperatorIndex)] {
    let rows = critical.rows
    let wholesaler = rows.first { !critical.state.isHolder($0.operatorIndex, in: $0.category) }
    return [
      ("heaviest", rows.first), ("wholesaler", wholesaler), ("small", rows.dropFirst(rows.count / 2).first),
    ]
    .compactMap { title, row in row.map { (title, $0.operatorIndex) } }
  }
}
