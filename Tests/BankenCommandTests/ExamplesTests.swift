import Banken
import BankenCommand
import Bytes
import Foundation
import Testing

/// Runs every example as a user would and holds the reports to those recorded beside it.
///
/// `BANKEN_RECORD=1` writes the reports anew; the run that does so fails.
@Suite struct ExamplesTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("examples")
  static let datasets = ["clean-chain": Int32(0), "ledger-utf8": 1, "ledger-cp932": 1]
  static let reports = [
    "report.en.txt": ["--lang", "en"],
    "report.ja.txt": ["--lang", "ja"],
    "report.json": ["--lang", "en", "--format", "json"],
    "findings.ja.csv": ["--lang", "ja", "--format", "csv"],
    "findings.en.ndjson": ["--lang", "en", "--format", "ndjson"],
  ]

  /// The same ledger over the fiscal year around that day.
  static let periodReports = Dictionary(
    uniqueKeysWithValues: reports.map { ("fiscal-year." + $0.key, $0.value + ["--fiscal-year", "令和8"]) })

  private func check(_ dataset: String, _ options: [String]) -> (
    status: Int32, output: MemoryOutput, errors: String
  ) {
    let (output, errors) = (MemoryOutput(), MemoryOutput())
    let path = Self.folder.appendingPathComponent(dataset).path
    let status = run(
      Invocation(
        arguments: ["check", path] + (options.contains("--fiscal-year") ? [] : ["--on", "2026-10-01"])
          + options, output: output, errors: errors))
    return (status, output, errors.text)
  }

  @Test(arguments: datasets.keys.sorted()) func reportsAreAsRecorded(_ dataset: String) throws {
    let expected = Self.folder.appendingPathComponent(dataset).appendingPathComponent("expected")
    let recording = ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1"
    let reports = dataset == "ledger-utf8" ? Self.reports.merging(Self.periodReports) { $1 } : Self.reports
    for (file, options) in reports.sorted(by: { $0.key < $1.key }) {
      let (status, output, errors) = check(dataset, options)
      #expect(status == Self.datasets[dataset], "\(file): \(errors)")
      // The reports name the dataset as given; what is recorded must not depend on where the checkout lies.
      let text = output.text.replacingOccurrences(of: Self.folder.path + "/", with: "examples/")
      let place = expected.appendingPathComponent(file)
      if recording {
        try FileManager.default.createDirectory(at: expected, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
        Issue.record("recorded \(dataset)/expected/\(file)")
      } else {
        let recorded = try String(decoding: Data(contentsOf: place), as: UTF8.self)
        #expect(text == recorded, "\(dataset)/expected/\(file)")
      }
    }
  }

  @Test func bothEncodingsGiveTheSameFindings() {
    for language in ["ja", "en"] {
      let plain = check("ledger-utf8", ["--format", "ndjson", "--lang", language]).output.text
      let kept = check("ledger-cp932", ["--format", "ndjson", "--lang", language]).output.text
      var english = kept
      for (japanese, table) in [
        ("事業者", "operators"), ("番号指定", "designations"), ("番号使用計画認定", "approvals"),
        ("ETOC認証", "certifications"), ("番号提供", "provisions"), ("提供上限", "caps"),
        ("利用停止", "restrictions"), ("適用除外", "waivers"),
      ] {
        english = english.replacingOccurrences(of: "\"\(japanese).csv\"", with: "\"\(table).csv\"")
      }
      #expect(english == plain)
    }
  }

  /// What the READMEs show of a report stands in it, line by line and in that order.
  @Test(
    arguments: ["README.md": "report.en.txt", "README.ja.md": "report.ja.txt"].sorted { $0.key < $1.key })
  func excerptsAreReal(_ readme: String, _ report: String) throws {
    let page = try String(
      contentsOf: Self.folder.deletingLastPathComponent().appendingPathComponent(readme), encoding: .utf8)
    let report = try String(
      contentsOf: Self.folder.appendingPathComponent("ledger-cp932/expected/\(report)"), encoding: .utf8)
    let excerpt = page.components(separatedBy: "<!-- excerpt -->\n```\n").last?.components(
      separatedBy: "\n```"
    ).first
    let shown = (excerpt ?? "").components(separatedBy: "\n").filter { $0 != "…" }
    #expect(shown.count > 20)
    var rest = report.components(separatedBy: "\n")[...]
    for line in shown {
      guard let place = rest.firstIndex(of: line) else {
        Issue.record("\(readme) shows a line that the report has not: \(line)")
        return
      }
      rest = rest[(place + 1)...]
    }
  }

  /// The cast of the ledger, party by party: rule, cause and key of every finding, as the example's README tells it.
  @Test func theCastIsFoundOut() {
    let lines = check("ledger-utf8", ["--format", "ndjson", "--lang", "en"]).output.text.split(
      separator: "\n")
    let found = lines.map { line -> String in
      let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
      let key = ["provision_id", "cap_id", "operator_id", "waiver_id", "value"].compactMap {
        object[$0] as? String
      }
      let members = (object["operator_ids"] as? [String] ?? []).joined(separator: "+")
      let cause = object["cause"].map { ":\($0)" } ?? ""
      let waived = object["waived_by"] is String ? " waived" : ""
      return
        "\(object["rule"] ?? "")\(cause) \((key + [members]).filter { !$0.isEmpty }.joined(separator: " "))\(waived)"
    }
    #expect(found == Self.cast)
  }

  static let cast = [
    "approval-missing:not-yet PV-0039",
    "approval-missing:none PV-0050",
    "approval-missing:other-category PV-0051",
    "approval-missing:ended PV-0053",
    "approval-missing:ended PV-0056",
    "approval-missing:unrecorded PV-0060",
    "supplier-approval-missing:ended OP25",
    "deemed-approval-invalid OP06",
    "registration-missing OP34",
    "approval-unconfirmed:late PV-0039",
    "approval-unconfirmed:unchecked PV-0059",
    "undeclared-resale PV-0057",
    "cap-exceeded EXAMPLE-under-12-months",
    "cap-exceeded-in-total EXAMPLE-under-12-months OP27+OP28",
    "uncertified-recipient:never PV-0015 waived",
    "uncertified-recipient:not-yet PV-0021",
    "uncertified-recipient:expired PV-0025",
    "uncertified-recipient:revoked PV-0028",
    "uncertified-recipient:withdrawn PV-0029",
    "uncertified-recipient:never PV-0030",
    "uncertified-recipient:never PV-0050",
    "uncertified-recipient:never PV-0056",
    "uncertified-recipient:never PV-0060",
    "uncertified-supplier:expired OP10",
    "uncertified-supplier:never OP14",
    "uncertified-upstream PV-0027",
    "provided-after-revocation PV-0028",
    "second-tier-resale:certified PV-0009",
    "second-tier-resale:certified PV-0022",
    "second-tier-resale:certified PV-0023",
    "second-tier-resale:certified PV-0024",
    "second-tier-resale:uncertified PV-0026",
    "second-tier-resale:certified PV-0027",
    "second-tier-resale:uncertified PV-0028",
    "second-tier-resale:uncertified PV-0031",
    "second-tier-resale:certified PV-0033",
    "second-tier-resale:certified PV-0034",
    "second-tier-resale:certified PV-0036",
    "second-tier-resale:certified PV-0037",
    "second-tier-resale:certified PV-0039",
    "second-tier-resale:certified PV-0041",
    "second-tier-resale:certified PV-0042",
    "second-tier-resale:certified PV-0048",
    "second-tier-resale:certified PV-0049",
    "second-tier-resale:certified PV-0054",
    "second-tier-resale:certified PV-0058",
    "resale-beyond-designation OP04",
    "resale-against-clause:prohibited PV-0048",
    "provided-despite-refusal PV-0048",
    "suspended-number-provided PV-0010",
    "suspended-stock-provided PV-0049",
    "no-source:inflows-may-be-missing OP20",
    "over-provision OP15",
    "range-not-held:inflows-may-be-missing PV-0038",
    "range-provided-twice PV-0037",
    "designation-overlap OP04+OP06",
    "circular-provision OP17+OP18",
    "self-provision PV-0044",
    "out-of-role:agent OP42",
    "shared-identity:approval-number 番使認第2019-0029号 OP29+OP30",
    "related-to-barred OP31 OP32",
    "waiver-expired WV-02",
  ]
}
