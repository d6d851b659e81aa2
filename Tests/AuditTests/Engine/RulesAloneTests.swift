import Banken
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct RulesAloneTests {
  /// What rules share must not depend on which of them run: each alone finds what it finds among all.
  @Test func eachRuleAloneFindsWhatItFindsAmongAll() throws {
    var speaking: Set<String> = []
    for seed in 1...150 as ClosedRange<UInt64> {
      let dataset = RandomDataset.make(seed: seed)
      let policy = try #require(dataset.policy.engine)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let state = DayState(
        SupplyChain(dataset.engineTables()), on: day, options: StateOptions(graceDays: policy.graceDays))
      let whole = PlainAudit(DayAudit(state, options: AuditOptions(policy: policy)))
      speaking.formUnion(whole.findings.map(\.rule))
      for rule in RuleID.allCases {
        let alone = PlainAudit(DayAudit(state, options: AuditOptions(policy: policy, rules: [rule])))
        let expected = whole.findings.filter { $0.rule == rule.name }
        #expect(alone.findings == expected, "seed \(seed), \(rule.name)")
        let index = Int(rule.rawValue)
        #expect(alone.outcomes[index] == whole.outcomes[index], "seed \(seed), \(rule.name)")
      }
    }
    #expect(speaking == Set(RuleID.allCases.map(\.name)))
  }
}
