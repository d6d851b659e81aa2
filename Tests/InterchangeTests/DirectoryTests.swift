import Banken
import Bytes
import Foundation
import Testing

@Suite struct DirectoryTests {
  /// A directory with files, removed afterwards.
  private func withDirectory(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    for (name, text) in files {
      try Data(text.utf8).write(to: directory.appendingPathComponent(name))
    }
    try body(directory.path)
  }

  @Test func readsWhatMemoryReads() throws {
    let provisions = "provision_id,supplier_id,recipient_id,category,numbers\nP1,A,B,ip,0\nP2,A,B,ip,5\n"
    try withDirectory([
      "事業者.csv": threeOperators, "provisions.csv": provisions, "policy.json": "{}", "cap.csv": "",
    ]) { path in
      let fromFiles = try Dataset.read(directory: path)
      let fromMemory = Ledger(["事業者.csv": threeOperators, "provisions.csv": provisions, "cap.csv": ""]).read()
      #expect(
        fromFiles.diagnostics.map { $0.description(.en) }
          == fromMemory.diagnostics.map { $0.description(.en) })
      #expect(fromFiles.inputs.map(\.file) == ["事業者.csv", "provisions.csv"])
      #expect(fromFiles.inputs.map(\.sha256) == fromMemory.inputs.map(\.sha256))
      #expect(fromFiles.diagnostics.errorCount == 1)
      #expect(
        fromFiles.diagnostics.last?.description(.en)
          == "cap.csv:0:0: note: not the name of a table, passed over; did you mean caps.csv?")
    }
  }

  @Test func whatCannotBeOpenedThrows() throws {
    let missing = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    #expect(throws: FileError.self) { try Dataset.read(directory: missing) }
    try withDirectory(["operators.csv": threeOperators]) { path in
      let file = path + "/operators.csv"
      #expect(throws: FileError.self) { try Dataset.read(directory: file) }
      try FileManager.default.createDirectory(
        atPath: path + "/provisions.csv", withIntermediateDirectories: false)
      #expect(throws: FileError.self) { try Dataset.read(directory: path) }
    }
  }
}
