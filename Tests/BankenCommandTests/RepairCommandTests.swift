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
      "Answer  1 step; no plan has fewer", "1. W1 渚卸売 obtains ETOC certification",
      "   +110 numbers → 100.0%; now: no ETOC certification on record",
    ] {
      #expect(run.output.contains(line + "\n"), "\(line)")
    }
    let japanese = CommandRun(["repair", directory.path, "--lang", "ja"])
    #expect(japanese.output.contains("回答    1手順（これより少ない計画はない）\n"))
    #expect(japanese.output.contains("1. W1 渚卸売 がETOC認証を取得する\n"))
  }

  @Test func nothingToDoIsSaid() throws {
    let directory = try ledger(["certifications.csv": Self.certifications + "W1,2026-04-01\n"])
    let run = CommandRun(["repair", directory.path])
    #expect(run.status == 0 && run.output.contains("Answer  the goal is met: nothing to do\n"))
  }

  @Test func withoutDesignationsTheStatusIsOne() throws {
    var files = SmallLedger.files
    files["designations.csv"] = nil
    let directory = try Directory(files)
    let run = CommandRun(["repair", directory.path])
    #expect(run.status == 1 && run.output.contains("Answer  not evaluated: no table designations\n"))
    let json = CommandRun(["repair", directory.path, "-fjson"])
    #expect(json.status == 1)
    #expect(
      json.output.contains("\"standing\": \"not-evaluated\", \"reason\": \"no-table:designations\""))
  }

  /// Not everybody lacks a certificate where nobody wrote them down.
  @Test func withoutCertificationsNothingIsPlanned() throws {
    let directory = try Directory(SmallLedger.files)
    let run = CommandRun(["repair", directory.path, "--lang", "ja"])
    #expect(run.status == 1 && run.output.contains("回答    判定不能（「ETOC認証」の表がない）\n"), "\(run.output)")
    #expect(run.output.contains("!! 「ETOC認証」の表がないため、誰が認証を備えるか分からない。"))
    let json = CommandRun(["repair", directory.path, "-fjson"])
    #expect(json.output.contains("\"absent_tables\": [\"certifications\"]"))
    #expect(json.output.contains("\"reason\": \"no-table:certifications\""))
    let csv = CommandRun(["repair", directory.path, "-fcsv"])
    #expect(csv.status == 1 && csv.output.split(separator: "\r\n").count == 1)
    #expect(csv.errors.hasPrefix("banken: note: not evaluated: no table certifications\n"))
  }

  @Test func aListWithoutRequestsSaysWhy() throws {
    let directory = try ledger(["certifications.csv": Self.certifications + "W1,2026-04-01\n"])
    let csv = CommandRun(["repair", directory.path, "-fcsv"])
    #expect(csv.status == 0 && csv.errors.hasPrefix("banken: note: the goal is met: nothing to do\n"))
  }

  @Test func csvIsTheListOfRequests() throws {
    let files = ["operators.csv": SmallLedger.operators.replacing("渚卸売,", with: "\"=渚,卸売\",")]
    let directory = try ledger(files)
    let run = CommandRun(["repair", directory.path, "-fcsv", "--lang", "ja", "--on", "2026-10-01"])
    #expect(run.status == 0)
    #expect(
      run.output == "\u{FEFF}supplier_id,supplier_name,operator_id,operator_name,action,category,"
        + "provision_id,provisions,numbers,rank,cause,message,waivers,fee,member,renewal\r\n"
        + "H1,霞通信,W1,\"'=渚,卸売\",certify,,,1,100,1,never,"
        + "\"貴社の卸先 W1 =渚,卸売（1件の提供、100番号）に、ETOC認証の取得をご依頼ください"
        + "（当社の台帳（2026-10-01現在）では「ETOC認証の記録なし」）。"
        + "ETOC認証は任意の制度で、認証がないことだけで違反にはならず、取引を判断する一要素です（事業法6条・121条）。\",,,,\r\n")
    #expect(run.errors == "banken: note: 指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。\n")
  }

  /// Who has what is asked for from a later day on, an agent, a waived lack, an approval that was revoked, an end.
  private static let oddities = [
    "operators.csv": """
    operator_id,name,role,registration
    H,Holder,,registered
    L,Later,,notified
    A,Agent,agent,notified
    W,Waived,,notified
    C,Cancelled,,notified
    E,Expired,,notified

    """,
    "designations.csv": "operator_id,range_start,range_end\nH,050-9990-0000,050-9990-9999\n",
    "approvals.csv": """
    operator_id,category,valid_from,ended_on,end_reason
    L,ip,2022-01-01,,
    A,ip,2022-01-01,,
    W,ip,2022-01-01,,
    C,ip,2022-01-01,2026-06-01,cancelled
    E,ip,2022-01-01,,

    """,
    "certifications.csv": """
    operator_id,valid_from
    H,2026-04-01
    L,2026-12-01
    C,2026-04-01
    E,2025-04-01

    """,
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,category,numbers
    P1,H,L,ip,500
    P2,H,A,ip,400
    P3,H,W,ip,300
    P4,H,C,ip,200
    P5,H,E,ip,100

    """,
    "waivers.csv": """
    waiver_id,rule,operator_id,valid_to,reason,approved_by
    WV-1,uncertified-recipient,W,2027-03-31,R,Q
    WV-2,approval-missing,W,2027-03-31,R,Q
    WV-3,uncertified-recipient,W,2026-03-31,R,Q

    """,
    "policy.json": """
    {"fees": {"associations": [], "members": {"first": 8, "renewal": 6}, "others": {"first": 26, "renewal": 25}}}
    """,
  ]

  private func oddities(_ options: String...) throws -> CommandRun {
    let directory = try Directory(Self.oddities)
    return CommandRun(["repair", directory.path, "--on", "2026-10-01", "--goal", "100%"] + options)
  }

  @Test func stepsSayWhatElseToKnow() throws {
    let run = try oddities("--by", "fees", "--lang", "en")
    let steps = run.output.components(separatedBy: "Requests, by supplier")[0]
    #expect(
      steps.contains(
        """
        !! The policy names no associations under fees.associations: nobody counts as a member.
        !! The policy has no fees.approval: obtaining an approval counts as free.

        """), "\(steps)")
    #expect(
      steps.hasSuffix(
        """
        1. C Cancelled shows or obtains approval for ip
           +200 numbers → 13.3%; ¥0; now: approval revoked (2026-06-01)
        2. L Later has its ETOC certification (in force from 2026-12-01) begin earlier
           +500 numbers → 46.6%; ¥26 (not a member, first); now: ETOC certification not yet in force (from
           2026-12-01); the lack ends on that day by itself
        3. A Agent obtains ETOC certification
           +400 numbers → 73.3%; ¥26 (not a member, first); now: no ETOC certification on record; an agent
           on record (clarify the row first)
        4. W Waived obtains ETOC certification
           +300 numbers → 93.3%; ¥26 (not a member, first); now: no ETOC certification on record; waived by
           WV-1
        5. E Expired renews ETOC certification
           +100 numbers → 100.0%; ¥25 (not a member, renewal); now: ETOC certification expired


        """), "\(steps)")
  }

  @Test func lettersAskForWhatIsLackingOnly() throws {
    let run = try oddities("--lang", "ja", "--format", "csv")
    let letters = run.output.components(separatedBy: "\r\n").dropFirst().dropLast()
    let voluntary = "ETOC認証は任意の制度で、認証がないことだけで違反にはならず、取引を判断する一要素です（事業法6条・121条）。"
    #expect(
      Array(letters) == [
        "H,Holder,L,Later,certify,,,1,500,1,not-yet,貴社の卸先 L Later（1件の提供、500番号）のETOC認証について、"
          + "開始日を2026-12-01より早められるかご確認ください（当社の台帳（2026-10-01現在）では「ETOC認証は未発効（2026-12-01から）」）。"
          + "その日になれば不足は解消します。\(voluntary),,,,",
        "H,Holder,A,Agent,certify,,,1,400,2,never,当社の台帳（2026-10-01現在）では A Agent は取次店ですが、"
          + "取次店は番号の提供を受けず、ETOC認証の対象でもありません。まず、区分と提供の記載が正しいかをお知らせください。"
          + "電気通信事業者であれば、次のとおりです。貴社の卸先 A Agent（1件の提供、400番号）に、ETOC認証の取得をご依頼ください"
          + "（当社の台帳（2026-10-01現在）では「ETOC認証の記録なし」）。\(voluntary),,,,",
        "H,Holder,W,Waived,certify,,,1,300,3,never,貴社の卸先 W Waived（1件の提供、300番号）に、ETOC認証の取得をご依頼ください"
          + "（当社の台帳（2026-10-01現在）では「ETOC認証の記録なし」）。（適用除外 WV-1あり）\(voluntary),WV-1,,,",
        "H,Holder,C,Cancelled,approve,ip,,1,200,4,ended,貴社の卸先 C Cancelled（1件の提供、200番号）に、"
          + "番号使用計画の認定（特定IP電話番号）の有無をご確認のうえ、なければ取得をご依頼ください"
          + "（当社の台帳（2026-10-01現在）では「認定は取消し（2026-06-01）」）。,,,,",
        "H,Holder,E,Expired,certify,,,1,100,5,expired,貴社の卸先 E Expired（1件の提供、100番号）に、"
          + "ETOC認証の更新・再取得をご依頼ください（当社の台帳（2026-10-01現在）では「ETOC認証の期限切れ」）。\(voluntary),,,,",
      ], "\(run.output)")
  }

  @Test func machinesAreToldTheSame() throws {
    let run = try oddities("--by", "fees", "--format", "json")
    for member in [
      "\"fee\": 26, \"member\": false, \"renewal\": false, \"numbers\": 500, \"covered\": 700, \"of\": 1500, "
        + "\"cause\": \"not-yet\", \"valid_from\": \"2026-12-01\", \"message\"",
      "\"cause\": \"never\", \"role\": \"agent\", \"message\"",
      "\"cause\": \"never\", \"waivers\": [\"WV-1\"], \"message\"",
      "\"cause\": \"ended\", \"ended_on\": \"2026-06-01\", \"end_reason\": \"cancelled\", \"message\"",
    ] {
      #expect(run.output.contains(member), "\(member)\n\(run.output)")
    }
  }

  /// The day before has passed when a plan is read on the day.
  @Test func anEndIsAskedForWithoutItsDay() throws {
    var files = Self.oddities
    files["approvals.csv"] = "operator_id,category,valid_from\nL,ip,2022-01-01\n"
    files["operators.csv"] = "operator_id,name,role\nH,Holder,\nL,Later,\nA,Agent,agent\nC,Cee,\n"
    files["certifications.csv"] = "operator_id,valid_from\nH,2026-04-01\nL,2026-04-01\n"
    files["provisions.csv"] = """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,H,L,ip,500
      P2,H,A,ip,400

      """
    files["waivers.csv"] = nil
    let directory = try Directory(files)
    let options = ["repair", directory.path, "--on", "2026-10-01", "--goal", "100%", "--allow", "end"]
    let run = CommandRun(options + ["--lang", "ja"])
    #expect(run.output.contains("1. H Holder から A Agent への提供 P2 を終える\n"), "\(run.output)")
    let csv = CommandRun(options + ["--lang", "ja", "--format", "csv"])
    #expect(
      csv.output.hasSuffix(
        "当社の台帳（2026-10-01現在）では A Agent は取次店ですが、取次店は番号の提供を受けず、ETOC認証の対象でもありません。"
          + "まず、区分と提供の記載が正しいかをお知らせください。貴社から A Agent への提供 P2（1件の提供、400番号）を"
          + "速やかに終えることをご検討ください。ETOC認証は任意の制度で、認証がないことだけで違反にはならず、"
          + "取引を判断する一要素です（事業法6条・121条）。,,,,\r\n"), "\(csv.output)")
    #expect(run.output.contains("回答    1手順（終える提供を当日の末端のホップに限れば、これより少ない計画はない）\n"))
    let json = CommandRun(options + ["--format", "json"])
    #expect(
      json.output.contains(
        "\"ends_on\": \"2026-09-30\", \"numbers\": 400, \"covered\": 500, \"of\": 500, \"role\": \"agent\""))
    files["provisions.csv"] = "provision_id,supplier_id,recipient_id,category,numbers\nP2,H,A,ip,400\n"
    let all = try Directory(files)
    let nothing = CommandRun(["repair", all.path] + options.dropFirst(2) + ["--lang", "ja"])
    #expect(nothing.output.contains("実施後  対象となる番号なし\n"), "\(nothing.output)")
  }

  @Test func feesComeFromThePolicy() throws {
    let fees = """
      {"fees": {"members": {"first": 80000, "renewal": 60000}, "others": {"first": 260000, "renewal": 200000}}}
      """
    let directory = try ledger(["policy.json": fees])
    let run = CommandRun(["repair", directory.path, "--by", "fees"])
    #expect(run.status == 0 && run.output.contains("Answer  1 step, ¥260,000; no plan costs less\n"))
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
        banken: error: bad value '95' for option '--goal' (a share such as 95%, 99.5% or 0.95; at most four decimal \
        places of a percentage, six of a share)
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
