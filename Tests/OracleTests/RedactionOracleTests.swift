import Banken
import Testing

@testable import TestSupport

/// Pseudonyms decide nothing, however ids break ties: least suppliers, chains, circles, parties.
@Suite struct RedactionOracleTests {
  private static let seeds = UInt64(1)...90

  private func redaction(_ scope: Redaction.Scope) throws -> Redaction {
    try #require(
      Redaction(key: Array("0123456789abcdef".utf8), scope: scope, language: .en))
  }

  @Test func daysAndPeriodsAreJudgedAsBefore() throws {
    for seed in Self.seeds {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine else { continue }
      let scope = Redaction.Scope.allCases[Int(seed % 3)]
      let redaction = try redaction(scope)
      let plain = SupplyChain(dataset.engineTables(), threads: 2)
      let chain = plain.redacted(by: redaction, threads: 2)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let last = try #require(Day(ordinal: Int32(dataset.day + 9)))
      var context = ReportContext(language: .en, toolVersion: "1", dataset: "somewhere")
      var map = Pseudonymity()
      let before = DayAudit(plain, on: day, options: AuditOptions(policy: policy))
      let after = DayAudit(chain, on: day, options: AuditOptions(policy: policy.redacted(by: redaction)))
      for (one, other) in zip(before.outcomes, after.outcomes) {
        #expect(one.results.findings == other.results.findings, "seed \(seed) \(one.rule)")
      }
      let from = PeriodAudit(plain, from: day, to: last, options: AuditOptions(policy: policy))
      let to = PeriodAudit(
        chain, from: day, to: last, options: AuditOptions(policy: policy.redacted(by: redaction)))
      let (old, new) = (try #require(from), try #require(to))
      let clear = [before.report(.json, context: context), old.report(.json, context: context)]
      context = context.redacted(by: redaction)
      let shown = [after.report(.json, context: context), new.report(.json, context: context)]
      for (one, other) in zip(clear, shown) {
        try map.compare(String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
      }
      #expect(map.problems.isEmpty, "seed \(seed): \(map.problems.prefix(3))")
      if scope != .all { #expect(map.map.keys.allSatisfy { $0 == "value" }, "seed \(seed): \(map.map.keys)") }
    }
  }

  @Test func candidatesAreAnsweredAsBefore() throws {
    let redaction = try redaction(.all)
    for seed in Self.seeds where seed % 3 == 0 {
      let dataset = RandomDataset.make(seed: seed)
      guard let policy = dataset.policy.engine else { continue }
      let plain = SupplyChain(dataset.engineTables(), threads: 2)
      let chain = plain.redacted(by: redaction, threads: 2)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let count = UInt32(plain.tables.operators.count)
      guard count > 1 else { continue }
      let candidate = ProvisionCandidate(
        supplier: UInt32(seed) % count, recipient: UInt32(seed / 3 + 1) % count, category: .ip, numbers: 700,
        startsOn: day)
      let before = PartnerScreening(candidate, in: plain, policy: policy, threads: 2)
      let after = PartnerScreening(candidate, in: chain, policy: policy.redacted(by: redaction), threads: 2)
      var context = ReportContext(language: .en, toolVersion: "1", dataset: "somewhere")
      var map = Pseudonymity()
      let clear = before.report(.json, context: context)
      context = context.redacted(by: redaction)
      try map.compare(
        String(decoding: clear, as: UTF8.self),
        String(decoding: after.report(.json, context: context), as: UTF8.self))
      #expect(map.problems.isEmpty, "seed \(seed): \(map.problems.prefix(3))")
    }
  }
}
