import Banken
import Harness

extension Session {
  /// Cost per provision here against that of a smaller ledger.
  func scale() throws {
    let base = size.base
    var table = MarkdownTable(
      ["size", "load, s", "ns a provision", "audit, s", "ns a provision"], numeric: [1, 2, 3, 4])
    say("\(size.name): cost per provision against \(base.name)")
    let ledgers = [try workloads.ledger(base, isRanged: true), try ledger(ranged: true)]
    let loads = try alternate(
      ledgers.map { workload in contender("load") { try self.read(workload.directory) } }, runs: runs)
    let chains = try ledgers.map { try chain($0.directory) }
    let policies = try ledgers.map { try policy(of: $0) }
    let audits = try alternate(
      chains.indices.map { index in contender("audit") { self.audit(chains[index], policies[index]) } },
      runs: runs)
    func cost(_ sample: Sample, _ size: WorkloadSize) -> Double {
      (sample.median ?? .nan) * 1e9 / Double(size.provisions)
    }
    for (index, size) in [base, size].enumerated() {
      table.add([
        size.name, loads[index].text, Figures.short(cost(loads[index], size)), audits[index].text,
        Figures.short(cost(audits[index], size)),
      ])
    }
    judge(.t7Load, on: "ranged, \(size.name) ÷ \(base.name)", cost(loads[1], size) / cost(loads[0], base))
    judge(.t7Audit, on: "ranged, \(size.name) ÷ \(base.name)", cost(audits[1], size) / cost(audits[0], base))
    add(ResultsSection("Cost per provision", paragraphs: ["Ranged ledgers, two threads."], tables: [table]))
  }
}
