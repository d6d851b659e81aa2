import Testing

@testable import Bytes

@Suite struct JSONReaderTests {
  private func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let result = bytes.withUnsafeBytes { raw -> Result<JSONValue, JSONError> in
      do throws(JSONError) { return .success(try JSONReader.read(raw)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func read(_ text: String) throws(JSONError) -> JSONValue { try read(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      _ = try read(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func error(_ text: String) -> JSONError? { error(Array(text.utf8)) }

  @Test func readsEveryKindOfValue() throws {
    let value = try read(
      " {\"a\": [null, true, false], \"b\": -1.5e+3, \"a\": \"x\", \"o\": {}, \"e\": [ ]} \r\n")
    let members = try #require(value.members)
    #expect(members.map(\.name) == ["a", "b", "a", "o", "e"])
    #expect(members.map(\.nameOffset) == [2, 28, 42, 52, 61])
    #expect(members.map(\.value.offset) == [7, 33, 47, 57, 66])
    #expect(value["a"]?.elements?.map(\.content) == [.null, .boolean(true), .boolean(false)])
    #expect(value["b"]?.content == .number("-1.5e+3"))
    #expect(value["b"]?.double == -1500)
    #expect(value["b"]?.integer == nil)
    #expect(value["o"]?.members == [])
    #expect(value["e"]?.elements == [])
    #expect(value["none"] == nil)
  }

  @Test func readsScalarsAtTheTop() throws {
    #expect(try read("0").integer == 0)
    #expect(try read("-0").integer == 0)
    #expect(try read("9223372036854775807").integer == .max)
    #expect(try read("9223372036854775808").integer == nil)
    #expect(try read("9223372036854775808").content == .number("9223372036854775808"))
    #expect(try read("\u{FEFF}true").boolean == true)
    #expect(try read("null").content == .null)
  }

  @Test func readsEscapes() throws {
    #expect(
      try read(#""\"\\\/\b\f\n\r\t\u0041\u3042\ud83d\ude00\u0000""#).string == "\"\\/\u{8}\u{c}\n\r\tAあ😀\u{0}"
    )
    #expect(try read("\"番号\u{7F}\"").string == "番号\u{7F}")
    // A combining mark stays a scalar of its own.
    #expect(try read(#""か\u3099""#).string?.unicodeScalars.count == 2)
  }

  @Test func locatesMistakes() {
    #expect(error("") == JSONError(kind: .empty, offset: 0))
    #expect(error(" \n ") == JSONError(kind: .empty, offset: 3))
    #expect(error("[1,]") == JSONError(kind: .unexpected(found: "]", expected: .value), offset: 3))
    #expect(error("[1 2]") == JSONError(kind: .unexpected(found: "2", expected: .commaOrBracket), offset: 3))
    #expect(error("{,}") == JSONError(kind: .unexpected(found: ",", expected: .nameOrBrace), offset: 1))
    #expect(error("{\"a\" 1}") == JSONError(kind: .unexpected(found: "1", expected: .colon), offset: 5))
    #expect(error("{\"a\":1,}") == JSONError(kind: .unexpected(found: "}", expected: .name), offset: 7))
    #expect(
      error("{\"a\":1]") == JSONError(kind: .unexpected(found: "]", expected: .commaOrBrace), offset: 6))
    #expect(error("{a: 1}") == JSONError(kind: .unexpected(found: "a", expected: .nameOrBrace), offset: 1))
    #expect(error("1 }") == JSONError(kind: .unexpected(found: "}", expected: .end), offset: 2))
    #expect(error("True") == JSONError(kind: .unexpected(found: "True", expected: .value), offset: 0))
    #expect(error("nulx") == JSONError(kind: .unexpected(found: "nulx", expected: .value), offset: 0))
    #expect(error("番") == JSONError(kind: .unexpected(found: "番", expected: .value), offset: 0))
    #expect(error("NaN") == JSONError(kind: .unexpected(found: "NaN", expected: .value), offset: 0))
    #expect(error("// note") == JSONError(kind: .unexpected(found: "/", expected: .value), offset: 0))
    #expect(error("\"a\tb\"") == JSONError(kind: .controlCharacter(9), offset: 2))
    #expect(error("\u{0}") == JSONError(kind: .unexpected(found: "\u{0}", expected: .value), offset: 0))
    #expect(error(#""\x""#) == JSONError(kind: .invalidEscape, offset: 1))
    #expect(error(#""\u12g4""#) == JSONError(kind: .invalidEscape, offset: 1))
    for lone in [#""\ud800""#, #""\udc00""#, #""\ud800\n""#, #""\ud800\u0041""#, #""\ud800x""#] {
      #expect(error(lone) == JSONError(kind: .loneSurrogate, offset: 1))
    }
  }

  @Test(arguments: ["01", "-01", "1.a", "1e", "-", "+1", ".5", "1.", "00", "-a", "1ex", "0x10", "1_000"])
  func refusesNumbers(_ text: String) {
    #expect(error("[\(text)]") != nil)
  }

  @Test func refusesInvalidUTF8() {
    #expect(error([0x22, 0x41, 0xFF, 0x22]) == JSONError(kind: .invalidUTF8, offset: 2))
    #expect(error([0x22, 0xC0, 0x80, 0x22])?.offset == 1)  // overlong
    #expect(error([0x22, 0xED, 0xA0, 0x80, 0x22])?.offset == 1)  // surrogate
    #expect(error([0xFF, 0xFE, 0x7B, 0x00])?.kind == .invalidUTF8)  // UTF-16
    #expect(error([0x22, 0xE7, 0x95])?.kind == .invalidUTF8)
  }

  @Test func boundsTheDepth() {
    for open in ["[", "{\"a\":"] {
      let deep = String(repeating: open, count: 1_000_000)
      #expect(error(deep) == JSONError(kind: .tooDeep(limit: 256), offset: 256 * open.utf8.count))
    }
    let most = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    #expect(error(most) == nil)
    #expect(error("[" + most + "]") != nil)
  }

  @Test func everyTruncationEndsUnexpectedly() {
    let text = Array(#"{"caps": [{"id": "\u3042\ud83d\ude00", "n": -1.5e+10, "b": true, "x": null}]}"#.utf8)
    #expect(error(text) == nil)
    for length in 1..<text.count {
      #expect(error(Array(text[..<length])) == JSONError(kind: .unexpectedEnd, offset: length), "\(length)")
    }
  }

  @Test func everyReplacedByteIsAnErrorOrAValue() {
    let text = Array(#"{"a": [1.5, "\u0041", false], "b": {"c": null}}"#.utf8)
    for index in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[index] = byte
        if let offset = error(changed)?.offset { #expect((0...changed.count).contains(offset)) }
      }
    }
  }

  @Test func wideTextsAreReadInLinearTime() throws {
    let values = Array(repeating: "{\"a\":1}", count: 100_000).joined(separator: ",")
    #expect(try read("[\(values)]").elements?.count == 100_000)
  }

  @Test func countsLinesAndColumns() {
    let text = Array("{\r\n \"番号\": 1,\r  2\n3".utf8)
    let offsets = [0, 4, 14, 18, 20, 21, 99]
    let positions = text.withUnsafeBytes { TextPosition.of(offsets, in: $0) }
    #expect(
      positions.map { [$0.line, $0.column] } == [
        [1, 1], [2, 2], [2, 8], [3, 2], [3, 4], [4, 1], [4, 2],
      ])
    let marked = Array("\u{FEFF}[".utf8)
    #expect(marked.withUnsafeBytes { TextPosition.of([3], in: $0) } == [TextPosition(line: 1, column: 1)])
  }

  @Test func writesStrings() throws {
    var buffer = ByteBuffer()
    buffer.append(jsonString: "a\"\\/\n\r\t\u{1}\u{7F}番号😀")
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == #""a\"\\/\n\r\t\u0001\u007f番号😀""#)
    #expect(try read(buffer.bytes).string == "a\"\\/\n\r\t\u{1}\u{7F}番号😀")
  }
}
