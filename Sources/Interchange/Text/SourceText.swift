import Bytes
import Glibc

/// The text of a file as UTF-8, without a byte order mark; valid except where the file is not.
///
/// Nothing is copied when the file is UTF-8 already.
final class SourceText: @unchecked Sendable {
  /// The bytes as they stand in the file.
  let content: FileContent
  let encoding: TextEncoding
  /// Bytes of the byte order mark in the file.
  let markLength: Int
  /// Whether `bytes` were made from another encoding.
  let isTranscoded: Bool
  /// What each `chunkSize` bytes of the text hold, where that was looked at to find out the encoding.
  let counts: [Survey.Counts]?
  private let owned: FileContent?

  init(
    _ content: FileContent, encoding: TextEncoding, markLength: Int, transcoded: [UInt8]?,
    counts: [Survey.Counts]? = nil
  ) {
    self.counts = counts
    self.content = content
    self.encoding = encoding
    self.markLength = markLength
    isTranscoded = transcoded != nil
    owned = transcoded.map { FileContent($0) }
  }

  /// Valid as long as this object lives.
  var bytes: UnsafeRawBufferPointer {
    owned?.bytes ?? UnsafeRawBufferPointer(rebasing: content.bytes[markLength...])
  }

  var count: Int { bytes.count }

  /// The bytes of a stretch; clamped to the text.
  func slice(_ offset: Int, _ length: Int) -> [UInt8] {
    let all = bytes
    let start = min(max(0, offset), all.count)
    return Array(all[start..<min(all.count, start + max(0, length))])
  }

  /// The encoding that a byte order mark names, and the mark's length.
  static func mark(of bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  /// Finds out the encoding and makes the text UTF-8; nil when the system cannot convert.
  ///
  /// - Complexity: O(*n*), on several threads where the file is UTF-8.
  static func open(
    _ content: FileContent, schema: Schema, delimiter: UInt8, options: ReadOptions
  ) -> SourceText? {
    let bytes = content.bytes
    let mark = mark(of: bytes)
    if let encoding = options.encoding ?? mark?.encoding {
      let skipped = mark?.encoding == encoding ? mark?.length ?? 0 : 0
      if encoding == .utf8 {
        return SourceText(content, encoding: .utf8, markLength: skipped, transcoded: nil)
      }
      let rest = UnsafeRawBufferPointer(rebasing: bytes[skipped...])
      guard let text = Transcoding.utf8(from: encoding, rest) else { return nil }
      return SourceText(content, encoding: encoding, markLength: skipped, transcoded: text)
    }
    let counts = bytes.assumingMemoryBound(to: UInt8.self).baseAddress.map {
      Survey.counts(
        SharedText(base: $0, count: bytes.count), size: options.chunkSize, threads: options.threads)
    }
    let plain = SourceText(content, encoding: .utf8, markLength: 0, transcoded: nil, counts: counts)
    if counts?.allSatisfy({ $0.isValid }) ?? true { return plain }
    guard let text = Transcoding.utf8(from: .cp932, bytes) else { return nil }
    let japanese = SourceText(content, encoding: .cp932, markLength: 0, transcoded: text)
    let names = (knownNames(plain, schema, delimiter), knownNames(japanese, schema, delimiter))
    if names.0 != names.1 { return names.0 > names.1 ? plain : japanese }
    let bad = (badCells(plain, delimiter), badCells(japanese, delimiter))
    return bad.0 < bad.1 ? plain : japanese
  }

  /// How many names of columns the header has.
  private static func knownNames(_ text: SourceText, _ schema: Schema, _ delimiter: UInt8) -> Int {
    var scanner = RecordScanner(text.bytes, delimiter: delimiter)
    guard let record = scanner.nextFilled() else { return 0 }
    return record.cells.count { schema.column(named: foldedWord(text.string($0))) != nil }
  }

  /// How many cells hold bytes that are no characters.
  private static func badCells(_ text: SourceText, _ delimiter: UInt8) -> Int {
    guard let base = text.bytes.assumingMemoryBound(to: UInt8.self).baseAddress else { return 0 }
    var scanner = RecordScanner(text.bytes, delimiter: delimiter)
    var count = 0
    while let record = scanner.next() {
      for cell in record.cells where !UTF8Check.isValid(base, cell.start, cell.end) { count += 1 }
    }
    return count
  }

  /// The text of a cell, unquoted and trimmed.
  func string(_ cell: RawCell) -> String {
    String(decoding: Cell.content(of: slice(cell.start, cell.end - cell.start)), as: UTF8.self)
  }
}

/// Text that several threads read.
struct SharedText: @unchecked Sendable {
  let base: UnsafePointer<UInt8>
  let count: Int
}
