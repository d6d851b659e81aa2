import BankenCommand
import Bytes
import Foundation
import Testing

/// Runs the example of `screen` as a user would and holds the answers to those recorded beside it.
///
/// `BANKEN_RECORD=1` writes the answers anew; the run that does so fails.
@Suite struct ScreenExamplesTests {
  private static let one = [
    "--supplier", "OP09", "--recipient", "OP26", "--category", "ip", "--numbers", "120",
  ]
  private static let answers: [String: [String]] = [
    "partner.en.txt": one + ["--lang", "en"],
    "partner.ja.txt": one + ["--lang", "ja"],
    "partner.json": one + ["--lang", "en", "--format", "json"],
    "batch.en.txt": ["--lang", "en"],
    "batch.ja.txt": ["--lang", "ja"],
    "batch.json": ["--lang", "en", "--format", "json"],
    "batch.csv": ["--lang", "ja", "--format", "csv"],
  ]

  @Test(arguments: answers.keys.sorted()) func answersAreAsRecorded(_ file: String) throws {
    let examples = ExamplesTests.folder
    let list =
      file.hasPrefix("batch")
      ? ["--batch", examples.appendingPathComponent("screening/candidates.csv").path] : []
    let (output, errors) = (MemoryOutput(), MemoryOutput())
    let status = run(
      Invocation(
        arguments: ["screen", examples.appendingPathComponent("ledger-utf8").path, "--on", "2026-10-01"]
          + list
          + (Self.answers[file] ?? []), output: output, errors: errors))
    #expect(status == 1, "\(errors.text)")
    let text = output.text.replacingOccurrences(of: examples.path + "/", with: "examples/")
    let place = examples.appendingPathComponent("screening/expected/\(file)")
    if ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
      Issue.record("recorded screening/expected/\(file)")
    } else {
      #expect(text == (try String(decoding: Data(contentsOf: place), as: UTF8.self)))
    }
  }
}
