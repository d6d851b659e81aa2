import Testing

@testable import BankenCommand

@Suite struct ScreenCommandTests {
  private static let words = "--on 2026-10-01"

  private func screen(_ options: String, _ files: [String: String] = SmallLedger.files) throws -> CommandRun {
    let ledger = try Directory(files)
    return CommandRun("screen \(ledger.path) \(options) \(Self.words)")
  }

  @Test func theVerdictDecidesTheStatus() throws {
    // The recipient is approved, at the second tier: a warning. R2 is not approved: a violation.
    let conditional = try screen("--supplier W1 --recipient R1 --category ip --numbers 5")
    #expect(conditional.status == 0)
    #expect(conditional.output.contains("Verdict: CONDITIONAL"))
    let refused = try screen("--supplier W1 --recipient R2 --category ip --numbers 5")
    #expect(refused.status == 1)
    #expect(refused.output.contains("Verdict: REFUSE"))
    let accepted = try screen("--supplier H1 --recipient 渚商会 --category 050 --numbers １,０００")
    #expect(accepted.status == 0)
    #expect(accepted.output.contains("Verdict: ACCEPT"))
    #expect(accepted.output.contains("1,000 ip numbers"))
    #expect(accepted.errors == "")
  }

  @Test func aSelfProvisionIsRefused() throws {
    let run = try screen("--supplier H1 --recipient H1 --category ip --numbers 5")
    #expect(run.status == 1)
    #expect(run.output.contains("The candidate has 霞通信 (H1) as both supplier and recipient"))
  }

  @Test func mistakesAreUsage() throws {
    let cases = [
      ("--recipient R1 --category ip --numbers 5", "option '--supplier' is needed"),
      ("--supplier W1 --category ip --numbers 5", "option '--recipient' is needed"),
      ("--supplier W1 --recipient R1", "option '--range' is needed"),
      ("--supplier W1 --recipient R1 --numbers 5", "option '--category' is needed"),
      ("--supplier W1 --recipient R1 --category ip", "option '--numbers' is needed"),
      (
        "--supplier W1 --recipient R1 --category ip --numbers 0",
        "bad value '0' for option '--numbers' (a whole number from 1 to 10000000000)"
      ),
      (
        "--supplier W1 --recipient R1 --category ip --range 03-1234-0000..03-1234-0009",
        "'ip' for '--category' is not the category of '03-1234-0000..03-1234-0009', which is fixed"
      ),
      (
        "--supplier W1 --recipient R1 --numbers 9 --range 03-1234-0000..03-1234-0009",
        "'9' for '--numbers' is not the size of '03-1234-0000..03-1234-0009', which is 10"
      ),
      (
        "--supplier W1 --recipient R1 --category ip --numbers 5 --ends 2026-09-30",
        "'2026-09-30' for '--ends' is before the first day, 2026-10-01"
      ),
      ("--batch x.csv --supplier W1", "options '--batch' and '--supplier' cannot be used together"),
      ("--batch x.csv --contract terms", "options '--batch' and '--contract' cannot be used together"),
    ]
    for (options, message) in cases {
      let run = try screen(options)
      #expect(run.status == 2, "\(options)")
      #expect(run.output == "")
      #expect(run.errors == "banken: error: \(message)\nTry 'banken screen --help' for help.\n")
    }
    let japanese = try screen("--batch x.csv --supplier W1 --lang ja")
    #expect(japanese.errors.contains("「--batch」と「--supplier」は同時に指定できません"))
  }

  @Test func unknownAndAmbiguousOperatorsAreToldWithWhatTheyMayMean() throws {
    let unknown = try screen("--supplier W2 --recipient R1 --category ip --numbers 5")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("W1 渚卸売"))
    let ambiguous = try screen("--supplier W1 --recipient 燕電話 --category ip --numbers 5")
    #expect(ambiguous.status == 2)
    #expect(ambiguous.errors.contains("R1 燕電話") && ambiguous.errors.contains("R2 燕電話"))
  }

  @Test func aRangeOutsideEveryDesignationIsToldWithTheNearest() throws {
    let run = try screen("--supplier H1 --recipient W1 --range 05020000000..05020000009")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "The range lies outside every designation on record; the nearest block is 05010000000..05010009999 of 霞通信 (H1). Is the number right?"
      ))
  }

  // MARK: A batch

  private func batch(
    _ rows: String, _ options: String = "", files: [String: String] = SmallLedger.files,
    name: String = "list.csv"
  ) throws -> CommandRun {
    let (ledger, lists) = (try Directory(files), try Directory())
    try lists.write(name, rows)
    let run = CommandRun("screen \(ledger.path) --batch \(lists.path(name)) \(options) \(Self.words)")
    // Where the list lies is of no interest.
    var told = run
    told.errors = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(lists.path) ? String($0.dropFirst(lists.path.count + 1)) : String($0) }
      .joined(separator: "\n")
    return told
  }

  @Test func rowsAreAnsweredOneByOne() throws {
    let run = try batch(
      """
      supplier_id,recipient_id,category,numbers,starts_on
      W1,R1,ip,5,
      W1,R2,ip,5,2026-11-01
      H1,8011101028104,ip,5,
      """, "--format csv")
    let rows = run.output.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { $0[0] } == ["2", "3", "4"])
    #expect(rows.map { $0[9] } == ["2026-10-01", "2026-11-01", "2026-10-01"])
    #expect(rows.map { $0[12] } == ["conditional", "refuse", "accept"])
    #expect(rows[1][17] == "approval-missing:none;second-tier-resale")
    #expect(run.status == 1)
  }

  @Test func mistakesAreLocatedAndTheOthersAnswered() throws {
    let run = try batch(
      """
      卸元ID,卸先ID,種別,番号数,開始番号,終了番号,提供開始日,提供終了日,契約形態
      W1,R1,ip,5,,,,,
      W1,R9,ip,5,,,,,
      W1,燕電話,ip,5,,,,,
      W1,R1,IP電話?,5,,,,,
      W1,R1,ip,0,,,,,
      W1,R1,fixed,,050-1000-0000,050-1000-0009,,,
      W1,R1,ip,9,050-1000-0000,050-1000-0009,,,
      W1,R1,,,050-1000-0000,,,,
      W1,R1,,,050-1000-0009,050-1000-0000,,,
      W1,R1,,,,,,,
      W1,R1,ip,,,,,,
      W1,R1,ip,5,,,2026-02-30,,
      W1,R1,ip,5,,,,2026-09-30,
      W1,R1,ip,5,,,,,口約束
      ,R1,ip,5,,,,,
      W1,R1,ip,5,,,,,,余り
      W1,R1,ip,"5
      """)
    let expected = [
      "3:2: error: 卸先ID: found \"R9\", expected the id, corporate number or name of an operator; nearest: R1 燕電話",
      "4:2: error: 卸先ID: found \"燕電話\", expected the id of one operator; it fits R1, R2",
      "5:3: error: 種別: found \"IP電話?\", expected",
      "6:4: error: 番号数: found \"0\", expected a whole number from 1 to 10,000,000,000",
      "7:3: error: 種別: found \"fixed\", expected ip, the category of the range",
      "8:4: error: 番号数: found \"9\", expected 10",
      "9:6: error: 終了番号: ",
      "10:6: error: 終了番号: ",
      "11:0: error: ",
      "12:4: error: 番号数: ",
      "13:7: error: 提供開始日: found \"2026-02-30\"",
      "14:8: error: 提供終了日: found \"2026-09-30\", expected a day not before the start, 2026-10-01",
      "15:9: error: 契約形態: found \"口約束\"",
      "16:1: error: 卸元ID: blank, expected a value",
      "17:10: error: found \"余り\" beyond the 9 columns of the header",
      "18:4: error: 番号数: the quote that opens here is never closed",
    ]
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == expected.count)
    for (line, start) in zip(lines, expected) { #expect(line.hasPrefix("list.csv:" + start), "\(line)") }
    #expect(run.output.contains("17 rows: 0 refused, 1 conditional, 0 accepted, 16 with mistakes"))
    #expect(run.output.contains("line 4    卸先ID: found \"燕電話\""))
    #expect(run.status == 3)
  }

  @Test func aFileWithoutTheColumnsIsBadContent() throws {
    let run = try batch("supplier_id,category,numbers\nW1,ip,5\n")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors == "list.csv:1:0: error: the column recipient_id (卸先ID) is missing\n")
    let empty = try batch("")
    #expect(empty.status == 3)
    let ledger = try Directory(SmallLedger.files)
    let missing = CommandRun("screen \(ledger.path) --batch \(ledger.path)/nothing.csv")
    #expect(missing.status == 4)
  }

  @Test func tabsAndEncodingsAreRead() throws {
    let (ledger, lists) = (try Directory(SmallLedger.files), try Directory())
    // 渚卸売 in CP932.
    let name: [UInt8] = [0x8F, 0x8D, 0x89, 0xB5, 0x94, 0x84]
    try lists.write(
      "list.tsv",
      Array("supplier_id\trecipient_id\tcategory\tnumbers\nH1\t".utf8) + name + Array("\tip\t5\n".utf8))
    let run = CommandRun("screen \(ledger.path) --batch \(lists.path)/list.tsv \(Self.words)")
    #expect(run.status == 0)
    #expect(run.output.contains("霞通信 (H1) → 渚卸売 (W1), 5 ip numbers, 2026-10-01"))
  }
}
