import Banken
import Testing

/// Whatever the chunks and threads, the same is read.
@Suite struct ChunkTests {
  /// Everything that a reading says, in comparable form.
  private struct Reading: Equatable {
    var lines: [String]
    var rejects: [[UInt8]]
    var ids: [String]
    var names: [String]
    var rows: [UInt32]
    var provisions: [String]
    var numbers: [UInt64]
    var ends: [Int32]

    init(_ ledger: Ledger, chunkSize: Int, threads: Int) {
      var ledger = ledger.lenient()
      ledger.options.chunkSize = chunkSize
      ledger.options.threads = threads
      let dataset = ledger.read()
      lines = dataset.diagnostics.map { $0.description(.en) }
      rejects = dataset.rejectedFiles(.en).map(\.bytes)
      let operators = dataset.chain?.tables.operators ?? OperatorTable()
      ids = (0..<operators.count).map { operators.ids[$0] }
      names = (0..<operators.count).map { operators.names[$0] }
      rows = operators.origin.lines
      let table = dataset.chain?.tables.provisions ?? ProvisionTable()
      provisions = (0..<table.count).map { table.ids[$0] }
      numbers = table.numbers
      ends = table.ends
    }
  }

  private func expectSame(_ ledger: Ledger, sizes: [Int] = [1, 2, 3, 7, 16, 61, 256]) {
    let whole = Reading(ledger, chunkSize: 1 << 30, threads: 1)
    for size in sizes {
      #expect(Reading(ledger, chunkSize: size, threads: 2) == whole, "chunks of \(size)")
    }
  }

  @Test func quotesWithLineBreaksAcrossBorders() {
    expectSame(
      Ledger([
        "operators.csv":
          "operator_id,name\r\nA,\"a\r\nb\r\n,c\"\r\nB,\"\"\"\"\r\n\r\nC,\"x\n\"\"y\"\"\n\"\r\nD,日本\r\n"
      ]))
    expectSame(Ledger(["operators.csv": "operator_id,name\rA,\"a\rb\"\rB,b\r\rC,c"]))
  }

  @Test func longStretchesAgreeWithSingleBytes() {
    var numbers = Numbers(seed: 5)
    for _ in 0..<20 {
      var text = "operator_id,name\n"
      for row in 0..<400 {
        text +=
          [
            "k\(row),plain text of a name\n", "k\(row),b\r\n", "k\(row),\"x\r\ny\nz\rw\"\r", "\r\n\n",
            "k\(row),日本\n",
          ][
            numbers.below(5)]
      }
      expectSame(Ledger(["operators.csv": text]), sizes: [191, 192, 193, 600, 1_000, 4_096])
    }
  }

  @Test func strayQuotesAndOpenQuotes() {
    expectSame(Ledger(["operators.csv": "operator_id,name\nA,5\" disk\nB,\"b\"\nC,\"c\nc\"\nD,d\" \nE,e\n"]))
    expectSame(Ledger(["operators.csv": "operator_id,name\nA,\"a\"x\nB,\"b\n\"\nC,c\nD,\"d\nE,e\n"]))
  }

  @Test func badBytesAcrossBorders() {
    var bytes = Array("operator_id,name\nA,あ\nB,い".utf8)
    bytes.removeLast()
    bytes += Array("\nC,\u{0}\nD,𠮷\n".utf8)
    var ledger = Ledger(bytes: ["operators.csv": bytes])
    ledger.options.encoding = .utf8
    expectSame(ledger)
  }

  /// Text made of what matters to a reader of delimited text.
  private func text(_ numbers: inout Numbers, pieces: [String], count: Int) -> String {
    var text = "operator_id,name\n"
    for _ in 0..<count { text += pieces[numbers.below(pieces.count)] }
    return text
  }

  @Test(arguments: 0..<300)
  func randomTextsAgreeWithThePlainReader(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    // Odd seeds give well-formed text, where parallel reading works; even ones anything.
    let wild = ["\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "b", "é", "　", " ", "x,\"", "\"\n"]
    let tame = [
      "k1,\"a\nb\"\n", "k2,b\r\n", "k3,\"\"\"\"\r", "\n", "k4,\"x,\r\n\"\n", "é,日本\n", ",\n", "k5,\"\"\n",
    ]
    let text = text(&numbers, pieces: seed % 2 == 0 ? wild : tame, count: 5 + numbers.below(60))
    let ledger = Ledger(["operators.csv": text])
    expectSame(ledger, sizes: [1, 5, 17, 40])
    let dataset = ledger.lenient().read()
    guard let table = dataset.chain?.tables.operators else {
      Issue.record("no table")
      return
    }
    let plain = PlainReader.rows(text, delimiter: ",").dropFirst()
    #expect(dataset.inputs[0].rows + dataset.inputs[0].rejected == plain.count)
    for row in 0..<table.count {
      let line = table.origin.line(of: row) ?? 0
      guard let expected = plain.first(where: { $0.line == line }) else {
        Issue.record("no row on line \(line)")
        continue
      }
      #expect(Array(table.names[row].utf8) == Array((expected.cells.count > 1 ? expected.cells[1] : "").utf8))
    }
  }

  @Test(arguments: 0..<150)
  func spoiledFilesReadTheSame(seed: Int) {
    var numbers = Numbers(seed: UInt64(1_000 + seed))
    var operators = Array("operator_id,name,role\n".utf8)
    var provisions = Array(
      "provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,ends_on\n".utf8)
    for row in 0..<20 {
      operators += Array("O\(row),\"名前 \(row)\",agent\n".utf8)
      provisions += Array(
        "P\(row),O\(numbers.below(22)),O\(numbers.below(20)),ip,\(numbers.below(5)),,,2026-0\(1 + numbers.below(9))-01\n"
          .utf8)
      provisions += Array("R\(row),O1,Ｏ2,,,050-3123-4\(100 + row),05031234\(500 + row),\n".utf8)
    }
    for _ in 0..<numbers.below(6) { operators[numbers.below(operators.count)] = UInt8(numbers.below(256)) }
    for _ in 0..<numbers.below(6) { provisions[numbers.below(provisions.count)] = UInt8(numbers.below(256)) }
    expectSame(
      Ledger(bytes: ["operators.csv": operators, "provisions.csv": provisions]), sizes: [1, 9, 50, 300])
  }
}
