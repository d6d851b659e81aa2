import Testing

@testable import BankenCommand

/// What answers of `impact` and `critical` say of unusual ledgers.
@Suite struct ImpactAnswerTests {
  private func lines(_ text: String, containing part: String) -> Int {
    text.split(separator: "\n").count { $0.contains(part) }
  }

  @Test func allShowsEveryMistake() throws {
    var files = SmallLedger.files
    files["provisions.csv"] =
      SmallLedger.provisions + (1...130).map { "B\($0),W1,R9,ip,5\n" }.joined()
    let directory = try Directory(files)
    for words in [["critical", directory.path], ["impact", directory.path, "W1"]] {
      let short = CommandRun(words + ["--lenient"])
      #expect(short.status == 3)
      #expect(lines(short.errors, containing: "provisions.csv:") == 100)
      let full = CommandRun(words + ["--lenient", "--all"])
      #expect(full.status == 3)
      #expect(lines(full.errors, containing: "provisions.csv:") == 130)
      #expect(full.output != "")
    }
  }

  /// Thirteen operators of one person; S1 alone is reached.
  private func person() throws -> Directory {
    var operators = "operator_id,name,corporate_number\nH,holder,\nR,recipient,\n"
    for x in 0...12 { operators += "S\(x),sister \(x),8011101028104\n" }
    return try Directory([
      "operators.csv": operators,
      "certifications.csv":
        "operator_id,valid_from,valid_to\nH,2026-04-01,2027-03-31\nS0,2026-04-01,2027-03-31\n"
        + "R,2026-04-01,2027-03-31\n",
      "designations.csv": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999\n",
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers\nP1,H,S1,ip,100\nP2,S1,R,ip,10\n",
    ])
  }

  @Test func operatorsOfThePersonAreToldApart() throws {
    let directory = try person()
    let short = CommandRun(["impact", directory.path, "S0", "--on", "2026-10-01", "--lang", "en"])
    #expect(short.output.contains("… and 2 more (--all"))
    #expect(!short.output.contains("(S12)"))
    #expect(short.output.contains("\n  operators of the same person lose all in: ip\n"))
    let full = CommandRun(
      ["impact", directory.path, "S0", "--on", "2026-10-01", "--lang", "en", "--all"])
    #expect(full.output.contains("sister 12 (S12)"))
    #expect(!full.output.contains("--all"))
    let json = CommandRun(["impact", directory.path, "S0", "--on", "2026-10-01", "--format", "json"])
    #expect(
      json.output.contains(
        "{\"category\": \"ip\", \"itself\": [\"S1\"], \"lost\": {\"operators\": 1, \"numbers\": 10, "
          + "\"operator_ids\": [\"R\"]}, \"kept\": {\"operators\": 0, \"numbers\": 0, \"operator_ids\": [], "
          + "\"losing_numbers\": 0, \"losing\": []}}")
    )
  }

  @Test func anExitWithoutCertificationIsToldByNobody() throws {
    let directory = try Directory([
      "operators.csv": "operator_id,name\nH,holder\nW,wholesaler\nR,recipient\n",
      "certifications.csv": "operator_id,valid_from,valid_to\nH,2026-04-01,2027-03-31\n",
      "designations.csv": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999\n",
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers\nP1,H,W,ip,100\nP2,W,R,ip,10\n",
    ])
    func ask(_ x: String, _ language: String) -> String {
      CommandRun(
        ["impact", directory.path, x, "--event", "exit", "--on", "2026-10-01", "--lang", language]
      ).output.replacing("\n  ", with: " ")
    }
    #expect(
      ask("W", "en").contains(
        "# Certified: ETOC does not tell of returned numbers and ended provisions, so they too hear it only "
          + "from you, 1 operator"))
    #expect(
      ask("W", "ja").contains("■ ETOC認証のある相手（番号の返還や提供の終了はETOCからは通知されない） 1者"))
    #expect(!ask("W", "en").contains("ETOC tells them of the removal"))
    #expect(!ask("H", "en").contains("Certified: ETOC"))
  }

  @Test func namesCannotBreakOut() throws {
    let hostile = "=1+\u{1B}[31m\u{202E}x"
    let directory = try Directory([
      "operators.csv": "operator_id,name\nH,\(hostile)H\nW,\(hostile)W\n=R,\(hostile)R\n",
      "certifications.csv":
        "operator_id,valid_from,valid_to\nH,2026-04-01,2027-03-31\nW,2026-04-01,2027-03-31\n"
        + "=R,2026-04-01,2027-03-31\n",
      "designations.csv": "operator_id,range_start,range_end\nH,050-1000-0000,050-1000-9999\n",
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers\nP1,H,W,ip,100\nP2,W,=R,ip,10\n",
    ])
    func ask(_ words: [String]) -> String {
      let run = CommandRun([words[0], directory.path] + words.dropFirst() + ["--on", "2026-10-01"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(words)")
      return run.output
    }
    let visible = "=1+\\u{1B}[31m\\u{202E}x"
    let quoted = "\"=1+\\u001b[31m\\u202ex"
    #expect(ask(["critical", "--lang", "en"]).contains("  \(visible)H (H) [holder]\n"))
    #expect(ask(["critical", "--format", "json"]).contains("\"name\": \(quoted)W\""))
    #expect(ask(["critical", "--format", "csv"]).contains("\r\n2,W,'\(visible)W,ip,false,1,10,"))
    #expect(ask(["impact", "W", "--lang", "en"]).contains("\n  lose all (ip): \(visible)R (=R)\n"))
    let json = ask(["impact", "W", "--format", "json"])
    #expect(json.contains("{\"operator_id\": \"=R\", \"name\": \(quoted)R\", \"certified\": true"))
    let notify = ask(["impact", "W", "--format", "csv", "--list", "notify"])
    #expect(notify.contains("\r\n'=R,'\(visible)R,true,"))
    let losses = ask(["impact", "W", "--format", "csv", "--list", "losses"])
    #expect(losses.contains("\r\nlost,ip,'=R,'\(visible)R,10,\r\n"))
    _ = ask(["impact", "W", "--format", "csv"])
  }
}
