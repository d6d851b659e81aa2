import Testing

@testable import BankenCommand

@Suite struct TraceCommandTests {
  private static let operators = """
    operator_id,name,role,registration
    H,霞通信,,registered
    A,渚卸売,,notified
    B,燕電話,,notified
    C,\u{1B}[31m悪,,none
    U,使う人,user,

    """
  private static let files = [
    "operators.csv": operators,
    "designations.csv": """
    operator_id,range_start,range_end,designated_on,returned_on
    H,05099900000,05099909999,2020-01-01,
    H,05099800000,05099809999,2010-01-01,2020-01-01

    """,
    "approvals.csv": "operator_id,category\n",
    "certifications.csv": "operator_id,valid_from\nH,2026-04-01\n",
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,approval_checked_on
    P1,H,A,,,05099900000,05099900999,2024-04-01,2024-03-01
    P2,A,B,,,05099900000,05099900099,2024-05-01,
    P3,A,C,,,05099900050,05099900059,2025-05-01,
    P4,B,U,ip,7,,,2025-06-01,

    """,
    "restrictions.csv": """
    restriction_id,kind,category,operator_id,range_start,range_end,starts_on,reference
    R1,suspend-numbers,,,05099900055,05099900055,2026-08-01,照会1
    R2,suspend-stock,ip,C,,,2026-08-02,要請2

    """,
  ]

  private func run(_ options: String, _ numbers: [String] = ["050-9990-0055"]) throws -> CommandRun {
    let directory = try Directory(Self.files)
    let words = options.split(separator: " ").map(String.init)
    var run = CommandRun(["trace", directory.path] + words + numbers)
    run.output = run.output.replacing(directory.path, with: "DATASET").replacing(#/ \(sha256 .*\)/#, with: "")
    return run
  }

  /// Text had a line for every recipient of a number provided a million times, and as many sentences at its top.
  @Test func aNumberProvidedToManyIsToldShortly() throws {
    var files = ["designations.csv": "operator_id,range_start,range_end\nH,05099900000,05099909999\n"]
    files["operators.csv"] = "operator_id,name\nH,H\n" + (1...300).map { "O\($0),N\($0)\n" }.joined()
    files["provisions.csv"] =
      "provision_id,supplier_id,recipient_id,range_start,range_end\n"
      + (1...300).map { "P\($0),H,O\($0),05099900001,05099900001\n" }.joined()
    let directory = try Directory(files)
    let short = CommandRun(["trace", directory.path, "05099900001", "--on", "2026-10-01"])
    #expect(short.output.contains("Trail ends  and 280 more (--all lists them)"), "\(short.output)")
    #expect(short.output.contains("N20 (O20)") && !short.output.contains("N31 (O31)"))
    #expect(short.output.split(separator: "\n").count < 200)
    let all = CommandRun(["trace", directory.path, "05099900001", "--on", "2026-10-01", "--all"])
    #expect(all.output.contains("N300 (O300)"))
  }

  @Test func tellsWhoseHandsANumberIsIn() throws {
    let run = try run("--on 2026-10-01")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        Trace of telephone numbers
        ==========================
        Numbers  05099900055  ip
        Day      2026-10-01
        Ledger   DATASET
        Policy   built-in
        Tool     banken 0.1.0
        Answer   燕電話 (B): names it in no provision, but provides 7 numbers in 1 provision known by count
                 only; it may be among them; \\u{1B}[31m悪 (C): last recipient on record

        霞通信 (H) [holder]
          designated 05099900000..05099909999 (10,000 numbers), since 2020-01-01
          1F registered, approved (by designation)
          2F ETOC-certified (until 2027-03-31)
          └ P1 → 渚卸売 (A) [tier 1]
            05099900000..05099900999 (1,000 numbers), since 2024-04-01
            approval checked 2024-03-01
            1F notified, no approval on record
            2F no ETOC certification on record
            └ P2 → 燕電話 (B) [tier 2, branch]
              05099900000..05099900099 (100 numbers), since 2024-05-01
              no check of the approval recorded
              1F notified, no approval on record
              2F no ETOC certification on record
            └ P3 → \\u{1B}[31m悪 (C) [tier 2, branch]
              05099900050..05099900059 (10 numbers), since 2025-05-01
              no check of the approval recorded
              1F not registered, no approval on record
              2F no ETOC certification on record
              !! stock suspended: R2, since 2026-08-02 (要請2)
        Trail ends  燕電話 (B): names it in no provision, but provides 7 numbers in 1 provision known by
                    count only; it may be among them
          ? P4 → 使う人 (U), 7 numbers, since 2025-06-01
        Trail ends  \\u{1B}[31m悪 (C): last recipient on record
        Suspended   R1, since 2026-08-01 (照会1)
        Ask next    燕電話 (B) (to whom it went, or who uses it); \\u{1B}[31m悪 (C) (who uses it)

        Findings are about the ledger, not a ruling on anyone's conduct.

        """)
  }

  @Test func aNumberNobodyHoldsIsAnswered() throws {
    let run = try run("--on 2026-10-01 --lang ja", ["+81 50 9980 0001"])
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output.hasSuffix(
        """
        回答    有効な番号指定に含まれない

        別の日の番号指定: 霞通信（H） 05099800000..05099809999（10,000番号）、2010-01-01～2019-12-31
        すぐ上の番号指定: 霞通信（H） 05099900000..05099909999（10,000番号）、2020-01-01から
        経路の終わり  有効な番号指定に含まれない
        番号の停止    停止の記載なし
        次の照会先    霞通信（H）（2019-12-31まで手元にあった。その後どうなったか）、それでも分からなければ
                      総務省（いま番号指定があるか）

        指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。

        """))
    let json = try self.run("--on 2026-10-01 --format json", ["05099800001"]).output
    #expect(
      json.contains(
        """
          {"number": "05099800001", "category": "ip", "held": false, "message": "in no designation in force",
           "designations": [], "hops": [],
           "branches": [], "origins": [], "ends": [{"reason": "no-designation", "operator_ids": []}],
           "ask_next": ["H"], "suspensions": [],
           "nearest": {"on_other_days": [{"operator_id": "H", "start": "05099800000", "end": "05099809999", "numbers": 10000, "period": {"from": "2010-01-01", "to": "2019-12-31"}}], "below": null, "above": {"operator_id": "H", "start": "05099900000", "end": "05099909999", "numbers": 10000, "period": {"from": "2020-01-01", "to": null}}}}],
         "count_only": [],
        """))
  }

  @Test func rowsForSpreadsheets() throws {
    let run = try run("--on 2026-10-01 --format csv", ["05099900055", "050-9990-0055"])
    #expect(run.status == 0)
    #expect(
      run.errors == """
        banken: note: 1 repetition of a number passed over
        banken: note: Findings are about the ledger, not a ruling on anyone's conduct.

        """)
    #expect(
      Self.rows(run) == #"""
        050-9990-0055,ip,designation,,,,,H,霞通信,050-9990-0000,050-9990-9999,10000,2020-01-01,,,,,,,,,,,,,,,,,,,,,,,
        050-9990-0055,ip,hop,1,P1,H,霞通信,A,渚卸売,050-9990-0000,050-9990-0999,1000,2024-04-01,,2024-03-01,,,,\#
        registered,approved,certified,notified,none,never,,,,,,,2027-03-31,,,,,
        050-9990-0055,ip,hop,2,P2,A,渚卸売,B,燕電話,050-9990-0000,050-9990-0099,100,2024-05-01,,,,,,\#
        notified,none,never,notified,none,never,,,,,,,,,,,,
        050-9990-0055,ip,hop,2,P3,A,渚卸売,C,\u{1B}[31m悪,050-9990-0050,050-9990-0059,10,2025-05-01,,,,,,\#
        notified,none,never,none,none,never,,,,,,,,,,,,R2
        050-9990-0055,ip,origin,,,H,霞通信,,,,,,,,,,,,registered,approved,certified,,,,designation,,,holder,\#
        ,,2027-03-31,,,,,
        050-9990-0055,ip,suspension,,,,,,,050-9990-0055,050-9990-0055,1,2026-08-01,,,,,,,,,,,,,,R1,照会1,,,,,,,,
        050-9990-0055,ip,end,,,,,,,,,,,,,,,,,,,,,,count-only,B,,"燕電話 (B): names it in no provision, \#
        but provides 7 numbers in 1 provision known by count only; it may be among them",,,,,,,,
        050-9990-0055,ip,end,,,,,,,,,,,,,,,,,,,,,,last-recipient,C,,\u{1B}[31m悪 (C): last recipient on record\#
        ,,,,,,,,
        ,ip,count-only-out,,P4,B,燕電話,U,使う人,,,7,2025-06-01,,,,,,,,,,,,,,,,,,,,,,,
        ,ip,suspend-stock,,,,,C,\u{1B}[31m悪,,,,2026-08-02,,,,,,,,,,,,,,R2,要請2,,,,,,,,
        """#)
  }

  /// The rows of CSV without the header.
  private static func rows(_ run: CommandRun) -> String {
    run.output.split(separator: "\r\n").dropFirst().joined(separator: "\n")
  }

  @Test func custodyOverTime() throws {
    let run = try run("--history --format csv")
    #expect(
      Self.rows(run) == #"""
        ,,,,,,,,,,ranges-only,,Only provisions that name numbers by range are followed; \#
        those known by count only cannot be.
        050-9990-0055,ip,2020-01-01,2024-03-31,H,霞通信,designated,,passed-on,P1,custody,,
        050-9990-0055,ip,2024-04-01,2024-04-30,A,渚卸売,provided,P1,passed-on,P2,custody,,
        050-9990-0055,ip,2024-05-01,,B,燕電話,provided,P2,,,custody,,
        050-9990-0055,ip,2025-05-01,,C,\u{1B}[31m悪,provided,P3,,,custody,,
        050-9990-0055,ip,2026-08-01,,,,,,,,suspension,R1,照会1
        """#)
    #expect(
      try self.run("--history").output.contains(
        """
        2024-04-01 to 2024-04-30   渚卸売 (A)
                                   provided by 霞通信 (H) (P1); passed on to 燕電話 (B) (P2)
        """))
    let json = try self.run("--history --format json").output
    #expect(json.contains("\"audit\": {\"history\": true}"))
    #expect(
      json.contains(
        """
            {"operator_id": "A", "period": {"from": "2024-04-01", "to": "2024-04-30"}, "began": "provided", "began_by": "P1", "ended": "passed-on", "ended_by": "P2"},
        """))
  }

  @Test func listsOfNumbers() throws {
    let directory = try Directory(Self.files)
    let many = (0..<10_000).map {
      "0509990\(String($0).count < 4 ? String(repeating: "0", count: 4 - String($0).count) : "")\($0)"
    }
    try directory.write("list.txt", "番号\n" + many.joined(separator: "\n") + "\n")
    let run = CommandRun("trace \(directory.path) --file \(directory.path("list.txt")) --on 2026-10-01")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output.contains(
        """
        Answer   9,910 followed to a last recipient, 100 lost in provisions known by count only, 10 with
                 several ends, 1 suspended

        Whom to ask next
        ----------------
           9,000  霞通信 (H) (who uses it)
             900  渚卸売 (A) (who uses it)
             100  燕電話 (B) (to whom it went, or who uses it)
              10  \\u{1B}[31m悪 (C) (who uses it)

        """), "\(run.output.prefix(900))")
    #expect(run.output.contains("\n… and 9,900 more numbers\n"))
    #expect(run.output.split(separator: "\n").count < 150)
    let all = CommandRun("trace \(directory.path) --file \(directory.path("list.txt")) --on 2026-10-01 --all")
    #expect(all.output.split(separator: "\n").count(where: { $0.hasPrefix("Ask next ") }) == 10_000)
  }

  @Test func badLinesAreLocated() throws {
    let directory = try Directory(Self.files)
    try directory.write("list.txt", "番号\n05099900055\n312345678\n")
    let path = directory.path("list.txt")
    let strict = CommandRun("trace \(directory.path) --file \(path) --on 2026-10-01")
    #expect(strict.status == 3 && strict.output == "")
    #expect(strict.errors.hasPrefix("\(path):3:1: error: found \"312345678\", expected a telephone number"))
    #expect(
      strict.errors.hasSuffix(
        "banken: error: 1 line is no telephone number, nothing was looked at (--lenient passes over such lines)\n"
      ))
    let lenient = CommandRun("trace \(directory.path) --file \(path) --on 2026-10-01 --lenient")
    #expect(lenient.status == 3 && lenient.output.contains("Numbers  05099900055  ip"))
    try directory.write("list.txt", "")
    let empty = CommandRun("trace \(directory.path) --file \(path)")
    #expect(empty.status == 3 && empty.errors == "banken: error: '\(path)' holds no telephone number\n")
    #expect(CommandRun("trace \(directory.path) --file \(path).none").status == 4)
  }

  @Test func mistakesOnTheCommandLine() throws {
    #expect(try run("", []).errors.hasPrefix("banken: error: argument NUMBER is missing\n"))
    let malformed = try run("", ["312345678"])
    #expect(malformed.status == 2 && malformed.output == "")
    #expect(malformed.errors.hasPrefix("banken: error: '312345678' for 'NUMBER' is no telephone number"))
    #expect(
      try run("--history --on 2026-10-01").errors.hasPrefix(
        "banken: error: options '--history' and '--on' cannot be used together\n"))
  }
}
