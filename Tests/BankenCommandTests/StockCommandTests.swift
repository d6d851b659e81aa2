import Testing

@testable import BankenCommand

@Suite struct StockCommandTests {
  private func run(_ files: [String: String], _ line: String) throws -> CommandRun {
    let directory = try Directory(files)
    let words = line.split(separator: " ").map(String.init)
    var run = CommandRun(["stock", directory.path] + words)
    run.output = run.output.replacing(directory.path, with: "DATASET").replacing(#/ \(sha256 .*\)/#, with: "")
    return run
  }

  /// Ranges in hand had no supplier, numbers in other hands no mark, the other operators of the person no mention.
  @Test func readyToActOn() throws {
    let run = try run(CustodyLedger.files, "A --on 2026-10-01 --lang ja")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        番号の在庫
        ==========
        事業者    A（A）
        同じ法人  B（B） 10番号
        基準日    令和8年10月1日（2026-10-01）
        台帳      DATASET
        方針      組込みの既定値
        ツール    banken 0.1.0
        回答      特定IP電話番号 99番号（うち他者の手元にもある 10番号）

        !! 「ETOC認証」の表がない。ETOC認証の有無は判定不能。

        特定IP電話番号
        --------------
        1F 登録届出の記載なし・認定は取消し（2026-07-15）
        2F 判定不能（「ETOC認証」の表がない）
        !! 在庫停止: R2 2026-02-01から（警察庁2号）
        手元にある番号                   99番号  2範囲
        うち他者の手元にもある           10番号
        番号指定                          0番号
        受けた番号                      100番号  2者から
        渡した番号                        1番号  1者へ
        収支                     合う
        !! 手元の番号のうち10番号は、台帳では他の事業者の手元にもある（C（C） 10番号）。停止などの前に、どち
           らが持つか確認する。
        手元の番号範囲 (2)
          05010000000..05010000006                 7番号  H（H）から P1
          05010000008..05010000099                92番号  H（H）から P1
        他者の手元にもある番号範囲 (1)
          05010000050..05010000059                10番号
        卸元別 (2)
                   100番号  H（H）
                            P1 05010000000..05010000099、2020-04-01から
                     1番号  C（C）
                            P5 05010000007、2024-04-01から
        卸先別 (1)
                     1番号  B（B）
                            P3 05010000007、2024-04-01から

        手元にある番号には、自社の利用者が使っている番号を含む（台帳では区別できない）。
        指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。

        """, "\(run.output)")
  }

  @Test func rowsAndMembersTellTheSame() throws {
    let csv = try run(CustodyLedger.files, "A --on 2026-10-01 --lang en --format csv").output
    #expect(
      csv.split(separator: "\r\n").joined(separator: "\n") == """
        \u{FEFF}category,record,start,end,numbers,operator_id,operator_name,provision_id,from,to,restriction_id,message,stock_operator_id,stock_operator_name,on
        ,no-table,,,,,,,,,,no table certifications: who is certified cannot be told.,A,A,2026-10-01
        ip,in-hand,050-1000-0000,050-1000-0006,7,H,H,P1,2020-04-01,,,,A,A,2026-10-01
        ip,in-hand,050-1000-0008,050-1000-0099,92,H,H,P1,2020-04-01,,,,A,A,2026-10-01
        ip,held-elsewhere,050-1000-0050,050-1000-0059,10,,,,,,,,A,A,2026-10-01
        ip,held-elsewhere-by,,,10,C,C,,,,,,A,A,2026-10-01
        ip,suspend-stock,,,,,,,2026-02-01,,R2,警察庁2号,A,A,2026-10-01
        ip,received,050-1000-0000,050-1000-0099,100,H,H,P1,2020-04-01,,,,A,A,2026-10-01
        ip,received,050-1000-0007,050-1000-0007,1,C,C,P5,2024-04-01,,,,A,A,2026-10-01
        ip,passed-on,050-1000-0007,050-1000-0007,1,B,B,P3,2024-04-01,,,,A,A,2026-10-01
        ip,conserved,,,0,,,,,,,adds up,A,A,2026-10-01
        ,same-person,,,10,B,B,,,,,,A,A,2026-10-01
        """, "\(csv)")
    let json = try run(CustodyLedger.files, "A --on 2026-10-01 --format json").output
    for part in [
      "\"sources\": [{\"start\": \"05010000000\", \"end\": \"05010000006\", \"numbers\": 7, \"supplier_id\": \"H\", \"provision_id\": \"P1\"}, ",
      "\"held_elsewhere\": {\"numbers\": 10, \"ranges\": [{\"start\": \"05010000050\", \"end\": \"05010000059\", \"numbers\": 10}], \"operators\": [{\"operator_id\": \"C\", \"numbers\": 10}]},",
      "\"same_person\": {\"count\": 1, \"listed\": [{\"operator_id\": \"B\", \"numbers\": 10}]},",
      "\"missing_tables\": [{\"table\": \"certifications\", ",
    ] {
      #expect(json.contains(part), "\(part) not in \(json)")
    }
    // A holder: what is designated has no supplier.
    let holder = try run(CustodyLedger.files, "H --on 2026-10-01 --format csv").output
    #expect(holder.contains("\r\nip,in-hand,050-1000-0100,050-1000-0999,900,,,,,,,,H,H,2026-10-01\r\n"))
  }

  /// Numbers provided twice were put down to inflows missing from the ledger.
  @Test func adviceFitsTheCause() throws {
    var files = CustodyLedger.files
    files["provisions.csv"]? += """
      P7,A,B,050-1000-0020,050-1000-0029,2024-04-01,
      P8,A,D,050-1000-0025,050-1000-0034,2024-04-01,

      """
    let twice = try run(files, "A --on 2026-10-01 --lang ja").output
    #expect(twice.contains("合わない（差 5番号）: 複数の卸先に渡している 延べ5番号\n"), "\(twice)")
    #expect(twice.contains("提供終了日の記載漏れ、または番号範囲の誤記の可能性がある。"))
    #expect(!twice.contains("受けた提供が台帳に漏れている可能性"))
    files["provisions.csv"]? += "P9,A,D,050-1000-0700,050-1000-0709,2024-04-01,\n"
    let both = try run(files, "A --on 2026-10-01 --lang ja").output
    #expect(both.contains("受けた提供が台帳に漏れている可能性がある。") && both.contains("提供終了日の記載漏れ"))
    files["designations.csv"] = nil
    let open = try run(files, "A --on 2026-10-01 --lang ja").output
    #expect(open.contains("番号指定の表がないため、指定を受けた番号を渡しただけかもしれない。"), "\(open)")
    #expect(!open.contains("受けた提供が台帳に漏れている可能性"))
  }
}
