import Banken
import Glibc
import Testing

@testable import BankenCommand

/// What `check` writes, and where.
@Suite struct CheckReportTests {
  private func check(_ directory: Directory, _ options: String = "") -> CommandRun {
    CommandRun(["check", directory.path] + options.split(separator: " ").map(String.init))
  }

  @Test func theDefaultDayIsTodayInJapan() throws {
    let directory = try Directory(SmallLedger.files)
    #expect(check(directory).output.contains("2026-10-01"))
    #expect(check(directory) == check(directory, "--on 令和8年10月1日"))
    #expect(check(directory, "--on R6.3.31 --format json").output.contains("\"on\": \"2024-03-31\""))
  }

  @Test(arguments: ReportFormat.allCases) func theNumberOfThreadsChangesNoByte(_ format: ReportFormat) throws
  {
    let directory = try Directory(SmallLedger.withViolation)
    let runs = [1, 2, 3, 8].map { check(directory, "--format \(format.rawValue) --threads \($0)") }
    #expect(runs.allSatisfy { $0 == runs[0] && $0.status == 1 && !$0.output.isEmpty })
    #expect(check(directory, "--format \(format.rawValue)") == runs[0])
  }

  @Test func theDisclaimerAccompaniesEveryFormat() throws {
    let directory = try Directory(SmallLedger.files)
    for language in Language.allCases {
      let text = Disclaimer.text[language]
      for format in ["text", "json"] {
        let run = check(directory, "--lang \(language.rawValue) --format \(format)")
        #expect(run.output.contains(text))
        #expect(run.errors == "")
      }
      let csv = check(directory, "--lang \(language.rawValue) --format csv")
      #expect(csv.errors == "banken: note: \(text)\n")
      let ndjson = check(directory, "--lang \(language.rawValue) --format ndjson")
      #expect(ndjson.errors == "{\"level\": \"note\", \"message\": \"\(text)\"}\n")
    }
  }

  @Test func aFileHoldsWhatStandardOutputWould() throws {
    let directory = try Directory(SmallLedger.withViolation)
    let target = try Directory(["report": "old"])
    for format in ReportFormat.allCases {
      let plain = check(directory, "--format \(format.rawValue)")
      let path = target.path("report")
      let written = check(directory, "--format \(format.rawValue) --output \(path)")
      #expect(written.status == 1)
      #expect(written.output == "")
      #expect(written.errors == plain.errors)
      #expect(try target.text("report") == plain.output)
      #expect(target.names() == ["report"])
    }
    #expect(check(directory, "--output -") == check(directory))
    #expect(check(directory, "-o /dev/null").status == 1)
  }

  @Test func aFileStaysAsItWasWhenTheCommandFails() throws {
    let target = try Directory(["report": "old"])
    let bad = try Directory(SmallLedger.withBadRow)
    #expect(check(bad, "--output \(target.path("report"))").status == 3)
    let good = try Directory(SmallLedger.files)
    #expect(check(good, "--output \(target.path("report")) --operator nobody").status == 2)
    #expect(try target.text("report") == "old")
    #expect(target.names() == ["report"])
    #expect(check(good, "--output \(target.path)").status == 4)
    #expect(check(good, "--output /dev/full").status == 4)
    #expect(
      check(good, "--output /dev/full").errors
        == "banken: error: cannot write '/dev/full': No space left on device\n")
  }

  @Test func findsAnOperatorByIdNumberAndNames() throws {
    let directory = try Directory(SmallLedger.withViolation)
    let byId = check(directory, "--operator W1")
    #expect(byId.status == 1)
    for text in ["Ｗ１", "8011101028104", "渚卸売", "旧渚", "渚商会", "８０１１１０１０２８１０４"] {
      #expect(CommandRun(["check", directory.path, "--operator", text]) == byId, "\(text)")
    }
    // R1 is no part of the violation.
    #expect(check(directory, "--operator R1").status == 0)
  }

  @Test func anUnknownOperatorIsAMistakeWithSuggestions() throws {
    let directory = try Directory(SmallLedger.files)
    let help = "Try 'banken check --help' for help.\n"
    func errors(_ text: String) -> String {
      let run = CommandRun(["check", directory.path, "--operator", text])
      #expect(run.status == 2)
      #expect(run.output == "")
      return run.errors
    }
    #expect(errors("渚卸") == "banken: error: no operator '渚卸' in this dataset; nearest: W1 渚卸売\n\(help)")
    #expect(errors("xyzzy") == "banken: error: no operator 'xyzzy' in this dataset\n\(help)")
    #expect(
      errors("燕電話")
        == "banken: error: '燕電話' fits several operators, use an id: R1 燕電話, R2 燕電話\n\(help)")
    #expect(
      CommandRun(["check", directory.path, "--operator", "燕電話", "--lang", "ja"]).errors
        == "banken: error: 「燕電話」に当たる事業者が複数あります。ID で指定してください: R1 燕電話、R2 燕電話\n"
        + "使い方は「banken check --help」で見られます。\n")
  }

  @Test func namesFromTheDataReachNoTerminalUnescaped() throws {
    var files = SmallLedger.files
    files["operators.csv"] = SmallLedger.operators.replacing("霞通信", with: "\u{1B}[31m霞\u{7}\u{202E}")
    let directory = try Directory(files)
    #expect(!check(directory).output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    let errors = CommandRun(["check", directory.path, "--operator", "H2"]).errors
    #expect(!errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func coloursAndProgressNeedATerminal() throws {
    let directory = try Directory(SmallLedger.files)
    let arguments = ["check", directory.path]
    let terminal = CommandRun(arguments, isTerminal: true)
    #expect(terminal.output.contains("\u{1B}["))
    // The work took less than a second.
    #expect(terminal.errors == "")
    #expect(
      !CommandRun(arguments, environment: ["NO_COLOR": "1"], isTerminal: true).output.contains("\u{1B}"))
    let path = directory.path("report")
    _ = CommandRun(arguments + ["--output", path], isTerminal: true)
    #expect(try !directory.text("report").contains("\u{1B}"))
  }

  @Test func anEncodingMayBeForced() throws {
    let directory = try Directory(SmallLedger.files)
    #expect(check(directory, "--encoding utf-8") == check(directory))
    #expect(check(directory, "--encoding utf-16le").status == 3)
  }
}
