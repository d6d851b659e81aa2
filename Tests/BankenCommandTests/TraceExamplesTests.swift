import Foundation
import Testing

/// Asks the example ledger the questions its README shows, and holds the answers to those recorded beside it.
///
/// `BANKEN_RECORD=1` writes the answers anew; the run that does so fails.
@Suite struct TraceExamplesTests {
  /// By the beginning of the file's name: what is asked.
  static let questions = [
    "trace": ["trace", "0310100500", "0610209000", "--on", "2026-10-01"],
    "trace-history": ["trace", "05099934005", "--history"],
    "stock": ["stock", "OP16", "--on", "2026-10-01"],
    "stock-suspended": ["stock", "渡瀬コール㈱", "--on", "2026-10-01"],
  ]

  @Test(arguments: questions.keys.sorted(), ["ja", "en"])
  func answersAreAsRecorded(_ name: String, _ language: String) throws {
    let words = try #require(Self.questions[name])
    let folder = ExamplesTests.folder
    let dataset = folder.appendingPathComponent("ledger-utf8")
    // A history tells who has the number today, so the clock stands still.
    let run = CommandRun([words[0], dataset.path] + words.dropFirst() + ["--lang", language])
    #expect(run.status == 0 && run.errors == "")
    let text = run.output.replacingOccurrences(of: folder.path + "/", with: "examples/")
    let place = dataset.appendingPathComponent("expected/\(name).\(language).txt")
    if ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1" {
      try Data(text.utf8).write(to: place)
      Issue.record("recorded \(place.lastPathComponent)")
    } else {
      #expect(text == String(decoding: try Data(contentsOf: place), as: UTF8.self))
    }
  }
}
