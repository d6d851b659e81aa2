/// Reads a JSON text (RFC 8259) a token at a time, keeping nothing of it but how deep it is.
///
/// It accepts what `JSONReader` accepts and names the same mistakes at the same places, for texts too large to be held
/// as values. Strings are checked where they lie and decoded only when asked for.
package struct JSONPullReader {
  /// A piece of a text.
  package enum Token: Equatable {
    case beginObject, endObject, beginArray, endArray
    /// The name of a member, the colon after it read.
    case name(JSONSlice)
    case string(JSONSlice)
    /// Where its digits stand.
    case number(Range<Int>)
    case boolean(Bool)
    case null
    /// Nothing but white space is left.
    case end
  }

  /// What may come next.
  private enum Expected {
    case value, firstElement, firstName, afterValue, end
  }

  /// The whole text.
  package let bytes: UnsafeRawBufferPointer
  /// Where the last token begins.
  package private(set) var offset = 0
  /// Where the last token ends.
  package var position: Int { at }

  var at: Int
  /// For each array or object that is open, whether it is an object; at most `JSONReader.deepest`.
  private var stack: [Bool] = []
  private var expected = Expected.value

  /// Begins at the start of a text, after a byte order mark.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Begins at a value inside a text; what follows that value is not looked at.
  package init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.bytes = bytes
    at = offset
  }

  /// How many arrays and objects are open.
  package var depth: Int { stack.count }

  /// The next token; `end` again and again once the text is over.
  ///
  /// - Complexity: O(*n*) in its bytes.
  package mutating func next() throws(JSONError) -> Token {
    skipSpace()
    offset = at
    switch expected {
    case .value: return try value()
    case .firstElement:
      if skip(0x5D) { return close() }
      return try value()
    case .firstName:
      if skip(0x7D) { return close() }
      return try name(or: .nameOrBrace)
    case .afterValue:
      if stack.last == true {
        if skip(0x7D) { return close() }
        guard skip(0x2C) else { throw unexpected(.commaOrBrace) }
        skipSpace()
        offset = at
        return try name(or: .name)
      }
      if skip(0x5D) { return close() }
      guard skip(0x2C) else { throw unexpected(.commaOrBracket) }
      skipSpace()
      offset = at
      return try value()
    case .end:
      guard at == bytes.count else { throw unexpected(.end) }
      return .end
    }
  }

  /// Passes over the rest of the value whose first token was read last.
  package mutating func skipRest(of token: Token) throws(JSONError) {
    guard token == .beginObject || token == .beginArray else { return }
    let depth = stack.count
    while stack.count >= depth { _ = try next() }
  }

  private mutating func value() throws(JSONError) -> Token {
    switch peek {
    case 0x22:
      let text = try string()
      complete()
      return .string(text)
    case 0x7B: return try open(isObject: true)
    case 0x5B: return try open(isObject: false)
    case .some(0x2D), .some(0x30...0x39):
      try number()
      complete()
      return .number(offset..<at)
    case 0x74: return try word("true", .boolean(true))
    case 0x66: return try word("false", .boolean(false))
    case 0x6E: return try word("null", .null)
    case nil where stack.isEmpty: throw JSONError(kind: .empty, offset: at)
    default: throw unexpected(.value)
    }
  }

  private mutating func open(isObject: Bool) throws(JSONError) -> Token {
    guard stack.count < JSONReader.deepest else {
      throw JSONError(kind: .tooDeep(limit: JSONReader.deepest), offset: at)
    }
    stack.append(isObject)
    at += 1
    expected = isObject ? .firstName : .firstElement
    return isObject ? .beginObject : .beginArray
  }

  private mutating func close() -> Token {
    let isObject = stack.removeLast()
    complete()
    return isObject ? .endObject : .endArray
  }

  /// A value is complete.
  private mutating func complete() {
    expected = stack.isEmpty ? .end : .afterValue
  }

  private mutating func name(or wanted: JSONError.Expected) throws(JSONError) -> Token {
    guard peek == 0x22 else { throw unexpected(wanted) }
    let text = try string()
    skipSpace()
    guard skip(0x3A) else { throw unexpected(.colon) }
    expected = .value
    return .name(text)
  }

  private mutating func word(_ text: StaticString, _ token: Token) throws(JSONError) -> Token {
    for index in 0..<text.utf8CodeUnitCount {
      guard peek == text.utf8Start[index] else {
        if at == bytes.count { throw JSONError(kind: .unexpectedEnd, offset: at) }
        at = offset
        throw unexpected(.value)
      }
      at += 1
    }
    complete()
    return token
  }

  private mutating func number() throws(JSONError) {
    _ = skip(0x2D)
    var isValid: Bool
    if skip(0x30) {
      isValid = !digits()
    } else {
      isValid = digits()
    }
    if isValid, skip(0x2E) { isValid = digits() }
    if isValid, peek == 0x65 || peek == 0x45 {
      at += 1
      if peek == 0x2B || peek == 0x2D { at += 1 }
      isValid = digits()
    }
    if isValid { return }
    if at == bytes.count, let last = bytes[offset..<at].last, !(0x30...0x39).contains(last) {
      throw JSONError(kind: .unexpectedEnd, offset: at)
    }
    throw JSONError(kind: .invalidNumber(found(from: offset)), offset: offset)
  }

  /// Skips digits; whether there were any.
  private mutating func digits() -> Bool {
    let start = at
    while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
    return at > start
  }

  // MARK: Bytes

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private func unexpected(_ wanted: JSONError.Expected) -> JSONError {
    at == bytes.count
      ? JSONError(kind: .unexpectedEnd, offset: at)
      : JSONError(kind: .unexpected(found: found(from: at), expected: wanted), offset: at)
  }

  /// What stands at an offset, for a message: a run of letters and digits, else one character.
  private func found(from start: Int) -> String {
    var end = start
    while end < bytes.count, end - start < 20, isPlain(bytes[end]) { end += 1 }
    if end == start {
      end += 1
      while end < bytes.count, end - start < 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
