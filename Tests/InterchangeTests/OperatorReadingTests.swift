import Banken
import Testing

@Suite struct OperatorReadingTests {
  @Test func everyColumn() throws {
    let ledger = Ledger([
      "事業者.csv": """
      事業者ID,事業者名,旧名称,法人番号,区分,登録届出,国,加盟団体,事業開始日,グループID
      Ａ１,　株式会社ｱﾙﾌｧ　,旧ｱ;旧イ,７０００ ,取次店,届出,JP,団体甲;団体乙,平成２９年１２月１日,Ｇ１
      b2,Beta,,7000012050002,USER,none,,,H29.12.1 0:00,
      c3,Gamma,,,,,,,,
      """
    ])
    #expect(
      ledger.english() == [
        "事業者.csv:2:4: error: 法人番号: found \"７０００\", expected a corporate number; "
          + "it has 4 digits instead of 13"
      ])
    let table = try #require(ledger.lenient().read().chain).tables.operators
    #expect((0..<3).map { table.ids[$0] } == ["A1", "b2", "c3"])
    #expect((0..<3).map { table.names[$0] } == ["株式会社ｱﾙﾌｧ", "Beta", "Gamma"])
    #expect(table.formerNames[0] == "旧ｱ;旧イ")
    #expect(table.corporateNumbers == [0, 7_000_012_050_002, 0])
    #expect(table.roles == [.agent, .user, .operator])
    #expect(table.registrations == [.notified, .none, .unknown])
    #expect(table.countries[0] == "JP")
    #expect(table.associations[0] == "団体甲;団体乙")
    let started = try #require(Day("2017-12-01")).ordinal
    #expect(table.serviceStartedOn == [started, started, Day.blank])
    #expect(table.groups[0] == "G1")
    #expect(table.origin.lines == [2, 3, 4])
  }

  @Test func mistakes() {
    let long = String(repeating: "x", count: 65)
    let ledger = Ledger([
      "operators.csv": """
      operator_id,name,corporate_number,role,registration,service_started_on
      A,,8000012050002,operater,届け出,2019-02-29
      Ａ,Again,,,,
      \(long),Long,7.00001E+12,,,昭和64年1月8日
      ,Nameless,,,,
      """
    ])
    #expect(
      ledger.english() == [
        "operators.csv:2:2: error: name: blank, expected a value",
        "operators.csv:2:3: error: corporate_number: found \"8000012050002\", expected a corporate number; "
          + "the first digit, 8, does not check the others, which ask for 7",
        "operators.csv:2:4: error: role: found \"operater\", expected one of operator (電気通信事業者), agent (取次店), "
          + "user (利用者); did you mean operator?",
        "operators.csv:2:5: error: registration: found \"届け出\", expected one of registered (登録), notified (届出), "
          + "none (なし); did you mean 届出?",
        "operators.csv:2:6: error: service_started_on: found \"2019-02-29\", "
          + "expected a date such as 2026-04-01 or 令和8年4月1日; there is no 2019-2-29",
        "operators.csv:3:1: error: operator_id: found \"A\", expected a unique id; it is also on line 2",
        "operators.csv:4:1: error: operator_id: found \"\(long)\", expected at most 64 bytes; it has 65",
        "operators.csv:4:3: error: corporate_number: found \"7.00001E+12\", expected a corporate number; "
          + "Excel has shortened it and digits are lost: format the column as text",
        "operators.csv:4:6: error: service_started_on: found \"昭和64年1月8日\", "
          + "expected a date such as 2026-04-01 or 令和8年4月1日; 1989-01-08 is not in 昭和 but in 平成",
        "operators.csv:5:1: error: operator_id: blank, expected a value",
      ])
    #expect(
      ledger.japanese()[...3] == [
        "operators.csv:2:2: error: name: 空欄。値を記入",
        "operators.csv:2:3: error: corporate_number: 「8000012050002」は不可。法人番号を記入"
          + "（先頭の検査数字が8ですが、残りの12桁からは7です）",
        "operators.csv:2:4: error: role: 「operater」は不可。電気通信事業者（operator）、取次店（agent）、"
          + "利用者（user）のいずれかを記入（operator の誤りではありませんか）",
        "operators.csv:2:5: error: registration: 「届け出」は不可。登録（registered）、届出（notified）、"
          + "なし（none）のいずれかを記入（届出 の誤りではありませんか）",
      ])
  }

  @Test func rowsThatReferToRowsSetAsideGoToo() throws {
    let ledger = Ledger([
      "operators.csv": "operator_id,name,service_started_on\nA,Alpha,\nB,Beta,soon\nC,Gamma,\n",
      "provisions.csv": """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,A,B,ip,1
      P2,A,C,ip,2
      """,
      "waivers.csv": """
      waiver_id,rule,provision_id,valid_to,reason,approved_by
      W1,cap-exceeded,P1,2026-03-31,r,a
      W2,cap-exceeded,P2,2026-03-31,r,a
      W3,cap-exceeded,P3,2026-03-31,r,a
      """,
    ])
    let start = "operators.csv:3:3: error: service_started_on: found \"soon\", "
    let unknown =
      "waivers.csv:4:3: error: provision_id: found \"P3\", expected the id of a provision; did you mean P2?"
    #expect(ledger.english().count == 2)
    #expect(ledger.english()[0].hasPrefix(start))
    // P1 is in the file, so that W1 is no mistake of its own.
    #expect(ledger.english()[1] == unknown)
    let lines = ledger.lenient().english()
    #expect(
      lines[1...] == [
        "provisions.csv:2:3: error: recipient_id: the row of operator \"B\" was set aside",
        "waivers.csv:2:3: error: provision_id: the row of provision \"P1\" was set aside", unknown,
      ])
    let tables = try #require(ledger.lenient().read().chain).tables
    #expect((0..<tables.operators.count).map { tables.operators.ids[$0] } == ["A", "C"])
    #expect(tables.provisions.recipients == [1])
    #expect((0..<tables.waivers.count).map { tables.waivers.ids[$0] } == ["W2"])
    #expect(tables.waivers.provisions == [0])
  }

  @Test func withoutOperatorsThereIsNoChain() {
    let ledger = Ledger(["caps.csv": "cap_id,recipient_id,max_numbers\nC1,A,5\n", "operator.csv": "x\n"])
    #expect(
      ledger.english() == [
        "operators.csv:0:0: error: the dataset has no operators table; it is named operators.csv or 事業者.csv",
        "operator.csv:0:0: note: not the name of a table, passed over; did you mean operators.csv?",
      ])
    #expect(ledger.lenient().read().chain == nil)
  }

  @Test func aHeaderAloneIsATable() throws {
    let dataset = Ledger([
      "operators.csv": "operator_id,name", "caps.csv": "cap_id,recipient_id,max_numbers\n",
    ])
    .read()
    #expect(dataset.diagnostics.isEmpty)
    let tables = try #require(dataset.chain).tables
    #expect(tables.operators.origin.isPresent)
    #expect(tables.caps.origin.isPresent)
    #expect(!tables.waivers.origin.isPresent)
    #expect(tables.operators.count == 0)
  }
}
