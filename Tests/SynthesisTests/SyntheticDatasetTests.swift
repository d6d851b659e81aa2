import Bytes
import Synthesis
import Testing

@Suite struct SyntheticDatasetTests {
  /// A change of these digests is a change of what a version generates: say so in the change log.
  @Test(arguments: [
    (SynthesisProfile.japan, "29b49702f4a1decd07f325cdae2bb826e0a8adee16895d22833026f7f776c86b"),
    (SynthesisProfile.stress, "f6a010b4287476a028f4e0c1ae62158d4425fd80541834a5a8aad721d88daec8"),
  ]) func theBytesAreFixed(_ profile: SynthesisProfile, _ digest: String) throws {
    #expect(try Generated(Generated.options(500, 20_000, seed: 7, profile)).digest == digest)
  }

  @Test(arguments: SynthesisProfile.allCases)
  func theNumberOfThreadsChangesNoByte(_ profile: SynthesisProfile) throws {
    let options = Generated.options(2_000, 40_000, seed: 5, profile)
    let runs = try [1, 2, 5].map { try Generated(options, threads: $0).texts }
    #expect(runs.allSatisfy { $0 == runs[0] })
  }

  @Test func anotherSeedGivesAnotherLedger() throws {
    let runs = try [0, 1, 2].map { try Generated(Generated.options(500, 2_000, seed: $0)).digest }
    #expect(Set(runs).count == 3)
  }

  @Test(arguments: [(100, 200), (100, 100_000), (20_000, 200), (1_234, 5_678), (3_000, 3_000)])
  func sizesAreExact(_ operators: Int, _ provisions: Int) throws {
    for profile in SynthesisProfile.allCases {
      for ranges in [0, 400_000, 1_000_000] {
        for isClean in [false, true] {
          let data = try Generated(
            Generated.options(operators, provisions, profile, ranges: ranges, isClean: isClean))
          #expect(data.rows(.operators).count == operators)
          let rows = data.rows(.provisions)
          #expect(rows.count == provisions)
          #expect(Set(rows.map { $0[0] }).count == provisions)
          #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted())
        }
      }
    }
  }

  @Test(arguments: SynthesisProfile.allCases) func keepsToTheShareOfRanges(_ profile: SynthesisProfile) throws
  {
    func share(_ ranges: Int) throws -> Int {
      let rows = try Generated(Generated.options(3_000, 30_000, seed: 2, profile, ranges: ranges))
        .rows(.provisions)
      return rows.count { !$0[5].isEmpty } * 100 / rows.count
    }
    #expect(try share(0) == 0)
    #expect(try share(1_000_000) == 100)
    #expect(try (63...70).contains(share(666_667)))
    #expect(try (22...28).contains(share(250_000)))
  }

  @Test func aCleanLedgerHasNothingPlanted() throws {
    let data = try Generated(Generated.options(500, 2_000, isClean: true))
    #expect(data.rows(.expected).isEmpty)
    #expect(data.rows(.waivers).isEmpty)
  }

  @Test func withoutRangesTheBreachesThatNeedThemAreNotPlanted() throws {
    let rules = Set(try Generated(Generated.options(500, 2_000, ranges: 0)).rows(.expected).map { $0[0] })
    #expect(rules.count == 28)
    #expect(rules.isDisjoint(with: ["range-not-held", "range-provided-twice", "suspended-number-provided"]))
  }

  @Test func fewOperatorsHaveMostRecipients() throws {
    let rows = try Generated(Generated.options(5_000, 50_000)).rows(.provisions)
    var recipients: [Substring: Int] = [:]
    for row in rows { recipients[row[1], default: 0] += 1 }
    let degrees = recipients.values.sorted(by: >)
    let top = degrees.prefix(degrees.count / 10).reduce(0, +)
    #expect(top * 100 / rows.count > 40)
    // Nobody supplies the half of all.
    #expect((degrees.first ?? 0) * 2 < rows.count)
  }

  @Test func tablesAreWrittenPieceByPiece() throws {
    let output = MeasuringOutput()
    try SyntheticDataset(Generated.options(1_000, 100_000)).write(.provisions, threads: 2, to: output)
    #expect(output.writes > 10)
    // At most 8,192 rows are held at once by each of a few pieces, however many there are.
    #expect(output.longest < 8_192 * 224)
  }

  @Test func moreRangesThanNumbersAreRefused() {
    #expect(throws: SynthesisError.planExhausted) {
      try SyntheticDataset(Generated.options(100, 400_000_000, ranges: 1_000_000))
    }
  }
}

/// Forgets what is written, but not how.
private final class MeasuringOutput: Output {
  private(set) var writes = 0
  private(set) var longest = 0

  func write(_ bytes: UnsafeRawBufferPointer) {
    writes += 1
    longest = max(longest, bytes.count)
  }
}
