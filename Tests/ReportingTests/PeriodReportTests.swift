import Banken
import Bytes
import Foundation
import TestSupport
import Testing

/// What reports say of a period; the examples hold whole reports.
@Suite struct PeriodReportTests {
  /// The sample with a certificate that is renewed late, twice.
  private func audit(
    _ from: String = "2026-08-01", _ to: String = "2026-10-31", rules: Set<RuleID>? = nil
  ) throws -> PeriodAudit {
    var tables = ReportSample.tables
    tables["certifications", default: ""] += "\nR2,E-3,2026-08-20,2026-09-09\nR2,E-4,2026-09-11,2026-10-19"
    let (first, last) = (try #require(Day(from)), try #require(Day(to)))
    let chain = try Fixture.audit(on: from, tables).state.chain
    return try #require(PeriodAudit(chain, from: first, to: last, options: AuditOptions(rules: rules)))
  }

  private func report(
    _ format: ReportFormat, _ language: Language = .en, _ audit: PeriodAudit
  ) throws -> String {
    String(decoding: audit.report(format, context: ReportSample.context(language)), as: UTF8.self)
  }

  @Test func textTellsTheDays() throws {
    let audit = try audit()
    let english = try report(.text, .en, audit)
    let japanese = try report(.text, .ja, audit)
    for line in [
      "Period   2026-08-01 to 2026-10-31 (92 days)",
      "   still open: 2026-08-01 to 2026-08-19 (19 days), 2026-09-10 (1 day), 2026-10-20 to",
      "     2026-10-31 (12 days), 32 days in all",
      "   still open: throughout the period (92 days); not waived: 2026-09-01 to 2026-10-31 (61",
      "approval-missing                   3           3         0             114,172",
      " 1 紫苑転送サービス㈱ (R1): 8 findings, 563,040 number-days",
      "As of the last day of the period, 2026-10-31.",
    ] {
      #expect(english.contains("\n\(line)"), "\(line)\n\(english)")
    }
    for line in [
      "監査期間  令和8年8月1日（2026-08-01）から令和8年10月31日（2026-10-31）まで（92日間）",
      "   継続中　2026-08-01から2026-08-19まで（19日間）、2026-09-10（1日間）、2026-10-20から",
      "     2026-10-31まで（12日間）、計32日間",
      "approval-missing                   3           3         0             114,172",
      "期間の最終日（2026-10-31）の状態。",
    ] {
      #expect(japanese.contains("\n\(line)"), "\(line)\n\(japanese)")
    }
  }

  @Test func whatEndedBeforeTheLastDayIsMended() throws {
    let audit = try audit("2026-08-01", "2026-09-15", rules: [.uncertifiedRecipient])
    let waived = audit.outcomes[Int(RuleID.uncertifiedRecipient.rawValue)].findings
    #expect(waived.count == 3)
    #expect(audit.open == 2 && audit.mended == 0)
    // The third finding is waived; without the waiver it would be mended.
    #expect(waived.unwaivedPeriods(of: 1).isEmpty && waived.periods(of: 1).count == 2)
    let english = try report(.text, .en, audit)
    #expect(
      english.contains("mended: 2026-08-01 to 2026-08-19 (19 days), 2026-09-10 (1 day), 20 days in all"))
    #expect(
      try report(.text, .ja, audit).contains("解消済み　2026-08-01から2026-08-19まで（19日間）、2026-09-10（1日間）、計20日間"))
  }

  @Test func jsonHasPeriodsInPlaceOfSince() throws {
    let audit = try audit()
    let text = try report(.json, .en, audit)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["audit"] as? [String: String] == ["from": "2026-08-01", "to": "2026-10-31"])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.count == audit.outcomes.reduce(0) { $0 + $1.findings.count })
    #expect(findings.allSatisfy { $0["since"] == nil && $0["periods"] != nil })
    let late = try #require(
      findings.first {
        $0["rule"] as? String == "uncertified-recipient" && $0["provision_id"] as? String == "P3"
      })
    #expect(
      late["periods"] as? [[String: String]] == [
        ["from": "2026-08-01", "to": "2026-08-19"], ["from": "2026-09-10", "to": "2026-09-10"],
        ["from": "2026-10-20", "to": "2026-10-31"],
      ])
    #expect(late["waived_by"] as? String == "X1")
    #expect(late["chain"] as? [String] == ["P1", "P3"])
    let rules = try #require(object["rules"] as? [[String: Any]])
    #expect(rules[0]["number_days"] as? Int == 114_172)
    #expect(rules[0]["open"] as? Int == 3 && rules[0]["mended"] as? Int == 0)
    let summary = try #require(object["summary"] as? [String: Any])
    #expect(summary["number_days"] as? Int == Int(audit.numberDays))
    let worst = try #require(summary["worst_operators"] as? [[String: Any]])
    #expect(worst.map { $0["operator_id"] as? String }.first == "R1")
    #expect(worst.count == audit.worstOperators.count)
  }

  @Test func linesAndRowsSayTheSame() throws {
    let audit = try audit()
    let json = try report(.json, .en, audit)
    let lines = try report(.ndjson, .en, audit).split(separator: "\n")
    #expect(lines.allSatisfy { json.contains($0) })
    let rows = CSVReader(try report(.csv, .en, audit)).rows
    let column = try #require(rows[0].firstIndex(of: "periods"))
    let provision = try #require(rows[0].firstIndex(of: "provision_id"))
    let late = try #require(rows.first { $0[0] == "uncertified-recipient" && $0[provision] == "P3" })
    #expect(late[column] == "2026-08-01..2026-08-19;2026-09-10..2026-09-10;2026-10-20..2026-10-31")
    #expect(rows.count == lines.count + 1)
  }

  @Test(arguments: ReportFormat.allCases) func threadsChangeNoByte(_ format: ReportFormat) throws {
    let audit = try audit()
    var context = ReportSample.context(.ja)
    context.threads = 1
    let one = audit.report(format, context: context)
    context.threads = 3
    #expect(audit.report(format, context: context) == one)
  }

  @Test func nothingFoundIsSaid() throws {
    let audit = try audit("2020-01-01", "2020-01-03", rules: [.circularProvision])
    #expect(audit.worstOperators.isEmpty)
    #expect(try report(.text, .en, audit).contains("Verdict  no findings"))
    #expect(try report(.json, .en, audit).contains("\"worst_operators\": []"))
  }
}
