import Foundation
import Harness

extension Session {
  /// The tool as a user starts it: `check`, `generate`, `version`.
  func processes() throws {
    var table = MarkdownTable(["command", "ledger", "seconds", "MB/s", "beside"], numeric: [2, 3])
    let limited = ChildProcess(path: tool, arguments: ["version"])
    let version = try alternate([Contender("version") { try limited.run().seconds }], runs: max(runs, 20))[0]
    judge(.t14, on: "–", version.median.map { $0 * 1_000 })
    table.add(["version", "", version.text, "", "\(max(runs, 20)) runs"])
    for isRanged in [true, false] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): check \(workload.ledger)")
      let check = self.check(workload)
      let samples = try alternate([Contender("check") { try check.run(good: [0, 1]).seconds }], runs: runs)
      guard let seconds = samples[0].median else { continue }
      table.add([
        "check", workload.ledger, samples[0].text, Figures.short(Double(workload.bytes) / 1e6 / seconds), "",
      ])
      if !isRanged { try coldCheckAgainstPeers(workload) }
      try generating(workload, into: &table)
    }
    add(
      ResultsSection(
        "Processes",
        paragraphs: [
          "Start to exit, on two threads; `check` writes its text report to `/dev/null`, `generate` its files to the "
            + "disk that holds the ledgers. `cat` copies the same bytes into a file there."
        ], tables: [table]))
  }

  func check(_ workload: Workload) -> ChildProcess {
    ChildProcess(
      path: tool,
      arguments: [
        "check", workload.directory, "--on", "\(day)", "--lang", "en", "--threads", "\(Self.threads)",
      ])
  }

  /// A peer's load and flags in a process of its own, which is not counted; ours is counted from start to exit.
  private func coldCheckAgainstPeers(_ workload: Workload) throws {
    guard let peers else { return }
    let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
    let found = audit(chain, policy, rules: Set(Self.coreFlags)).counts(of: Self.coreFlags)
    let check = check(workload)
    for name in ["duckdb", "polars"] {
      var counts: [String: Int] = [:]
      let samples = try alternate(
        [
          Contender("check") { try check.run(good: [0, 1]).seconds },
          Contender(name) {
            let peer = try peers.start(name)
            defer { peer.stop() }
            let load = try peer.order("load \(workload.directory)")
            let (prepare, flags) = (try peer.order("prepare"), try peer.order("flags"))
            counts = flags.counts
            return load.seconds + prepare.seconds + flags.seconds
          },
        ], runs: runs)
      let title = Peer.titles[name] ?? name
      let comparison = Comparison(
        name == "duckdb"
          ? "cold check against load and core flags" : "cold check against load and flags without tiers",
        on: workload.ledger, against: title, ours: samples[0], theirs: samples[1], counts: found,
        theirCounts: counts)
      add(comparison)
      judge(
        name == "duckdb" ? .t3DuckDB : .t3Polars, on: workload.ledger, comparison.ratio,
        reason: "the counts differ")
    }
  }

  private func generating(_ workload: Workload, into table: inout MarkdownTable) throws {
    let (directory, copy) = ("\(workloads.folder)/generated", "\(workloads.folder)/copy")
    func removeOutput() {
      for path in [directory, copy] { try? FileManager.default.removeItem(atPath: path) }
    }
    defer { removeOutput() }
    let arguments = Workloads.arguments(size, isRanged: workload.isRanged)
    let generate = ChildProcess(path: tool, arguments: ["generate"] + arguments + ["--output", directory])
    let cat = ChildProcess(path: "cat", arguments: workload.tables, output: copy)
    let samples = try alternate(
      [
        Contender("generate") {
          removeOutput()
          return try generate.run().seconds
        },
        Contender("cat") {
          removeOutput()
          return try cat.run().seconds
        },
      ], runs: runs)
    guard let seconds = samples[0].median, let copied = samples[1].median else { return }
    table.add([
      "generate", workload.ledger, samples[0].text, Figures.short(Double(workload.bytes) / 1e6 / seconds),
      "`cat` \(samples[1].text) s, ÷ \(Figures.short(seconds / copied))",
    ])
  }
}
