import Banken
import TestSupport
import Testing

/// Totals agree everywhere, in every format.
@Suite struct TotalsTests {
  /// The differences between the formats of one report, each with where it was found.
  private func differences(
    _ name: String, _ report: (ReportFormat, ReportContext) -> [UInt8]
  ) throws -> [String] {
    var found: [String] = []
    for language in Language.allCases {
      var context = ReportSample.context(language)
      context.showsAll = true
      let reference = try FormatTally.read(
        String(decoding: report(.json, context), as: UTF8.self), .json, language)[0]
      for format in ReportFormat.allCases {
        let text = String(decoding: report(format, context), as: UTF8.self)
        for tally in try FormatTally.read(text, format, language) {
          found += reference.differences(from: tally).map { "\(name), \(format), \(language): \($0)" }
        }
      }
    }
    return found
  }

  @Test func randomLedgersOnADay() throws {
    var totals = FormatTally.Counts()
    for seed in UInt64(1)...30 {
      let dataset = RandomDataset.make(seed: seed)
      guard let audit = dataset.dayAudit() else { continue }
      totals.findings += audit.summary.violations + audit.summary.warnings + audit.summary.notices
      totals.waived += audit.summary.waived
      let found = try differences("seed \(seed)") { audit.report($0, context: $1) }
      #expect(found == [])
    }
    // The comparison is about something.
    #expect(totals.findings > 700 && totals.waived > 5)
  }

  @Test func randomLedgersOverAPeriod() throws {
    var (open, mended) = (0, 0)
    for seed in UInt64(1)...15 {
      let dataset = RandomDataset.make(seed: seed)
      guard let audit = dataset.periodAudit(from: dataset.day - 300, to: dataset.day + 20) else { continue }
      open += audit.open
      mended += audit.mended
      let found = try differences("seed \(seed)") { audit.report($0, context: $1) }
      #expect(found == [])
    }
    #expect(open > 300 && mended > 30)
  }

  @Test func samples() throws {
    for (name, audit) in [("sample", try ReportSample.audit()), ("hostile", try HostileSample.audit())] {
      let found = try differences(name) { audit.report($0, context: $1) }
      #expect(found == [])
    }
  }

  @Test(arguments: ["clean-chain", "ledger-utf8", "ledger-cp932"]) func examples(_ name: String) throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    var options = ReadOptions()
    options.knownRules = RuleID.names
    let dataset = try Dataset.read(directory: "/\(root)/examples/\(name)", options: options)
    let chain = try #require(dataset.chain)
    let (from, to) = (try #require(Day("2026-04-01")), try #require(Day("2027-03-31")))
    let audit = DayAudit(chain, on: try #require(Day("2026-10-01")))
    #expect(audit.summary.waived == (name == "clean-chain" ? 0 : 1))
    let year = try #require(PeriodAudit(chain, from: from, to: to))
    let found =
      try differences("day") { audit.report($0, context: $1) }
      + differences("year") { year.report($0, context: $1) }
    #expect(found == [])
  }

  /// A total that is one off in any format would be noticed.
  @Test func aWrongTotalIsADifference() throws {
    let audit = try ReportSample.audit()
    var context = ReportSample.context(.en)
    context.showsAll = true
    let json = String(decoding: audit.report(.json, context: context), as: UTF8.self)
    let reference = try FormatTally.read(json, .json, .en)[0]
    let wrong: [(ReportFormat, String, String)] = [
      (
        .text, "approval-missing            violation           law               3",
        "approval-missing v law 4"
      ),
      (.text, "Verdict: 4 violations", "Verdict: 5 violations"),
      (.markdown, "| law | 3 | 0 |", "| law | 2 | 0 |"),
      (.markdown, "\n- **violation**", "\n  **violation**"), (.json, "\"violations\": ", "\"violations\": 1"),
      (.json, "\"findings\": 3,", "\"findings\": 4,"), (.sarif, "\"waived\": 1", "\"waived\": 0"),
      (.sarif, "\"level\": \"error\", \"message\"", "\"level\": \"note\", \"message\""),
      (.csv, ",violation,", ",warning,"), (.ndjson, "\"waived_by\": null", "\"waived_by\": \"W\""),
      (.ndjson, "\"numbers\": ", "\"numbers\": 1"),
    ]
    for (format, from, to) in wrong {
      let text = String(decoding: audit.report(format, context: context), as: UTF8.self)
      let changed = text.replacing(from, with: to, maxReplacements: 1)
      #expect(changed != text, "\(format): \(from)")
      let tallies = try FormatTally.read(changed, format, .en)
      #expect(tallies.contains { !reference.differences(from: $0).isEmpty }, "\(format): \(from)")
    }
  }
}
