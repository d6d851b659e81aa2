import Banken
import Harness

extension Session {
  /// The most memory of loading, auditing and the whole tool; pages of the input files are not counted.
  func memory() throws {
    var table = MarkdownTable(
      ["ledger", "load, MB", "audit, MB", "`banken check`, MB", "bytes a provision"], numeric: [1, 2, 3, 4])
    for isRanged in [true, false] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): memory, \(workload.ledger)")
      let policy = try policy(of: workload)
      let check = check(workload)
      var peak: Int?
      _ = try check.run(good: [0, 1]) { peak = OwnMemory.watch($0) }
      let budget = 80 * size.provisions + 200 * size.operators
      judge(.t6, on: workload.ledger, peak.map { Double($0) / Double(budget) }, reason: "no /proc")
      let (chain, load) = try OwnMemory.peak { try self.chain(workload.directory) }
      let (audit, audited) = OwnMemory.peak { self.audit(chain, policy) }
      withExtendedLifetime(audit) {}
      func megabytes(_ bytes: Int?) -> String { bytes.map { Figures.short(Double($0) / 1e6) } ?? "–" }
      table.add([
        workload.ledger, megabytes(load), megabytes(audited), megabytes(peak),
        peak.map { Figures.short(Double($0) / Double(size.provisions)) } ?? "–",
      ])
    }
    add(
      ResultsSection(
        "Memory",
        paragraphs: [
          "The most of `RssAnon` + `RssShmem` (/proc/PID/status), looked at every 2 ms, so that pages of mapped input files do "
            + "not count. Load and audit inside the benchmark, each less what there was before it; the audit comes on top of "
            + "the loaded graph. `banken check` as a process, everything included. One run."
        ], tables: [table]))
  }
}
