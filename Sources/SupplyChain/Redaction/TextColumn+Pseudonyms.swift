import Bytes

/// How the texts of a column become pseudonyms.
protocol PseudonymWriter: Sendable {
  /// Appends the pseudonym of a row; the text is not blank.
  func append(_ text: UnsafeRawBufferPointer, row: Int, to bytes: inout [UInt8])
}

extension TextColumn {
  /// The column with a pseudonym for each text; blank cells stay blank.
  ///
  /// - Complexity: O(*n*) in rows and the bytes of the texts, on all threads.
  func redacted(by writer: some PseudonymWriter, threads: Int) -> TextColumn {
    let size = 1 << 14
    let parts = concurrentMap((count + size - 1) / size, threads: threads) { part in
      let rows = part * size..<min(count, (part + 1) * size)
      var texts: [UInt8] = []
      var ends: [UInt32] = []
      texts.reserveCapacity(rows.count * 16)
      ends.reserveCapacity(rows.count)
      bytes.withUnsafeBytes { bytes in
        for row in rows {
          let range = range(row)
          if !range.isEmpty {
            writer.append(UnsafeRawBufferPointer(rebasing: bytes[range]), row: row, to: &texts)
          }
          ends.append(UInt32(texts.count))
        }
      }
      return (texts: texts, ends: ends)
    }
    var texts: [UInt8] = []
    var ends: [UInt32] = []
    texts.reserveLarge(parts.reduce(0) { $0 + $1.texts.count })
    ends.reserveLarge(count)
    for part in parts {
      let start = UInt32(clamping: texts.count)
      texts.append(contentsOf: part.texts)
      for end in part.ends { ends.append(start &+ end) }
    }
    return TextColumn(pseudonyms: texts, ends: ends, of: self)
  }
}

/// A pseudonym for each text, equal for equal texts.
struct CodeWriter: PseudonymWriter {
  let redaction: Redaction
  let kind: PseudonymKind

  func append(_ text: UnsafeRawBufferPointer, row: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: kind.prefix.utf8)
    redaction.code(kind, text).append(length: kind.length, to: &bytes)
  }
}

/// A pseudonym for each part of a list joined by `;`, blanks around it aside.
struct ListWriter: PseudonymWriter {
  let redaction: Redaction
  let kind: PseudonymKind

  func append(_ text: UnsafeRawBufferPointer, row: Int, to bytes: inout [UInt8]) {
    let parts = String(decoding: text, as: UTF8.self).split(separator: ";").map { part in
      var part = part
      while part.first?.isWhitespace == true { part.removeFirst() }
      while part.last?.isWhitespace == true { part.removeLast() }
      return redaction.pseudonym(kind, String(part))
    }
    bytes.append(contentsOf: parts.joined(separator: ";").utf8)
  }
}

/// The code of the operator of a row.
struct OperatorWriter: PseudonymWriter {
  let codes: OperatorCodes
  let prefix: String

  func append(_ text: UnsafeRawBufferPointer, row: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: prefix.utf8)
    codes.append(row, to: &bytes)
  }
}

/// One word for every text.
struct WithheldWriter: PseudonymWriter {
  let word: String

  func append(_ text: UnsafeRawBufferPointer, row: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: word.utf8)
  }
}
