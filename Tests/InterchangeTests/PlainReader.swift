/// A plainly written reader of delimited text, for comparison: one state machine over an array of scalars.
enum PlainReader {
  struct Row: Equatable {
    var line: Int
    var cells: [String]
  }

  /// Every record with some text, cells unquoted and trimmed; text after a closing quote stays.
  static func rows(_ text: String, delimiter: Unicode.Scalar) -> [Row] {
    let scalars = Array(text.unicodeScalars)
    var rows: [Row] = []
    var row = Row(line: 1, cells: [])
    var cell = ""
    var line = 1
    var isQuoted = false
    var isAtStart = true
    var index = 0
    func endCell() {
      let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{3000}", "\u{A0}"]
      var trimmed = Substring(cell)
      while let first = trimmed.first, blanks.contains(first) { trimmed.removeFirst() }
      while let last = trimmed.last, blanks.contains(last) { trimmed.removeLast() }
      row.cells.append(String(trimmed))
      cell = ""
      isAtStart = true
    }
    func endRow() {
      endCell()
      // An open quote is an error, and so its row is no blank line.
      if isQuoted || row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let next: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isPair = scalar == "\r" && next == "\n"
      let isBreak = scalar == "\n" || scalar == "\r"
      if isQuoted {
        if scalar == "\"", next == "\"" {
          cell.unicodeScalars.append(scalar)
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.unicodeScalars.append(scalar)
          if isBreak { line += 1 }
          if isPair {
            cell.unicodeScalars.append("\n")
            index += 1
          }
        }
      } else if isAtStart, scalar == "\"" {
        isQuoted = true
        isAtStart = false
      } else if scalar == delimiter {
        endCell()
      } else if isBreak {
        endRow()
        if isPair { index += 1 }
        line += 1
        row = Row(line: line, cells: [])
      } else {
        cell.unicodeScalars.append(scalar)
        isAtStart = false
      }
      index += 1
    }
    endRow()
    return rows
  }
}

/// A small generator of numbers that are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
