/// Reads a page as an XML parser would, and as an HTML parser would understand it the same way; anything else is an error.
///
/// Plain and slow: it knows just what the report may contain.
package struct StrictMarkup {
  /// An element in the order of the text.
  package struct Element {
    package let name: String
    package let attributes: [String: String]
    /// Its place among all; nil for the root.
    package let parent: Int?
    /// The text directly in it, references resolved.
    package var text = ""

    package subscript(_ attribute: String) -> String? { attributes[attribute] }

    /// An attribute as a number.
    package func number(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }

    package var classes: [Substring] { attributes["class"]?.split(separator: " ") ?? [] }
  }

  package struct Malformed: Error {
    package let what: String
    package let near: String
  }

  package private(set) var elements: [Element] = []

  private let bytes: [UInt8]
  private var place = 0
  private var open: [Int] = []

  /// Elements that HTML never closes.
  private static let void: Set<String> = ["meta", "br", "input"]
  /// Elements of pictures, which may close themselves.
  private static let drawn: Set<String> = ["rect", "path", "use", "circle"]
  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

  package init(_ text: String) throws {
    bytes = Array(text.utf8)
    for scalar in text.unicodeScalars where !Self.isAllowed(scalar.value) {
      throw error("character \(scalar.value)")
    }
    guard take("<!DOCTYPE html>\n") else { throw error("no document type") }
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<") { try readTag() } else { try readText() }
    }
    guard open.isEmpty, !elements.isEmpty else { throw error("not closed") }
  }

  /// Elements of a name, perhaps with a class.
  package func all(_ name: String, class one: String? = nil) -> [Element] {
    elements.filter { element in
      element.name == name && (one.map { one in element.classes.contains { $0 == one } } ?? true)
    }
  }

  /// The only element that has an attribute, with that value if one is given.
  package func only(_ attribute: String, _ value: String? = nil) throws -> Element {
    let found = elements.filter { $0[attribute] != nil && (value == nil || $0[attribute] == value) }
    guard let first = found.first, found.count == 1 else {
      throw Malformed(what: "\(found.count) elements with \(attribute) \(value ?? "")", near: "")
    }
    return first
  }

  /// The elements within one, at any depth.
  package func within(_ place: Int) -> [Element] {
    var inside: Set<Int> = [place]
    return elements.indices.dropFirst(place + 1).compactMap { index in
      guard let parent = elements[index].parent, inside.contains(parent) else { return nil }
      inside.insert(index)
      return elements[index]
    }
  }

  // MARK: Reading

  private mutating func readTag() throws {
    place += 1
    if take("/") {
      let name = readName()
      guard take(">"), let last = open.popLast(), elements[last].name == name else {
        throw error("end of \(name)")
      }
      return
    }
    let name = readName()
    guard !name.isEmpty else { throw error("tag") }
    if open.isEmpty, !elements.isEmpty { throw error("second root") }
    var attributes: [String: String] = [:]
    while take(" ") {
      let attribute = readName()
      guard !attribute.isEmpty, take("=\""), attributes[attribute] == nil else { throw error("attribute") }
      attributes[attribute] = try readCharacters(until: UInt8(ascii: "\""))
      guard take("\"") else { throw error("attribute not closed") }
    }
    elements.append(Element(name: name, attributes: attributes, parent: open.last))
    if take("/>") {
      guard Self.void.contains(name) || Self.drawn.contains(name) else {
        throw error("\(name) closes itself")
      }
      return
    }
    guard take(">"), !Self.void.contains(name) else { throw error("tag of \(name)") }
    open.append(elements.count - 1)
  }

  private mutating func readText() throws {
    let text = try readCharacters(until: UInt8(ascii: "<"))
    guard let last = open.last else {
      guard text.allSatisfy(\.isWhitespace) else { throw error("text outside the root") }
      return
    }
    if text.contains("]]>") { throw error("]]>") }
    elements[last].text += text
  }

  private mutating func readCharacters(until end: UInt8) throws -> String {
    var text: [UInt8] = []
    while place < bytes.count, bytes[place] != end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "<") { throw error("< in a value") }
      if byte == UInt8(ascii: "&") {
        guard let stop = bytes[place...].prefix(8).firstIndex(of: UInt8(ascii: ";")),
          let meant = Self.references[String(decoding: bytes[(place + 1)..<stop], as: UTF8.self)]
        else { throw error("reference") }
        text += Array(meant.utf8)
        place = stop + 1
      } else {
        text.append(byte)
        place += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readName() -> String {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      let isLetter = (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      let isInner = place > start && ((0x30...0x39).contains(byte) || byte == 0x2D)
      guard isLetter || isInner else { break }
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private func error(_ what: String) -> Malformed {
    let near = bytes[max(0, place - 40)..<min(bytes.count, place + 40)]
    return Malformed(what: what, near: String(decoding: near, as: UTF8.self))
  }

  /// The characters of XML 1.0, less the controls that nobody needs.
  private static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x20..<0x7F, 0xA0..<0xD800, 0xE000..<0xFFFE, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
