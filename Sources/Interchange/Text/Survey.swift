import Bytes

/// A part of a table that is read by itself: it begins and ends between records.
struct Chunk {
  var start: Int
  var end: Int
  /// The line it begins on, from 1.
  var line: Int
  /// How many lines it has at most.
  var lines: Int
  /// Whether it has NUL bytes or bytes that are no characters.
  var isSuspicious: Bool
}

/// Cuts delimited text into chunks that several threads can read.
///
/// A cut must not fall inside quotes. The number of quotes before a place tells whether it does, as long as quotes
/// stand only where they may; a reader that meets one elsewhere asks for the whole text as one chunk.
enum Survey {
  private struct Counts {
    var quotes = 0
    var lines = 0
    var isSuspicious = false
  }

  /// Chunks that cover the text from `start`, which begins a record on `line`.
  ///
  /// - Complexity: O(*n*), on several threads.
  static func chunks(
    _ text: SharedText, from start: Int, line: Int, size: Int, threads: Int
  ) -> [Chunk] {
    guard start < text.count else { return [] }
    let parts = max(1, (text.count - start + size - 1) / size)
    let counts = concurrentMap(parts, threads: threads) { part in
      count(text, start + part * size, min(text.count, start + (part + 1) * size))
    }
    var chunks: [Chunk] = []
    var begin = (index: start, line: line)
    var quotes = 0
    var linesBefore = line
    for part in 0..<parts {
      let target = start + (part + 1) * size
      quotes += counts[part].quotes
      linesBefore += counts[part].lines
      var next = begin
      if part == parts - 1 {
        next = (text.count, linesBefore)
      } else if target > begin.index {
        next = recordStart(text, after: target, line: linesBefore, isQuoted: quotes % 2 == 1)
      }
      if next.index > begin.index {
        // A chunk reaches at most into the parts up to the one it ends in.
        let last = min(parts - 1, (next.index - 1 - start) / size)
        let isOpen = next.index == text.count && !isLineEnd(text.base[text.count - 1])
        chunks.append(
          Chunk(
            start: begin.index, end: next.index, line: begin.line,
            lines: next.line - begin.line + (isOpen ? 1 : 0),
            isSuspicious: counts[((begin.index - start) / size)...last].contains { $0.isSuspicious }))
        begin = next
      }
    }
    return chunks
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The whole text as one chunk.
  static func single(_ chunks: [Chunk]) -> [Chunk] {
    guard var whole = chunks.first, let last = chunks.last else { return [] }
    whole.end = last.end
    whole.lines = last.line + last.lines - whole.line
    whole.isSuspicious = chunks.contains { $0.isSuspicious }
    return [whole]
  }

  private static func count(_ text: SharedText, _ start: Int, _ end: Int) -> Counts {
    let base = text.base
    var result = Counts()
    var index = start
    var hasNUL = false
    var isASCII = true
    while index < end {
      if index > 0, index + Block.width <= end {
        let block = Block(base + index, count: min((end - index) / Block.width, 255))
        result.quotes += block.quotes
        result.lines += block.lines
        hasNUL = hasNUL || block.hasNUL
        isASCII = isASCII && block.isASCII
        index += block.length
        continue
      }
      let byte = base[index]
      if byte == 0x22 { result.quotes += 1 }
      // A line feed counts unless it follows a carriage return, which has counted already.
      if byte == 0x0D || byte == 0x0A && (index == 0 || base[index - 1] != 0x0D) { result.lines += 1 }
      if byte == 0 { hasNUL = true }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    result.isSuspicious = hasNUL || !isASCII && !UTF8Check.isValidPart(base, start, end, textEnd: text.count)
    return result
  }

  /// Counts of a stretch of text, eight bytes at a time in one word.
  private struct Block {
    static let width = 8
    var quotes = 0
    var lines = 0
    var hasNUL = false
    var isASCII = true
    let length: Int

    /// Eight times the same byte.
    @inline(__always)
    private static func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// 1 in each byte of `word` that is 0, 0 in all others.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
      ~(((word & all(0x7F)) &+ all(0x7F)) | word) >> 7 & all(1)
    }

    /// - Parameters:
    ///   - text: where the stretch begins; the byte before it is read as well.
    ///   - count: how many times `width` bytes, at most 255, so that no counter of a byte overflows.
    init(_ text: UnsafePointer<UInt8>, count: Int) {
      length = count * Block.width
      let raw = UnsafeRawPointer(text)
      var (quoted, broken, empty, bits): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      // Whether the byte before is a carriage return: a line feed then counts no more.
      var carried: UInt64 = text[-1] == 0x0D ? 1 : 0
      for step in 0..<count {
        let word = UInt64(
          littleEndian: raw.loadUnaligned(fromByteOffset: step * Block.width, as: UInt64.self))
        quoted &+= Block.zeros(word ^ Block.all(0x22))
        let returns = Block.zeros(word ^ Block.all(0x0D))
        let feeds = Block.zeros(word ^ Block.all(0x0A))
        broken &+= returns &+ (feeds & ~(returns << 8 | carried))
        carried = returns >> 56
        empty |= (word &- Block.all(1)) & ~word
        bits |= word
      }
      for lane in 0..<8 {
        quotes += Int(quoted >> UInt64(lane * 8) & 0xFF)
        lines += Int(broken >> UInt64(lane * 8) & 0xFF)
      }
      hasNUL = empty & Block.all(0x80) != 0
      isASCII = bits & Block.all(0x80) == 0
    }
  }

  /// The first record that begins after `target`, and its line.
  private static func recordStart(
    _ text: SharedText, after target: Int, line: Int, isQuoted: Bool
  ) -> (index: Int, line: Int) {
    let base = text.base
    var (index, line, isQuoted) = (target, line, isQuoted)
    while index < text.count {
      let byte = base[index]
      if byte == 0x22 {
        isQuoted.toggle()
      } else if byte == 0x0A {
        if base[index - 1] != 0x0D { line += 1 }
        if !isQuoted { return (index + 1, line) }
      } else if byte == 0x0D {
        line += 1
        if !isQuoted {
          let isPair = index + 1 < text.count && base[index + 1] == 0x0A
          return (index + (isPair ? 2 : 1), line)
        }
      }
      index += 1
    }
    return (text.count, line)
  }
}
