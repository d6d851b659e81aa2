/// A value of a JSON text, and where it stands.
package struct JSONValue: Sendable, Equatable {
  /// What a value is.
  package enum Content: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// As written, so that no digit is lost.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Members in the order written; a name may come twice.
    case object([JSONMember])
  }

  package let content: Content
  /// Where its first byte stands in the text.
  package let offset: Int

  package init(_ content: Content, at offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// The text of a string; nil for any other value.
  package var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// A number written as digits with an optional minus sign; nil for any other value or one beyond `Int`.
  package var integer: Int? {
    if case .number(let text) = content { Int(text) } else { nil }
  }

  /// A number, rounded to what a double holds; nil for any other value.
  package var double: Double? {
    if case .number(let text) = content { Double(text) } else { nil }
  }

  /// A truth value; nil for any other value.
  package var boolean: Bool? {
    if case .boolean(let value) = content { value } else { nil }
  }

  /// The elements of an array; nil for any other value.
  package var elements: [JSONValue]? {
    if case .array(let values) = content { values } else { nil }
  }

  /// The members of an object in the order written; nil for any other value.
  package var members: [JSONMember]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The value of the first member of that name; nil when there is none or this is no object.
  /// - Complexity: O(*n*) in the number of members.
  package subscript(name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
  }
}

/// A name and a value in a JSON object.
package struct JSONMember: Sendable, Equatable {
  package let name: String
  /// Where the name's opening quote stands in the text.
  package let nameOffset: Int
  package let value: JSONValue

  package init(name: String, at nameOffset: Int, value: JSONValue) {
    self.name = name
    self.nameOffset = nameOffset
    self.value = value
  }
}

/// Why a text is no JSON, and where.
package struct JSONError: Error, Equatable {
  /// What was found.
  package enum Kind: Equatable, Sendable {
    /// The text is empty or nothing but white space.
    case empty
    /// The text ends in the midst of a value.
    case unexpectedEnd
    /// Something stands where only `expected` may stand.
    case unexpected(found: String, expected: Expected)
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// A control character inside a string that is not written as an escape.
    case controlCharacter(UInt8)
    /// A backslash followed by something else than an escape.
    case invalidEscape
    /// Half of a UTF-16 pair without the other half.
    case loneSurrogate
    /// Digits that make no number, such as `01` or `1.`.
    case invalidNumber(String)
    /// More arrays and objects inside each other than `limit`.
    case tooDeep(limit: Int)
  }

  /// What may stand somewhere.
  package enum Expected: Equatable, Sendable {
    case value, nameOrBrace, name, colon, commaOrBracket, commaOrBrace, end
  }

  package let kind: Kind
  /// Where it was found, in bytes from 0.
  package let offset: Int
}

/// Where a byte of a text stands, as an editor counts.
package struct TextPosition: Equatable, Sendable {
  /// From 1; a line ends after LF, CR or CRLF.
  package let line: Int
  /// From 1, in characters of Unicode; a byte order mark is not counted.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The positions of ascending offsets.
  /// - Complexity: O(*n*) in the length of the text up to the last offset, whatever their number.
  package static func of(_ offsets: [Int], in bytes: UnsafeRawBufferPointer) -> [TextPosition] {
    var positions: [TextPosition] = []
    positions.reserveCapacity(offsets.count)
    var (line, column, at) = (1, 1, 0)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    for offset in offsets {
      while at < min(offset, bytes.count) {
        let byte = bytes[at]
        at += 1
        if byte == 0x0A || byte == 0x0D && (at == bytes.count || bytes[at] != 0x0A) {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 && byte != 0x0D {
          column += 1
        }
      }
      positions.append(TextPosition(line: line, column: column))
    }
    return positions
  }
}
