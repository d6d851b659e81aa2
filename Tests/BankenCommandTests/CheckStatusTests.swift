import Banken
import Bytes
import Glibc
import Testing

@testable import BankenCommand

/// Every exit status of `check`, and what stands on the two outputs.
@Suite struct CheckStatusTests {
  private func check(_ directory: Directory, _ options: String = "") -> CommandRun {
    CommandRun(["check", directory.path] + options.split(separator: " ").map(String.init))
  }

  @Test func findingsBelowTheThresholdEndWithZero() throws {
    let run = check(try Directory(SmallLedger.files))
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("second-tier-resale"))
  }

  @Test func findingsAtTheThresholdEndWithOne() throws {
    let directory = try Directory(SmallLedger.withViolation)
    let run = check(directory)
    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(run.output.contains("P3"))
    #expect(check(directory, "--fail-on none").status == 0)
    #expect(check(directory, "--fail-on none").output == run.output)
    #expect(check(directory, "--rule second-tier-resale").status == 0)
  }

  @Test func theFlagComesBeforeThePolicyOfTheDataset() throws {
    let directory = try Directory(SmallLedger.files)
    #expect(check(directory, "--fail-on warning").status == 1)
    #expect(check(directory, "--fail-on notice").status == 1)
    #expect(check(directory, "--fail-on violation").status == 0)
    try directory.write("policy.json", "{\"fail_on\": \"warning\"}")
    #expect(check(directory).status == 1)
    #expect(check(directory, "--fail-on violation").status == 0)
    #expect(check(directory, "--fail-on none").status == 0)
    try directory.write("other.json", "{}")
    #expect(CommandRun(["check", directory.path, "--policy", directory.path("other.json")]).status == 0)
  }

  @Test func badDataEndsWithThree() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    let english = check(directory)
    #expect(english.status == 3)
    #expect(english.output == "")
    let lines = english.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("provisions.csv:4:3: error: recipient_id: found \"R9\", expected "))
    #expect(
      lines[1] == "banken: error: 1 error in the data, nothing was checked (--lenient sets bad rows aside)")
    let japanese = check(directory, "--lang ja")
    #expect(japanese.status == 3)
    #expect(japanese.output == "")
    #expect(
      japanese.errors.hasSuffix("\nbanken: error: データにエラーが1件あるため点検していません(--lenient で誤りのある行を除いて点検できます)\n"))
    #expect(japanese.errors.hasPrefix("provisions.csv:4:3: error: recipient_id: 「R9」"))
  }

  @Test func badDataIsToldInJSONWhereTheReportIs() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    for format in ["json", "ndjson"] {
      let run = check(directory, "--format \(format)")
      #expect(run.status == 3)
      #expect(run.output == "")
      let lines = run.errors.split(separator: "\n").map(String.init)
      #expect(lines.count == 2)
      for line in lines {
        let value = try Array(line.utf8).withUnsafeBytes { try JSONReader.read($0) }
        #expect(value["level"]?.string == "error")
        #expect(value["message"]?.string?.isEmpty == false)
      }
      let first = try Array(lines[0].utf8).withUnsafeBytes { try JSONReader.read($0) }
      #expect(first["file"]?.string == "provisions.csv")
      #expect(first["line"]?.integer == 4)
      #expect(first["column"]?.integer == 3)
      #expect(first["column_name"]?.string == "recipient_id")
      #expect(first["found"]?.string == "R9")
    }
    #expect(!check(directory, "--format csv").errors.contains("{"))
  }

  @Test func messagesAreBoundedUnlessAllAreAskedFor() throws {
    var files = SmallLedger.files
    files["provisions.csv"] = SmallLedger.provisions + (0..<150).map { "X\($0),W1,R1,ip,zero\n" }.joined()
    let directory = try Directory(files)
    let bounded = check(directory).errors.split(separator: "\n")
    #expect(bounded.count == 102)
    #expect(bounded[99].hasPrefix("provisions.csv:103:5: error: numbers: "))
    #expect(bounded[100] == "banken: note: 50 more (50 of them errors); --all shows them")
    #expect(
      bounded[101]
        == "banken: error: 150 errors in the data, nothing was checked (--lenient sets bad rows aside)")
    #expect(check(directory, "--all").errors.split(separator: "\n").count == 151)
  }

  @Test func badPolicyEndsWithThree() throws {
    let directory = try Directory(SmallLedger.files)
    try directory.write("policy.json", "{\"fail_on\": \"never\"}")
    let run = check(directory)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("policy.json:1:13: error: fail_on: found the string \"never\""))
    let json = check(directory, "--format json")
    #expect(json.status == 3)
    #expect(
      json.errors.hasPrefix("{\"level\": \"error\", \"file\": \"policy.json\", \"line\": 1, \"column\": 13, ")
    )
    // A policy that is wrong must not be passed over for another one.
    #expect(CommandRun(["check", directory.path, "--policy", directory.path("operators.csv")]).status == 3)
  }

  @Test func capsOfPolicyAndDataMustNotShareAnId() throws {
    let directory = try Directory(SmallLedger.files)
    try directory.write("caps.csv", "cap_id,recipient_id,max_numbers\nＣ１,W1,5\n")
    try directory.write("policy.json", "{\"caps\": [\n {\"id\": \"C1\", \"max_numbers\": 3}]}")
    let run = check(directory)
    #expect(run.status == 3)
    #expect(
      run.errors == "policy.json:2:9: error: the cap id \"C1\" is also used in caps.csv, line 2\n")
    #expect(
      check(directory, "--lang ja").errors == "policy.json:2:9: error: 上限ID「C1」は caps.csv の 2 行目と重複しています\n")
  }

  @Test func unknownOperatorsInThePolicyAreAWarning() throws {
    let directory = try Directory(SmallLedger.files)
    try directory.write("policy.json", "{\"ledger\": {\"complete\": [\"W1\", \"W9\"]}}")
    let run = check(directory)
    #expect(run.status == 0)
    #expect(
      run.errors
        == "policy.json:1:32: warning: ledger.complete names the operator \"W9\", which is not in this dataset\n"
    )
    #expect(
      check(directory, "--lang ja").errors
        == "policy.json:1:32: warning: ledger.complete の事業者「W9」はこのデータセットにありません\n")
  }

  @Test func warningsAndNotesAreShownAndChangeNothing() throws {
    let directory = try Directory(SmallLedger.files)
    try directory.write(
      "designations.csv", SmallLedger.designations.replacing("range_end", with: "range_end,memo"))
    let run = check(directory)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("designations.csv:"))
    #expect(run.errors.contains(": note: "))
  }

  @Test func filesOutOfReachEndWithFour() throws {
    let directory = try Directory(SmallLedger.files)
    let none = directory.path("none")
    #expect(CommandRun(["check", none]).status == 4)
    #expect(
      CommandRun(["check", none]).errors
        == "banken: error: cannot read '\(none)': No such file or directory\n")
    #expect(
      CommandRun(["check", none, "--lang", "ja"]).errors
        == "banken: error: 「\(none)」を読めません: ファイルまたはフォルダがありません\n")
    #expect(
      CommandRun(["check", none, "--format", "json"]).errors
        == "{\"level\": \"error\", \"message\": \"cannot read '\(none)': No such file or directory\"}\n")
    #expect(CommandRun(["check", directory.path("operators.csv")]).status == 4)
    #expect(CommandRun(["check", directory.path, "--policy", none]).status == 4)
    let output = CommandRun(["check", directory.path, "--output", directory.path("none/report")])
    #expect(output.status == 4)
    #expect(
      output.errors
        == "banken: error: cannot write '\(directory.path("none/report"))': No such file or directory\n")
    mkdir(directory.path("caps.csv"), 0o777)
    #expect(check(directory).status == 4)
  }

  @Test func aDirectoryWithoutDataEndsWithThree() throws {
    let directory = try Directory()
    let run = check(directory)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("operators.csv:0:0: error: "))
    #expect(check(directory, "--lenient").status == 3)
    #expect(check(directory, "--lenient").errors.hasSuffix("1 error in the data, nothing was checked\n"))
  }

  @Test func aClosedPipeKeepsTheStatus() throws {
    let directory = try Directory(SmallLedger.withViolation)
    for format in ReportFormat.allCases {
      let errors = MemoryOutput()
      let status = run(
        Invocation(
          arguments: ["check", directory.path, "--format", format.rawValue], output: ClosedPipe(),
          errors: errors, clock: CommandRun.clock))
      #expect(status == 1)
      #expect(!errors.text.contains("error"))
    }
  }
}

/// A pipe whose reader has gone.
private final class ClosedPipe: Output {
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) { throw .closedPipe }

  @Test func pipesInTheDatasetAreRefusedAtOnce() throws {
    for name in ["provisions.csv", "policy.json"] {
      let directory = try Directory(["operators.csv": SmallLedger.operators])
      mkfifo(directory.path(name), 0o600)
      let run = CommandRun(["check", directory.path])
      #expect(run.status == 4)
      let reason = "a pipe or a device, not a file"
      #expect(run.errors == "banken: error: cannot read '\(directory.path(name))': \(reason)\n")
    }
  }
}
