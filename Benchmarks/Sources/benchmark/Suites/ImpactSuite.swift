import Banken
import Harness

extension Session {
  /// What losing a certificate would change, and on whom certified chains depend, on a loaded graph of a day.
  func impacts() throws {
    var critical = MarkdownTable(["ledger", "seconds", "rows"], numeric: [1, 2])
    var table = MarkdownTable(
      ["ledger", "operator", "event", "seconds", "appear", "vanish", "lose", "tell"],
      numeric: [3, 4, 5, 6, 7])
    var chances = MarkdownTable(
      ["ledger", "event", "median, ms", "nine in ten, ms", "99 %, ms", "longest, ms"], numeric: [2, 3, 4, 5])
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
      let asked = Self.operators(of: chain)
      for event in ImpactEvent.allCases {
        let sample = Sample(
          asked.map { x in
            timed { Impact(of: x, event, in: state, policy: policy, threads: threads) }.seconds * 1e3
          })
        let figures = [sample.median, sample.share(0.9), sample.share(0.99), sample.most]
        chances.add([workload.ledger, event.rawValue] + figures.map { $0.map { Figures.short($0) } ?? "–" })
      }
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
            + "wholesaler the first of that list that is no holder, a small one the operator in the middle of the list, the "
            + "busiest the one with the most outflows.",
          "The last table is of \(Figures.grouped(Self.chosen)) operators chosen at random, each asked once and timed by itself.",
        ], tables: [critical, table, chances]))
  }

  /// How many operators are chosen at random.
  private static let chosen = 500

  private static func operators(of chain: SupplyChain) -> [OperatorIndex] {
    var dice = Dice()
    let count = chain.tables.operators.count
    return count == 0 ? [] : (0..<chosen).map { _ in OperatorIndex(dice.roll(count)) }
  }

  /// The operator with the most outflows.
  private static func busiest(of chain: SupplyChain) -> OperatorIndex? {
    var outflows = [Int](repeating: 0, count: chain.tables.operators.count)
    for x in chain.tables.provisions.suppliers { outflows[Int(x)] += 1 }
    return outflows.indices.max { (outflows[$0], $1) < (outflows[$1], $0) }.map { OperatorIndex($0) }
  }

  private static func subjects(
    _ critical: CriticalOperators, _ chain: SupplyChain
  ) -> [(title: String, operatorIndex: OperatorIndex)] {
    let rows = critical.rows
    let wholesaler = rows.first { !critical.state.isHolder($0.operatorIndex, in: $0.category) }
    let found: [(String, OperatorIndex?)] = [
      ("heaviest", rows.first?.operatorIndex), ("busiest", busiest(of: chain)),
      ("wholesaler", wholesaler?.operatorIndex),
      ("small", rows.dropFirst(rows.count / 2).first?.operatorIndex),
    ]
    return found.compactMap { title, x in x.map { (title, $0) } }
  }
}
