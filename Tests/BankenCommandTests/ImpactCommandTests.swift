import Bytes
import Foundation
import Testing

@testable import BankenCommand

/// `impact` and `critical` as a user runs them.
@Suite struct ImpactCommandTests {
  private static let ledger = ExamplesTests.folder.appendingPathComponent("ledger-utf8").path

  /// What is recorded beside the example of a realistic ledger: the model wholesaler OP09 and the carrier OP01.
  private static let answers = [
    "impact.en.txt": ["impact", "OP09", "--lang", "en"],
    "impact.ja.txt": ["impact", "OP09", "--lang", "ja"],
    "impact.json": ["impact", "OP09", "--lang", "en", "--format", "json"],
    "impact.ja.csv": ["impact", "OP09", "--lang", "ja", "--format", "csv"],
    "impact-notify.csv": ["impact", "OP01", "--format", "csv", "--list", "notify"],
    "impact-losses.csv": ["impact", "OP01", "--format", "csv", "--list", "losses"],
    "impact-approval.ja.txt": ["impact", "OP09", "--event", "approval", "--lang", "ja"],
    "impact-exit.en.txt": ["impact", "OP09", "--event", "exit", "--lang", "en"],
    "critical.en.txt": ["critical", "--lang", "en"],
    "critical.ja.txt": ["critical", "--lang", "ja"],
    "critical.json": ["critical", "--format", "json"],
    "critical.csv": ["critical", "--format", "csv"],
  ]

  private func ask(_ words: [String]) -> CommandRun {
    CommandRun([words[0], Self.ledger] + words.dropFirst() + ["--on", "2026-10-01"])
  }

  /// `BANKEN_RECORD=1` writes the answers anew; the run that does so fails.
  @Test func answersAreAsRecorded() throws {
    let expected = ExamplesTests.folder.appendingPathComponent("ledger-utf8/expected")
    let recording = ProcessInfo.processInfo.environment["BANKEN_RECORD"] == "1"
    for (file, words) in Self.answers.sorted(by: { $0.key < $1.key }) {
      let run = ask(words)
      #expect(run.status == 0, "\(file): \(run.errors)")
      let text = run.output.replacing(ExamplesTests.folder.path + "/", with: "examples/")
      let place = expected.appendingPathComponent(file)
      if recording {
        try Data(text.utf8).write(to: place)
        Issue.record("recorded ledger-utf8/expected/\(file)")
      } else {
        #expect(text == String(decoding: try Data(contentsOf: place), as: UTF8.self), "\(file)")
      }
    }
  }

  @Test func saysWhenThereIsNothingToLose() {
    for (event, answer) in [
      ("certificate", "it has no certification in force on this day: nothing changes"),
      ("approval", "it has neither approval nor designation in force on this day: nothing changes"),
    ] {
      let run = ask(["impact", "OP22", "--event", event])
      #expect(run.status == 0)
      #expect(run.output.contains("Answer    \(answer)\n"))
      #expect(!run.output.contains("Whom to tell"))
    }
    let json = ask(["impact", "OP22", "--format", "json"])
    #expect(json.output.contains("\"ended\": {\"certifications\": 0, \"approvals\": 0, "))
    #expect(json.output.contains("\"notify\": [],\n \"appear\": [],\n \"vanish\": [],\n"))
  }

  @Test func mistakesAreNamed() {
    let unknown = ask(["impact", "OP99"])
    #expect(unknown.status == 2 && unknown.output == "")
    #expect(
      unknown.errors == """
        banken: error: no operator 'OP99' in this dataset; nearest: OP09 藤波ホールセール㈱
        Try 'banken impact --help' for help.

        """)
    let list = ask(["impact", "OP09", "--list", "notify"])
    #expect(list.status == 2)
    #expect(list.errors.hasPrefix("banken: error: option '--list' can only be used with '--format csv'\n"))
    let missing = CommandRun(["impact", Self.ledger])
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("banken: error: argument OPERATOR is missing\n"))
    let event = ask(["impact", "OP09", "--event", "exite"])
    #expect(event.status == 2)
    #expect(event.errors.contains("one of certificate, approval, exit); did you mean 'exit'?"))
  }

  @Test func namesAndNumbersMeanTheSameOperator() {
    let byID = ask(["impact", "OP41", "--format", "json"]).output
    #expect(byID == ask(["impact", "青嵐ネット㈱", "--format", "json"]).output)
    #expect(byID == ask(["impact", "青嵐プロバイダ㈱", "--format", "json"]).output)
  }

  @Test func withoutTheTablesNothingIsClaimed() throws {
    let directory = try Directory(SmallLedger.files)
    let critical = CommandRun(["critical", directory.path])
    #expect(critical.status == 0)
    #expect(critical.output.contains("not evaluated: no table certifications\n"))
    let json = CommandRun(["critical", directory.path, "--format", "json"])
    #expect(json.output.contains("\"evaluated\": false, \"reason\": \"no-table:certifications\""))
    let impact = CommandRun(["impact", directory.path, "W1", "--event", "exit"])
    #expect(impact.output.contains("Chains of certified operators\n"))
    #expect(impact.output.contains("not evaluated: no table certifications\n"))
    let answer = impact.output.replacing("\n           ", with: " ")
    #expect(
      answer.contains("; who loses the last chain of certified operators is not evaluated; 2 to tell, "))
    #expect(answer.contains("their certification not evaluated\n"))
    #expect(answer.contains("# Certification unknown (no table certifications), 2 operators\n"))
    #expect(!answer.contains("Not certified"))
  }

  @Test func everyRowIsListedWhenAsked() throws {
    var (operators, certifications) = ("operator_id,name\n", "operator_id,valid_from\n")
    var provisions = "provision_id,supplier_id,recipient_id,category,numbers\n"
    for x in 0...30 {
      operators += "X\(x),n\n"
      certifications += "X\(x),2026-04-01\n"
      if x > 0 { provisions += "P\(x),X\(x - 1),X\(x),ip,10\n" }
    }
    let directory = try Directory([
      "operators.csv": operators, "certifications.csv": certifications, "provisions.csv": provisions,
      "designations.csv": "operator_id,range_start,range_end\nX0,050-1000-0000,050-1000-9999\n",
    ])
    let short = CommandRun(["critical", directory.path])
    #expect(short.output.contains("… and 10 more (--all lists them)\n"))
    let full = CommandRun(["critical", directory.path, "--all"])
    #expect(full.output.contains("\n  30  ip                   1    3.2%            10    3.3%  n (X29)\n"))
    #expect(!full.output.contains("--all"))
    let impact = CommandRun(["impact", directory.path, "X5"])
    #expect(impact.output.contains("\n  … and 16 more (--all lists them)\n"))
    let all = CommandRun(["impact", directory.path, "X5", "--all"])
    #expect(!all.output.contains("--all"))
    // One to a line.
    #expect(all.output.contains("\n  lose all (ip):\n    n (X6)\n    n (X7)\n"))
  }
}
