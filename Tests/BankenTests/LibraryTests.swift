import Banken
import Testing

/// Uses the package as another package would: nothing but `import Banken` and public symbols.
@Suite struct LibraryTests {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("operators.csv", Array("operator_id,name\nH,Holder\nR,Reseller\n".utf8)),
    ("designations.csv", Array("operator_id,range_start,range_end\nH,050-9990-0000,050-9990-9999\n".utf8)),
    ("approvals.csv", Array("operator_id,valid_from\nH,2020-01-01\n".utf8)),
    (
      "provisions.csv",
      Array(
        "provision_id,supplier_id,recipient_id,category,numbers,starts_on\nP1,H,R,ip,100,2024-04-01\n".utf8)
    ),
    (
      "waivers.csv",
      Array("waiver_id,rule,operator_id,valid_to,reason,approved_by\nW,no-such-rule,R,2026-12-31,r,a\n".utf8)
    ),
  ]

  private func audit() throws -> DayAudit {
    let dataset = Dataset.read(files: Self.files)
    #expect(dataset.diagnostics.errorCount == 0)
    return DayAudit(try #require(dataset.chain), on: try #require(Day("2026-10-01")))
  }

  @Test func findsAndWords() throws {
    let audit = try audit()
    let outcome = try #require(audit.outcomes.first { $0.rule == .approvalMissing })
    let finding = try #require(outcome.results.findings.first)
    #expect(
      audit.message(of: finding, in: outcome.results, language: .en)
        == "P1: Holder (H) provides 100 ip numbers to Reseller (R), for which there is no approval on record."
    )
    #expect(audit.details(of: finding, in: outcome.results).chain == ["P1"])
  }

  @Test func writesReports() throws {
    let audit = try audit()
    let context = ReportContext(language: .ja, toolVersion: "1", dataset: "memory")
    let text = String(decoding: audit.report(.text, context: context), as: UTF8.self)
    #expect(text.hasSuffix(Disclaimer.text[.ja] + "\n"))
    let lines = String(decoding: audit.report(.ndjson, context: context), as: UTF8.self).split(
      separator: "\n")
    #expect(lines.count == audit.summary.violations + audit.summary.warnings + audit.summary.notices)
  }

  @Test func tellsWhatChanged() throws {
    let audit = try audit()
    let context = ReportContext(language: .en, toolVersion: "1", dataset: "memory")
    let old = try ReportDigest.read(audit.report(.json, context: context))
    let dataset = Dataset.read(files: Self.files.filter { $0.name != "provisions.csv" })
    let later = DayAudit(try #require(dataset.chain), on: try #require(Day("2026-11-01")))
    let comparison = ReportComparison(old: old, new: ReportDigest(later))
    #expect(ReportDifference.between(old, comparison.new) == [])
    #expect(comparison[.approvalMissing][.resolved] == 1)
    #expect(comparison[.approvalMissing].change == -1)
    #expect(!comparison.reaches(.notice))
    #expect(comparison.old.entries.map(\.numbers) == [100])
    #expect(comparison.oldStates == [.resolved])
    var against = context
    against.baseline = Baseline(comparison, name: "october.json")
    let text = String(decoding: later.report(.text, context: against), as: UTF8.self)
    #expect(text.contains("1 → 0 findings (-1): 0 new, 1 resolved, 0 continuing"))
    #expect(text.contains(" 1 [violation] P1: Holder (H) provides 100 ip numbers to Reseller (R),"))
  }

  /// Rules that waivers name are checked when the caller says which there are; the default once refused them all.
  @Test func ruleNamesAreCheckedOnRequest() {
    var options = ReadOptions()
    options.knownRules = RuleID.names
    let dataset = Dataset.read(files: Self.files, options: options)
    #expect(dataset.diagnostics.errorCount == 1)
    #expect(dataset.chain == nil)
  }

  @Test func buildsAGraphInCode() throws {
    var tables = Tables()
    let holder = tables.operators.append(id: "H", name: "Holder")
    let reseller = tables.operators.append(id: "R", name: "Reseller")
    tables.provisions.append(id: "P1", supplier: holder, recipient: reseller, category: .ip, numbers: 5)
    let audit = DayAudit(SupplyChain(tables), on: try #require(Day(year: 2026, month: 10, day: 1)))
    #expect(audit.summary.activeProvisions == 1)
    #expect(audit.outcomes.count == 31)
  }
}
