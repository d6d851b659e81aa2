import Banken
import Foundation
import TestSupport
import Testing

@testable import BankenCommand

/// Names, ids and texts that try to break out are harmless in every format of every command.
@Suite struct HostileNamesTests {
  /// What every command answers, in a format.
  private func answers(_ path: String, _ old: String, _ language: Language) -> [(
    name: String, run: CommandRun
  )] {
    let lang = ["--lang", language.rawValue]
    let on = ["--on", "2026-10-01", "--lenient"] + lang
    let period = ["--from", "2026-01-01", "--to", "2026-12-31", "--lenient"] + lang
    let candidate = ["--supplier", "W1", "--recipient", "R1", "--range", "05010000000..05010000009"]
    let commands: [([String], [String])] = [
      (["check", path, "--all"] + on, ReportFormat.allCases.map(\.rawValue)),
      (["check", path, "--all"] + period, ReportFormat.allCases.map(\.rawValue)),
      (["check", path, "--baseline", old] + on, ReportFormat.allCases.map(\.rawValue)),
      (["diff", old, old, "--all"] + lang, ComparisonFormat.allCases.map(\.rawValue)),
      (["screen", path] + candidate + on, AnswerFormat.allCases.map(\.rawValue)),
      (["screen", path, "--batch", "\(path)/batch.csv"] + on, AnswerFormat.allCases.map(\.rawValue)),
      (["trace", path, "05010000001", "05010000150"] + on, AnswerFormat.allCases.map(\.rawValue)),
      (
        ["trace", path, "--history", "05010000001", "--lenient"] + lang, AnswerFormat.allCases.map(\.rawValue)
      ),
      (["stock", path, "W1", "--all"] + on, AnswerFormat.allCases.map(\.rawValue)),
      (["impact", path, "H1", "--all"] + on, AnswerFormat.allCases.map(\.rawValue)),
      (["impact", path, "W1", "--event", "exit", "--list", "notify"] + on, ["csv"]),
      (["impact", path, "W1", "--list", "losses"] + on, ["csv"]),
      (["critical", path, "--all"] + on, AnswerFormat.allCases.map(\.rawValue)),
      (["repair", path, "--goal", "100%", "--all"] + on, AnswerFormat.allCases.map(\.rawValue)),
      (["horizon", path, "--within", "400d", "--all"] + on, HorizonFormat.allCases.map(\.rawValue)),
    ]
    return commands.flatMap { arguments, formats in
      formats.map { format in
        (
          "\(format) \(arguments.filter { $0 != path }.joined(separator: " "))",
          CommandRun(arguments + ["--format", format])
        )
      }
    }
  }

  /// The odd ledger with hostile names, numbers, references and reasons.
  private func ledger() throws -> Directory {
    let directory = try Directory()
    for (name, text) in OddLedger.files {
      var text = text
      if name == "operators.csv" {
        for (place, plain) in ["霞通信", "渚卸売", "燕電話", "雁電話", "利用者"].enumerated() {
          let names = HostileNames.all.indices.filter { $0 % 5 == place }.map { HostileNames.all[$0] }
          text = text.replacing(plain, with: quoted(names.joined(separator: " ")))
        }
      }
      let others = HostileNames.all.dropLast(5).filter { $0.utf8.count < 100 }
      for plain in ["審査中", "部長", "警察庁 8-1"] { text = text.replacing(plain, with: quoted(others.joined())) }
      for (plain, hostile) in [
        ("E-1", "=1+1"), ("E-2", "<b>\u{202E}"), ("N-1", "@x"), ("V3", "+3"), ("P2", "=P2"),
      ] {
        text = text.replacing(plain, with: hostile)
      }
      try directory.write(name, text)
    }
    try directory.write(
      "batch.csv", "supplier_id,recipient_id,category,numbers\nW1,R1,ip,10\nW1,=\u{1B}[31m,ip,10\n")
    return directory
  }

  private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  @Test(arguments: Language.allCases) func nothingBreaksOut(_ language: Language) throws {
    let directory = try ledger()
    let other = try Directory()
    let old = other.path("old.json")
    _ = CommandRun(
      ["check", directory.path, "--lenient", "--on", "2026-09-20", "--format", "json", "--output", old])
    let answers = answers(directory.path, old, language)
    #expect(answers.count == 3 * 7 + 4 + 8 * 3 + 2 + 4)
    for (name, run) in answers {
      #expect([0, 1, 3].contains(run.status), "\(name): \(run.errors.prefix(300))")
      #expect(!run.output.isEmpty, "\(name): \(run.errors.prefix(300))")
      let format = String(name.prefix { $0 != " " })
      #expect(Self.dangers(in: run.output, isLined: ["csv", "ics"].contains(format)) == [], "\(name)")
      #expect(Self.dangers(in: run.errors, isLined: false) == [], "\(name)")
      let mistakes = try Self.mistakes(in: run.output, format)
      #expect(mistakes == [], "\(name)")
    }
  }

  /// Characters that disturb a terminal.
  private static func dangers(in text: String, isLined: Bool) -> [Unicode.Scalar] {
    var scalars = text.unicodeScalars[...]
    if isLined, scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    return scalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x0D: !isLined
      case ..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
      default: false
      }
    }
  }

  /// What is wrong with an answer for one who reads its format.
  private static func mistakes(in text: String, _ format: String) throws -> [String] {
    switch format {
    case "json", "sarif":
      _ = try SchemaCheck.value(text)
      return []
    case "ndjson":
      return try text.split(separator: "\n").filter { try SchemaCheck.value(String($0))["rule"] == nil }.map(
        String.init)
    case "html":
      _ = try StrictMarkup(text)
      return []
    case "csv": return csv(text)
    case "ics": return calendar(text)
    case "markdown":
      // A mark of HTML, a link, an address, or a cell too many.
      let marks = ["<", "://", "www.", "@"].filter { text.contains($0) }
      let links = text.matches(of: /[^\\]\]\(/).map { String($0.output) }
      let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
      return marks + links + rows.filter { $0.split(separator: "|").count != 6 }.map(String.init)
    default: return []
    }
  }

  /// Read as a spreadsheet reads it: rows of equal length, no cell that is a formula.
  private static func csv(_ text: String) -> [String] {
    var found: [String] = []
    if !text.hasPrefix("\u{FEFF}") { found.append("no mark of UTF-8") }
    var (rows, row, cell): ([[String]], [String], String.UnicodeScalarView) = ([], [], .init())
    var (isQuoted, before): (Bool, Unicode.Scalar) = (false, "\n")
    for scalar in text.unicodeScalars.dropFirst() {
      if scalar == "\"" {
        if !isQuoted, before == "\"" { cell.append(scalar) }
        isQuoted.toggle()
      } else if isQuoted {
        cell.append(scalar)
      } else if scalar == "," || scalar == "\n" {
        if scalar == "\n", before != "\r" { found.append("a line end without CR") }
        row.append(String(cell))
        cell = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else if scalar != "\r" {
        cell.append(scalar)
      }
      before = scalar
    }
    if isQuoted || !row.isEmpty { found.append("no end") }
    found += rows.filter { $0.count != rows.first?.count }.map { "\($0.count) cells: \($0.first ?? "")" }
    found += rows.joined().filter { cell in
      "=+-@\t".unicodeScalars.contains { cell.unicodeScalars.first == $0 }
    }
    return found
  }

  private static func calendar(_ text: String) -> [String] {
    let known: Set<Substring> = [
      "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "X-WR-CALDESC", "UID",
      "DTSTAMP",
      "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP",
    ]
    var found: [String] = []
    for line in text.components(separatedBy: "\r\n") where line.utf8.count > 75 {
      found.append("a line of \(line.utf8.count) bytes")
    }
    let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n").dropLast()
    found += lines.filter { !known.contains($0.prefix { $0 != ":" && $0 != ";" }) }
    let ends = lines.filter { $0.hasPrefix("END:") }.count
    if lines.filter({ $0.hasPrefix("BEGIN:") }).count != ends || ends < 3 { found.append("\(ends) ends") }
    return found
  }

  /// A program gets every name back as it is in the data.
  @Test func programsGetTheNamesBack() throws {
    let directory = try ledger()
    let run = CommandRun(["critical", directory.path, "--on", "2026-10-01", "--lenient", "--format", "json"])
    let operators = try SchemaCheck.value(run.output)["operators"]?.elements ?? []
    let names = HostileNames.all.indices.filter { $0 % 5 == 0 }.map { HostileNames.all[$0] }
    let written = operators.first { $0["operator_id"]?.string == "H1" }?["name"]?.string
    #expect(written == names.joined(separator: " "))
  }
}
