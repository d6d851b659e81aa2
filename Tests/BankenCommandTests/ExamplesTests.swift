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

  private func check(_ dataset: String, _ options: [String]) -> (
    status: Int32, output: MemoryOutput, errors: String
  ) {
    let (output, errors) = (MemoryOutput(), MemoryOutput())
    let path = Self.folder.appendingPathComponent(dataset).path
    let status = run(
      Invocation(arguments: ["check", path, "--on", "2026-10-01"] + options, output: output, errors: errors))
    return (status, output, errors.text)
  }

  @Test(arguments: datasets.keys.sorted()) func reportsAreAsRecorded(_ dataset: String) throws {
    let expected = Self.folder.appendingPathComponent(dataset).appendingPathComponent("expected")
    let recording = ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1"
    for (file, options) in Self.reports.sorted(by: { $0.key < $1.key }) {
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

  static let cast: [String] = []
}
