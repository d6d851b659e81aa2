import Banken
import Testing

@testable import TestSupport

/// What must not change when the data are told otherwise: nothing here asks the oracle.
@Suite struct MetamorphicTests {
  private static let seeds = UInt64(1)...250

  private func audit(_ dataset: PlainDataset, threads: Int = 2) throws -> PlainAudit {
    try #require(dataset.engineAudit(threads: threads))
  }

  /// Findings as a sorted list of lines, without what depends on the place of rows in the files.
  private func unordered(_ audit: PlainAudit, _ change: (inout PlainFinding) -> Void = { _ in }) -> [String] {
    audit.findings.map { finding in
      var finding = finding
      finding.source = nil
      finding.operatorIDs?.sort(by: utf8Less)
      change(&finding)
      return finding.line
    }.sorted()
  }

  @Test func orderOfRowsDoesNotMatter() throws {
    for seed in MetamorphicTests.seeds {
      let dataset = RandomDataset.make(seed: seed)
      // Where rows are equal in rank the file decides, so certifications, restrictions and waivers stay.
      let tables = ["operators", "designations", "approvals", "provisions", "caps"]
      let before = try audit(dataset)
      let after = try audit(dataset.reordered(seed: seed, tables: tables))
      #expect(unordered(before) == unordered(after), "seed \(seed)")
      #expect(before.coverage == after.coverage, "seed \(seed)")
      #expect(before.unknownTrackRecords == after.unknownTrackRecords, "seed \(seed)")
    }
  }

  @Test func numberOfThreadsDoesNotMatter() throws {
    for seed in MetamorphicTests.seeds {
      let dataset = RandomDataset.make(seed: seed)
      let one = try audit(dataset, threads: 1)
      for threads in [2, 5] { #expect(one == (try audit(dataset, threads: threads)), "seed \(seed)") }
    }
  }

  @Test func namesDoNotMatterWhileTheirOrderIsKept() throws {
    for seed in MetamorphicTests.seeds {
      let dataset = RandomDataset.make(seed: seed)
      let operators = dataset.orderedNames("operators", "operator_id", prefix: "事業者")
      let provisions = dataset.orderedNames("provisions", "provision_id", prefix: "提供")
      let before = try audit(dataset).findings.map { finding in
        var finding = finding
        finding.fingerprint = ""
        finding.provisionID = finding.provisionID.map(provisions)
        finding.otherID = finding.otherID.map(provisions)
        finding.supplierID = finding.supplierID.map(operators)
        finding.recipientID = finding.recipientID.map(operators)
        finding.operatorID = finding.operatorID.map(operators)
        finding.party = finding.party.map(operators)
        finding.operatorIDs = finding.operatorIDs.map { $0.map(operators) }
        finding.cycle = finding.cycle.map { $0.map(provisions) }
        finding.chain = finding.chain.map { $0.map(provisions) }
        return finding
      }
      let after = try audit(dataset.renamed(operators: operators, provisions: provisions)).findings.map {
        var finding = $0
        finding.fingerprint = ""
        return finding
      }
      #expect(before == after, "seed \(seed)")
    }
  }

  @Test func strangersDoNotMatter() throws {
    for seed in MetamorphicTests.seeds {
      let dataset = RandomDataset.make(seed: seed)
      let before = try audit(dataset).findings
      let after = try audit(dataset.joinedByStrangers()).findings.filter { finding in
        let ids =
          [finding.operatorID, finding.supplierID, finding.recipientID, finding.party].compactMap { $0 }
        return !ids.contains { $0.hasPrefix("zz") }
      }
      #expect(before == after, "seed \(seed)")
    }
  }
}
