import Banken
import Testing

@testable import BankenCommand

@Suite struct DiffCommandTests {
  /// Writes the report of a ledger as JSON and returns its path.
  private func report(
    _ files: [String: String], _ directory: Directory, _ name: String, _ options: [String] = []
  ) throws -> String {
    let ledger = try Directory(files)
    let path = directory.path(name)
    let run = CommandRun(["check", ledger.path, "--format", "json", "--output", path] + options)
    #expect(run.output == "" && run.status <= 1, "\(run.errors)")
    return path
  }

  private func diff(_ old: String, _ new: String, _ options: String = "") -> CommandRun {
    CommandRun(["diff", old, new] + options.split(separator: " ").map(String.init))
  }

  @Test func nothingChangedInAReportAgainstItself() throws {
    let directory = try Directory()
    let path = try report(SmallLedger.withViolation, directory, "a.json")
    let english = diff(path, path)
    #expect(english.status == 0)
    #expect(english.errors == "")
    #expect(
      english.output == """
        Telephone-number supply chain: what changed
        ===========================================
        Before  \(path)  2026-10-01
        Now     \(path)  2026-10-01
        Policy  the same
        Tool    banken \(bankenVersion)
        Result  3 → 3 findings (±0): nothing changed

        By rule
        -------
        rule                          before  now  change  new  resolved  grown  shrunk
        total                              3    3      ±0    0         0      0       0
        Without a change: \(Self.evaluated) rules (3 findings)

        Result: 3 → 3 findings (±0): nothing changed

        Findings are about the ledger, not a ruling on anyone's conduct.

        """)
    for format in ["ndjson", "csv"] {
      let lines = diff(path, path, "--format \(format)").output.split(separator: "\n")
      #expect(lines.count == (format == "csv" ? 1 : 0))
    }
    #expect(diff(path, path, "--fail-on notice").status == 0)
  }

  private static let evaluated = 17

  @Test func whatIsNewDecidesTheStatus() throws {
    let directory = try Directory()
    let before = try report(SmallLedger.files, directory, "before.json")
    let after = try report(SmallLedger.withViolation, directory, "after.json")
    for (old, new, options, status) in [
      (before, after, "", 1), (before, after, "--fail-on none", 0), (after, before, "", 0),
      (after, before, "--fail-on notice", 0), (before, after, "--fail-on warning", 1),
    ] as [(String, String, String, Int32)] {
      #expect(diff(old, new, options).status == status, "\(options)")
    }
  }

  @Test func refusesReportsThatShouldNotBeCompared() throws {
    let directory = try Directory()
    let plain = try report(SmallLedger.files, directory, "plain.json")
    var files = SmallLedger.files
    files["policy.json"] = "{\"resale\": {\"max_tier\": 2}}"
    let lenient = try report(files, directory, "lenient.json")
    let limited = try report(SmallLedger.files, directory, "limited.json", ["--operator", "W1"])
    let refused = diff(plain, lenient)
    #expect(refused.status == 2)
    #expect(refused.output == "")
    #expect(
      refused.errors == """
        banken: error: not compared: the policies differ (built-in, then policy.json); '--force' compares all the same
        Try 'banken diff --help' for help.

        """)
    #expect(
      diff(limited, plain, "--lang ja").errors == """
        banken: error: 比較できません: 対象事業者が異なる（前回 W1、今回 すべて）。「--force」で承知のうえ比較します
        使い方は「banken diff --help」で見られます。

        """)
    let forced = diff(plain, lenient, "--force")
    #expect(forced.status == 0)
    #expect(forced.output.contains("Policy  different\n"))
    #expect(
      forced.output.contains(
        "!! the policies differ (built-in, then policy.json); compared all the same (--force).\n"))
    #expect(diff(plain, lenient, "--force --format json").output.contains("\"forced\": [\"policy\"]"))
    // A policy file that says what is built in is the same policy.
    files["policy.json"] = "{ }"
    #expect(diff(plain, try report(files, directory, "same.json")).status == 0)
  }

  @Test func aBaselineIsRefusedBeforeAnythingIsChecked() throws {
    let directory = try Directory()
    let plain = try report(SmallLedger.files, directory, "plain.json")
    let ledger = try Directory(SmallLedger.files)
    try ledger.write("policy.json", "{\"resale\": {\"max_tier\": 3}}")
    let run = CommandRun(["check", ledger.path, "--baseline", plain])
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains("not compared: the policies differ (built-in, then policy.json)"))
    #expect(CommandRun(["check", ledger.path, "--baseline", plain, "--force"]).status == 0)
    #expect(
      CommandRun(["check", ledger.path, "--force"]).errors.contains(
        "'--force' can only be used with '--baseline'"))
  }

  @Test func damagedAndUnreadableReports() throws {
    let directory = try Directory()
    let plain = try report(SmallLedger.files, directory, "plain.json")
    let text = try directory.text("plain.json")
    func answer(_ text: String, _ options: String = "") throws -> CommandRun {
      try directory.write("bad.json", text)
      return diff(plain, directory.path("bad.json"), options)
    }
    let cut = try answer(String(text.prefix(120)))
    #expect(cut.status == 3 && cut.output == "")
    #expect(cut.errors == "\(directory.path("bad.json")):3:11: error: the JSON text ends too early\n")
    let count = try answer(text.replacing("\"findings\": 1, ", with: "\"findings\": 2, "), "--lang ja")
    #expect(count.status == 3)
    #expect(
      count.errors.hasSuffix(
        "error: rules[14]: second-tier-resale の指摘は 2 件とありますが、実際は 1 件です\n"))
    #expect(try answer("").errors.contains("the file is empty"))
    let rules = try answer(CommandRun("rules --format json").output)
    #expect(rules.status == 2)
    #expect(rules.errors.contains("is no audit report (banken-report/1) but 'banken-rules/1'"))
    #expect(try answer(CommandRun("rules --format json").output, "--force").status == 3)
    #expect(diff(plain, directory.path("none.json")).status == 4)
    #expect(diff(directory.path, plain).status == 4)
    #expect(diff(plain, plain, "--output \(directory.path)/no/such").status == 4)
    #expect(CommandRun("diff a.json").status == 2)
    let ledger = try Directory(SmallLedger.files)
    #expect(CommandRun(["check", ledger.path, "--baseline", directory.path("none.json")]).status == 4)
    #expect(CommandRun(["check", ledger.path, "--baseline", directory.path("bad.json")]).status == 2)
  }

  @Test func withABaselineOnlyWhatIsNewDecidesTheStatus() throws {
    let directory = try Directory()
    let before = try report(SmallLedger.files, directory, "before.json")
    let after = try report(SmallLedger.withViolation, directory, "after.json")
    let ledger = try Directory(SmallLedger.withViolation)
    func check(_ old: String, _ options: String = "") -> CommandRun {
      CommandRun(["check", ledger.path, "--baseline", old] + options.split(separator: " ").map(String.init))
    }
    #expect(check(before).status == 1)
    #expect(check(after).status == 0)
    #expect(check(after, "--fail-on notice").status == 0)
    #expect(check(before, "--fail-on none").status == 0)
    // Counts stay those of the whole ledger.
    #expect(check(after).output.contains("Verdict  1 violation, 2 warnings, 0 notices"))
  }

  @Test func aReportAgainstABaselineIsItselfAReport() throws {
    let directory = try Directory()
    let before = try report(SmallLedger.files, directory, "before.json")
    let after = try report(SmallLedger.withViolation, directory, "after.json", ["--baseline", before])
    let plain = try report(SmallLedger.withViolation, directory, "plain.json")
    let same = diff(plain, after)
    #expect(same.status == 0 && same.output.contains("nothing changed"))
    // What an earlier comparison added does not come twice.
    let lines = diff(before, after, "--format ndjson").output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(line.ranges(of: "baseline_state").count == 1) }
    #expect(lines == diff(before, plain, "--format ndjson").output.split(separator: "\n"))
  }

  @Test func hostileTextStaysHarmless() throws {
    let directory = try Directory()
    var files = SmallLedger.files
    files["operators.csv"] = SmallLedger.operators.replacing("燕電話", with: "燕\u{1B}[31m\u{202E}電話")
    let old = try report(files, directory, "old.json")
    // The escapes of the report are undone on the way in, so they must be made anew on the way out.
    files["provisions.csv"] = SmallLedger.provisions.replacing("P2,W1,R1,ip,10\n", with: "")
    let new = try report(files, directory, "new.json")
    for format in ["text", "json", "ndjson", "csv"] {
      let output = diff(old, new, "--format \(format)").output
      #expect(!output.contains("\u{1B}") && !output.contains("\u{202E}"))
      #expect(output.contains(format == "text" || format == "csv" ? "\\u{1B}" : "\\u001b"))
    }
    #expect(diff(old, new, "--format csv").output.contains("\r\n"))
  }
}
