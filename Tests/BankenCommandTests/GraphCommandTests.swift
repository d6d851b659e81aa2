import Bytes
import Foundation
import Testing

@testable import BankenCommand

/// `graph` as a user runs it.
@Suite struct GraphCommandTests {
  private static let ledger = ExamplesTests.folder.appendingPathComponent("ledger-utf8").path

  /// What is recorded beside the example of a realistic ledger: all of it, and the surroundings of the wholesaler OP09.
  private static let recorded = [
    "graph.ja.svg": ["--lang", "ja"],
    "graph-around.en.svg": ["--around", "OP09", "--lang", "en"],
    "graph.ja.dot": ["--format", "dot", "--lang", "ja"],
    "graph-around.en.mmd": ["--around", "OP09", "--format", "mermaid", "--lang", "en"],
    "graph.graphml": ["--format", "graphml", "--lang", "en"],
  ]

  private func graph(_ options: [String], _ ledger: String = Self.ledger) -> CommandRun {
    CommandRun(["graph", ledger, "--on", "2026-10-01"] + options)
  }

  /// `BANKEN_RECORD=1` writes the graphs anew; the run that does so fails.
  @Test func graphsAreAsRecorded() throws {
    for (file, options) in Self.recorded.sorted(by: { $0.key < $1.key }) {
      let run = graph(options)
      #expect(run.status == 0, "\(file): \(run.errors)")
      #expect(run.errors == "", "\(file)")
      try hold(run.output, to: file)
    }
    let directory = try Directory()
    let run = graph(["--format", "neo4j-csv", "--output", directory.path("made"), "--lang", "en"])
    #expect(run.status == 0 && run.output == "")
    #expect(run.errors == "banken: note: Findings are about the ledger, not a ruling on anyone's conduct.\n")
    #expect(directory.names() == ["made"])
    for name in ["nodes.csv", "relationships.csv"] {
      try hold(try directory.text("made/\(name)"), to: "graph-\(name)")
    }
  }

  private func hold(_ text: String, to file: String) throws {
    let text = text.replacing(ExamplesTests.folder.path + "/", with: "examples/")
    let place = ExamplesTests.folder.appendingPathComponent("ledger-utf8/expected/\(file)")
    if ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1" {
      try Data(text.utf8).write(to: place)
      Issue.record("recorded ledger-utf8/expected/\(file)")
    } else {
      #expect(text == String(decoding: try Data(contentsOf: place), as: UTF8.self), "\(file)")
    }
  }

  /// A row of one of the two files, by the names of the header.
  private func rows(_ options: [String]) throws -> [[String: Substring]] {
    let directory = try Directory()
    #expect(graph(options + ["--format", "neo4j-csv", "--output", directory.path]).status == 0)
    let lines = try directory.text("relationships.csv").replacing("\r\n", with: "\n").split(separator: "\n")
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }

  /// The lines of the graph add up to the coverage that `check` reports for the same day.
  @Test func totalsAreThoseOfCheck() throws {
    let check = CommandRun(["check", Self.ledger, "--on", "2026-10-01", "--format", "json"])
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
    let summary = try #require(report["summary"] as? [String: Any])
    let coverage = try #require(summary["coverage"] as? [[String: Any]])
    let all = try rows([])
    func sum(_ rows: [[String: Substring]], _ column: String) -> Int {
      rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
    }
    #expect(sum(all, "provisions:int") == summary["active_provisions"] as? Int)
    for category in ["fixed", "ip", "mobile", "data", "fmc", "service"] {
      let expected = coverage.filter { $0["category"] as? String == category }
      let shown = try rows(["--category", category])
      #expect(shown.count == all.count { $0["category"] == Substring(category) })
      for (column, member) in [("provisions:int", "provisions"), ("numbers:long", "numbers")] {
        #expect(
          sum(shown, column) == expected.reduce(0) { $0 + ($1[member] as? Int ?? 0) },
          "\(category) \(member)")
      }
    }
  }

  @Test func whatIsAroundAnOperator() throws {
    let byName = graph(["--around", "藤波ホールセール㈱", "--format", "dot"])
    #expect(byName == graph(["--around", "OP09", "--depth", "2", "--format", "dot"]))
    let near = graph(["--around", "OP09", "--depth", "0", "--format", "dot"])
    #expect(near.status == 0)
    #expect(near.output.contains("  n0 [label=\"藤波ホールセール㈱\\nOP09"))
    #expect(!near.output.contains("->"))
  }

  @Test func saysWhenNothingIsThere() throws {
    let around = graph(["--around", "OP40", "--category", "mobile", "--format", "dot"])
    #expect(around.status == 0)
    #expect(
      around.errors
        == "banken: note: OP40 山辺太一郎 neither provides nor receives any numbers on this day\n")
    #expect(around.output.contains("  n0 [label=\"山辺太一郎\\nOP40"))
    let nothing = CommandRun(["graph", Self.ledger, "--on", "1950-01-01", "--lang", "ja"])
    #expect(nothing.status == 0)
    #expect(nothing.errors == "banken: note: この日に有効な番号の提供はない\n")
    #expect(nothing.output.contains(">この日に有効な番号の提供はない</text>"))
  }

  @Test func mistakesAreNamed() throws {
    let unknown = graph(["--around", "OP99"])
    #expect(unknown.status == 2 && unknown.output == "")
    #expect(
      unknown.errors == """
        banken: error: no operator 'OP99' in this dataset; nearest: OP09 藤波ホールセール㈱
        Try 'banken graph --help' for help.

        """)
    for (options, message) in [
      (["--depth", "3"], "option '--depth' can only be used with '--around'"),
      (
        ["--around", "OP09", "--depth", "x"],
        "bad value 'x' for option '--depth' (a whole number from 0 to 1000000)"
      ),
      (
        ["--category", "fax"],
        "bad value 'fax' for option '--category' (one of fixed, ip, mobile, data, paging, fmc, service)"
      ),
      (
        ["--format", "neo4j"],
        "bad value 'neo4j' for option '--format' (one of svg, dot, mermaid, graphml, neo4j-csv)"
      ),
      (
        ["--format", "neo4j-csv"],
        "'--format neo4j-csv' writes several files: name a directory with '--output'"
      ),
      (
        ["--format", "neo4j-csv", "--output", "-"],
        "'--format neo4j-csv' writes several files: name a directory with '--output'"
      ),
    ] {
      let run = graph(options)
      #expect(run.status == 2 && run.output == "", "\(options)")
      #expect(run.errors.hasPrefix("banken: error: \(message)"), "\(run.errors)")
    }
    let directory = try Directory(["file": ""])
    let blocked = graph(["--format", "neo4j-csv", "--output", directory.path("file")])
    #expect(blocked.status == 4 && blocked.errors.hasPrefix("banken: error: cannot write '"))
  }

  @Test func whatIsTooMuchToReadIsRefused() throws {
    let directory = try Directory()
    let ledger = directory.path("ledger")
    let made = "generate --operators 500 --provisions 900 --seed 1 --output \(ledger)"
    #expect(CommandRun(made).status == 0)
    let run = graph([], ledger)
    #expect(run.status == 2 && run.output == "")
    let pattern =
      #/banken: error: too much to be read as a drawing: \d+ operators and \d+ lines, at most 150 and 400;/#
    #expect(run.errors.prefixMatch(of: pattern) != nil, "\(run.errors)")
    #expect(
      run.errors.contains("narrow it with --around, --category, or export it with '--format graphml'\n"))
    #expect(graph(["--format", "mermaid"], ledger).status == 2)
    for format in ["dot", "graphml"] { #expect(graph(["--format", format], ledger).status == 0) }
  }

  @Test func readsLeniently() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    #expect(graph([], directory.path).status == 3)
    let run = graph(["--lenient", "--format", "dot"], directory.path)
    #expect(run.status == 3)
    #expect(run.output.contains("n1 -> n2"))
  }
}
