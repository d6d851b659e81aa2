import Testing

@testable import BankenCommand

/// What `impact` and `critical` say where tables are absent, lists empty, and operators several.
@Suite struct ImpactUnknownTests {
  private let on = ["--on", "2026-10-01"]

  /// Text with the lines of its head put together.
  private func unwrapped(_ run: CommandRun) -> String {
    run.output.replacing("\n             ", with: " ").replacing("\n           ", with: " ")
      .replacing("\n          ", with: " ")
  }

  private func answer(_ run: CommandRun) -> String {
    let line = unwrapped(run).split(separator: "\n").first { $0.hasPrefix("Answer ") } ?? ""
    return String(line.drop { $0 != " " }.drop { $0 == " " })
  }

  private func notes(_ run: CommandRun) -> [String] {
    run.errors.split(separator: "\n").map { String($0.replacing("banken: note: ", with: "")) }
      .filter { !$0.hasPrefix("Findings are about") }
  }

  // MARK: Absent tables

  /// Nothing on record ends, which is not to say that nothing would.
  @Test func absentTablesAreNoPositiveStatements() throws {
    var files = SmallLedger.files
    files["approvals.csv"] = nil
    let directory = try Directory(files)
    for (x, event, table) in [
      ("H1", "certificate", "certifications"), ("W1", "approval", "approvals"),
      ("R2", "exit", "certifications"), ("H1", "approval", "approvals"),
    ] {
      let ask = ["impact", directory.path, x, "--event", event] + on
      let run = CommandRun(ask)
      #expect(run.status == 0)
      #expect(answer(run) == "not evaluated: no table \(table)", "\(x) \(event)")
      let json = CommandRun(ask + ["--format", "json"]).output
      #expect(
        json.contains("\n \"evaluated\": false, \"reason\": \"no-table:\(table)\",\n"), "\(x) \(event)")
    }
    let standing = unwrapped(CommandRun(["impact", directory.path, "W1"] + on))
    #expect(
      standing.contains(
        ", approval not evaluated (no table approvals), ETOC certification not evaluated (no table certifications)\n"
      ))
    // A header alone is a table, of nobody.
    try directory.write("certifications.csv", "operator_id,valid_from\n")
    #expect(
      answer(CommandRun(["impact", directory.path, "H1"] + on))
        == "it has no certification in force on this day: nothing changes")
  }

  @Test func whoIsCertifiedIsNotClaimedWithoutTheTable() throws {
    let directory = try Directory(SmallLedger.files)
    let exit = ["impact", directory.path, "W1", "--event", "exit"] + on
    let json = CommandRun(exit + ["--format", "json"]).output
    #expect(json.contains("\"lose\": null, \"notify\": 2, \"notify_uncertified\": null}"))
    #expect(
      json.contains("{\"operator_id\": \"H1\", \"name\": \"霞通信\", \"certified\": null, \"user\": false"))
    #expect(!json.contains("\"certified\": false"))
    let csv = CommandRun(exit + ["--format", "csv", "--list", "notify"])
    #expect(csv.output.contains("\r\nH1,霞通信,,false,100,,\r\n"))
    #expect(notes(csv) == ["ETOC certification not evaluated (no table certifications)"])
    let japanese = CommandRun(exit + ["--lang", "ja"]).output
    #expect(japanese.contains("■ ETOC認証の有無が分からない相手（「ETOC認証」の表がない） 2者\n"))
    #expect(!japanese.contains("ETOC認証のない相手") && !japanese.contains("ETOC認証なし"))
  }

  // MARK: Empty tables for spreadsheets

  @Test func anEmptyTableSaysWhy() throws {
    let directory = try Directory(SmallLedger.files)
    func ask(_ words: String...) -> [String] {
      let run = CommandRun([words[0], directory.path] + words.dropFirst() + ["--format", "csv"] + on)
      #expect(run.status == 0)
      #expect(run.output.split(separator: "\r\n").count == 1)
      return notes(run)
    }
    #expect(ask("critical") == ["not evaluated: no table certifications"])
    #expect(
      ask("impact", "W1", "--event", "exit", "--list", "losses") == [
        "not evaluated: no table certifications"
      ])
    #expect(
      ask("impact", "W1", "--event", "approval", "--list", "losses") == [
        "Chains of certified operators rest on certification: they stay as they are."
      ])
    try directory.write("certifications.csv", "operator_id,valid_from\nR2,2026-04-01\n")
    #expect(ask("critical") == ["nobody is the only certified way to others"])
    #expect(ask("impact", "R1") == ["it has no certification in force on this day: nothing changes"])
    #expect(
      ask("impact", "R2") == [
        "No finding appears or vanishes.", "rules that were not evaluated: resale-against-clause",
      ])
    #expect(
      ask("impact", "R2", "--list", "losses") == ["No chain of certified operators runs through it."])
    #expect(ask("impact", "R2", "--list", "notify") == ["Nobody has to be told."])
  }

  // MARK: Persons

  @Test func aCorporateNumberOfSeveralRowsIsOnePerson() throws {
    let directory = try Directory(SmallLedger.twoBranches)
    let byNumber = CommandRun(["impact", directory.path, "8011101028104"] + on)
    #expect(byNumber.status == 0)
    #expect(
      byNumber.output.contains("\nOperator     渚卸売 東 (W1)\nSame person  渚卸売 西 (W2) (befallen too)\n"))
    #expect(byNumber == CommandRun(["impact", directory.path, "W1"] + on))
    #expect(answer(byNumber).contains("1 operator loses the last chain of certified operators"))
    // What is asked of a row, not of a person, stays ambiguous.
    let stock = CommandRun(["stock", directory.path, "8011101028104"] + on)
    #expect(stock.status == 2)
    #expect(stock.errors.contains("W1 渚卸売 東, W2 渚卸売 西"))
    // And so does a name that several persons have.
    let small = try Directory(SmallLedger.files)
    #expect(CommandRun(["impact", small.path, "燕電話"] + on).status == 2)
  }

  @Test func criticalSaysThatRowsOfAPersonCountOneByOne() throws {
    let directory = try Directory(SmallLedger.twoBranches)
    let text = CommandRun(["critical", directory.path] + on).output.replacing("\n   ", with: " ")
      .replacing("\n", with: " ")
    #expect(text.contains("Operators are counted one by one, those of one legal person too."))
    let named = "(impact tells what hangs on the person): 渚卸売 東 (W1) and 渚卸売 西 (W2)"
    #expect(text.contains(named))
    let json = CommandRun(["critical", directory.path, "--format", "json"] + on).output
    #expect(
      json.contains(
        "],\n \"counted_by\": \"operator\",\n \"shared_persons\": [\n"
          + "  {\"operator_ids\": [\"W1\", \"W2\"]}],\n"))
    #expect(json.contains("{\"rank\": 1, \"operator_id\": \"H1\""))
    #expect(!json.contains("\"rank\": 2"))
    let csv = CommandRun(["critical", directory.path, "--format", "csv"] + on)
    #expect(notes(csv).count == 1 && notes(csv).allSatisfy { $0.hasSuffix(named) })
    // A person of which one operator alone provides is none of them.
    try directory.write(
      "provisions.csv",
      "provision_id,supplier_id,recipient_id,category,numbers\nP1,H1,W1,ip,9\nP3,W1,R1,ip,5\n")
    let one = CommandRun(["critical", directory.path, "--format", "json"] + on).output
    #expect(one.contains("\"shared_persons\": []"))
  }

  // MARK: Waivers

  /// What changes under a waiver alone is told beside the counts.
  @Test func waivedChangesAreCountedBeside() throws {
    var files = SmallLedger.files
    files["certifications.csv"] = "operator_id,valid_from\nH1,2026-04-01\nW1,2026-04-01\n"
    files["waivers.csv"] = """
      waiver_id,rule,provision_id,valid_to,reason,approved_by
      V1,uncertified-recipient,P2,2027-03-31,r,a

      """
    let directory = try Directory(files)
    let exit = ["impact", directory.path, "R1", "--event", "exit"] + on
    let text = CommandRun(exit)
    #expect(
      answer(text).hasPrefix(
        "0 findings appear (0 violations, 0 warnings, 0 notices), 1 vanishes (and 1 under a waiver); "))
    #expect(text.output.contains("\nrule                              appear      vanish  vanish, waived\n"))
    #expect(text.output.contains("\nuncertified-recipient                  0           0               1\n"))
    let japanese = CommandRun(exit + ["--lang", "ja"]).output
    #expect(japanese.contains("、1件消える（ほか適用除外 1件）"))
    #expect(japanese.contains("\nuncertified-recipient                  0           0             1\n"))
    let json = CommandRun(exit + ["--format", "json"]).output
    #expect(
      json.contains(
        "{\"rule\": \"uncertified-recipient\", \"evaluated\": true, \"reason\": null, \"appear\": 0, "
          + "\"vanish\": 0, \"grown\": 0, \"shrunk\": 0, \"graver\": 0, \"milder\": 0, "
          + "\"appear_waived\": 0, \"vanish_waived\": 1}"))
  }

  // MARK: Those that keep a chain

  /// OP32 keeps a chain, but not for the 770 numbers that come from OP06 alone.
  @Test func numbersOfThoseThatKeepAChainAreTold() {
    let ledger = ExamplesTests.folder.appendingPathComponent("ledger-utf8").path
    let ask = ["impact", ledger, "OP06"] + on
    let text = CommandRun(ask + ["--lang", "ja"]).output
    #expect(
      text.contains(
        "\n種別                    経路を失う        番号数  経路が残る        番号数  うち経路を失う番号\n"
          + "特定IP電話番号                   1            10           2           820                 770\n"))
    #expect(text.contains("渡瀬コール㈱（OP32） 770番号、"))
    #expect(
      text.replacing("\n            ", with: "").contains("経路が残る事業者も、770番号については経路を失う。"))
    let json = CommandRun(ask + ["--format", "json"]).output
    #expect(
      json.contains(
        "\"losing_numbers\": 770, \"losing\": [{\"operator_id\": \"OP31\", \"numbers\": 30}, "
          + "{\"operator_id\": \"OP32\", \"numbers\": 770}]}"))
    let csv = CommandRun(ask + ["--format", "csv", "--list", "losses"]).output
    #expect(
      csv.contains(
        "\r\nlost,ip,OP40,山辺太一郎,10,\r\nkept,ip,OP31,ほのかテレ(同),30,30\r\n"
          + "kept,ip,OP32,渡瀬コール㈱,820,770\r\n"))
  }
}
