/// Reads a JSON text (RFC 8259): UTF-8, a byte order mark allowed, nothing else beyond the letter of the standard.
///
/// It keeps its own stack, and refuses texts nested deeper than `deepest`, so no text can exhaust the thread's stack,
/// neither in reading nor in letting go of the value.
package struct JSONReader {
  /// How many arrays and objects may stand inside each other.
  package static let deepest = 256

  /// The value of a text.
  /// - Complexity: O(*n*) in its length.
  package static func read(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    if let offset = firstInvalidUTF8(bytes) { throw JSONError(kind: .invalidUTF8, offset: offset) }
    var reader = JSONReader(bytes)
    return try reader.text()
  }

  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var stack: [Frame] = []

  /// An array or object being read.
  private struct Frame {
    let isObject: Bool
    let offset: Int
    var elements: [JSONValue] = []
    var members: [JSONMember] = []
    /// The member whose value is being read.
    var name = ""
    var nameOffset = 0
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private mutating func text() throws(JSONError) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw JSONError(kind: .empty, offset: at) }
    while true {
      guard var value = try open() else { continue }
      // Each complete value goes to the array or object around it, which may thereby be complete, too.
      while true {
        skipSpace()
        guard !stack.isEmpty else {
          guard at == bytes.count else { throw unexpected(.end) }
          return value
        }
        guard let complete = try add(value) else { break }
        value = complete
      }
    }
  }

  /// Reads a value; nil when it is an array or object that has only been begun.
  private mutating func open() throws(JSONError) -> JSONValue? {
    skipSpace()
    let start = at
    switch peek {
    case 0x5B:  // [
      try push(isObject: false)
      if skip(0x5D) { return pop() }
      return nil
    case 0x7B:  // {
      try push(isObject: true)
      if skip(0x7D) { return pop() }
      try name(or: .nameOrBrace)
      return nil
    case 0x22: return JSONValue(.string(try string()), at: start)
    case .some(0x2D), .some(0x30...0x39): return JSONValue(.number(try number()), at: start)
    case 0x74: return try word("true", .boolean(true))
    case 0x66: return try word("false", .boolean(false))
    case 0x6E: return try word("null", .null)
    default: throw unexpected(.value)
    }
  }

  /// Adds a value to the innermost array or object, and returns that one when it ends here.
  private mutating func add(_ value: JSONValue) throws(JSONError) -> JSONValue? {
    let last = stack.count - 1
    if stack[last].isObject {
      stack[last].members.append(
        JSONMember(name: stack[last].name, at: stack[last].nameOffset, value: value))
      if skip(0x7D) { return pop() }
      guard skip(0x2C) else { throw unexpected(.commaOrBrace) }
      try name(or: .name)
    } else {
      stack[last].elements.append(value)
      if skip(0x5D) { return pop() }
      guard skip(0x2C) else { throw unexpected(.commaOrBracket) }
    }
    return nil
  }

  private mutating func push(isObject: Bool) throws(JSONError) {
    guard stack.count < JSONReader.deepest else {
      throw JSONError(kind: .tooDeep(limit: JSONReader.deepest), offset: at)
    }
    stack.append(Frame(isObject: isObject, offset: at))
    at += 1
    skipSpace()
  }

  private mutating func pop() -> JSONValue {
    let frame = stack.removeLast()
    return JSONValue(frame.isObject ? .object(frame.members) : .array(frame.elements), at: frame.offset)
  }

  /// Reads a member's name and the colon after it.
  private mutating func name(or expected: JSONError.Expected) throws(JSONError) {
    skipSpace()
    guard peek == 0x22 else { throw unexpected(expected) }
    let offset = at
    let name = try string()
    stack[stack.count - 1].name = name
    stack[stack.count - 1].nameOffset = offset
    skipSpace()
    guard skip(0x3A) else { throw unexpected(.colon) }
  }

  // MARK: Scalars

  private mutating func word(_ text: StaticString, _ content: JSONValue.Content) throws(JSONError)
    -> JSONValue
  {
    let start = at
    for index in 0..<text.utf8CodeUnitCount {
      guard peek == text.utf8Start[index] else {
        if at == bytes.count { throw JSONError(kind: .unexpectedEnd, offset: at) }
        at = start
        throw unexpected(.value)
      }
      at += 1
    }
    return JSONValue(content, at: start)
  }

  private mutating func number() throws(JSONError) -> String {
    let start = at
    _ = skip(0x2D)
    var isValid = true
    if peek == 0x30 {
      at += 1
      if digits() { isValid = false }
    } else {
      isValid = digits()
    }
    if isValid, skip(0x2E) { isValid = digits() }
    if isValid, peek == 0x65 || peek == 0x45 {
      at += 1
      if peek == 0x2B || peek == 0x2D { at += 1 }
      isValid = digits()
    }
    guard isValid else {
      if at == bytes.count, let last = bytes[start..<at].last, !(0x30...0x39).contains(last) {
        throw JSONError(kind: .unexpectedEnd, offset: at)
      }
      throw JSONError(kind: .invalidNumber(found(from: start)), offset: start)
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Skips digits; whether there were any.
  private mutating func digits() -> Bool {
    let start = at
    while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
    return at > start
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var text: [UInt8] = []
    var start = at
    while let byte = peek {
      switch byte {
      case 0x22:
        text.append(contentsOf: bytes[start..<at])
        at += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C:
        text.append(contentsOf: bytes[start..<at])
        text.append(contentsOf: Array(String(Character(try escape())).utf8))
        start = at
      case 0x00..<0x20: throw JSONError(kind: .controlCharacter(byte), offset: at)
      default: at += 1
      }
    }
    throw JSONError(kind: .unexpectedEnd, offset: at)
  }

  /// Reads a backslash and what follows it.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = at
    at += 1
    guard let byte = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte)
    case 0x62: return "\u{08}"
    case 0x66: return "\u{0C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: break
    default: throw JSONError(kind: .invalidEscape, offset: start)
    }
    let unit = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00 else { throw JSONError(kind: .loneSurrogate, offset: start) }
    guard peek == 0x5C else {
      throw JSONError(
        kind: at == bytes.count ? .unexpectedEnd : .loneSurrogate, offset: at == bytes.count ? at : start)
    }
    let second = at
    at += 1
    guard let letter = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
    guard letter == 0x75 else { throw JSONError(kind: .loneSurrogate, offset: start) }
    at += 1
    let low = try hexadecimal(from: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONError(kind: .loneSurrogate, offset: start) }
    return scalar
  }

  /// Reads the four digits of a `\u` escape that begins at `start`.
  private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw JSONError(kind: .unexpectedEnd, offset: at) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONError(kind: .invalidEscape, offset: start)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private func unexpected(_ expected: JSONError.Expected) -> JSONError {
    at == bytes.count
      ? JSONError(kind: .unexpectedEnd, offset: at)
      : JSONError(kind: .unexpected(found: found(from: at), expected: expected), offset: at)
  }

  /// What stands at an offset, for a message: a run of letters and digits, else one character.
  private func found(from start: Int) -> String {
    var end = start
    while end < bytes.count, end - start < 20, isPlain(bytes[end]) { end += 1 }
    if end == start {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func firstInvalidUTF8(_ bytes: UnsafeRawBufferPointer) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.assumingMemoryBound(to: UInt8.self).span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
