import Banken
import Foundation
import TestSupport
import Testing

/// The page of the examples says what their JSON says: of days, periods, with a baseline, about one operator.
@Suite struct HTMLCommandTests {
  private static let ledger = ExamplesTests.folder.appendingPathComponent("ledger-utf8").path
  private static let october = ExamplesTests.folder.appendingPathComponent("two-months/2026-10").path
  private static let september = ExamplesTests.folder.appendingPathComponent("two-months/2026-09").path

  private func expectAgreement(_ arguments: [String], _ language: String) throws {
    let all = ["check"] + arguments + ["--lang", language]
    let json = CommandRun(all + ["--format", "json"])
    let html = CommandRun(all + ["--format", "html"])
    #expect(html.status == json.status)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let page = try StrictMarkup(html.output)
    let summary = try #require(report["summary"] as? [String: Any])
    let main = try page.only("id", "main")
    for name in ["violations", "warnings", "notices", "waived"] {
      #expect(main.number("data-\(name)") == summary[name] as? Int, "\(name) of \(arguments)")
    }
    for rule in try #require(report["rules"] as? [[String: Any]]) {
      let row = try page.only("data-findings-of", try #require(rule["rule"] as? String))
      #expect(row.number("data-findings") == rule["findings"] as? Int)
      #expect(row.number("data-waived") == rule["waived"] as? Int)
    }
    let findings = try #require(report["findings"] as? [[String: Any]])
    let items = page.all("li", class: "f")
    #expect(items.count == findings.count)
    // Every finding by its fingerprint, and each just once.
    let prints = Set(findings.compactMap { $0["fingerprint"] as? String }.map { "#" + $0 })
    let shown = page.all("code", class: "fp").map(\.text).filter { prints.contains($0) }
    #expect(Set(shown) == prints && shown.count >= items.count)
    if let baseline = report["baseline"] as? [String: Any] {
      let changes = try #require(baseline["summary"] as? [String: Any])
      let total = try #require(changes["states"] as? [String: Int])
      let news = items.count { $0["data-b"] == "new" }
      let new = findings.count { ["new", "no-longer-waived"].contains($0["baseline_state"] as? String) }
      #expect(news == new && new > 0)
      let row = page.elements.enumerated().first { $1["data-change"] == "total" }
      let cells = page.within(try #require(row).offset)
      for state in ["new", "resolved", "grown", "shrunk", "continuing"] {
        let count = try #require(total[state])
        #expect(cells.first { $0["data-state"] == state }?.text == "\(count)", "\(state)")
      }
    }
    for input in try #require(report["inputs"] as? [[String: Any]]) {
      let row = page.elements.enumerated().first { $1["data-file"] == input["table"] as? String }
      let cells = page.within(try #require(row).offset)
      #expect(cells.contains { $0.text == input["sha256"] as? String })
      #expect(page.elements[try #require(row).offset].number("data-rows") == input["rows"] as? Int)
    }
  }

  @Test(arguments: ["ja", "en"]) func daysAgree(language: String) throws {
    try expectAgreement([Self.ledger, "--on", "2026-10-01"], language)
    try expectAgreement([Self.ledger, "--on", "2026-10-01", "--rule", "uncertified-recipient"], language)
    try expectAgreement([Self.ledger, "--on", "2026-10-01", "--operator", "OP10"], language)
  }

  @Test(arguments: ["ja", "en"]) func periodsAgree(language: String) throws {
    try expectAgreement([Self.ledger, "--fiscal-year", "2026"], language)
    try expectAgreement(
      [Self.ledger, "--from", "2026-09-01", "--to", "2026-09-30", "--operator", "OP10"], language)
  }

  @Test(arguments: ["ja", "en"]) func comparisonsAgree(language: String) throws {
    let directory = try Directory()
    let old = directory.path("old.json")
    #expect(
      CommandRun(["check", Self.september, "--on", "2026-09-01", "--format", "json", "-o", old]).status == 1)
    try expectAgreement([Self.october, "--on", "2026-10-01", "--baseline", old], language)
    #expect(
      CommandRun(
        [
          "check", Self.september, "--from", "2026-08-01", "--to", "2026-08-31", "--format", "json", "-o",
          old,
        ]
      ).status == 1)
    try expectAgreement(
      [Self.october, "--from", "2026-09-01", "--to", "2026-09-30", "--baseline", old], language)
  }

  @Test func theStatusAndTheFileAreThoseOfOtherFormats() throws {
    let directory = try Directory()
    let path = directory.path("report.html")
    let check = ["check", Self.ledger, "--on", "2026-10-01", "--format", "html"]
    #expect(CommandRun(check + ["--output", path]).status == 1)
    #expect(try directory.text("report.html") == CommandRun(check).output)
    #expect(CommandRun(check + ["--fail-on", "none", "--output", path]).status == 0)
  }

  @Test func whatALenientReadingLeftOutIsSaid() throws {
    var files = SmallLedger.files
    files["provisions.csv", default: ""] += "P3,W1,NOBODY,ip,5\n"
    let ledger = try Directory(files)
    let run = CommandRun([
      "check", ledger.path, "--on", "2026-10-01", "--lenient", "--format", "html", "--lang", "en",
    ])
    let page = try StrictMarkup(run.output)
    #expect(page.all("p", class: "caution").contains { $0.text.hasPrefix("1 row with errors set aside") })
  }
}
