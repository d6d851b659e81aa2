import Banken
import Harness

extension Session {
  /// Plans that bring the share of covered numbers up to the usual goal, on a loaded graph of a day.
  func repairs() throws {
    var table = MarkdownTable(
      ["ledger", "what may be done", "seconds", "steps", "of any plan at least", "covered before, after"],
      numeric: [2, 3, 4])
    for isRanged in [false, true] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): repair on \(workload.ledger)")
      let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
      let state = state(chain, policy)
      for allowsEnd in [false, true] {
        var options = RepairOptions()
        options.threads = Session.threads
        options.allowsEnd = allowsEnd
        let wanted = options
        let plan = RepairPlan(state, policy, wanted)
        guard plan.reachesGoal else { throw Stop("\(workload.ledger): the plan misses its goal") }
        let sample = try alternate(
          [contender("repair") { RepairPlan(state, policy, wanted) }], runs: runs)[0]
        table.add([
          workload.ledger, allowsEnd ? "certify, approve, end" : "certify, approve", sample.text,
          Figures.grouped(plan.steps.count), Figures.grouped(Int(plan.leastCost)),
          "\(Self.share(plan.before)), \(Self.share(plan.after))",
        ])
      }
    }
    add(
      ResultsSection(
        "Repair",
        paragraphs: [
          "Library calls on the state of a day, two threads: the plan of fewest steps for a goal of 95 %, with a bound that "
            + "no plan goes below."
        ], tables: [table]))
  }

  private static func share(_ coverage: RepairCoverage) -> String {
    let thousandths = coverage.numbers == 0 ? 1000 : coverage.covered * 1000 / coverage.numbers
    return "\(thousandths / 10).\(thousandths % 10) %"
  }
}
