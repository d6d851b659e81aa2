import Foundation
import Harness

/// The Python that has the peers, and their scripts.
struct PeerEnvironment {
  let python: String
  let scripts: String

  /// The one that `Benchmarks/peers/setup` makes, unless another is named.
  static func find(_ options: Options, folder: String) -> Result<PeerEnvironment, Stop> {
    let python = options.python ?? "\(folder)/peers/.venv/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      return .failure(Stop("there is no \(python); `benchmark --make-peers` installs them"))
    }
    return .success(PeerEnvironment(python: python, scripts: "\(folder)/peers"))
  }

  /// Makes the environment: a Python 3.11 with the pinned packages.
  static func make(folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "\(folder)/peers/setup")
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Stop("the peers could not be installed") }
  }

  func start(_ name: String) throws -> Peer {
    try Peer(name, python: python, script: "\(scripts)/\(name)_peer.py")
  }

  /// Versions of Python and the packages, as the peers tell them.
  func versions() throws -> [(name: String, version: String)] {
    let lines = try Self.output(of: python, ["\(scripts)/versions.py"])
    return lines.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      return words.count == 2 ? (words[0], words[1]) : nil
    }
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Stop("\(program) \(arguments.joined(separator: " ")) failed")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// A peer's process: it takes one order a line and answers each with one line, timed by its own clock.
final class Peer {
  let name: String
  private let process = Process()
  private let orders = Pipe()
  private let answers = Pipe()
  private var unread = Data()
  /// The counts of the last answer to each order.
  private(set) var counts: [String: Counts] = [:]

  /// How peers are called on the page, by the name of their script.
  static let titles = [
    "duckdb": "DuckDB", "polars": "Polars", "ladybug": "Ladybug", "igraph": "igraph",
    "networkit": "NetworKit",
    "scipy": "SciPy", "duckdb_levels": "DuckDB",
  ]

  var title: String { Self.titles[name] ?? name }

  init(_ name: String, python: String, script: String) throws {
    self.name = name
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-u", script]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "POLARS_MAX_THREADS": "2", "OMP_NUM_THREADS": "2", "PYTHONDONTWRITEBYTECODE": "1",
    ]) { $1 }
    process.standardInput = orders
    process.standardOutput = answers
    try process.run()
  }

  /// Gives an order and waits for the answer.
  @discardableResult
  func order(_ line: String) throws -> PeerReply {
    orders.fileHandleForWriting.write(Data((line + "\n").utf8))
    let answer = try readLine()
    do {
      let reply = try PeerReply(answer)
      counts[line] = reply.counts
      return reply
    } catch .told(let text) {
      throw Stop("\(title), \(line): \(text)")
    } catch .malformed(let text) {
      throw Stop("\(title), \(line): no answer, but \(text)")
    }
  }

  /// A contender that gives an order; the seconds are the peer's own.
  func contender(_ line: String) -> Contender {
    Contender(title) { try self.order(line).seconds }
  }

  /// Ends the process.
  func stop() {
    try? orders.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private func readLine() throws -> String {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[unread.startIndex..<end], as: UTF8.self)
        unread = Data(unread[(end + 1)...])
        return line
      }
      let more = answers.fileHandleForReading.availableData
      if more.isEmpty { throw Stop("\(title) ended without an answer") }
      unread.append(more)
    }
  }
}
