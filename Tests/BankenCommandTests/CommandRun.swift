import Bytes
import Glibc
import Testing

@testable import BankenCommand

/// What a command answered.
struct CommandRun: Equatable {
  var status: Int32
  var output: String
  var errors: String

  /// 2026-09-30T15:30:00Z.
  static let clock = 1_790_782_200

  /// Runs a command on 2026-10-01, 00:30 in Japan, which is still the day before in Greenwich.
  init(_ arguments: [String], environment: [String: String] = [:], isTerminal: Bool = false) {
    let (output, errors) = (MemoryOutput(), MemoryOutput())
    status = run(
      Invocation(
        arguments: arguments, environment: environment, output: output, errors: errors,
        outputIsTerminal: isTerminal, errorsAreTerminal: isTerminal, clock: Self.clock))
    self.output = output.text
    self.errors = errors.text
  }

  /// Runs a command given as words between blanks.
  init(_ line: String, environment: [String: String] = [:]) {
    self.init(line.split(separator: " ").map(String.init), environment: environment)
  }
}

/// A directory of its own for a test, removed at the end.
final class Directory {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/banken-test-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit {
    Directory.remove(path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = try #require(fopen(path(name), "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func bytes(_ name: String) throws -> [UInt8] {
    let content = try FileContent(path: path(name), mayBePipe: false)
    return withExtendedLifetime(content) { Array(content.bytes) }
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The names in the directory, sorted.
  func names() -> [String] { Directory.names(path) }

  private static func names(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(path) {
      let inner = "\(path)/\(name)"
      if unlink(inner) != 0 { remove(inner) }
    }
    rmdir(path)
  }
}
