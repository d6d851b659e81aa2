import Bytes
import TestSupport
import Testing

@testable import BankenCommand

/// What a screening says is true of the whole page, and what it could not tell is said.
@Suite struct ScreenTruthTests {
  private static let ledger = [
    "operators.csv": """
    operator_id,name,registration,group_id
    H1,霞通信,registered,
    W1,渚卸売,notified,
    R1,燕電話,notified,G
    R2,雁電話,notified,G

    """,
    "designations.csv": "operator_id,range_start,range_end\nH1,050-1000-0000,050-1000-9999\n",
    "approvals.csv": "operator_id,category,approval_number\nW1,ip,N-1\nR1,ip,N-2\n",
    "certifications.csv": """
    operator_id,valid_from,valid_to,ended_on,end_reason
    H1,2026-01-01,2026-12-31,,
    W1,2026-01-01,2026-12-31,,
    R1,2026-01-01,2026-12-31,,
    R2,2026-01-01,2026-12-31,2026-06-01,revoked

    """,
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,range_start,range_end,resale_clause
    P1,H1,W1,050-1000-0000,050-1000-0999,free
    P2,W1,R2,050-1000-0500,050-1000-0599,free

    """,
    "restrictions.csv": """
    restriction_id,kind,operator_id,category,starts_on,reference
    S1,refuse-new,R1,fixed,2026-05-01,警察庁1号
    S2,refuse-new,R2,fixed,2026-05-01,

    """,
    "waivers.csv": """
    waiver_id,rule,operator_id,provision_id,valid_to,reason,approved_by
    V1,approval-missing,R2,,2026-12-31,確認中,部長
    V2,provided-after-revocation,R2,,2026-12-31,確認中,部長

    """,
    "policy.json": #"{"ledger": {"complete": "all"}}"#,
  ]

  private func run(_ options: String, _ files: [String: String] = ledger) throws -> CommandRun {
    let directory = try Directory(files)
    return CommandRun("screen \(directory.path) \(options) --on 2026-10-01")
  }

  private func batch(_ rows: String, _ options: String = "", _ files: [String: String] = ledger) throws
    -> CommandRun
  {
    let lists = try Directory()
    try lists.write("list.csv", rows)
    return try run("--batch \(lists.path("list.csv")) \(options)", files)
  }

  /// Without the line breaks of a page.
  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Japanese without the line breaks of a page.
  private func joined(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private func json(_ run: CommandRun) throws -> JSONValue { try SchemaCheck.value(run.output) }

  /// A table as rows by the names of columns; cells of these tests hold no commas.
  private func rows(_ run: CommandRun) -> [[String: String]] {
    let lines = run.output.dropFirst().split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private static let taken = "--supplier W1 --recipient R1 --range 05010000500..05010000509"

  @Test func aViolationElsewhereIsSaidBesideTheVerdict() throws {
    let text = words(try run(Self.taken).output)
    #expect(
      text.contains(
        "Verdict: ACCEPT It would by itself cause no violation and no warning. But 1 violation would appear or grow "
          + "elsewhere (see Consequences elsewhere). 0 violations, 0 warnings, 1 notice"))
    #expect(text.contains("!! The supplier provides 10 numbers of the range already (P2, to 雁電話 (R2))."))
    #expect(text.contains("(P2, to 雁電話 (R2)). If that has ended, record its last day;"))
    let japanese = joined(try run(Self.taken + " --lang ja").output)
    #expect(
      japanese.contains("判定:可この提供そのものを理由とする違反等も注意も生じない。ただし、ほかの記載について違反等1件が新たに生じ、又は増える（「この提供による、ほかの指摘の変化」）。"))
    let document = try json(try run(Self.taken + " --format json"))
    #expect(document["verdict"]?.string == "accept")
    #expect(document["consequences"]?["violations"]?.integer == 1)
    #expect(document["already_provided"]?["provision_id"]?.string == "P2")
    let row = try #require(rows(try run(Self.taken + " --format csv")).first)
    #expect(row["consequence_violations"] == "1" && row["consequence_warnings"] == "0")
    #expect(row["already_provided"] == "10" && row["already_provided_id"] == "P2")
  }

  @Test func aBatchMarksRangesThatAreTakenOrNobodys() throws {
    let list = """
      supplier_id,recipient_id,range_start,range_end
      W1,R1,05010000500,05010000509
      W1,R1,05020000000,05020000009
      W1,R1,05010000600,05010000609

      """
    let text = words(try batch(list).output)
    #expect(
      text.contains("[notice] Second-tier resale !! The supplier provides 10 numbers of the range already"))
    #expect(text.contains("!! The range lies outside every designation on record. Is the number right?"))
    #expect(text.contains("In a batch neither consequences elsewhere nor later changes are worked out"))
    let cells = rows(try batch(list, "--format csv"))
    #expect(cells.map { $0["already_provided"] } == ["10", "0", "0"])
    #expect(cells.map { $0["not_designated"] } == ["0", "10", "0"])
    #expect(cells.map { $0["consequence_violations"] } == ["", "", ""])
    let rows = try json(try batch(list, "--format json"))["candidates"]?.elements
    #expect(rows?.map { $0["not_designated"]?.integer } == [0, 10, 0])
  }

  @Test func rangesInCSVKeepTheirLeadingZero() throws {
    let row = try #require(rows(try run(Self.taken + " --format csv")).first)
    #expect(row["range_start"] == "050-1000-0500" && row["range_end"] == "050-1000-0509")
  }

  @Test func whatCouldNotBeEvaluatedQualifiesTheVerdict() throws {
    let files = ["operators.csv": "operator_id,name\nH1,霞通信\nR1,燕電話\n"]
    let asked = "--supplier H1 --recipient R1 --category ip --numbers 10"
    let answer = try run(asked, files)
    #expect(answer.status == 0)
    let text = words(answer.output)
    #expect(
      text.contains(
        "Verdict: ACCEPT (some rules were not evaluated) As far as rules could be evaluated (16 lack data), it would "
          + "cause no violation and no warning."))
    #expect(text.contains("approval-missing no table approvals"))
    #expect(text.contains("Room under the caps: not evaluated (no cap in the policy and no table caps)"))
    #expect(text.contains("2F evaluation not evaluated (no table certifications)"))
    #expect(text.contains("restrictions not evaluated (no table restrictions)"))
    #expect(!text.contains("no approval on record") && !text.contains("no ETOC certification on record"))
    let document = try json(try run(asked + " --format json", files))
    let rules = document["not_evaluated"]?.elements ?? []
    #expect(rules.count == 23)
    #expect(rules.first?["rule"]?.string == "approval-missing")
    #expect(rules.first?["reason"]?.string == "no-table:approvals")
    for end in ["supplier", "recipient"] {
      for storey in ["approval", "certification"] {
        guard case .null = document[end]?[storey]?["standing"]?.content else {
          Issue.record("\(end) \(storey)")
          continue
        }
      }
    }
    let row = try #require(rows(try run(asked + " --format csv", files)).first)
    #expect(row["not_evaluated"]?.hasPrefix("approval-missing:no-table:approvals;") ?? false)
    let list = "supplier_id,recipient_id,category,numbers\nH1,R1,ip,10\n"
    let page = words(try batch(list, "", files).output)
    #expect(page.contains("Rules not evaluated ------------------- approval-missing no table approvals"))
    #expect(page.contains("ACCEPT (some rules were not evaluated)"))
    #expect(try json(try batch(list, "--format json", files))["not_evaluated"]?.elements?.count == 23)
  }

  @Test func restrictionsOfAnyCategoryAreShown() throws {
    let asked = "--supplier W1 --recipient R1 --category ip --numbers 5"
    let text = words(try run(asked).output)
    #expect(text.contains("!! Recipient: new numbers refused S1, since 2026-05-01 (警察庁1号), for fixed"))
    #expect(text.contains("restrictions !! new numbers refused S1, since 2026-05-01 (警察庁1号), for fixed"))
    #expect(text.contains("[ ] Restriction on 燕電話 (R1): new numbers refused S1"))
    // Of a relative it is told which of the two bars it.
    #expect(
      text.contains(
        "雁電話 (R2) [ETOC certification revoked] [new numbers refused S2, since 2026-05-01, for fixed]"))
    let document = try json(try run(asked + " --format json"))
    #expect(document["recipient"]?["restrictions"]?.elements?.map(\.string) == ["S1"])
    #expect(document["supplier"]?["restrictions"]?.elements?.count == 0)
    let relative = document["recipient"]?["related"]?["listed"]?.elements?.first
    #expect(relative?["refusals"]?.elements?.map(\.string) == ["S2"])
    let cells = rows(
      try batch("supplier_id,recipient_id,category,numbers\nR1,R2,ip,5\n", "--format csv"))
    #expect(
      cells.first?["supplier_restriction_ids"] == "S1" && cells.first?["recipient_restriction_ids"] == "S2")
  }

  @Test func waivedReasonsAreSaid() throws {
    let asked = "--supplier W1 --recipient R2 --category ip --numbers 5"
    #expect(
      words(try run(asked).output).contains(
        "Verdict: CONDITIONAL Apart from 2 waived (1 violation, 1 warning), it would cause no violation, but some "
          + "practice asked for is not met"))
    #expect(
      joined(try run(asked + " --lang ja").output).contains("適用除外とした理由2件（違反等1件、注意1件）を除けば、違反等は生じないが、"))
    let list = "supplier_id,recipient_id,category,numbers\nW1,R2,ip,5\n"
    #expect(
      words(try batch(list).output).contains(
        "Waived reasons: [violation] Recipient without approval; [warning] Provision begun after revocation"))
    let row = try #require(rows(try batch(list, "--format csv")).first)
    #expect(row["waived"] == "2" && row["waived_violations"] == "1")
    #expect(row["waived_reasons"] == "approval-missing:none;provided-after-revocation")
  }

  @Test func roomUnderARefusalIsNoPermission() throws {
    var files = Self.ledger
    files["waivers.csv"] = nil
    files["caps.csv"] =
      "cap_id,supplier_id,recipient_id,category,max_numbers\nC1,W1,R2,ip,150\nC2,W1,R1,ip,50\n"
    let refused = words(try run("--supplier W1 --recipient R2 --category ip --numbers 5", files).output)
    #expect(
      refused.contains(
        "Room under the caps: 50 numbers (C1, this pair: at most 150 numbers, now 100 numbers)"))
    #expect(!refused.contains("yes, up to"))
    // Where a cap alone is in the way, what it leaves is what may be provided.
    let capped = words(try run("--supplier W1 --recipient R1 --category ip --numbers 80", files).output)
    #expect(capped.contains("Headroom: not 80 numbers, but up to 50 numbers (C2, this pair"))
    let fits = words(try run("--supplier W1 --recipient R1 --category ip --numbers 50", files).output)
    #expect(fits.contains("Headroom: yes, up to 50 numbers (C2"))
  }

  @Test func reasonsAreHypothetical() throws {
    var files = Self.ledger
    files["waivers.csv"] = nil
    let asked = "--supplier W1 --recipient R2 --category ip --numbers 5"
    let japanese = joined(try run(asked + " --lang ja", files).output)
    #expect(japanese.contains("【違反】候補:渚卸売（W1）が雁電話（R2）に特定IP電話番号5番号を提供すると、認定の記録が台帳にない卸先への提供となる。"))
    #expect(japanese.contains("└候補→雁電話（R2）[卸次数2、認定の記録が台帳にない、ETOC認証の取消]"))
    #expect(japanese.contains("対応:契約前に卸先へ認定番号・認定日・対象種別を照会し、"))
    #expect(!japanese.contains("(candidate)") && !japanese.contains("監査日") && !japanese.contains("階（"))
    let document = try json(try run(asked + " --format json", files))
    #expect(
      document["reasons"]?.elements?.first?["message"]?.string
        == "The candidate: 渚卸売 (W1) would provide 5 ip numbers to 雁電話 (R2), for which there is no approval on record."
    )
  }

  // MARK: What is asked

  @Test func rangesOfAnAnswerInJapaneseCanBeAsked() throws {
    for mark in ["〜", "～", "..", "．．", "‥"] {
      let answer = try run("--supplier W1 --recipient R1 --range ０５０-1000-0500\(mark)05010000509")
      #expect(answer.output.contains("10 ip numbers (05010000500..05010000509)"), "\(mark)")
    }
    let three = try run("--supplier W1 --recipient R1 --range 05010000500〜05010000509〜05010000510")
    #expect(three.status == 2 && three.errors.contains("(a range such as 050-3123-0000..050-3123-0099)"))
  }

  @Test func aListWithoutCandidatesIsBadContent() throws {
    let answer = try batch("supplier_id,recipient_id,category,numbers\n\n")
    #expect(answer.status == 3 && answer.output == "")
    #expect(answer.errors.hasSuffix("list.csv' holds no candidate, only a header\n"))
  }

  @Test func headersOfListsNameTheColumnsOfLists() throws {
    let hint =
      "the first row names the columns: supplier_id (卸元ID), recipient_id (卸先ID), and category (種別) and numbers (番号数), "
      + "or range_start (開始番号) and range_end (終了番号)\n"
    let unknown = try batch("a,b,c\n1,2,3\n")
    #expect(
      unknown.errors.hasSuffix(
        "list.csv:1:0: error: no name of the first row is a column of a file of candidates; " + hint))
    let empty = try batch("")
    #expect(empty.errors.hasSuffix("list.csv:1:0: error: the file is empty; it needs a header; " + hint))
    let japanese = try batch("a,b,c\n1,2,3\n", "--lang ja")
    #expect(
      japanese.errors.contains("1行目に候補の一覧の列名が一つもありません（1行目に列名を書きます: 卸元ID（supplier_id）、"))
    #expect(!japanese.errors.contains("provision_id"))
  }

  @Test func mistakesNameWhatIsNearAndAreToldToTheEnd() throws {
    let list = "supplier_id,recipient_id,category,numbers,starts_on\nW1,燕電,ip,5,\nW1,R1,ip,5,45748\n"
    let answer = try batch(list)
    #expect(answer.status == 3)
    #expect(
      answer.errors.contains(
        "2:2: error: recipient_id: found \"燕電\", expected the id, corporate number or name of an operator; "
          + "nearest: R1 燕電話"))
    let text = words(answer.output)
    #expect(
      text.contains("Excel shows the date 2025-04-01 as this number: format the column as dates Lack of ETOC")
    )
    let japanese = try batch(list, "--lang ja")
    #expect(japanese.errors.contains("「燕電」は不可。事業者の表にあるID、法人番号又は事業者名を記入（近いもの: R1 燕電話"))
  }
}
