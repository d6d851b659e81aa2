import Banken

/// Text in the macros of `man(7)`.
struct Roff {
  private(set) var text = ""

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    // Days and plain words stay as they are: a formatter reads them.
    let words = arguments.map { $0.allSatisfy(Self.isPlain) ? $0 : "\"\(Self.escaped($0))\"" }
    text += ([".\(name)"] + words).joined(separator: " ") + "\n"
  }

  mutating func section(_ title: String) { macro("SH", [title.uppercased()]) }

  mutating func subsection(_ title: String) { macro("SS", [title]) }

  /// Text that follows what stands above.
  mutating func text(_ words: String) {
    for line in words.split(separator: "\n") { text += Self.line(String(line)) }
  }

  /// A word in bold, and more after it.
  mutating func text(bold word: String, _ rest: String) {
    text += "\\fB\(Self.escaped(word))\\fR \(Self.escaped(rest))\n"
  }

  /// A term in bold with its explanation indented below.
  mutating func item(_ term: String, _ words: String) {
    macro("TP")
    text += "\\fB\(Self.escaped(term))\\fR\n"
    text(words)
  }

  /// A line as it is typed.
  mutating func example(_ line: String) {
    macro("PP")
    macro("RS", ["4"])
    macro("nf")
    text += Self.line(line)
    macro("fi")
    macro("RE")
  }

  /// A line that is no request, whatever it begins with.
  private static func line(_ words: String) -> String {
    let words = escaped(words)
    let isRequest = words.hasPrefix(".") || words.hasPrefix("'")
    return (isRequest ? "\\&" : "") + words + "\n"
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  /// Text in which backslashes, hyphens and quotation marks are themselves, and which may be broken wherever Japanese may.
  private static func escaped(_ text: String) -> String {
    TextPage.pieces(of: text).map { piece in
      var result = ""
      for character in piece {
        switch character {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        case "\u{2212}": result += "\\-"
        case "\"": result += "\\(dq"
        case "'": result += "\\(aq"
        default: result.append(character)
        }
      }
      return result.hasSuffix(" ") ? result : result + "\\:"
    }.joined().trimmingBreak
  }
}

extension String {
  /// Without a possible break at its end.
  fileprivate var trimmingBreak: String { hasSuffix("\\:") ? String(dropLast(2)) : self }
}
