import Testing

@testable import BankenCommand

/// What a trace and a history must say, or must not say, so that nobody is misled.
@Suite struct TraceTruthTests {
  private func run(_ files: [String: String], _ line: String) throws -> CommandRun {
    let directory = try Directory(files)
    let words = line.split(separator: " ").map(String.init)
    var run = CommandRun([words[0], directory.path] + words.dropFirst())
    run.output = run.output.replacing(directory.path, with: "DATASET").replacing(#/ \(sha256 .*\)/#, with: "")
    return run
  }

  private static let ended = [
    "operators.csv": "operator_id,name,role\nH,霞通信,\nA,渚卸売,\nU,使う人,user\n",
    "designations.csv": """
    operator_id,range_start,range_end,designated_on,returned_on
    H,05099900000,05099909999,2010-01-01,2027-06-01

    """,
    "approvals.csv": """
    operator_id,category,valid_from,ended_on,end_reason
    A,ip,2020-01-01,2026-07-15,cancelled

    """,
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on,approval_checked_on,conditions_agreed_on
    P1,H,A,05099900000,05099900499,2026-04-01,2027-03-31,,
    P2,H,U,05099901000,05099901000,2026-04-01,,,

    """,
  ]

  // MARK: Missing tables

  /// Without restrictions "no suspension on record" was said, without certifications the line was dropped and JSON said
  /// `never`.
  @Test func missingTablesAreNotTakenForAnswers() throws {
    var files = Self.ended
    files["approvals.csv"] = nil
    let text = try run(files, "trace 05099900001 --on 2026-10-01 --lang ja")
    #expect(text.status == 0)
    #expect(
      text.output.hasSuffix(
        """
        回答    渚卸売（A）: 台帳上の最後の卸先

        !! 「番号使用計画認定」の表がない。認定の有無（番号指定による認定を除く）は判定不能。
        !! 「ETOC認証」の表がない。ETOC認証の有無は判定不能。
        !! 「利用停止」の表がない。番号停止、新規提供拒否、在庫停止の有無は判定不能。

        霞通信（H） [番号指定事業者]
          番号指定 05099900000..05099909999（10,000番号）、2010-01-01～2027-05-31
          1F 登録届出の記載なし・認定あり（番号指定による）（2027-05-31まで）
          2F 判定不能（「ETOC認証」の表がない）
          └ P1 → 渚卸売（A） [卸次数1]
            05099900000..05099900499（500番号）、2026-04-01～2027-03-31
            認定確認の記載なし、使用条件合意の記載なし
            1F 登録届出の記載なし・認定は判定不能（「番号使用計画認定」の表がない）
            2F 判定不能（「ETOC認証」の表がない）
        経路の終わり  渚卸売（A）: 台帳上の最後の卸先
        番号の停止    判定不能（「利用停止」の表がない）
        次の照会先    渚卸売（A）（利用者は誰か）

        指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。

        """), "\(text.output)")
    let json = try run(files, "trace 05099900001 --on 2026-10-01 --lang en --format json").output
    #expect(
      json.contains(
        """
             "recipient": {"is_user": false, "registration": null, "approval": {"standing": null, "by_designation": false, "until": null, "ended_on": null, "end_reason": null}, "certification": {"standing": null, "until": null}, "restrictions": null}}],
        """))
    #expect(
      json.contains(
        """
         "missing_tables": [{"table": "approvals", "message": "no table approvals: who is approved, except by a designation, cannot be told."}, {"table": "certifications", "message": "no table certifications: who is certified cannot be told."}, {"table": "restrictions", "message": "no table restrictions: whether numbers or stocks are suspended or new numbers refused cannot be told."}],
        """), "\(json)")
    let csv = try run(files, "trace 05099900001 --on 2026-10-01 --lang en --format csv").output
    let rows = csv.split(separator: "\r\n").map(String.init)
    #expect(
      rows.dropFirst().prefix(1) == [
        ",,no-table" + String(repeating: ",", count: 22)
          + "approvals,,,\"no table approvals: who is approved, except by a designation, cannot be told.\",,,,,,,,"
      ])
    #expect(
      rows.contains(
        "050-9990-0001,ip,hop,1,P1,H,霞通信,A,渚卸売,050-9990-0000,050-9990-0499,500,2026-04-01,2027-03-31,,,,,,approved"
          + String(repeating: ",", count: 16)), "\(csv)")
  }

  @Test func withoutDesignationsNoneIsDenied() throws {
    let files = ["operators.csv": "operator_id,name\nH,霞通信\n"]
    let text = try run(files, "trace 05099900001 --on 2026-10-01 --lang ja").output
    #expect(text.contains("回答    番号指定は判定不能（「番号指定」の表がない）\n"), "\(text)")
    #expect(!text.contains("含まれない") && !text.contains("番号指定は台帳にない"))
    #expect(text.contains("!! 「番号提供」の表がない。番号が誰から誰に提供されたかは判定不能。"))
    let many = try run(files, "trace 05099900001 05099900002 --on 2026-10-01 --lang en").output
    #expect(many.contains("Answer   2 with designation not evaluated\n"), "\(many)")
    let history = try run(files, "trace 05099900001 --history --lang en").output
    #expect(
      history.contains("!! no table designations: whether numbers are designated, and to whom, cannot be"))
    #expect(!history.contains("certif"))
  }

  // MARK: Standing

  /// An approval that was revoked was told as lapsed, without a day.
  @Test func aRevokedApprovalIsNotALapsedOne() throws {
    let text = try run(Self.ended, "trace 05099900001 --on 2026-10-01 --lang ja").output
    #expect(text.contains("    1F 登録届出の記載なし・認定は取消し（2026-07-15）\n"), "\(text)")
    let english = try run(Self.ended, "trace 05099900001 --on 2026-10-01 --lang en").output
    #expect(english.contains("1F registration not stated, approval revoked (2026-07-15)\n"))
    let json = try run(Self.ended, "trace 05099900001 --on 2026-10-01 --format json").output
    #expect(
      json.contains(
        """
        "approval": {"standing": "ended", "by_designation": false, "until": null, "ended_on": "2026-07-15", "end_reason": "cancelled"}
        """))
    let csv = try run(Self.ended, "trace 05099900001 --on 2026-10-01 --format csv").output
    #expect(csv.contains(",,,,,,,,2026-07-15,cancelled,,\r\n"), "\(csv)")
    let stock = try run(Self.ended, "stock A --on 2026-10-01 --lang ja").output
    #expect(stock.contains("\n1F 登録届出の記載なし・認定は取消し（2026-07-15）\n"))
    var lapsed = Self.ended
    lapsed["approvals.csv"] = lapsed["approvals.csv"]?.replacing("cancelled", with: "lapsed")
    #expect(
      try run(lapsed, "stock A --on 2026-10-01 --lang ja").output.contains("・認定は失効（2026-07-15）\n"))
    lapsed["approvals.csv"] = lapsed["approvals.csv"]?.replacing("lapsed", with: "")
    #expect(
      try run(lapsed, "stock A --on 2026-10-01 --lang ja").output.contains(
        "・認定は終了（2026-07-15、理由の記載なし）\n"))
    // After its designation was returned.
    #expect(
      try run(Self.ended, "stock H --on 2028-10-01 --lang ja").output.contains(
        "・認定は番号指定の返還により終了（2027-06-01）\n"))
    let impact = try run(Self.ended, "impact A --on 2026-10-01 --lang ja").output
    #expect(impact.contains("認定は取消し（2026-07-15）"), "\(impact)")
    let screen = "--supplier H --recipient A --category ip --numbers 10 --on 2026-10-01"
    #expect(
      try run(Self.ended, "screen \(screen) --lang ja").output.contains("認定は取消し（2026-07-15）"))
    #expect(
      try run(Self.ended, "screen \(screen) --format json").output.contains(
        "\"ended_on\": \"2026-07-15\", \"end_reason\": \"cancelled\"}"))
    var certified = Self.ended
    certified["certifications.csv"] = "operator_id,valid_from\nH,2026-04-01\nA,2026-04-01\n"
    let repair = try run(certified, "repair --goal 100% --on 2026-10-01 --lang ja").output
    #expect(repair.contains("認定は取消し（2026-07-15）"), "\(repair)")
  }

  /// Of a user nothing has to be confirmed, so nothing of it is missing.
  @Test func nothingIsMissedAtAUser() throws {
    let text = try run(Self.ended, "trace 05099901000 --on 2026-10-01 --lang ja").output
    #expect(text.contains("→ 使う人（U） [卸次数1]") && !text.contains("認定確認") && !text.contains("使用条件合意"))
  }

  /// CSV lacked where a trail begins, whom to ask there, restrictions on operators and the end of certificates.
  @Test func rowsTellWhatTextTells() throws {
    var files = Self.ended
    files["designations.csv"] = "operator_id,range_start,range_end\nU,05099901000,05099901000\n"
    files["certifications.csv"] = "operator_id,valid_from\nA,2026-04-01\n"
    files["restrictions.csv"] = """
      restriction_id,kind,category,operator_id,starts_on,reference
      R2,suspend-stock,ip,A,2026-08-02,要請2
      R3,refuse-new,,H,2026-08-03,

      """
    let csv = try run(files, "trace 05099900001 05099901000 --on 2026-10-01 --lang ja --format csv").output
    #expect(
      csv.split(separator: "\r\n").dropFirst().joined(separator: "\n") == """
        050-9990-0001,ip,hop,,P1,H,霞通信,A,渚卸売,050-9990-0000,050-9990-0499,500,2026-04-01,2027-03-31,,,,,,none,never,,ended,certified,,,,,,,,R3,2026-07-15,cancelled,2027-03-31,R2
        050-9990-0001,ip,origin,,,H,霞通信,,,,,,,,,,,,,none,never,,,,unknown,,,入手元不明: 受けた提供の記載なし,,,,R3,,,,
        050-9990-0001,ip,end,,,,,,,,,,,,,,,,,,,,,,no-designation,H,,有効な番号指定に含まれない。提供の起点は霞通信（H）,,,,,,,,
        050-9990-0001,ip,end,,,,,,,,,,,,,,,,,,,,,,last-recipient,A,,渚卸売（A）: 台帳上の最後の卸先,,,,,,,,
        050-9990-1000,ip,designation,,,,,U,使う人,050-9990-1000,050-9990-1000,1,,,,,,,,,,,,,,,,,,,,,,,,
        050-9990-1000,ip,hop,,P2,H,霞通信,U,使う人,050-9990-1000,050-9990-1000,1,2026-04-01,,,,,,,none,never,,user,user,,,,,,,,R3,,,,
        050-9990-1000,ip,origin,,,H,霞通信,,,,,,,,,,,,,none,never,,,,unknown,H,,入手元不明: 受けた提供の記載なし,,,,R3,,,,
        050-9990-1000,ip,origin,,,U,使う人,,,,,,,,,,,,,user,user,,,,designation,,,番号指定事業者,,,,,,,,
        050-9990-1000,ip,end,,,,,,,,,,,,,,,,,,,,,,last-recipient,U,,使う人（U）の手元: 指定を受けたまま、提供の記載なし,,,,,,,,
        ,ip,refuse-new,,,,,H,霞通信,,,,2026-08-03,,,,,,,,,,,,,,R3,,,,,,,,,
        ,ip,suspend-stock,,,,,A,渚卸売,,,,2026-08-02,,,,,,,,,,,,,,R2,要請2,,,,,,,,
        """, "\(csv)")
  }

  // MARK: Nobody has it

  /// The ministry was to be asked first about a number whose last hands and holder are on record.
  @Test func thoseWhoHadANumberAreAskedFirst() throws {
    let files = [
      "operators.csv": "operator_id,name\nH,霞通信\nA,渚卸売\n",
      "designations.csv": """
      operator_id,range_start,range_end,designated_on,returned_on
      H,05099900000,05099909999,2010-01-01,2026-06-01

      """,
      "provisions.csv": """
      provision_id,supplier_id,recipient_id,range_start,range_end,starts_on,ends_on
      P1,H,A,05099900000,05099900499,2024-04-01,2026-05-31

      """,
    ]
    let text = try run(files, "trace 05099900001 --on 2026-10-01 --lang en").output
    #expect(
      text.contains(
        """
        Ask next    渚卸売 (A) (had it until 2026-05-31: what became of it); 霞通信 (H) (its holder until
                    2026-05-31: what became of it); then the ministry (MIC) (whether it is designated now)

        """), "\(text)")
    let many = try run(files, "trace 05099900001 05099900002 05099900900 --on 2026-10-01 --lang ja").output
    #expect(
      many.contains(
        """
               3  それでも分からなければ総務省（いま番号指定があるか）
               2  霞通信（H）（2026-05-31まで番号指定。返還後どうなったか）
               2  渚卸売（A）（2026-05-31まで手元にあった。その後どうなったか）
               1  霞通信（H）（2026-05-31まで手元にあった。その後どうなったか）
        """), "\(many)")
    let json = try run(files, "trace 05099900001 --on 2026-10-01 --format json").output
    #expect(json.contains("\"ask_next\": [\"H\", \"A\"]"))
    let csv = try run(files, "trace 05099900001 --on 2026-10-01 --format csv").output
    #expect(csv.contains(",no-designation,A;H,,in no designation in force,"))
    // Before it was designated nobody had it.
    let before = try run(files, "trace 05099900001 --on 2009-10-01 --lang ja").output
    #expect(before.contains("次の照会先    台帳に事業者がない。番号指定の有無は総務省に確認する\n"))
  }

  // MARK: History

  /// A holder until next year was no answer, one from next year on was.
  @Test func theHistoryAnswersForToday() throws {
    func answer(_ number: String, _ language: String) throws -> String {
      let text = try run(Self.ended, "trace \(number) --history --lang \(language)").output
      return text.split(separator: "\n").first { $0.hasPrefix("回答") || $0.hasPrefix("Answer") }.map(
        String.init)
        ?? ""
    }
    #expect(
      try answer("05099900001", "ja") == "回答    2026-10-01に手元にある者: 渚卸売（A）（2026-04-01～2027-03-31）")
    #expect(
      try answer("05099900001", "en") == "Answer   in hand on 2026-10-01: 渚卸売 (A) (2026-04-01 to 2027-03-31)")
    var later = Self.ended
    later["provisions.csv"] = later["provisions.csv"]?.replacing("2026-04-01,2027", with: "2026-12-01,2027")
    let text = try run(later, "trace 05099900001 05099900002 05098765432 --history --lang en").output
    #expect(
      text.contains("Answer   2 of 3 numbers are in the hands of somebody on record on 2026-10-01\n"),
      "\(text)")
    #expect(
      text.contains(
        """
        2010-01-01 to 2026-11-30   霞通信 (H)
                                   designated to it; passed on to 渚卸売 (A) (P1)
        2026-12-01 to 2027-03-31   渚卸売 (A)
        """), "\(text)")
    #expect(text.contains("2027-06-01 to …            (nobody on record)\n"))
    #expect(try answer("05098765432", "ja") == "回答    2026-10-01に手元にある者の記載なし")
  }

  /// A history stopped where a circle began.
  @Test func aCircleIsTold() throws {
    let text = try run(CustodyLedger.files, "trace 05010000007 --history --lang ja").output
    #expect(
      text.hasSuffix(
        """
        回答    2026-10-01: 互いに提供し合い、最後に持つ者がない（A（A）、B（B）、C（C））

        番号を範囲で示した提供だけをたどる。番号数だけの提供はたどれない。

        05010000007　特定IP電話番号
        ---------------------------
        2010-01-01～2020-03-31   H（H）
                                 番号指定、A（A）に渡した（P1）
        2020-04-01～2024-03-31   A（A）
                                 H（H）から受けた（P1）、B（B）に渡した（P3）
        2024-04-01～…            互いに提供し合い、最後に持つ者がない（A（A）、B（B）、C（C））
        2026-01-01～2026-03-31   番号停止: R1（県警1号）

        指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。

        """), "\(text)")
    let json = try run(CustodyLedger.files, "trace 05010000007 --history --lang en --format json").output
    #expect(
      json.contains(
        """
           "gaps": [{"from": "2024-04-01", "to": null, "reason": "circle"}],
           "suspensions": [{"restriction_id": "R1", "start": "05010000007", "end": "05010000008", "numbers": 2, "period": {"from": "2026-01-01", "to": "2026-03-31"}, "reference": "県警1号"}],
        """), "\(json)")
    #expect(
      json.contains(
        """
         "caveat": "Only provisions that name numbers by range are followed; those known by count only cannot be.",
         "missing_tables": [],
        """))
    let csv = try run(CustodyLedger.files, "trace 05010000007 --history --lang en --format csv").output
    #expect(
      csv.split(separator: "\r\n").dropFirst().joined(separator: "\n") == """
        ,,,,,,,,,,ranges-only,,Only provisions that name numbers by range are followed; those known by count only cannot be.
        050-1000-0007,ip,2010-01-01,2020-03-31,H,H,designated,,passed-on,P1,custody,,
        050-1000-0007,ip,2020-04-01,2024-03-31,A,A,provided,P1,passed-on,P3,custody,,
        050-1000-0007,ip,2024-04-01,,,,,,,,circle,,those who have it provide it to each other: nobody is the last
        050-1000-0007,ip,2026-01-01,2026-03-31,,,,,,,suspension,R1,県警1号
        """, "\(csv)")
  }
}
