import BankenCommand
import Bytes
import Foundation
import Testing

/// The plan of repair of the realistic ledger, as recorded beside it.
///
/// `BANKEN_RECORD=1` writes the answers anew; the run that does so fails.
@Suite struct RepairExamplesTests {
  private static let answers = [
    "repair.en.txt": ["--lang", "en"],
    "repair.ja.txt": ["--lang", "ja"],
    "repair.json": ["--lang", "en", "--format", "json"],
    "repair-requests.ja.csv": ["--lang", "ja", "--format", "csv"],
  ]

  @Test func plansAreAsRecorded() throws {
    let folder = ExamplesTests.folder
    let expected = folder.appendingPathComponent("ledger-utf8/expected")
    let isRecording = ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1"
    for (file, options) in Self.answers.sorted(by: { $0.key < $1.key }) {
      let (output, errors) = (MemoryOutput(), MemoryOutput())
      let path = folder.appendingPathComponent("ledger-utf8").path
      let status = run(
        Invocation(
          arguments: ["repair", path, "--on", "2026-10-01", "--goal", "98%", "--allow", "end"] + options,
          output: output, errors: errors))
      #expect(status == 0, "\(file): \(errors.text)")
      let text = output.text.replacingOccurrences(of: folder.path + "/", with: "examples/")
      let place = expected.appendingPathComponent(file)
      if isRecording {
        try Data(text.utf8).write(to: place)
        Issue.record("recorded ledger-utf8/expected/\(file)")
      } else {
        let recorded = try String(decoding: Data(contentsOf: place), as: UTF8.self)
        #expect(text == recorded, "ledger-utf8/expected/\(file)")
      }
    }
  }
}
