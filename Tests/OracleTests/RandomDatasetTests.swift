import Testing

@testable import TestSupport

/// The random datasets themselves: reproducible and free of bad rows.
@Suite struct RandomDatasetTests {
  @Test func sameSeedSameDataset() {
    for seed in UInt64(1)...20 {
      #expect(RandomDataset.make(seed: seed) == RandomDataset.make(seed: seed))
    }
    #expect(RandomDataset.make(seed: 1) != RandomDataset.make(seed: 2))
  }

  @Test func everyDatasetIsSound() {
    for seed in UInt64(1)...300 { #expect(RandomDataset.make(seed: seed).isSound, "seed \(seed)") }
  }
}
