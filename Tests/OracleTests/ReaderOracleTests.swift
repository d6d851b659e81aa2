import Banken
import Testing

@testable import TestSupport

/// The same findings through files as from tables made in code, however the files are written.
@Suite struct ReaderOracleTests {
  private func audit(_ dataset: PlainDataset, _ files: [(name: String, bytes: [UInt8])]) throws -> PlainAudit
  {
    var options = ReadOptions()
    options.knownRules = RuleID.allCases.map(\.name)
    let read = Dataset.read(files: files, options: options)
    #expect(read.diagnostics.errorCount == 0)
    let chain = try #require(read.chain)
    let policy = try #require(dataset.policy.engine)
    let day = try #require(Day(ordinal: Int32(dataset.day)))
    return PlainAudit(DayAudit(chain, on: day, options: AuditOptions(policy: policy)))
  }

  @Test func plainFilesGiveTheOraclesFindings() throws {
    for seed in UInt64(1)...400 {
      let dataset = RandomDataset.make(seed: seed)
      let differences = Oracle(dataset).audit().differences(from: try audit(dataset, dataset.files()))
      #expect(differences.isEmpty, "seed \(seed)\n\(differences.joined(separator: "\n"))")
    }
  }

  @Test func formsOfWritingDoNotMatter() throws {
    for seed in UInt64(1)...400 {
      let dataset = RandomDataset.make(seed: seed)
      var writing = RandomWriting(seed: seed)
      let found = try audit(dataset, writing.files(of: dataset)).findings.map { finding in
        var finding = finding
        finding.source = nil
        return finding.line
      }
      let expected = Oracle(dataset).audit().findings.map { finding in
        var finding = finding
        finding.source = nil
        return finding.line
      }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
