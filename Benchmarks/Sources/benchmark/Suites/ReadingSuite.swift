import Banken
import Harness

extension Session {
  /// Loading the tables: one thread, two threads, `wc -l`, and the peers that read tables.
  func reading() throws {
    var table = MarkdownTable(
      ["ledger", "MB", "1 thread, s", "2 threads, s", "`wc -l`, s", "MB/s", "1 ÷ 2 threads"],
      numeric: [1, 2, 3, 4, 5, 6])
    for isRanged in [true, false] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): reading \(workload.ledger)")
      let directory = workload.directory
      let counter = ChildProcess(path: "wc", arguments: ["-l"] + workload.tables)
      let samples = try alternate(
        [
          contender("two") { try self.read(directory) },
          contender("one") { try self.read(directory, threads: 1) },
          Contender("wc") { try counter.run().seconds },
        ], runs: runs)
      guard let two = samples[0].median, let one = samples[1].median, let lines = samples[2].median else {
        continue
      }
      judge(.t1, on: workload.ledger, two / lines)
      judge(.t13Load, on: workload.ledger, one / two)
      table.add([
        workload.ledger, Figures.short(Double(workload.bytes) / 1e6), samples[1].text, samples[0].text,
        samples[2].text,
        Figures.short(Double(workload.bytes) / 1e6 / two), Figures.short(one / two),
      ])
      try readingAgainstPeers(workload)
    }
    add(
      ResultsSection(
        "Reading",
        paragraphs: [
          "Mapping the files, finding their encoding, checking every cell, resolving ids and building the graph; the files "
            + "are in the page cache. `wc -l` reads the same files on one thread."
        ], tables: [table]))
  }

  private func readingAgainstPeers(_ workload: Workload) throws {
    guard let peers else { return }
    let started = try (["duckdb", "polars"] + (takesLadybug && !workload.isRanged ? ["ladybug"] : [])).map(
      peers.start)
    defer { for peer in started { peer.stop() } }
    let order = "load \(workload.directory)"
    let samples = try alternate(
      [contender("Banken") { try self.read(workload.directory) }] + started.map { $0.contender(order) },
      runs: runs)
    let counts = rowCounts(try chain(workload.directory).tables)
    for (index, peer) in started.enumerated() {
      let comparison = Comparison(
        "load the tables", on: workload.ledger, against: peer.title, ours: samples[0],
        theirs: samples[index + 1],
        counts: counts, theirCounts: peer.counts[order] ?? [:])
      add(comparison)
      if peer.name == "duckdb" || peer.name == "polars" {
        judge(
          peer.name == "duckdb" ? .t2DuckDB : .t2Polars, on: workload.ledger, comparison.ratio,
          reason: "the counts differ")
      }
    }
  }

  func rowCounts(_ tables: Tables) -> Counts {
    [
      "operators": tables.operators.count, "designations": tables.designations.count,
      "approvals": tables.approvals.count, "certifications": tables.certifications.count,
      "provisions": tables.provisions.count, "caps": tables.caps.count,
    ]
  }
}
