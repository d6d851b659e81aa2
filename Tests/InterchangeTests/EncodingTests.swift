import Banken
import Testing

@Suite struct EncodingTests {
  /// 株 and 髙 (a character of CP932 that JIS X 0208 lacks) among others.
  private let text = "事業者ID,事業者名\nA,㈱髙橋①\nB,表計算～\n"

  /// The text in CP932, byte by byte.
  private let cp932: [UInt8] =
    [
      0x8E, 0x96, 0x8B, 0xC6, 0x8E, 0xD2, 0x49, 0x44, 0x2C, 0x8E, 0x96, 0x8B, 0xC6, 0x8E, 0xD2, 0x96, 0xBC,
      0x0A,
    ]
    + [0x41, 0x2C, 0x87, 0x8A, 0xFB, 0xFC, 0x8B, 0xB4, 0x87, 0x40, 0x0A]
    + [0x42, 0x2C, 0x95, 0x5C, 0x8C, 0x76, 0x8E, 0x5A, 0x81, 0x60, 0x0A]

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test func everyEncodingGivesTheSameTable() throws {
    let cases: [(TextEncoding, [UInt8])] = [
      (.utf8, Array(text.utf8)), (.utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)), (.cp932, cp932),
      (.utf16le, utf16(text, isBigEndian: false)), (.utf16be, utf16(text, isBigEndian: true)),
    ]
    for (encoding, bytes) in cases {
      let dataset = Ledger(bytes: ["operators.csv": bytes]).read()
      #expect(dataset.diagnostics.map { $0.description(.en) } == [])
      #expect(dataset.inputs[0].encoding == encoding)
      let table = try #require(dataset.chain).tables.operators
      #expect([table.names[0], table.names[1]] == ["㈱髙橋①", "表計算～"])
      #expect(table.origin.lines == [2, 3])
    }
  }

  @Test func charactersAcrossTheStretchesOfTheSurvey() throws {
    // A text is surveyed in stretches of 24,576 bytes: characters of two to four bytes lie across their borders.
    for character in ["é", "株", "𠮷"] {
      for shift in 0..<5 {
        let header = "operator_id,name\nA,"
        let filler = String(repeating: "x", count: 24_576 - header.utf8.count - shift)
        let name = filler + character + String(repeating: "y", count: 30_000)
        let good = Array((header + name + "\n").utf8)
        let dataset = Ledger(bytes: ["operators.csv": good]).read()
        #expect(dataset.inputs[0].encoding == .utf8)
        #expect(try #require(dataset.chain).tables.operators.names[0] == name)
        // Without its last byte the character is none; as CP932 the text may be, but it is no UTF-8.
        var bad = good
        bad.remove(at: 24_576 - shift + character.utf8.count - 1)
        var ledger = Ledger(bytes: ["operators.csv": bad])
        ledger.options.encoding = .utf8
        #expect(ledger.english().count { $0.contains("operators.csv:2:2: error") } == 1)
        // Nor is a byte that only continues a character.
        bad = good
        bad.insert(0xBF, at: 24_576 - shift)
        ledger = Ledger(bytes: ["operators.csv": bad])
        ledger.options.encoding = .utf8
        #expect(ledger.english().count { $0.contains("operators.csv:2:2: error") } == 1)
      }
    }
  }

  @Test func everyLayoutGivesTheSameTables() throws {
    let plain = "operator_id,name,role\nA,\"Al,pha\",agent\n\nB,Beta\n,,\nC,Gamma,\n"
    let layouts = [
      ("operators.csv", plain),
      ("operators.csv", plain.replacing("\n", with: "\r\n")),
      ("operators.csv", plain.replacing("\n", with: "\r")),
      ("operators.csv", String(plain.dropLast())),
      (
        "operators.csv",
        "\"operator_id\",\"name\",\"role\"\n\"A\",\"Al,pha\",\"agent\"\n\n\"B\" ,\"Beta\"\n\"\"\n\"C\",\"Gamma\""
      ),
      ("operators.tsv", "operator_id\tname\trole\nA\tAl,pha\tagent\n\nB\tBeta\n\t\t\nC\tGamma\t"),
    ]
    for (name, text) in layouts {
      let dataset = Ledger(bytes: [name: Array(text.utf8)]).read()
      #expect(dataset.diagnostics.map { $0.description(.en) } == [])
      let table = try #require(dataset.chain).tables.operators
      #expect((0..<table.count).map { table.ids[$0] } == ["A", "B", "C"])
      #expect(table.names[0] == "Al,pha")
      #expect(table.roles == [.agent, .operator, .operator])
      #expect(table.origin.lines == [2, 4, 6])
    }
  }

  @Test func badBytesNameTheirCell() {
    let bytes = Array("operator_id,name,country\nA,Al".utf8) + [0xE3, 0x81] + Array(",JP\nB,B,\u{0}\n".utf8)
    var ledger = Ledger(bytes: ["operators.csv": bytes])
    ledger.options.encoding = .utf8
    #expect(
      ledger.english() == [
        "operators.csv:2:2: error: name: bytes E3 81 are not UTF-8: \"Al\\xE3\\x81\"",
        "operators.csv:3:3: error: country: NUL byte in \"\\u{0}\"",
      ])
    #expect(
      ledger.japanese() == [
        "operators.csv:2:2: error: name: バイト E3 81 はUTF-8の文字ではありません:「Al\\xE3\\x81」",
        "operators.csv:3:3: error: country: NULバイトがあります:「\\u{0}」",
      ])
  }

  @Test func badBytesInCP932() {
    // 0x81 begins a character that a line feed cannot end; 0xFF is none.
    let spoiled = cp932 + [0x43, 0x2C, 0x81, 0x0A, 0x44, 0x2C, 0xFF, 0x64, 0x0A, 0x45, 0x2C, 0x65, 0x81]
    let ledger = Ledger(bytes: ["operators.csv": spoiled])
    let lines = ledger.english()
    #expect(lines.count == 3)
    #expect(lines[0] == "operators.csv:4:2: error: 事業者名: bytes 81 are not CP932: \"\\x81\"")
    #expect(lines[1].hasPrefix("operators.csv:5:2: error: 事業者名: bytes FF are not CP932:"))
    #expect(lines[2] == "operators.csv:6:2: error: 事業者名: bytes 81 are not CP932: \"e\\x81\"")
    let dataset = ledger.lenient().read()
    #expect(dataset.inputs[0].rejected == 3)
    let rejects = dataset.rejectedFiles(.en)[0].bytes
    // The header and the rows stand as they were.
    #expect(rejects.starts(with: cp932[..<17]))
    #expect(rejects.contains(0x81) && rejects.contains(0xFF))
  }

  @Test func badUnitsInUTF16() {
    var bytes = utf16("operator_id,name\nA,x", isBigEndian: false) + [0x00, 0xD8]
    bytes += Array("\nB,y\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) + [0x41]
    let lines = Ledger(bytes: ["operators.csv": bytes]).english()
    #expect(
      lines == [
        "operators.csv:2:2: error: name: bytes 00 D8 are not UTF-16LE: \"x\\x00\\xD8\"",
        "operators.csv:4:1: error: operator_id: bytes 41 are not UTF-16LE: \"\\x41\"",
        "operators.csv:4:2: error: name: blank, expected a value",
      ])
  }

  @Test func theHeaderThenTheFewerBadCellsDecide() {
    // Japanese header in CP932: known names decide.
    #expect(Ledger(bytes: ["operators.csv": cp932]).read().inputs[0].encoding == .cp932)
    // English header: 髙橋 is no UTF-8, so that CP932 has fewer bad cells.
    let english = Array("operator_id,name\n".utf8)
    #expect(Ledger(bytes: ["operators.csv": english + cp932[18...]]).read().inputs[0].encoding == .cp932)
    // UTF-8 with one spoiled cell that is worse as CP932.
    let mostly = Array("operator_id,name\nA,あ\nB,い\nC,う".utf8) + [0xFF, 0x0A]
    let dataset = Ledger(bytes: ["operators.csv": mostly]).read()
    #expect(dataset.inputs[0].encoding == .utf8)
    #expect(
      dataset.diagnostics.map { $0.description(.en) } == [
        "operators.csv:4:2: error: name: bytes FF are not UTF-8: \"う\\xFF\""
      ])
  }

  @Test func theOptionOverrides() {
    var ledger = Ledger(bytes: ["operators.csv": Array("operator_id,name\nA,abc\n".utf8)])
    ledger.options.encoding = .cp932
    #expect(ledger.read().inputs[0].encoding == .cp932)
    ledger.options.encoding = .utf16le
    #expect(ledger.read().chain == nil)
  }
}
