import Glibc
import Testing

@testable import BankenCommand

@Suite struct CheckLenientTests {
  private func check(_ directory: Directory, _ options: String = "") -> CommandRun {
    CommandRun(["check", directory.path, "--lenient"] + options.split(separator: " ").map(String.init))
  }

  @Test func rowsSetAsideEndWithThreeUnlessFindingsMakeItOne() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    let run = check(directory)
    #expect(run.status == 3)
    #expect(run.output.contains("second-tier-resale"))
    #expect(run.errors.hasPrefix("provisions.csv:4:3: error: recipient_id: "))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(check(directory, "--fail-on warning").status == 1)
    #expect(check(directory, "--fail-on none").status == 3)
    #expect(check(try Directory(SmallLedger.files)).status == 0)
    #expect(check(try Directory(SmallLedger.withViolation)).status == 1)
  }

  @Test func rejectedRowsAreWrittenVerbatimWithTheirReason() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    let target = try Directory()
    let path = target.path("rejects")
    #expect(check(directory, "--rejects \(path)").status == 3)
    let rejects = try target.text("rejects/provisions.csv").split(separator: "\n")
    #expect(rejects.count == 2)
    #expect(rejects[0] == "provision_id,supplier_id,recipient_id,category,numbers,\"rejected_because\"")
    #expect(rejects[1].hasPrefix("P3,W1,R9,ip,5,\"recipient_id: found \"\"R9\"\", expected "))
    // A second run takes the place of the first.
    #expect(check(directory, "--rejects \(path)/ --lang ja").status == 3)
    #expect(try target.text("rejects/provisions.csv").contains("除かれた理由"))
  }

  @Test func withoutBadRowsTheDirectoryIsEmpty() throws {
    let directory = try Directory(SmallLedger.files)
    let target = try Directory()
    #expect(check(directory, "--rejects \(target.path)").status == 0)
    #expect(target.names() == [])
  }

  @Test func rejectsNeverTakeThePlaceOfTheData() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    for path in [directory.path, directory.path + "/", directory.path + "/."] {
      let run = check(directory, "--rejects \(path)")
      #expect(run.status == 2)
      #expect(
        run.errors.hasSuffix(
          "banken: error: '--rejects' must not be the directory of the dataset\n"
            + "Try 'banken check --help' for help.\n"))
    }
    #expect(try directory.text("provisions.csv").hasPrefix(SmallLedger.provisions))
  }

  @Test func rejectsThatCannotBeWrittenEndWithFour() throws {
    let directory = try Directory(SmallLedger.withBadRow)
    let target = try Directory(["file": ""])
    #expect(check(directory, "--rejects \(target.path("file"))").status == 4)
    #expect(check(directory, "--rejects \(target.path("none/deep"))").status == 4)
  }

  /// The paragraph at the top of a report that says what was left out, without its line breaks.
  private func banner(_ files: [String: String], _ options: String = "") throws -> String {
    let lines = check(try Directory(files), options).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("!! ") })
    return lines[start...].prefix { !$0.isEmpty }.map { $0.drop { " !".contains($0) } }.joined(separator: " ")
  }

  @Test func theReportSaysAtItsTopWhatWasLeftOut() throws {
    #expect(try banner(SmallLedger.files) == "Read leniently: no row was set aside.")
    let end = ": this report does not cover the whole ledger."
    #expect(try banner(SmallLedger.withBadRow) == "1 row with errors set aside (provisions 1)" + end)

    var files = SmallLedger.files
    files["operators.csv"] = SmallLedger.operators + "X1,x,,1\nX1,y,,2\n,\"\",,\n"
    #expect(
      try banner(files)
        == "1 row with errors set aside (operators 1); 1 bad cell taken as blank (operators 1)" + end)
  }

  @Test func aFileThatCannotBeUsedIsNamedAtTheTop() throws {
    var files = SmallLedger.files
    files["approvals.csv"] = "a,b\nW1,ip\n"
    files["caps.tsv"] = ""
    #expect(
      try banner(files)
        == "unusable files left out (approvals.csv, caps.tsv): this report does not cover the whole ledger.")
    #expect(
      try banner(files, "--lang ja").hasPrefix("読めないファイルを除いた（approvals.csv、caps.tsv）。この報告は台帳の全体を"))

    files = SmallLedger.files
    files["番号提供.csv"] = SmallLedger.provisions
    #expect(try banner(files).hasPrefix("unusable files left out (番号提供.csv)"))
  }
}
