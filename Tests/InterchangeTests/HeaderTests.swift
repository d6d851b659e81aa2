import Banken
import Testing

@Suite struct HeaderTests {
  @Test func namesInEitherLanguageWhateverTheirCaseAndWidth() throws {
    let ledger = Ledger(["operators.csv": "Ｎａｍｅ, 事業者ＩＤ ,\nAlpha,A\n"])
    #expect(ledger.english() == [])
    #expect(try #require(ledger.read().chain).tables.operators.ids[0] == "A")
  }

  @Test func missingAndDuplicateAndUnknownColumns() {
    let ledger = Ledger([
      "operators.csv": "operator_id,事業者ID,nmae,,備考\nA,B,Alpha,,x\n,,,,y\n"
    ])
    #expect(
      ledger.english() == [
        "operators.csv:1:0: error: the column name (事業者名) is missing",
        "operators.csv:1:2: error: 事業者ID: column 1 has the same meaning",
        "operators.csv:1:3: note: columns passed over: nmae (did you mean name?), 備考",
        "operators.csv:3:1: error: operator_id: blank, expected a value",
      ])
    #expect(
      ledger.japanese()[...2] == [
        "operators.csv:1:0: error: 列 事業者名（name） がありません",
        "operators.csv:1:2: error: 事業者ID: 1列目と同じ意味の列です",
        "operators.csv:1:3: note: 読まない列: nmae（name の誤りではありませんか）、備考",
      ])
    let dataset = ledger.lenient().read()
    #expect(dataset.chain == nil)
    #expect(dataset.inputs[0].rejected == 2)
    #expect(
      String(decoding: dataset.rejectedFiles(.ja)[0].bytes, as: UTF8.self) == """
        operator_id,事業者ID,nmae,,備考,"除かれた理由"
        A,B,Alpha,,x,"列 事業者名（name） がありません / 事業者ID: 1列目と同じ意味の列です"
        ,,,,y,"operator_id: 空欄。値を記入"

        """)
  }

  @Test func titleRows() throws {
    let ledger = Ledger([
      "operators.csv": "事業者一覧,,\n\n令和8年10月1日現在,,\noperator_id,name\nA,\nB,Beta\n"
    ])
    #expect(
      ledger.english() == [
        "operators.csv:1:0: error: rows stand above the header, which is on line 4; "
          + "delete the lines above the header",
        "operators.csv:5:2: error: name: blank, expected a value",
      ])
    #expect(try #require(ledger.lenient().read().chain).tables.operators.ids[0] == "B")
  }

  @Test func noHeader() {
    let hint =
      "the first row names the columns: operator_id (事業者ID), name (事業者名)"
    #expect(
      Ledger(["operators.csv": "A,Alpha\nB,Beta\n"]).english() == [
        "operators.csv:1:0: error: no name of the first row is a column of operators; \(hint)"
      ])
    #expect(
      Ledger(["operators.csv": ""]).english() == [
        "operators.csv:1:0: error: the file is empty; it needs a header; \(hint)"
      ])
    #expect(
      Ledger(["operators.csv": "\n ,\n\r\n"]).japanese() == [
        "operators.csv:1:0: error: ファイルが空です。見出し行が必要です（1行目に列名を書きます: 事業者ID（operator_id）、事業者名（name））"
      ])
    let wide = Array("operator_id,name\nA,Alpha\n".utf8).flatMap { byte -> [UInt8] in [byte, 0] }
    #expect(
      Ledger(bytes: ["operators.csv": wide]).english() == [
        "operators.csv:1:0: error: no name of the first row is a column of operators; "
          + "it may be UTF-16: try --encoding utf-16le"
      ])
  }

  @Test func twoFilesForOneTable() {
    let ledger = Ledger(["事業者.csv": threeOperators, "operators.csv": threeOperators, "README.md": "hello"])
    #expect(
      ledger.english() == ["事業者.csv:0:0: error: this table is already in operators.csv; keep one of the two"])
    #expect(ledger.read().inputs.map(\.file) == ["operators.csv"])
  }
}
