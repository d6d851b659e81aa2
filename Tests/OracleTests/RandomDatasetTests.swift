import Testing

@testable import TestSupport

/// The random datasets themselves: reproducible, and rich in findings.
@Suite struct RandomDatasetTests {
  @Test func sameSeedSameDataset() {
    for seed in UInt64(1)...20 {
      #expect(RandomDataset.make(seed: seed) == RandomDataset.make(seed: seed))
    }
    #expect(RandomDataset.make(seed: 1) != RandomDataset.make(seed: 2))
  }

  @Test func everyRuleAndCauseSpeaks() {
    var counts: [String: Int] = [:]
    for seed in UInt64(1)...600 {
      let dataset = RandomDataset.make(seed: seed)
      for finding in Oracle(dataset).audit().findings { counts[finding.kind, default: 0] += 1 }
    }
    for kind in Oracle.everyKind { #expect(counts[kind, default: 0] >= 3, "\(kind)") }
    for key in counts.keys { #expect(Oracle.everyKind.contains(key), "\(key)") }
  }
}
