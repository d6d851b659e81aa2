import Banken
import Testing

@testable import Reporting
@testable import TestSupport

/// Messages of every rule and cause, as random ledgers bring them up.
@Suite struct RandomMessageTests {
  private struct Kind: Hashable {
    let rule: RuleID
    let cause: Cause?
  }

  private func audit(seed: UInt64) throws -> DayAudit {
    let dataset = RandomDataset.make(seed: seed)
    let policy = try #require(dataset.policy.engine)
    let day = try #require(Day(ordinal: Int32(dataset.day)))
    return DayAudit(
      SupplyChain(dataset.engineTables(), threads: 1), on: day,
      options: AuditOptions(policy: policy, threads: 1))
  }

  /// What a sentence shows when a field had nothing to stand for.
  private func looksBroken(_ message: String) -> Bool {
    let signs = ["{", "}", "()", "（）", "  ", " ,", " .", "、、", "on a day not on record", "記載のない日"]
    return message.isEmpty || signs.contains { message.contains($0) }
  }

  @Test func everyFieldIsFilledIn() throws {
    var seen: Set<Kind> = []
    for seed in UInt64(1)...200 {
      let audit = try audit(seed: seed)
      for outcome in audit.outcomes {
        for finding in outcome.results.findings {
          seen.insert(Kind(rule: finding.rule, cause: finding.cause))
          for language in Language.allCases {
            let message = audit.message(of: finding, in: outcome.results, language: language)
            #expect(!looksBroken(message), "seed \(seed): \(message)")
          }
        }
      }
    }
    for rule in RuleID.allCases {
      #expect(seen.contains { $0.rule == rule }, "\(rule.name) never spoke")
      for cause in rule.causes {
        #expect(seen.contains(Kind(rule: rule, cause: cause)), "\(rule.name) \(cause.name) never spoke")
      }
    }
  }

  @Test func everyFormatWritesEveryRandomAudit() throws {
    for seed in UInt64(1)...60 {
      let audit = try audit(seed: seed)
      let count = audit.outcomes.reduce(0) { $0 + $1.results.findings.count }
      for language in Language.allCases {
        let context = ReportSample.context(language)
        #expect(try ReportSample.report(audit, context, .ndjson).split(separator: "\n").count == count)
        let rows = CSVReader(try ReportSample.report(audit, context, .csv)).rows
        #expect(rows.count == count + 1 && Set(rows.map(\.count)) == [30])
        #expect(try !ReportSample.report(audit, context, .text).isEmpty)
      }
    }
  }
}
