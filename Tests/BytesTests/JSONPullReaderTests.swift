import Testing

@testable import Bytes

@Suite struct JSONPullReaderTests {
  /// What a text gives, token by token, or its mistake.
  private enum Answer: Equatable {
    case value(JSONValue)
    case error(JSONError)
  }

  private func whole(_ bytes: [UInt8]) -> Answer {
    bytes.withUnsafeBytes { raw in
      do throws(JSONError) { return .value(try JSONReader.read(raw)) } catch { return .error(error) }
    }
  }

  /// Builds the value from tokens.
  private func pulled(_ bytes: [UInt8]) -> Answer {
    bytes.withUnsafeBytes { raw in
      var reader = JSONPullReader(raw)
      do throws(JSONError) { return .value(try Self.build(&reader)) } catch { return .error(error) }
    }
  }

  private struct Frame {
    let offset: Int
    var elements: [JSONValue] = []
    var members: [JSONMember] = []
    var name = ""
    var nameOffset = 0
  }

  private static func build(_ reader: inout JSONPullReader) throws(JSONError) -> JSONValue {
    var stack = [Frame(offset: 0)]
    func add(_ value: JSONValue) {
      let last = stack.count - 1
      stack[last].elements.append(value)
      stack[last].members.append(
        JSONMember(name: stack[last].name, at: stack[last].nameOffset, value: value))
    }
    while true {
      let token = try reader.next()
      switch token {
      case .beginObject, .beginArray: stack.append(Frame(offset: reader.offset))
      case .endObject:
        let frame = stack.removeLast()
        add(JSONValue(.object(frame.members), at: frame.offset))
      case .endArray:
        let frame = stack.removeLast()
        add(JSONValue(.array(frame.elements), at: frame.offset))
      case .name(let slice):
        stack[stack.count - 1].name = reader.text(slice)
        stack[stack.count - 1].nameOffset = reader.offset
      case .string(let slice): add(JSONValue(.string(reader.text(slice)), at: reader.offset))
      case .number(let range):
        add(JSONValue(.number(String(decoding: reader.bytes[range], as: UTF8.self)), at: reader.offset))
      case .boolean(let value): add(JSONValue(.boolean(value), at: reader.offset))
      case .null: add(JSONValue(.null, at: reader.offset))
      case .end: return stack[0].elements[0]
      }
    }
  }

  private func agree(_ bytes: [UInt8]) -> Bool {
    let (expected, found) = (whole(bytes), pulled(bytes))
    // Bytes that are no UTF-8 are seen first by the one, in their turn by the other.
    if case .error(let error) = expected, error.kind == .invalidUTF8 {
      if case .error = found { return true }
      return false
    }
    return expected == found
  }

  static let texts = [
    "", " ", "0", "-0", "01", "-", "1.", "1.5e+3", "1e", "1e+", "+1", "tru", "true", "truefalse", "nul", "[",
    "[]", "[ ]", "[1,]", "[1 2]", "[,1]", "{", "{}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1,\"b\"",
    "{a:1}", "\"", "\"abc", "\"\\", "\"\\u12", "\"\\u12G4\"", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\n\"",
    "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\ud83d\\ude00\"", "\"\u{1}\"", "\"aaaaaaaaaaaaaaaaa\u{1}\"",
    "\"a\\\"b\"", "\u{FEFF}{\"番号\": [null, true, false, \"\\u3042\\n\"]}", "]", "}", ":", "あ", "[1]x",
    String(repeating: "[", count: 256) + String(repeating: "]", count: 256),
    String(repeating: "[", count: 257),
    "{\"a\": \(String(repeating: "{\"b\":", count: 300))",
  ]

  @Test(arguments: texts) func agreesWithTheReaderOfValues(_ text: String) {
    #expect(agree(Array(text.utf8)), "\(text)")
  }

  @Test func agreesOnEveryPrefixAndOnRandomDamage() {
    let text = Array(
      #"{"schema": "x\"\\y", "a": [1, -2.50, {"b": null, "c": []}], "番号": "範囲\ud83d\ude00…終", "t": true, "n": 12e3}"#
        .utf8)
    for end in text.indices { #expect(agree(Array(text[..<end])), "prefix \(end)") }
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let bytes: [UInt8] = Array("{}[]\",:\\u0dD1.e-t\u{1} \n".utf8) + [0xE3, 0x81, 0xFF]
    for round in 0..<3_000 {
      var damaged = text
      for _ in 0...random(3) {
        switch random(3) {
        case 0: damaged[random(damaged.count)] = bytes[random(bytes.count)]
        case 1: damaged.remove(at: random(damaged.count))
        default: damaged.insert(bytes[random(bytes.count)], at: random(damaged.count))
        }
      }
      #expect(agree(damaged), "round \(round): \(String(decoding: damaged, as: UTF8.self))")
    }
  }

  @Test func specialBytesAreSeenAtEveryPlace() {
    for length in 0..<40 {
      for stop in ["\"", "\\n\"", "\u{1F}"] {
        let text = "\"" + String(repeating: "a", count: length) + stop
        #expect(agree(Array(text.utf8)), "\(length) \(stop)")
      }
    }
  }

  @Test func badUTF8IsLocated() {
    for length in 0..<20 {
      var bytes = Array("[\"".utf8) + Array(repeating: 0x61, count: length)
      bytes += [0xE3, 0x81] + Array("\"]".utf8)
      #expect(pulled(bytes) == .error(JSONError(kind: .invalidUTF8, offset: 2 + length)))
    }
  }

  @Test func skipsAndReadsNumbers() throws {
    let text = Array(
      #"{"a": {"b": [1, {"c": 2}]}, "d": 18446744073709551615, "e": 18446744073709551616}"#.utf8)
    try text.withUnsafeBytes { raw in
      var reader = JSONPullReader(raw)
      #expect(try reader.next() == .beginObject)
      _ = try reader.next()
      try reader.skipRest(of: reader.next())
      #expect(reader.depth == 1)
      guard case .name(let d) = try reader.next() else {
        Issue.record("no name")
        return
      }
      #expect(reader.equals(d, "d") && !reader.equals(d, "dd") && !reader.equals(d, "e"))
      guard case .number(let largest) = try reader.next() else {
        Issue.record("no number")
        return
      }
      #expect(reader.unsigned(largest) == .max)
      _ = try reader.next()
      guard case .number(let beyond) = try reader.next() else {
        Issue.record("no number")
        return
      }
      #expect(reader.unsigned(beyond) == nil)
      #expect(try reader.next() == .endObject)
      #expect(try reader.next() == .end)
      #expect(try reader.next() == .end)
    }
  }
}
