import Banken
import Testing

/// Whatever stands in a file, reading ends with an answer or located errors.
@Suite struct HostileInputTests {
  private func read(_ bytes: [UInt8], _ name: String = "operators.csv", encoding: TextEncoding? = nil)
    -> Dataset
  {
    var ledger = Ledger(bytes: [name: bytes]).lenient()
    ledger.options.encoding = encoding
    ledger.options.chunkSize = 64
    return ledger.read()
  }

  @Test func truncatedAnywhere() {
    let text = "\u{FEFF}事業者ID,事業者名,法人番号\r\nＡ,\"千草原\r\n\"\"総合\"\"\",7000012050002\r\nB,ﾃﾚ,\r\n"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      for encoding in [nil] + TextEncoding.allCases.map({ $0 }) {
        let dataset = read(Array(bytes[..<end]), encoding: encoding)
        for diagnostic in dataset.diagnostics { #expect(!diagnostic.description(.ja).isEmpty) }
        _ = dataset.rejectedFiles(.ja)
      }
    }
  }

  @Test(
    arguments: [
      [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0x41], [0], [0x22], [0x0A], [0x0D],
      [0x2C],
      [0x81], [0xFF, 0xFF, 0xFF],
    ] as [[UInt8]])
  func nearlyNothing(bytes: [UInt8]) {
    let dataset = read(bytes)
    #expect(dataset.chain == nil)
    #expect(dataset.diagnostics.errorCount == 1)
    #expect(dataset.diagnostics.first?.line == 1)
  }

  @Test func everyTableOfRandomBytes() {
    var numbers = Numbers(seed: 7)
    for table in TableName.allCases {
      let header = Array("operator_id,name,range_start,category,valid_from,numbers,kind,rule\n".utf8)
      for _ in 0..<20 {
        let noise = (0..<200).map { _ in UInt8(numbers.below(256)) }
        let dataset = read(header + noise, "\(table.name).csv")
        for diagnostic in dataset.diagnostics { #expect(!diagnostic.description(.en).contains("\n")) }
      }
    }
  }

  @Test func aCellOfTenMegabytes() {
    let huge = [UInt8](repeating: UInt8(ascii: "9"), count: 10 << 20)
    let bytes =
      Array("operator_id,name,corporate_number,service_started_on\nA,x,".utf8) + huge + [0x2C] + huge + [0x0A]
    let dataset = read(bytes)
    #expect(dataset.diagnostics.errorCount == 2)
    #expect(dataset.diagnostics.allSatisfy { $0.description(.en).count < 500 })
  }

  @Test func aMillionShortRows() {
    var bytes = Array("operator_id,name\n".utf8)
    for _ in 0..<1_000_000 { bytes += [0x61, 0x0A] }
    var ledger = Ledger(bytes: ["operators.csv": bytes])
    ledger.options.chunkSize = 1 << 16
    let dataset = ledger.read()
    // Each lacks a name; each but the first repeats the id.
    #expect(dataset.diagnostics.count == 1_999_999)
    #expect(dataset.diagnostics.last?.line == 1_000_001)
  }

  @Test func aWideHeader() {
    let text = "operator_id,name," + String(repeating: "x,", count: 5_000) + "\nA,Alpha\n"
    let dataset = read(Array(text.utf8))
    #expect(dataset.chain?.tables.operators.count == 1)
    #expect(dataset.diagnostics.count == 1)
  }

  @Test func anIDOfMegabytesIsMeasuredWhole() {
    let long = String(repeating: "x", count: 1_000_000)
    let found = Ledger(["operators.csv": "operator_id,name\n\(long),x\n"]).english()
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("expected at most 64 bytes; it has 1000000") == true)
  }

  @Test func anOpenQuoteIsReportedOnce() {
    let found = Ledger([
      "operators.csv": threeOperators,
      "provisions.csv":
        "provision_id,supplier_id,recipient_id,category,numbers\nP1,A,B,ip,5\nP2,\"A,B,ip,5\n",
    ]).english()
    #expect(
      found == [
        "provisions.csv:3:2: error: supplier_id: the quote that opens here is never closed; all that follows is lost"
      ])
  }
}
