import Banken
import Testing

/// Designations, approvals, certifications, caps, restrictions and waivers.
@Suite struct SmallTableReadingTests {
  private func ordinal(_ text: String) -> Int32 { Day(text)?.ordinal ?? -1 }

  @Test func designations() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators,
      "番号指定.csv": """
      事業者ID,開始番号,終了番号,指定日,返還日
      A,０５０－３１２３－００００,+81 50 3123 9999,2020/4/1,2026.4.1
      B,0312340000,0312349999,,
      C,0709999999,08000000000,2021-01-01,2020-12-31
      C,07099990000,09010009999,,
      """,
    ])
    #expect(
      ledger.english() == [
        "番号指定.csv:4:2: error: 開始番号: found \"0709999999\", expected a telephone number; "
          + "it has 10 digits; mobile numbers that begin like this have 11",
        "番号指定.csv:4:5: error: 返還日: found \"2020-12-31\", expected a day not before the start, 2021-01-01",
        "番号指定.csv:5:3: error: 終了番号: found \"09010009999\", expected a number up to 07099999999; "
          + "beyond it not all numbers are mobile",
      ])
    let table = try #require(ledger.lenient().read().chain).tables.designations
    #expect(table.operators == [0, 1])
    #expect(table.categories == [.ip, .fixed])
    #expect(table.rangeStarts == [5_031_230_000, 312_340_000])
    #expect(table.rangeEnds == [5_031_239_999, 312_349_999])
    #expect(table.starts == [ordinal("2020-04-01"), Day.blank])
    #expect(table.ends == [ordinal("2026-04-01"), Day.openEnd])
  }

  @Test func approvals() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators,
      "approvals.csv": """
      operator_id,category,basis,approval_number,valid_from,ended_on,end_reason
      A,,,１２３－４,2020-01-01,2020-01-01,失効
      B,携帯,みなし認定,,,2026-01-01,Cancelled
      C,0AB-J,approved,,,,取消
      """,
    ])
    #expect(
      ledger.english() == [
        "approvals.csv:4:7: warning: end_reason: a reason, \"取消\", without ended_on (失効日); "
          + "the entry counts as not ended"
      ])
    let table = try #require(ledger.read().chain).tables.approvals
    #expect(table.categories == [nil, .mobile, .fixed])
    #expect(table.bases == [.approved, .deemed, .approved])
    #expect(table.approvalNumbers[0] == "123-4")
    #expect(table.starts == [ordinal("2020-01-01"), Day.blank, Day.blank])
    #expect(table.ends == [ordinal("2020-01-01"), ordinal("2026-01-01"), Day.openEnd])
    #expect(table.endReasons == [.lapsed, .cancelled, .cancelled])
  }

  @Test func certifications() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators,
      "ETOC認証.csv": """
      事業者ID,認証番号,認証日,有効期限,消除日,消除理由
      A,E-1,令和7年4月1日,,,
      B,E-2,2024-02-29,,2024-08-01,取消
      C,E-3,2025-04-01,2026-04-01,,
      C,E-4,2025-04-01,2025-03-31,,
      C,E-5,2025-04-01,,2025-03-31,期限切れ
      C,E-6,,,,
      """,
    ])
    #expect(
      ledger.english() == [
        "ETOC認証.csv:4:4: warning: 有効期限: valid to 2026-04-01: a certificate is valid for one year, "
          + "here to 2026-03-31",
        "ETOC認証.csv:5:4: error: 有効期限: found \"2025-03-31\", expected a day not before the start, 2025-04-01",
        "ETOC認証.csv:6:5: error: 消除日: found \"2025-03-31\", expected a day not before the start, 2025-04-01",
        "ETOC認証.csv:7:3: error: 認証日: blank, expected a value",
      ])
    #expect(ledger.read().diagnostics.warningCount == 1)
    let table = try #require(ledger.lenient().read().chain).tables.certifications
    #expect(table.starts == ["2025-04-01", "2024-02-29", "2025-04-01"].map(ordinal))
    #expect(table.validTo == ["2026-03-31", "2025-02-28", "2026-04-01"].map(ordinal))
    #expect(table.endedOn == [Day.openEnd, ordinal("2024-08-01"), Day.openEnd])
    #expect(table.endReasons == [.unknown, .revoked, .unknown])
  }

  @Test func aCertificateOfTheLastYearEndsWithTheCalendar() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators, "certifications.csv": "operator_id,valid_from\nA,2199-06-01\n",
    ])
    #expect(try #require(ledger.read().chain).tables.certifications.validTo == [Day.latest.ordinal])
  }

  @Test func caps() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators,
      "提供上限.csv": """
      上限ID,卸元ID,卸先ID,種別,上限数,適用開始日,適用終了日
      K1,A,B,050,"10,000,000,000",2025-04-01,2026-03-31
      K2,,C,,１，０００,,
      K3,A,,,10000000001,,
      """,
    ])
    #expect(
      ledger.english() == [
        "提供上限.csv:4:3: error: 卸先ID: blank, expected a value",
        "提供上限.csv:4:5: error: 上限数: found \"10000000001\", expected a whole number from 1 to 10,000,000,000",
      ])
    let table = try #require(ledger.lenient().read().chain).tables.caps
    #expect(table.suppliers == [0, noIndex])
    #expect(table.recipients == [1, 2])
    #expect(table.categories == [.ip, nil])
    #expect(table.maximums == [10_000_000_000, 1_000])
    #expect(table.starts == [ordinal("2025-04-01"), Day.blank])
    #expect(table.ends == [ordinal("2026-04-01"), Day.openEnd])
  }

  @Test func restrictions() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators,
      "利用停止.tsv": """
      停止ID\t種類\t種別\t事業者ID\t開始番号\t終了番号\t開始日\t終了日\t文書番号
      R1\t番号停止\t\t\t050-3123-4567\t050-3123-4567\t2026-01-01\t\t警 第1号
      R2\trefuse-new\tip\tA\t\t\t2026-01-01\t2026-06-30\t
      R3\t在庫停止\t\tB\t\t\t\t\t
      R4\t番号停止\t\tA\t\t\t\t\t
      R5\t在庫停止\t\t\t\t\t\t\t
      R6\t番号停止\tfixed\t\t05031234567\t05031234567\t\t\t
      R7\t新規\t\t\t\t\t\t\t
      """,
    ])
    #expect(
      ledger.english() == [
        "利用停止.tsv:5:5: error: 開始番号: suspend-numbers needs a range",
        "利用停止.tsv:6:4: error: 事業者ID: suspend-stock needs an operator_id",
        "利用停止.tsv:7:3: error: 種別: found \"fixed\", expected ip, the category of the range",
        "利用停止.tsv:8:2: error: 種類: found \"新規\", expected one of suspend-numbers (番号停止), "
          + "refuse-new (新規提供拒否), suspend-stock (在庫停止)",
      ])
    let table = try #require(ledger.lenient().read().chain).tables.restrictions
    #expect((0..<table.count).map { table.ids[$0] } == ["R1", "R2", "R3"])
    #expect(table.kinds == [.suspendNumbers, .refuseNew, .suspendStock])
    let blank = CategorySet(.fixed).union(CategorySet(.ip))
    #expect(table.categories == [blank, CategorySet(.ip), blank])
    #expect(table.operators == [noIndex, 0, 1])
    #expect(table.rangeStarts == [5_031_234_567, 0, 0])
    #expect(table.rangeEnds == [5_031_234_567, 0, 0])
    #expect(table.starts == [ordinal("2026-01-01"), ordinal("2026-01-01"), Day.blank])
    #expect(table.ends == [Day.openEnd, ordinal("2026-07-01"), Day.openEnd])
    #expect(table.references[0] == "警 第1号")
  }

  @Test func waivers() throws {
    let ledger = Ledger([
      "operators.csv": threeOperators,
      "provisions.csv": "provision_id,supplier_id,recipient_id,category,numbers\nＰ1,A,B,ip,1\nP2,A,B,ip,1\n",
      "適用除外.csv": """
      除外ID,ルール,事業者ID,提供ID,適用開始日,適用終了日,理由,承認者
      W1,cap-exceeded,A,,2026-01-01,2026-12-31,合意済み,部長
      W2,approval-missing,,P1,,2026-12-31,x,y
      W3,uncertified-recipient,B,P2,,2026-12-31,x,y
      W4,uncertified-recipient,,P2,,2026-12-31,x,y
      W5,cap-exceded,A,,,2026-12-31,x,y
      W6,cap-exceeded,,,,2026-12-31,x,y
      W7,cap-exceeded,A,P9,2026-12-31,2026-01-01,,
      """,
    ])
    #expect(
      ledger.english() == [
        "適用除外.csv:6:2: error: ルール: found \"cap-exceded\", expected the name of a rule; "
          + "did you mean cap-exceeded?",
        "適用除外.csv:7:0: error: a waiver needs an operator_id or a provision_id",
        "適用除外.csv:8:4: error: 提供ID: found \"P9\", expected the id of a provision; did you mean P1?",
        "適用除外.csv:8:6: error: 適用終了日: found \"2026-01-01\", expected a day not before the start, 2026-12-31",
        "適用除外.csv:8:7: error: 理由: blank, expected a value",
        "適用除外.csv:8:8: error: 承認者: blank, expected a value",
      ])
    let table = try #require(ledger.lenient().read().chain).tables.waivers
    #expect((0..<table.count).map { table.rules[$0] }.first == "cap-exceeded")
    #expect(table.operators == [0, noIndex, 1, noIndex])
    #expect(table.provisions == [noIndex, 0, 1, 1])
    #expect(table.starts == [ordinal("2026-01-01"), Day.blank, Day.blank, Day.blank])
    #expect(table.ends == [Int32](repeating: ordinal("2027-01-01"), count: 4))
    #expect(table.reasons[0] == "合意済み")
    #expect(table.approvedBy[0] == "部長")
  }
}
