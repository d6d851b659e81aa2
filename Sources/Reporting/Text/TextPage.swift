import Bytes

/// Text laid out for a terminal: padding, wrapping and colour.
package struct TextPage: ~Copyable {
  private(set) var buffer = TextBuffer()
  let width: Int
  let usesColour: Bool

  init(width: Int, usesColour: Bool) {
    self.width = max(40, width)
    self.usesColour = usesColour
  }

  /// A look of words; always beside a word that says the same.
  enum Style: Int {
    case plain = 0
    case bold = 1
    case faint = 2
    case red = 31
    case yellow = 33
    case cyan = 36
  }

  mutating func line(_ text: String = "") {
    buffer.append(text)
    buffer.append(byte: 0x0A)
  }

  mutating func removeAll() {
    buffer.removeAll()
  }

  /// Writes what there is once it is much, so that a long answer is never whole in memory.
  mutating func flush(to output: any Output) throws(OutputError) {
    try buffer.flush(to: output)
  }

  /// A heading with a rule of the given character under it.
  mutating func heading(_ text: String, underline: Character) {
    line(styled(text, .bold))
    line(String(repeating: underline, count: min(width, DisplayWidth.of(text))))
  }

  /// Text broken into lines; the first is indented by `first`, the others by `indent`.
  mutating func paragraph(_ text: String, first: String = "", indent: Int = 0) {
    let lead = DisplayWidth.of(first)
    let space = String(repeating: " ", count: indent)
    for (index, part) in Self.wrap(text, first: width - lead, others: width - indent).enumerated() {
      line((index == 0 ? first : space) + part)
    }
  }

  /// Text with a look, where colours are wanted.
  func styled(_ text: String, _ style: Style) -> String {
    usesColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Text filled up with spaces to a number of columns.
  static func pad(_ text: String, to columns: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, columns - DisplayWidth.of(text)))
    return right ? space + text : text + space
  }

  /// Cells under one another at the right, at least two spaces before each however long it is.
  static func cells(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { "  " + pad($0, to: $1, right: true) }.joined()
  }

  /// Breaks text at spaces, and anywhere between characters of two columns, but not before closing marks.
  static func wrap(_ text: String, first: Int, others: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    func room() -> Int { max(10, lines.isEmpty ? first : others) }
    for piece in pieces(of: text) {
      let columns = DisplayWidth.of(piece)
      let visible = piece.last == " " ? columns - 1 : piece == "　" ? 0 : columns
      if used > 0, used + visible > room() {
        lines.append(trimmed(current))
        current = ""
        used = 0
      }
      current += piece
      used += columns
    }
    lines.append(trimmed(current))
    return lines
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " || text.last == "　" { text.removeLast() }
    return text
  }

  /// Text cut at every place where a line may end; spaces stay at the end of a piece.
  package static func pieces(of text: String) -> [String] {
    let closing: Set<Character> = [
      "、", "。", "）", "」", "』", "，", "．", "％", "ー", "・", "…", "～", "っ", "ゃ", "ゅ", "ょ",
    ]
    let opening: Set<Character> = ["（", "「", "『"]
    var pieces: [String] = []
    var current = ""
    var previous: Character?
    for character in text {
      if let last = previous, !current.isEmpty {
        let isWide = isWide(character) || isWide(last)
        if last == " " || (isWide && !closing.contains(character) && !opening.contains(last)) {
          pieces.append(current)
          current = ""
        }
      }
      current.append(character)
      previous = character
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { DisplayWidth.of($0.value) == 2 } ?? false
  }
}
