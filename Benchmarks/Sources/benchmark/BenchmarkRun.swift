import Foundation
import Harness

/// One run of the command: its data, its suites, its page.
struct BenchmarkRun {
  let options: Options
  let command: String
  let package: String
  let tool: String

  init(_ options: Options, _ words: [String], package: String) throws {
    self.options = options
    self.package = package
    // Where data are kept is nobody's business but the machine's.
    var (shown, rest) = ([String](), words[...])
    while let word = rest.popFirst() {
      if ["--data", "--python", "--tool", "--results"].contains(word) {
        rest = rest.dropFirst()
      } else {
        shown.append(word)
      }
    }
    command = (["swift run -c release --package-path Benchmarks benchmark"] + shown).joined(separator: " ")
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("banken").path
    tool = options.tool ?? beside
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      throw Stop("there is no \(tool); build it or name one with --tool")
    }
  }

  /// Measures, and writes the page.
  ///
  /// A suite that cannot go on, because a peer died perhaps, does not take the others with it; the page then says so
  /// and is printed, but not written.
  /// - Returns: false when some peer found other things than we did, or a suite did not finish.
  func perform() throws -> Bool {
    if options.makesPeers {
      try PeerEnvironment.make(folder: package)
      if !options.usesPeers { return true }
    }
    let folder = options.data ?? NSTemporaryDirectory() + "banken-benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { if options.data == nil { try? FileManager.default.removeItem(atPath: folder) } }

    let (peers, skipped) = findPeers()
    var page = ResultsPage(
      command: command, date: Machine.date, machine: Machine.description, runs: options.runs,
      versions: [("Banken", try Machine.toolVersion(tool, folder)), ("Swift", Machine.swiftVersion)],
      peersSkipped: skipped,
      notes: Notes((try? String(contentsOfFile: "\(package)/notes.md", encoding: .utf8)) ?? ""))
    if let peers { page.versions += try peers.versions() }
    var isComplete = true
    let workloads = Workloads(tool: tool, folder: folder)
    for size in options.sizes {
      let session = try Session(options, size, workloads, peers)
      for suite in options.suites(of: size) {
        do {
          try run(suite, session)
        } catch let stop as Stop {
          isComplete = false
          say("\(suite.rawValue) stopped: \(stop.text)")
          session.add(ResultsSection("\(suite.rawValue) did not finish", paragraphs: [stop.text]))
        }
      }
      page.sizes.append(session.results)
    }
    print(page.text, terminator: "")
    if isComplete, let file = options.results ?? (options.isWhole ? "\(package)/RESULTS.md" : nil) {
      try page.text.write(toFile: file, atomically: true, encoding: .utf8)
      say("wrote \(file)")
    }
    if let skipped { say("THE PEERS WERE SKIPPED: \(skipped)") }
    if page.hasDifferences { say("some peer found other things than we did: no ratio for it") }
    return isComplete && !page.hasDifferences
  }

  private func findPeers() -> (PeerEnvironment?, String?) {
    guard options.usesPeers else { return (nil, "run with `--peers` to measure them") }
    switch PeerEnvironment.find(options, folder: package) {
    case .success(let peers): return (peers, nil)
    case .failure(let stop):
      say("THE PEERS ARE SKIPPED: \(stop.text)")
      return (nil, "they are not installed (`benchmark --make-peers`)")
    }
  }

  private func run(_ suite: SuiteName, _ session: Session) throws {
    switch suite {
    case .reading: try session.reading()
    case .audit: try session.auditing()
    case .rules: try session.rules()
    case .kernels: try session.kernels()
    case .questions: try session.questions()
    case .writing: try session.writing()
    case .processes: try session.processes()
    case .memory: try session.memory()
    case .scale: try session.scale()
    case .shapes: try session.shapes()
    }
  }
}
