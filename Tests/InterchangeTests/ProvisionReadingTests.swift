import Banken
import Testing

@Suite struct ProvisionReadingTests {
  private func read(_ provisions: String) -> Ledger {
    Ledger(["operators.csv": threeOperators, "provisions.csv": provisions])
  }

  @Test func everyColumn() throws {
    let ledger = read(
      """
      provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,ends_on,contract,\
      approval_checked_on,conditions_agreed_on,continuity_checked_on,declared_on,resale_clause
      P1,A,B,ip,"1,000",,,2025-04-01,2026-03-31,terms,2025-03-01,2025-03-02,2025-03-03,2025-03-04,certified-only
      P2,B,C,,,050-3123-4000,050-3123-4999,,,,,,,,
      """)
    #expect(ledger.english() == [])
    let table = try #require(ledger.read().chain).tables.provisions
    #expect(table.count == 2)
    #expect([table.ids[0], table.ids[1]] == ["P1", "P2"])
    #expect(table.suppliers == [0, 1])
    #expect(table.recipients == [1, 2])
    #expect(table.categories == [.ip, .ip])
    #expect(table.numbers == [1000, 1000])
    #expect(table.rangeStarts == [0, 5_031_234_000])
    #expect(table.starts == [Day("2025-04-01")?.ordinal, Day.blank])
    #expect(table.ends == [Day("2026-04-01")?.ordinal, Day.openEnd])
    #expect(table.contracts == [.terms, .wholesale])
    #expect(table.clauses == [.certifiedOnly, .free])
    #expect(table.approvalCheckedOn == [Day("2025-03-01")?.ordinal, Day.blank])
    #expect(table.conditionsAgreedOn == [Day("2025-03-02")?.ordinal, Day.blank])
    #expect(table.continuityCheckedOn == [Day("2025-03-03")?.ordinal, Day.blank])
    #expect(table.declaredOn == [Day("2025-03-04")?.ordinal, Day.blank])
    #expect(
      table.columns == [
        .approvalCheckedOn, .conditionsAgreedOn, .continuityCheckedOn, .declaredOn, .resaleClause,
      ])
    #expect(table.origin.isPresent)
    #expect(table.origin.file == "provisions.csv")
    #expect(table.origin.lines == [2, 3])
  }

  /// A file with only its header once lost its columns: rules that need one were not evaluated.
  @Test func columnsOfAHeaderWithoutRowsArePresent() throws {
    let ledger = read("provision_id,supplier_id,recipient_id,range_start,range_end,申告日,resale_clause\n")
    #expect(ledger.english() == [])
    let table = try #require(ledger.read().chain).tables.provisions
    #expect(table.columns == [.declaredOn, .resaleClause])
    #expect(table.count == 0)
    #expect(table.origin.isPresent)
  }

  @Test func absentColumnsStayEmpty() throws {
    let ledger = read("提供ID,卸元ID,卸先ID,種別,番号数\nP1,A,B,050,５０\n")
    #expect(ledger.english() == [])
    let table = try #require(ledger.read().chain).tables.provisions
    #expect(table.columns == [])
    #expect(table.clauses == [])
    #expect(table.approvalCheckedOn == [])
    #expect(table.numbers == [50])
    #expect(table.ends == [Day.openEnd])
  }

  @Test func everyMistake() {
    let ledger = read(
      """
      provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,ends_on
      P1,A,B,ip,,,,,
      P2,A,B,,100,,,,
      P3,A,B,,,,,,
      P4,A,B,,,05031234000,,,
      P5,A,B,,,,05031234000,,
      P6,A,B,,,05031234999,05031234000,,
      P7,A,B,fixed,,05031234000,05031234999,,
      P8,A,B,ip,999,05031234000,05031234999,,
      P9,A,B,ip,1,,,2026-04-02,2026-04-01
      P10,A,X,ip,0,,,45748,2026-02-30
      P1,A,b,phone,8.15E+11,,,#N/A,令和８年４月１日
      ,,,ip,"1,00",,,,
      P14,A,B,,,312345678,8.15E+11,,,surplus
      """)
    #expect(
      ledger.english() == [
        "provisions.csv:2:5: error: numbers: without a range both category and numbers are needed; add numbers (番号数)",
        "provisions.csv:3:4: error: category: without a range both category and numbers are needed; add category (種別)",
        "provisions.csv:4:0: error: neither a range nor category and numbers",
        "provisions.csv:5:7: error: range_end: the range has only one end; add range_end (終了番号)",
        "provisions.csv:6:6: error: range_start: the range has only one end; add range_start (開始番号)",
        "provisions.csv:7:7: error: range_end: found \"05031234000\", expected a number not before 05031234999",
        "provisions.csv:8:4: error: category: found \"fixed\", expected ip, the category of the range",
        "provisions.csv:9:5: error: numbers: found \"999\", expected 1,000, the size of the range",
        "provisions.csv:10:9: error: ends_on: found \"2026-04-01\", expected a day not before the start, 2026-04-02",
        "provisions.csv:11:3: error: recipient_id: found \"X\", expected the id of an operator",
        "provisions.csv:11:5: error: numbers: found \"0\", expected a whole number from 1 to 10,000,000,000",
        "provisions.csv:11:8: error: starts_on: found \"45748\", expected a date such as 2026-04-01 or 令和8年4月1日; "
          + "Excel shows the date 2025-04-01 as this number: format the column as dates",
        "provisions.csv:11:9: error: ends_on: found \"2026-02-30\", expected a date such as 2026-04-01 or 令和8年4月1日; "
          + "there is no 2026-2-30",
        "provisions.csv:12:1: error: provision_id: found \"P1\", expected a unique id; it is also on line 2",
        "provisions.csv:12:3: error: recipient_id: found \"b\", expected the id of an operator; did you mean B?",
        "provisions.csv:12:4: error: category: found \"phone\", expected a category: fixed, ip, mobile, data, paging, "
          + "fmc, service",
        "provisions.csv:12:5: error: numbers: found \"8.15E+11\", expected a whole number from 1 to 10,000,000,000; "
          + "Excel has shortened it and digits are lost",
        "provisions.csv:12:8: error: starts_on: found \"#N/A\", expected a value; Excel could not work out this cell",
        "provisions.csv:13:1: error: provision_id: blank, expected a value",
        "provisions.csv:13:2: error: supplier_id: blank, expected a value",
        "provisions.csv:13:3: error: recipient_id: blank, expected a value",
        "provisions.csv:13:5: error: numbers: found \"1,00\", expected a whole number from 1 to 10,000,000,000",
        "provisions.csv:14:6: error: range_start: found \"312345678\", expected a telephone number; "
          + "Excel has dropped the leading zero of 0312345678: format the column as text",
        "provisions.csv:14:7: error: range_end: found \"8.15E+11\", expected a telephone number; "
          + "Excel has shortened it and digits are lost: format the column as text",
        "provisions.csv:14:10: error: found \"surplus\" beyond the 9 columns of the header",
      ])
    #expect(ledger.read().chain == nil)
    #expect(ledger.read().diagnostics.errorCount == 25)
  }

  @Test func mistakesInJapanese() {
    let ledger = read("提供ID,卸元ID,卸先ID,種別,番号数,提供開始日\nP1,A,b,電話,1500000000000,45748\n")
    #expect(
      ledger.japanese() == [
        "provisions.csv:2:3: error: 卸先ID: 「b」は不可。事業者の表にあるIDを記入（B の誤りではありませんか）",
        "provisions.csv:2:4: error: 種別: 「電話」は不可。種別（固定電話番号 fixed、特定IP電話番号 ip、音声伝送携帯電話番号 mobile、"
          + "データ伝送携帯電話番号 data、無線呼出番号 paging、FMC電話番号 fmc、付加的役務電話番号 service）を記入",
        "provisions.csv:2:5: error: 番号数: 「1500000000000」は不可。1から10,000,000,000までの整数を記入",
        "provisions.csv:2:6: error: 提供開始日: 「45748」は不可。2026-04-01や令和8年4月1日のような日付を記入"
          + "（Excelの日付 2025-04-01 が数値になっています: 列の書式を日付にしてください）",
      ])
  }

  @Test func columnsForNeitherWayAreMissing() {
    #expect(
      read("provision_id,supplier_id,recipient_id,numbers\nP1,A,B,1\n").english() == [
        "provisions.csv:1:0: error: columns are missing: range_start (開始番号) and range_end (終了番号), "
          + "or category (種別) and numbers (番号数)"
      ])
  }

  @Test func lenientSetsRowsAside() throws {
    let ledger = read(
      """
      provision_id,supplier_id,recipient_id,category,numbers,resale_clause
      P1,A,B,ip,1,free
      P1,A,C,ip,2,free
      P2,A,X,ip,3,free
      P3,A,B,ip,4,frea
      P4,A,B,ip,five,free
      P5,C,B,ip,6,prohibited
      """
    ).lenient()
    let dataset = ledger.read()
    let table = try #require(dataset.chain).tables.provisions
    #expect((0..<table.count).map { table.ids[$0] } == ["P1", "P3", "P5"])
    #expect(table.numbers == [1, 4, 6])
    #expect(table.clauses == [.free, .free, .prohibited])
    #expect(table.origin.lines == [2, 5, 7])
    #expect(dataset.inputs[1].rows == 3)
    #expect(dataset.inputs[1].rejected == 3)
    let rejected = dataset.rejectedFiles(.en)
    #expect(rejected.map(\.name) == ["provisions.csv"])
    #expect(
      String(decoding: rejected[0].bytes, as: UTF8.self) == """
        provision_id,supplier_id,recipient_id,category,numbers,resale_clause,"rejected_because"
        P1,A,C,ip,2,free,"provision_id: found ""P1"", expected a unique id; it is also on line 2"
        P2,A,X,ip,3,free,"recipient_id: found ""X"", expected the id of an operator"
        P4,A,B,ip,five,free,"numbers: found ""five"", expected a whole number from 1 to 10,000,000,000"

        """)
  }
}
