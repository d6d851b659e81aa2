import Banken
import Harness

extension Session {
  /// The state of the day and the whole audit of a loaded graph, and the core flags against the table peers.
  func auditing() throws {
    var table = MarkdownTable(
      ["ledger", "findings", "state, s", "audit, 1 thread, s", "audit, 2 threads, s", "1 ÷ 2 threads"],
      numeric: [1, 2, 3, 4, 5])
    for isRanged in [true, false] {
      let workload = try ledger(ranged: isRanged)
      say("\(size.name): auditing \(workload.ledger)")
      let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
      let samples = try alternate(
        [
          contender("two") { self.audit(chain, policy) },
          contender("one") { self.audit(chain, policy, threads: 1) },
          contender("state") { self.state(chain, policy) },
        ], runs: runs)
      guard let two = samples[0].median, let one = samples[1].median else { continue }
      judge(.t13Audit, on: workload.ledger, one / two)
      table.add([
        workload.ledger, Figures.grouped(audit(chain, policy).total), samples[2].text, samples[1].text,
        samples[0].text,
        Figures.short(one / two),
      ])
      if !isRanged { try coreFlagsAgainstPeers(workload, chain, policy) }
    }
    var section = ResultsSection(
      "Audit of a day",
      paragraphs: [
        "*state* is what rules look at: masks, levels and clean levels, tiers. *audit* is the state and all 31 rules."
      ],
      tables: [table])
    if peers != nil {
      section.paragraphs.append(
        "Core flags: \(Self.coreFlags.map { "`\($0.name)`" }.joined(separator: ", ")); ours with the state of the day. The peers "
          + "have operator ids as numbers already; that is not counted here, but in the cold check."
          + (takesLadybug ? "" : " Ladybug is measured at size S only: loading takes minutes here."))
    }
    add(section)
  }

  func state(_ chain: SupplyChain, _ policy: Policy, threads: Int = Session.threads) -> DayState {
    DayState(chain, on: day, options: StateOptions(graceDays: policy.graceDays, threads: threads))
  }

  /// The rules that tables alone can answer in a few queries; the second tier needs levels.
  static let coreFlags: [RuleID] = [
    .uncertifiedRecipient, .uncertifiedSupplier, .approvalMissing, .capExceeded, .secondTierResale,
  ]

  /// What of the core flags a peer answers.
  static func flags(of peer: String) -> [RuleID] {
    peer == "polars" ? coreFlags.filter { $0 != .secondTierResale } : coreFlags
  }

  /// Larger ledgers take Ladybug minutes to load.
  var takesLadybug: Bool { size.provisions <= WorkloadSize.s.provisions }

  private func coreFlagsAgainstPeers(_ workload: Workload, _ chain: SupplyChain, _ policy: Policy) throws {
    guard let peers else { return }
    for name in ["duckdb", "polars"] + (takesLadybug ? ["ladybug"] : []) {
      let peer = try peers.start(name)
      defer { peer.stop() }
      say("\(size.name): core flags, \(peer.title)")
      try peer.order("load \(workload.directory)")
      try peer.order("prepare")
      let rules = Self.flags(of: name)
      let samples = try alternate(
        [
          contender("Banken") { self.audit(chain, policy, rules: Set(rules)) },
          peer.contender("flags"),
        ], runs: runs)
      let comparison = Comparison(
        rules.count == Self.coreFlags.count ? "core flags" : "core flags without tiers", on: workload.ledger,
        against: peer.title, ours: samples[0], theirs: samples[1],
        counts: audit(chain, policy, rules: Set(rules)).counts(of: rules),
        theirCounts: peer.counts["flags"] ?? [:])
      add(comparison)
      if name == "duckdb" { judge(.t5, on: workload.ledger, comparison.ratio, reason: "the counts differ") }
    }
  }
}
