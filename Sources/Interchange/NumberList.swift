import Bytes
import Numbering

/// Telephone numbers read from a list: one a line, or the first column of delimited text.
///
/// A first line that is a heading is passed over, and so are blank lines. Encodings are those of tables.
public struct NumberList: Sendable {
  /// The numbers in the order in which each first stands in the list.
  public let numbers: [TelephoneNumber]
  /// How many lines repeat a number.
  public let repeated: Int
  /// The lines that hold no number, in the order of the lines.
  public let problems: [Diagnostic]

  /// Reads a file, or a pipe to its end.
  ///
  /// - Parameter encoding: nil to find out.
  /// - Throws: the failure to open or read it.
  /// - Complexity: O(*n*) expected in its bytes.
  public static func read(path: String, encoding: TextEncoding? = nil) throws(FileError) -> NumberList {
    NumberList(try FileContent(path: path, mayBePipe: true), name: path, encoding: encoding)
  }

  /// Reads bytes, exactly as from a file of that name.
  public init(_ bytes: [UInt8], name: String, encoding: TextEncoding? = nil) {
    self.init(FileContent(bytes), name: name, encoding: encoding)
  }

  private init(_ content: FileContent, name: String, encoding: TextEncoding?) {
    guard let text = SourceText.open(content, encoding: encoding) else {
      numbers = []
      repeated = 0
      problems = [Self.problem(.cannotConvert, name, line: 0, found: nil)]
      return
    }
    var numbers: [TelephoneNumber] = []
    var known = Set<TelephoneNumber>()
    var repeated = 0
    var problems: [Diagnostic] = []
    var scanner = RecordScanner(text.bytes, delimiter: Self.delimiter(of: text.bytes))
    var isFirst = true
    while let record = scanner.nextFilled() {
      defer { isFirst = false }
      guard let cell = record.cells.first, !Cell.isBlank(text.bytes, cell) else {
        problems.append(Self.problem(.blank, name, line: record.line, found: nil))
        continue
      }
      let found = text.readable(cell)
      switch TelephoneNumber.parse(found) {
      case .success(let number):
        if known.insert(number).inserted { numbers.append(number) } else { repeated += 1 }
      case .failure(let failure):
        if isFirst, Self.isHeading(found) { continue }
        problems.append(Self.problem(.badTelephone(failure), name, line: record.line, found: found))
      }
    }
    self.numbers = numbers
    self.repeated = repeated
    self.problems = problems
  }

  private static func problem(
    _ code: DiagnosticCode, _ name: String, line: Int, found: String?
  ) -> Diagnostic {
    Diagnostic(
      severity: .error, code: code, file: name, table: nil, line: line, column: line == 0 ? 0 : 1,
      columnName: nil, found: found)
  }

  /// A tab where the first line has one, else a comma.
  private static func delimiter(of text: UnsafeRawBufferPointer) -> UInt8 {
    for byte in text {
      if byte == 0x09 { return byte }
      if byte == 0x0A || byte == 0x0D { break }
    }
    return UInt8(ascii: ",")
  }

  /// Whether text is the name of a column: a number has more digits, even a damaged one.
  private static func isHeading(_ text: String) -> Bool {
    WidthFolding.folded(text).utf8.count { $0 >= 48 && $0 <= 57 } < 3
  }
}

extension SourceText {
  /// Finds out the encoding of text that has no columns to tell it by; nil when the system cannot convert.
  fileprivate static func open(_ content: FileContent, encoding wanted: TextEncoding?) -> SourceText? {
    let bytes = content.bytes
    let mark = mark(of: bytes)
    let isUTF8 =
      bytes.assumingMemoryBound(to: UInt8.self).baseAddress.map {
        UTF8Check.isValid($0, 0, bytes.count)
      } ?? true
    let encoding = wanted ?? mark?.encoding ?? (isUTF8 ? .utf8 : .cp932)
    let skipped = mark?.encoding == encoding ? mark?.length ?? 0 : 0
    if encoding == .utf8 {
      return SourceText(content, encoding: encoding, markLength: skipped, transcoded: nil)
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[skipped...])
    guard let text = Transcoding.utf8(from: encoding, rest) else { return nil }
    return SourceText(content, encoding: encoding, markLength: skipped, transcoded: text)
  }

  /// What a cell says, cut where nobody would read on; bytes that are no characters appear as `\xNN`.
  fileprivate func readable(_ cell: RawCell) -> String {
    var result = ""
    BadByte.visit(
      Cell.content(of: slice(cell.start, min(cell.end - cell.start, 1 << 16))), isTranscoded: isTranscoded,
      good: { result += String(decoding: $0, as: UTF8.self) }, bad: { result += "\\x" + hex($0) })
    return result
  }
}
