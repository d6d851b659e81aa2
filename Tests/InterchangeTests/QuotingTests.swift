import Banken
import Testing

@Suite struct QuotingTests {
  private func names(_ text: String) throws -> [String] {
    let table = try #require(Ledger(["operators.csv": text]).lenient().read().chain).tables.operators
    return (0..<table.count).map { table.names[$0] }
  }

  @Test func quotesEscapesAndLineBreaks() throws {
    let text =
      "operator_id,name\nA,\"say \"\"hi\"\"\"\nB,\"two\r\nlines\"\nC,\"\"\"\"\nD,5\" disk\nE,\"  trimmed　\"\n"
    #expect(Ledger(["operators.csv": text]).english() == [])
    #expect(try names(text) == ["say \"hi\"", "two\r\nlines", "\"", "5\" disk", "trimmed"])
    let table = try #require(Ledger(["operators.csv": text]).read().chain).tables.operators
    #expect(table.origin.lines == [2, 3, 5, 6, 7])
  }

  @Test func textAfterAClosingQuote() throws {
    let text = "operator_id,name\nA,\"x\"y\nB,\"ok\" \nC,\"x\"\"y\"z\n"
    #expect(
      Ledger(["operators.csv": text]).english() == [
        "operators.csv:2:2: error: name: text after a closing quote: \"xy\"; "
          + "inside quotes, a quote is written as two",
        "operators.csv:4:2: error: name: text after a closing quote: \"x\"yz\"; "
          + "inside quotes, a quote is written as two",
      ])
    #expect(try names(text) == ["ok"])
  }

  @Test func aQuoteNeverClosed() throws {
    let ledger = Ledger([
      "operators.csv": "operator_id,name\nA,Alpha\nB,\"Beta\nC,Gamma\n",
      "provisions.csv": "provision_id,supplier_id,recipient_id,category,numbers\nP1,A,C,ip,1\n",
    ])
    #expect(
      ledger.english() == [
        "operators.csv:3:2: error: name: the quote that opens here is never closed; all that follows is lost"
      ])
    #expect(ledger.japanese() == ["operators.csv:3:2: error: name: ここで始まる引用符が閉じていません（以降の行は読めません）"])
    let dataset = ledger.lenient().read()
    #expect(try #require(dataset.chain).tables.operators.count == 1)
    #expect(
      dataset.rejectedFiles(.en).map { String(decoding: $0.bytes, as: UTF8.self) }.first == """
        operator_id,name,"rejected_because"
        B,"Beta
        C,Gamma","name: the quote that opens here is never closed; all that follows is lost"

        """)
  }

  @Test func controlCharactersAreEscapedAndLongTextsCut() {
    let long = String(repeating: "長", count: 100)
    let lines = Ledger([
      "operators.csv": "operator_id,name,role\nA,x,\"a\u{1B}[31m\nb\"\nB,y,\(long)\n"
    ]).english()
    #expect(lines[0].hasPrefix("operators.csv:2:3: error: role: found \"a\\u{1b}[31m\\nb\", expected one of"))
    #expect(
      lines[1].hasPrefix(
        "operators.csv:4:3: error: role: found \"\(String(repeating: "長", count: 80))…\", expected"))
  }

  @Test func surplusCells() {
    let text = "operator_id,name\nA,Alpha,,\nB,Beta, ,x,y\n"
    #expect(
      Ledger(["operators.csv": text]).english() == [
        "operators.csv:3:4: error: found \"x\" beyond the 2 columns of the header",
        "operators.csv:3:5: error: found \"y\" beyond the 2 columns of the header",
      ])
    #expect(
      Ledger(["operators.csv": text]).japanese().first
        == "operators.csv:3:4: error: 見出しの2列を超えるセル「x」があります")
  }

  @Test func lineBreaksAroundACellAreBlanks() throws {
    let ledger = Ledger([
      "operators.csv": "operator_id,name\r\n\"A\n\",\"\r\nAlpha\r\nLtd\r\n\"\r\n\"\n\",\r\n",
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers\nP1,A,\"\nA \n\",ip,\"1\n\"\n",
    ])
    #expect(ledger.english() == [])
    let tables = try #require(ledger.read().chain).tables
    #expect(tables.operators.names[0] == "Alpha\r\nLtd")
    #expect(tables.operators.count == 1)
  }
}
