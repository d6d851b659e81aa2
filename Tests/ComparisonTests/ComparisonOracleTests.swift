import Banken
import Testing

@testable import Comparison
@testable import TestSupport

/// Audits of random datasets, compared with a plain way of doing it.
@Suite struct ComparisonOracleTests {
  /// What became of each finding, told from the details of two audits alone: state by fingerprint.
  private func plainly(_ old: DayAudit, _ new: DayAudit) -> (new: [String: String], resolved: Set<String>) {
    func findings(_ audit: DayAudit) -> [FindingDetails] {
      audit.outcomes.flatMap { outcome in
        outcome.results.findings.map { audit.details(of: $0, in: outcome.results) }
      }
    }
    let before = findings(old)
    let after = findings(new)
    func isEvaluated(_ rule: RuleID, _ audit: DayAudit) -> Bool {
      audit.outcomes.contains { $0.rule == rule && $0.notEvaluated == nil }
    }
    func isComparable(_ rule: RuleID) -> Bool { isEvaluated(rule, old) && isEvaluated(rule, new) }
    var states: [String: String] = [:]
    for finding in after {
      let counterpart = before.first { $0.fingerprint == finding.fingerprint }
      let counted = counterpart != nil && counterpart?.waivedBy == nil
      let state: String
      if !isComparable(finding.rule) {
        state = "not-comparable"
      } else if finding.waivedBy != nil {
        state = counted ? "newly-waived" : "waived"
      } else if counterpart == nil {
        state = "new"
      } else if !counted {
        state = "no-longer-waived"
      } else if let a = counterpart?.numbers, let b = finding.numbers, a != b {
        state = b > a ? "grown" : "shrunk"
      } else {
        state = "continuing"
      }
      states[finding.fingerprint] = state
    }
    let resolved = before.filter { finding in
      finding.waivedBy == nil && isComparable(finding.rule)
        && !after.contains { $0.fingerprint == finding.fingerprint }
    }
    return (states, Set(resolved.map(\.fingerprint)))
  }

  /// The dataset a month later: some rows gone, some numbers and waivers changed.
  private func later(_ dataset: PlainDataset, seed: UInt64) -> PlainDataset {
    var random = RandomSource(seed: seed &* 31 &+ 5)
    var later = dataset
    later.day += 30
    for name in ["provisions", "certifications", "approvals", "waivers"] {
      guard var table = later.tables[name] else { continue }
      if name != "provisions" { table.rows.removeAll { _ in random.chance(25) } }
      if name == "provisions", let place = table.index("numbers") {
        for row in table.rows.indices where !table.rows[row][place].isEmpty && random.chance(33) {
          table.rows[row][place] = String(random.int(1...200))
        }
      }
      later.tables[name] = table
    }
    if random.chance(33) { later.tables["restrictions"] = nil }
    return later
  }

  private func digest(_ audit: DayAudit) -> ReportDigest { ReportDigest(audit, threads: 2) }

  private func report(_ audit: DayAudit, _ language: Language = .en) -> [UInt8] {
    audit.report(.json, context: ReportContext(language: language, toolVersion: "1", dataset: "d"))
  }

  @Test func agreesWithAPlainComparison() throws {
    var seen: Set<FindingState> = []
    for seed in UInt64(1)...150 {
      let dataset = RandomDataset.make(seed: seed)
      let audits = [
        try #require(dataset.dayAudit()), try #require(later(dataset, seed: seed).dayAudit()),
      ]
      // Waivers are dropped on the way there and granted on the way back.
      let (old, new) = seed % 2 == 0 ? (audits[0], audits[1]) : (audits[1], audits[0])
      let expected = plainly(old, new)
      // One side read back from its report, the other straight from the audit.
      let comparison = ReportComparison(old: try ReportDigest.read(report(old)), new: digest(new))
      var found: [String: String] = [:]
      for (entry, state) in zip(comparison.new.entries, comparison.newStates) {
        found[entry.fingerprint] = state.name
      }
      #expect(found == expected.new, "seed \(seed)")
      let resolved = zip(comparison.old.entries, comparison.oldStates).filter { $0.1 == .resolved }
      #expect(Set(resolved.map { $0.0.fingerprint }) == expected.resolved, "seed \(seed)")
      for rule in RuleID.allCases {
        let change = comparison[rule]
        #expect(change.old == old.outcomes[Int(rule.rawValue)].findings, "seed \(seed)")
        #expect(change.new == new.outcomes[Int(rule.rawValue)].findings, "seed \(seed)")
        guard change.isComparable else { continue }
        let kept = change[.continuing] + change[.grown] + change[.shrunk]
        #expect(change.new == kept + change[.new] + change[.noLongerWaived], "seed \(seed)")
        #expect(change.old == kept + change[.resolved] + change[.newlyWaived], "seed \(seed)")
      }
      seen.formUnion(comparison.newStates + comparison.oldStates)
    }
    #expect(seen == Set(FindingState.allCases))
  }

  @Test func aReportTellsWhatItsAuditTells() throws {
    for seed in UInt64(1)...60 {
      let audit = try #require(RandomDataset.make(seed: seed).dayAudit())
      let straight = digest(audit)
      for language in Language.allCases {
        let read = try ReportDigest.read(report(audit, language))
        #expect(read.entries.map(\.fingerprint) == straight.entries.map(\.fingerprint))
        #expect(read.entries.map(\.numbers) == straight.entries.map(\.numbers))
        #expect(read.entries.map(\.rule) == straight.entries.map(\.rule))
        #expect(read.entries.map(\.severity) == straight.entries.map(\.severity))
        #expect(read.entries.map(\.isWaived) == straight.entries.map(\.isWaived))
        #expect(read.reasons == straight.reasons)
        #expect(read.time == straight.time)
        #expect(read.policy.agrees(with: straight.policy))
        #expect(ReportComparison(old: read, new: straight).isUnchanged)
      }
    }
  }

  @Test func swappingTurnsEverythingRound() throws {
    let opposite: [FindingState: FindingState] = [
      .new: .resolved, .grown: .shrunk, .newlyWaived: .noLongerWaived,
    ]
    for seed in UInt64(200)...280 {
      let dataset = RandomDataset.make(seed: seed)
      let old = digest(try #require(dataset.dayAudit()))
      let new = digest(try #require(later(dataset, seed: seed).dayAudit()))
      let there = ReportComparison(old: old, new: new)
      let back = ReportComparison(old: new, new: old)
      for rule in RuleID.allCases {
        let (a, b) = (there[rule], back[rule])
        for (state, other) in opposite {
          #expect(a[state] == b[other], "seed \(seed)")
          #expect(a[other] == b[state], "seed \(seed)")
        }
        #expect(a[.continuing] == b[.continuing] && a[.notComparable] == b[.notComparable], "seed \(seed)")
        #expect((a.raised, a.lowered) == (b.lowered, b.raised), "seed \(seed)")
        #expect(a.change == b.change.map { -$0 }, "seed \(seed)")
      }
      #expect(ReportComparison(old: old, new: old).isUnchanged)
      for severity in Severity.allCases {
        #expect(!ReportComparison(old: old, new: old).reaches(severity))
      }
    }
  }

  @Test func newNamesAndAnotherOrderChangeNothing() throws {
    for seed in UInt64(1)...80 {
      let dataset = RandomDataset.make(seed: seed)
      var other = dataset.reordered(
        seed: seed, tables: ["operators", "designations", "approvals", "provisions", "caps"])
      if let table = other.tables["operators"], let name = table.index("name") {
        for row in table.rows.indices { other.tables["operators"]?.rows[row][name] += "改め" }
      }
      let old = try #require(dataset.dayAudit())
      let new = try #require(other.dayAudit())
      let comparison = ReportComparison(old: digest(old), new: digest(new))
      #expect(comparison.isUnchanged, "seed \(seed)")
    }
  }

  @Test func theNumberOfThreadsDoesNotMatter() throws {
    let dataset = RandomDataset.make(seed: 3)
    let old = try ReportDigest.read(report(try #require(dataset.dayAudit())))
    let new = try ReportDigest.read(report(try #require(later(dataset, seed: 3).dayAudit())))
    let comparison = ReportComparison(old: old, new: new)
    for format in ComparisonFormat.allCases {
      let texts = [1, 2, 7].map { threads in
        var context = DiffContext(language: .ja, toolVersion: "1", oldName: "a", newName: "b")
        context.threads = threads
        context.showsAll = true
        return comparison.report(format, context: context)
      }
      #expect(texts[0] == texts[1] && texts[0] == texts[2])
    }
  }
}
