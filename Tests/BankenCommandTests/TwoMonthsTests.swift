import Banken
import BankenCommand
import Bytes
import Foundation
import Testing

/// Runs the example of two ledgers a month apart and holds what is told to what was recorded beside it.
///
/// `BANKEN_RECORD=1` writes the reports anew; the run that does so fails.
@Suite struct TwoMonthsTests {
  static let folder = ExamplesTests.folder.appendingPathComponent("two-months")
  static let reports = [
    "diff.en.txt": ["diff", "--lang", "en"], "diff.ja.txt": ["diff", "--lang", "ja"],
    "diff.json": ["diff", "--lang", "en", "--format", "json"],
    "diff.ja.csv": ["diff", "--lang", "ja", "--format", "csv"],
    "diff.en.ndjson": ["diff", "--lang", "en", "--format", "ndjson"],
    "baseline.en.txt": ["check", "--lang", "en"], "baseline.ja.txt": ["check", "--lang", "ja"],
    "baseline.json": ["check", "--lang", "en", "--format", "json"],
    "baseline.ja.csv": ["check", "--lang", "ja", "--format", "csv"],
    "baseline.en.ndjson": ["check", "--lang", "en", "--format", "ndjson"],
  ]

  private func banken(_ arguments: [String]) -> (status: Int32, output: String) {
    let (output, errors) = (MemoryOutput(), MemoryOutput())
    let status = run(Invocation(arguments: arguments, output: output, errors: errors))
    return (status, output.text)
  }

  /// The reports of both months, in a directory, the September one in Japanese.
  private func months(_ directory: Directory) throws -> (september: String, october: String) {
    let (september, october) = (directory.path("2026-09.json"), directory.path("2026-10.json"))
    for (month, language, path) in [("09", "ja", september), ("10", "en", october)] {
      let ledger = Self.folder.appendingPathComponent("2026-\(month)").path
      let arguments = ["check", ledger, "--on", "2026-\(month)-01", "--lang", language, "--format", "json"]
      #expect(banken(arguments + ["--output", path]).status == 1)
    }
    return (september, october)
  }

  @Test func whatChangedIsAsRecorded() throws {
    let directory = try Directory()
    let (september, october) = try months(directory)
    let ledger = Self.folder.appendingPathComponent("2026-10").path
    let recording = ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1"
    for (file, words) in Self.reports.sorted(by: { $0.key < $1.key }) {
      let isDiff = words[0] == "diff"
      let data = isDiff ? [september, october] : [ledger, "--on", "2026-10-01", "--baseline", september]
      let (status, output) = banken([words[0]] + data + words.dropFirst())
      #expect(status == 1, "\(file)")
      // What is recorded must not depend on where the checkout or the reports lie, nor on how reports are laid out.
      let text = output.replacing(directory.path + "/", with: "")
        .replacing(ExamplesTests.folder.path + "/", with: "examples/")
        .replacing(/("file": "2026-..\.json", "sha256": ")[0-9a-f]*/) { "\($0.output.1)…" }
      let place = Self.folder.appendingPathComponent("expected").appendingPathComponent(file)
      if recording {
        try Data(text.utf8).write(to: place)
        Issue.record("recorded two-months/expected/\(file)")
      } else {
        #expect(text == String(decoding: try Data(contentsOf: place), as: UTF8.self), "\(file)")
      }
    }
  }

  @Test func theWayBackAndTheSameMonth() throws {
    let directory = try Directory()
    let (september, october) = try months(directory)
    #expect(banken(["diff", september, september]).status == 0)
    #expect(banken(["diff", october, october, "--fail-on", "notice"]).status == 0)
    // On the way back a finding becomes graver: from a notice to a violation.
    #expect(banken(["diff", october, september]).status == 1)
    #expect(banken(["diff", october, september, "--fail-on", "none"]).status == 0)
  }

  /// The report of a baseline lists the same changes as the two reports.
  @Test func bothWaysAgree() throws {
    let directory = try Directory()
    let (september, _) = try months(directory)
    let ledger = Self.folder.appendingPathComponent("2026-10").path
    let pattern = /"fingerprint": "([0-9a-f]+)".*"baseline_state": "([a-z-]+)"/
    func states(_ text: String) -> [String] {
      text.split(separator: "\n").compactMap { line in
        (try? pattern.firstMatch(in: line)).flatMap { $0 }.map { "\($0.output.1) \($0.output.2)" }
      }.sorted()
    }
    let output = ["--format", "json", "--lang", "en"]
    let against = banken(["check", ledger, "--on", "2026-10-01", "--baseline", september] + output).output
    let october = directory.path("2026-10.json")
    #expect(states(against) == states(banken(["diff", september, october, "--all"] + output).output))
    #expect(states(against).count == 11)
  }
}
