import Testing

@testable import BankenCommand

/// `banken repair` from the command line: status, formats, mistakes.
@Suite struct RepairCommandTests {
  private static let certifications = "operator_id,valid_from\nH1,2026-04-01\nR1,2026-04-01\n"

  private func ledger(_ more: [String: String] = [:]) throws -> Directory {
    try Directory(
      SmallLedger.files.merging(["certifications.csv": Self.certifications]) { $1 }
        .merging(more) { $1 })
  }

  @Test func aPlanThatReachesTheGoalIsStatusZero() throws {
    let directory = try ledger()
    let run = CommandRun(["repair", directory.path, "--lang", "en"])
    #expect(run.status == 0 && run.errors.isEmpty)
    for line in [
      "Now     0 of 110 numbers (0.0%)", "Then    110 of 110 numbers (100.0%)",
      "Plan    1 step; no plan has fewer", "1. W1 渚卸売 obtains ETOC certification",
      "   +110 numbers → 100.0%; now: no ETOC certification on record",
    ] {
      #expect(run.output.contains(line + "\n"), "\(line)")
    }
    let japanese = CommandRun(["repair", directory.path, "--lang", "ja"])
    #expect(japanese.output.contains("計画    1手順（これより少ない計画はない）\n"))
    #expect(japanese.output.contains("1. W1 渚卸売 がETOC認証を取得する\n"))
  }

  @Test func nothingToDoIsSaid() throws {
    let directory = try ledger(["certifications.csv": Self.certifications + "W1,2026-04-01\n"])
    let run = CommandRun(["repair", directory.path])
    #expect(run.status == 0 && run.output.contains("Plan    the goal is met: nothing to do\n"))
  }

  @Test func withoutDesignationsTheStatusIsOne() throws {
    var files = SmallLedger.files
    files["designations.csv"] = nil
    let directory = try Directory(files)
    let run = CommandRun(["repair", directory.path])
    #expect(run.status == 1 && run.output.contains("Plan    not evaluated: no table designations\n"))
    let json = CommandRun(["repair", directory.path, "-fjson"])
    #expect(json.status == 1)
    #expect(
      json.output.contains("\"standing\": \"not-evaluated\", \"reason\": \"no-table:designations\""))
  }

  @Test func absentTablesAreSaid() throws {
    let directory = try Directory(SmallLedger.files)
    let run = CommandRun(["repair", directory.path, "--lang", "ja"])
    #expect(run.output.contains("!! 「ETOC認証」の表がないため、すべての事業者を認証なしとして数えた。\n"))
    let json = CommandRun(["repair", directory.path, "-fjson"])
    #expect(json.output.contains("\"absent_tables\": [\"certifications\"]"))
  }

  @Test func csvIsTheListOfRequests() throws {
    let files = ["operators.csv": SmallLedger.operators.replacing("渚卸売,", with: "\"=渚,卸売\",")]
    let directory = try ledger(files)
    let run = CommandRun(["repair", directory.path, "-fcsv", "--lang", "ja"])
    #expect(run.status == 0)
    #expect(
      run.output == "\u{FEFF}supplier_id,supplier_name,operator_id,operator_name,action,category,"
        + "provision_id,provisions,numbers,rank,cause,message\r\n"
        + "H1,霞通信,W1,\"'=渚,卸売\",certify,,,1,100,1,never,"
        + "\"貴社の卸先 W1 =渚,卸売（1件の提供、100番号）に、ETOC認証の取得をご依頼ください（台帳では「ETOC認証の記録なし」）。\"\r\n")
    #expect(run.errors == "banken: note: 指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。\n")
  }

  @Test func feesComeFromThePolicy() throws {
    let fees = """
      {"fees": {"members": {"first": 80000, "renewal": 60000}, "others": {"first": 260000, "renewal": 200000}}}
      """
    let directory = try ledger(["policy.json": fees])
    let run = CommandRun(["repair", directory.path, "--by", "fees"])
    #expect(run.status == 0 && run.output.contains("Plan    1 step, ¥260,000; no plan costs less\n"))
    let end = CommandRun(["repair", directory.path, "--by", "fees", "--allow", "end"])
    #expect(end.status == 2 && end.errors.contains("such as \"end\": 100000\n"))
    let printed = CommandRun(["policy", directory.path])
    #expect(
      printed.output.contains(
        "\"fees\": {\"associations\": [], \"members\": {\"first\": 80000, \"renewal\": 60000}, "
          + "\"others\": {\"first\": 260000, \"renewal\": 200000}}\n}\n"))
  }

  @Test func mistakesAreWrongUsage() throws {
    let directory = try ledger()
    let goal = CommandRun(["repair", directory.path, "--goal", "95"])
    #expect(goal.status == 2)
    #expect(
      goal.errors == """
        banken: error: bad value '95' for option '--goal' (a share such as 95%, 99.5% or 0.95)
        Try 'banken repair --help' for help.

        """)
    let fees = CommandRun(["repair", directory.path, "--by", "fees"])
    #expect(fees.status == 2)
    #expect(
      fees.errors.hasPrefix(
        "banken: error: '--by fees' needs the fees in the policy; add for example \"fees\": {"))
    #expect(CommandRun(["repair"]).status == 2)
    #expect(CommandRun(["repair", directory.path, "--by", "money"]).status == 2)
    #expect(CommandRun(["repair", directory.path("nowhere")]).status == 4)
  }
}
