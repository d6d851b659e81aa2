import Bytes
import Numbering
import SupplyChain

/// A file that holds a table.
struct TableFile: Sendable {
  let table: TableName
  let name: String
  let isTabbed: Bool
  let content: FileContent

  var delimiter: UInt8 { isTabbed ? 0x09 : UInt8(ascii: ",") }
}

/// A table as read from its file, before rows set aside are removed.
struct TableReading: Sendable {
  let file: TableFile
  /// nil when the system cannot convert the file.
  let text: SourceText?
  let header: Header?
  var raw: RawTable
  /// Problems of the file and its header.
  var problems: [Problem]

  /// Whether its rows could be read at all.
  var isUsable: Bool { header.map { !$0.isUseless && !$0.lacksRequired } ?? false }

  /// Whether there may be ids in the file that could not be read.
  var isIncomplete: Bool {
    guard let header, !header.isUseless else { return true }
    return raw.isCutShort || raw.isTooLarge || !header.fields.contains { $0.slot == 0 }
  }

  /// Reads a file.
  ///
  /// - Complexity: O(*n*) in its size, on several threads.
  init(_ file: TableFile, number: UInt16, operators: IDTable, options: ReadOptions) {
    self.file = file
    var options = options
    options.chunkSize = Self.chunkSize(bytes: file.content.bytes.count, most: options.chunkSize)
    let schema = Schema.of(file.table)
    raw = RawTable(schema: schema)
    problems = []
    guard
      let text = SourceText.open(file.content, schema: schema, delimiter: file.delimiter, options: options)
    else {
      self.text = nil
      header = nil
      problems = [Problem(file: number, code: .cannotConvert)]
      return
    }
    self.text = text
    let header = Header(text, schema: schema, delimiter: file.delimiter, file: number)
    self.header = header
    problems = header.problems
    guard !header.isUseless, let base = text.bytes.assumingMemoryBound(to: UInt8.self).baseAddress else {
      return
    }
    let shared = SharedText(base: base, count: text.count)
    let plan = ReadingPlan(
      schema: schema, header: header, delimiter: file.delimiter, file: number, operators: operators,
      options: options)
    var chunks = Survey.chunks(
      shared, from: header.bodyStart, line: header.bodyLine, size: options.chunkSize,
      counts: text.counts, threads: options.threads)
    let slots = Set(header.fields.compactMap(\.slot))
    raw = RawTable(
      plan, shared, chunks, slots: slots, threads: options.threads, done: { file.content.letGo($0) })
    if chunks.count > 1, raw.isIrregular {
      // A quote where none may stand: the cuts may be wrong, so the text is read from its beginning to its end.
      raw = RawTable(schema: schema)
      chunks = Survey.single(chunks)
      raw = RawTable(
        plan, shared, chunks, slots: slots, threads: options.threads, done: { file.content.letGo($0) })
    }
    if raw.isTooLarge { problems.append(Problem(file: number, code: .tooLarge)) }
  }

  /// How many bytes one thread reads at a time: small files are cut as well, so that no thread waits long for another.
  private static func chunkSize(bytes: Int, most: Int) -> Int {
    max(1, min(most, max(1 << 18, bytes / 32)))
  }

  /// Sets aside rows whose key is on an earlier row; the later ones are reported with their key's text.
  mutating func dropDuplicates(number: UInt16, texts: inout TextColumn, threads: Int) {
    guard raw.schema.columns[0].kind == .key, case .text(let keys) = raw.columns[0] else { return }
    let marked = KeyOrder.marked(keys, threads: threads)
    if marked.ascends {
      raw.columns[0] = .text(marked)
      return
    }
    let pairs = Duplicates.find(keys, threads: threads)
    guard !pairs.isEmpty else { return }
    let field = header?.fields.firstIndex { $0.slot == 0 } ?? 0
    for pair in pairs {
      problems.append(
        Problem(
          offset: UInt64(texts.count), extra: UInt64(raw.lines[Int(pair.first)]),
          line: raw.lines[Int(pair.row)],
          field: UInt16(clamping: field + 1), file: number, code: .duplicateID))
      texts.append(keys[Int(pair.row)])
    }
    raw.setAside(pairs.map(\.row))
  }

  /// The ids of the key column as a table for look-ups: rows set aside are known as such.
  func idTable() -> IDTable {
    guard case .text(let keys) = raw.columns[0] else {
      return IDTable(ids: TextColumn(), targets: [], isIncomplete: true)
    }
    var targets = [UInt32](repeating: 0, count: raw.count)
    var next = 0
    var index: UInt32 = 0
    for row in 0..<raw.count {
      if next < raw.aside.count, raw.aside[next] == UInt32(row) {
        targets[row] = IDTable.aside
        next += 1
      } else {
        targets[row] = index
        index += 1
      }
    }
    return IDTable(ids: keys, targets: targets, isIncomplete: isIncomplete)
  }

  /// Where the rows come from; after `compact`.
  func origin() -> TableOrigin {
    var origin = TableOrigin()
    origin.isPresent = isUsable
    origin.file = file.name
    origin.lines = raw.lines
    return origin
  }
}
