import Banken
import Bytes
import Testing

@testable import Reporting
@testable import TestSupport

/// What is written fast against the plain way of writing it.
@Suite struct FastPathTests {
  /// Bytes that begin characters which are escaped, their neighbours, and plain ones.
  private static let alphabet: [Unicode.Scalar] = [
    "a", "Z", "~", " ", "\u{1F}", "\u{0}", "\"", "\\", "!", "#", "[", "]", "\u{7F}", "\u{7E}", "\u{80}",
    "\u{9F}", "\u{A0}", "\u{AD}", "é", "\u{61B}", "\u{61C}", "ж", "\u{200B}", "…", "千", "㈱", "\u{FEFF}", "Ａ",
    "🗾", "\u{E0041}", "𠮷", "\u{202E}",
  ]

  private func random(_ count: Int, plain: Bool, _ source: inout RandomSource) -> [UInt8] {
    var text = String.UnicodeScalarView()
    let choices = plain ? ["a", "Z", "千", "é", "~", " "] : Self.alphabet
    while text.count < count { text.append(choices[Int(source.next() % UInt64(choices.count))]) }
    return Array(String(text).utf8)
  }

  @Test func `eight bytes are told apart as each of them is`() {
    var source = RandomSource(seed: 1)
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        for filling in [UInt8(0x61), 0x80, 0xFF, 0xE3, 0x21] {
          let bytes =
            UInt64(repeating: filling) & ~(0xFF << UInt64(8 * place)) | UInt64(byte) << UInt64(8 * place)
          #expect(EightBytes.mayNeedEscape(bytes) == UnsafeCharacters.mayBegin(byte), "\(byte) at \(place)")
        }
      }
    }
    for _ in 0..<20_000 {
      let bytes = source.next()
      let expected = (0..<8).contains {
        UnsafeCharacters.mayBegin(UInt8(truncatingIfNeeded: bytes >> (8 * $0)))
      }
      #expect(EightBytes.mayNeedEscape(bytes) == expected, "\(bytes)")
    }
  }

  @Test func `text is escaped as one character after the other would be`() {
    var source = RandomSource(seed: 2)
    for round in 0..<4_000 {
      let text = random(round % 41, plain: round % 3 == 0, &source)
      text.withUnsafeBufferPointer { text in
        for isJSON in [true, false] {
          var fast = TextBuffer()
          var plain = TextBuffer()
          fast.append("x")
          fast.append(text, isJSON ? .json : .visible)
          plain.append("x")
          plain.appendEscaped(text, forJSON: isJSON)
          let (one, other) = (fast.text, plain.text)
          #expect(one == other)
        }
      }
    }
  }

  @Test func `cells are as they are written byte by byte`() {
    var source = RandomSource(seed: 3)
    let alphabet = Array("ab=+-@,;\"\t\r\n'千".utf8)
    for round in 0..<4_000 {
      let cell = (0..<round % 23).map { _ in alphabet[Int(source.next() % UInt64(alphabet.count))] }
      var fast = TextBuffer()
      var plain = TextBuffer()
      let start = fast.beginCell()
      fast.append(cell)
      fast.endCell(from: start)
      plain.append(byte: 0x2C)
      cell.withUnsafeBufferPointer { plain.append(cell: $0) }
      let (one, other) = (fast.withBytes { Array($0) }, plain.withBytes { Array($0) })
      #expect(one == other)
    }
  }

  @Test func `numbers have their digits`() {
    var source = RandomSource(seed: 4)
    var values: [UInt64] = [0, .max]
    var power: UInt64 = 1
    for _ in 0..<20 {
      values += [power - 1, power, power + 1]
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    for round in 0..<5_000 { values.append(source.next() >> UInt64(round % 64)) }
    for value in values {
      var buffer = TextBuffer()
      buffer.append(decimal: value)
      buffer.append(byte: 0x20)
      buffer.append(grouped: value)
      buffer.append(byte: 0x20)
      buffer.append(hexadecimal: value)
      var digits = String(value)
      var place = digits.count - 3
      while place > 0 {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
        place -= 3
      }
      let hex = String(value, radix: 16)
      let said = buffer.text
      #expect(said == "\(value) \(digits) " + String(repeating: "0", count: 16 - hex.count) + hex)
    }
  }

  @Test func `days are written as they describe themselves`() throws {
    for ordinal in Day.earliest.ordinal...Day.latest.ordinal {
      let day = try #require(Day(ordinal: ordinal))
      var buffer = TextBuffer()
      buffer.append(day)
      let said = buffer.text
      if said != day.description { Issue.record("\(said) for \(day)") }
    }
  }

  @Test func `findings of random ledgers say what their details say`() throws {
    for seed in UInt64(500)..<560 {
      let dataset = RandomDataset.make(seed: seed)
      let policy = try #require(dataset.policy.engine)
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let audit = DayAudit(
        SupplyChain(dataset.engineTables(), threads: 1), on: day,
        options: AuditOptions(policy: policy, threads: 1))
      let lines = try ReportSample.report(audit, ReportSample.context(.en), .ndjson).split(separator: "\n")
      var place = 0
      var routes = RouteFinder(audit.state)
      for outcome in audit.outcomes {
        for finding in outcome.results.findings {
          let details = audit.details(of: finding, in: outcome.results, routes: &routes)
          let line = try #require(place < lines.count ? lines[place] : nil)
          #expect(line.contains("\"fingerprint\": \"\(details.fingerprint)\""))
          let chain = details.chain.map { "[" + $0.map { jsonText($0) }.joined(separator: ", ") + "]" }
          #expect(line.contains("\"chain\": \(chain ?? "")") == (chain != nil))
          #expect(line.contains("\"tier\": \(details.tier ?? 0)") == (details.tier != nil))
          #expect(line.contains("\"rooted\": \(details.rooted ?? false)") == (details.rooted != nil))
          for (name, id) in [
            ("provision_id", details.provisionID), ("supplier_id", details.supplierID),
            ("recipient_id", details.recipientID), ("operator_id", details.operatorID),
            ("other_id", details.otherID), ("restriction_id", details.restrictionID),
          ] {
            #expect(line.contains("\"\(name)\": \(jsonText(id ?? ""))") == (id != nil), "\(name)")
          }
          place += 1
        }
      }
      #expect(place == lines.count)
    }
  }

  /// Several rules with several slices each: provisions without approvals, certificates and sources.
  private func large() throws -> DayAudit {
    var tables = Tables()
    let count: UInt32 = 700
    for x in 0..<count { tables.operators.append(id: "O\(x)", name: x % 50 == 0 ? "\u{1B}\(x)" : "会社\(x)") }
    tables.declare(.approvals)
    tables.declare(.certifications)
    tables.declare(.designations)
    for p in 0..<UInt32(4_500) {
      tables.provisions.append(
        id: "P\(p)", supplier: p % count, recipient: (p * 7 + 1 + p / count) % count, category: .ip,
        numbers: 10)
    }
    return DayAudit(SupplyChain(tables), on: try #require(Day("2026-10-01")))
  }

  @Test(arguments: ReportFormat.allCases) func `threads change no byte of many slices`(
    format: ReportFormat
  ) throws {
    let audit = try large()
    #expect(FindingSlice.all(of: audit).count > 14)
    var context = ReportSample.context(.ja)
    context.threads = 1
    let one = audit.report(format, context: context)
    for threads in [2, 7, 64] {
      context.threads = threads
      #expect(audit.report(format, context: context) == one, "\(threads) threads")
    }
  }

  /// Takes so many bytes and then no more.
  private final class FullOutput: Output {
    private var room: Int
    private(set) var refusals = 0

    init(room: Int) {
      self.room = room
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
      room -= bytes.count
      if room < 0 {
        refusals += 1
        throw .closedPipe
      }
    }
  }

  @Test(arguments: [1, 2, 7]) func `a failed write ends the report`(threads: Int) throws {
    let audit = try large()
    var context = ReportSample.context(.en)
    context.threads = threads
    for room in [0, 300_000, 2_000_000] {
      let output = FullOutput(room: room)
      #expect(throws: OutputError.closedPipe) {
        try writeReport(audit, context: context, format: .ndjson, to: output)
      }
      #expect(output.refusals == 1)
    }
  }
}

extension UInt64 {
  fileprivate init(repeating byte: UInt8) {
    self = 0x0101_0101_0101_0101 &* UInt64(byte)
  }
}
