import Bytes
import SupplyChain

/// Rows set aside, to be written out as they stood in their files.
struct Rejects: Sendable {
  struct File: Sendable {
    let number: UInt16
    let name: String
    let text: SourceText
    let header: Header
    let delimiter: UInt8
    /// Lines the rows begin on, ascending.
    let lines: [UInt32]
  }

  private(set) var files: [File] = []

  mutating func add(_ reading: TableReading, number: UInt16) {
    guard !reading.raw.aside.isEmpty, let text = reading.text, let header = reading.header else { return }
    files.append(
      File(
        number: number, name: reading.file.name, text: text, header: header,
        delimiter: reading.file.delimiter, lines: reading.raw.aside.map { reading.raw.lines[Int($0)] }))
  }
}

extension Dataset {
  /// Every row set aside, one file for each that has some: the header and the rows byte for byte in the encoding of the
  /// file, with the reason as a last column.
  ///
  /// - Complexity: O(*n*) in the size of those files.
  public func rejectedFiles(_ language: DiagnosticLanguage) -> [(name: String, bytes: [UInt8])] {
    rejects.files.map { file in
      var writer = RejectWriter(file, diagnostics, language)
      return (file.name, writer.write())
    }
  }
}

/// Writes the rejected rows of one file.
private struct RejectWriter {
  let file: Rejects.File
  let language: DiagnosticLanguage
  /// Errors of the file by line.
  private var reasons: [(line: Int, index: Int)] = []
  private let diagnostics: Diagnostics
  private var walker: LineWalker
  private var output: [UInt8] = []

  init(_ file: Rejects.File, _ diagnostics: Diagnostics, _ language: DiagnosticLanguage) {
    self.file = file
    self.diagnostics = diagnostics
    self.language = language
    walker = LineWalker(file.text)
    for (index, problem) in diagnostics.problems.enumerated()
    where problem.file == file.number && problem.code.severity == .error {
      reasons.append((Int(problem.line), index))
    }
  }

  mutating func write() -> [UInt8] {
    let text = file.text
    output = Array(text.content.bytes[..<text.markLength])
    var scanner = RecordScanner(text.bytes, delimiter: file.delimiter)
    var next = 0
    var reason = 0
    while let record = scanner.next() {
      if record.line == file.header.line {
        append(record, language == .ja ? "除かれた理由" : "rejected_because", isUnclosed: false)
        continue
      }
      guard record.line > file.header.line else { continue }
      while next < file.lines.count, Int(file.lines[next]) < record.line { next += 1 }
      guard next < file.lines.count else { break }
      guard Int(file.lines[next]) == record.line else { continue }
      while reason < reasons.count, reasons[reason].line < record.line { reason += 1 }
      var own: [Int] = []
      while reason < reasons.count, reasons[reason].line < max(record.nextLine, record.line + 1) {
        own.append(reasons[reason].index)
        reason += 1
      }
      if own.isEmpty { own = reasons.filter { $0.line <= file.header.line }.map(\.index) }
      let words = own.prefix(20).map { diagnostics[$0].message(language) }.joined(separator: " / ")
      append(record, words, isUnclosed: own.contains { diagnostics.problems[$0].code == .unclosedQuote })
    }
    return output
  }

  /// Adds a record as it stands in the file, and one more cell.
  private mutating func append(_ record: RawRecord, _ cell: String, isUnclosed: Bool) {
    var bytes = walker.bytes(from: record.line, to: record.nextLine, isLast: record.end == file.text.count)
    let lineBreak = walker.takeLineBreak(&bytes)
    output.append(contentsOf: bytes)
    let tab = file.delimiter == 0x09
    var tail = isUnclosed ? "\"" : ""
    // Short rows are padded, so that the reason stands under its name.
    let missing = max(0, file.header.fields.count - record.cells.count)
    tail += String(repeating: tab ? "\t" : ",", count: missing + 1)
    tail += "\"" + cell.replacing("\"", with: "\"\"") + "\""
    output.append(contentsOf: Transcoding.bytes(of: tail, in: file.text.encoding))
    output.append(
      contentsOf: lineBreak.isEmpty ? Transcoding.bytes(of: "\n", in: file.text.encoding) : lineBreak)
  }
}

/// Finds the bytes of lines in a file of any encoding, moving only forward.
private struct LineWalker {
  private let bytes: UnsafeRawBufferPointer
  /// Keeps the bytes.
  private let text: SourceText
  private let width: Int
  private let lowByte: Int
  private var index: Int
  private var line = 1

  init(_ text: SourceText) {
    self.text = text
    bytes = text.content.bytes
    index = text.markLength
    width = text.encoding == .utf16le || text.encoding == .utf16be ? 2 : 1
    lowByte = text.encoding == .utf16be ? 1 : 0
  }

  /// The bytes from the beginning of one line to that of another, or to the end of the file.
  mutating func bytes(from first: Int, to next: Int, isLast: Bool) -> [UInt8] {
    while line < first, index < bytes.count { passLine() }
    let start = index
    while line < next, index < bytes.count { passLine() }
    if isLast { index = bytes.count }
    return Array(bytes[start..<index])
  }

  /// The character at an index if it is a line break; 0 for any other.
  private func breakAt(_ index: Int) -> UInt8 {
    guard index + width <= bytes.count else { return 0 }
    let byte = bytes[index + lowByte]
    if width == 2, bytes[index + 1 - lowByte] != 0 { return 0 }
    return byte == 0x0A || byte == 0x0D ? byte : 0
  }

  private mutating func passLine() {
    while index < bytes.count {
      let found = breakAt(index)
      index = min(bytes.count, index + width)
      if found == 0 { continue }
      if found == 0x0D, breakAt(index) == 0x0A { index += width }
      line += 1
      return
    }
  }

  /// Splits the line break off the end of some lines.
  func takeLineBreak(_ lines: inout [UInt8]) -> [UInt8] {
    var taken: [UInt8] = []
    func last() -> UInt8 {
      guard lines.count >= width else { return 0 }
      let at = lines.count - width
      if width == 2, lines[at + 1 - lowByte] != 0 { return 0 }
      return lines[at + lowByte]
    }
    if last() == 0x0A {
      taken = Array(lines.suffix(width))
      lines.removeLast(width)
    }
    if last() == 0x0D {
      taken = Array(lines.suffix(width)) + taken
      lines.removeLast(width)
    }
    return taken
  }
}
