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
  /// What a part of the text holds.
  struct Counts {
    var quotes = 0
    var lines = 0
    var hasNUL = false
    /// Whether it is well-formed UTF-8.
    var isValid = true

    var isSuspicious: Bool { hasNUL || !isValid }
  }

  /// What each `size` bytes of a text hold.
  ///
  /// - Complexity: O(*n*), on several threads.
  static func counts(_ text: SharedText, size: Int, threads: Int) -> [Counts] {
    concurrentMap((text.count + size - 1) / size, threads: threads) { part in
      count(text, part * size, min(text.count, (part + 1) * size))
    }
  }

  /// Chunks that cover the text from `start`, which begins a record on `line`.
  ///
  /// - Parameter counts: those of the whole text by `size`, where they are known.
  /// - Complexity: O(*n*), on several threads; O(*c*) in the chunks where the counts are known.
  static func chunks(
    _ text: SharedText, from start: Int, line: Int, size: Int, counts: [Counts]?, threads: Int
  ) -> [Chunk] {
    guard start < text.count else { return [] }
    let counts = counts ?? self.counts(text, size: size, threads: threads)
    let parts = counts.count
    let header = count(text, 0, start)
    var chunks: [Chunk] = []
    var begin = (index: start, line: line)
    var quotes = -header.quotes
    var linesBefore = line - header.lines
    for part in 0..<parts {
      let target = (part + 1) * size
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
        let last = min(parts - 1, (next.index - 1) / size)
        let isOpen = next.index == text.count && !isLineEnd(text.base[text.count - 1])
        chunks.append(
          Chunk(
            start: begin.index, end: next.index, line: begin.line,
            lines: next.line - begin.line + (isOpen ? 1 : 0),
            isSuspicious: counts[(begin.index / size)...last].contains { $0.isSuspicious }))
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
    var result = Counts()
    var index = start
    while index < end {
      let stop = min(end, index + stretch)
      let isASCII = add(text.base, index, stop, to: &result)
      if !isASCII, result.isValid {
        result.isValid = UTF8Check.isValidPart(text.base, index, stop, textEnd: text.count)
      }
      index = stop
    }
    return result
  }

  /// How many bytes are counted before those that are not ASCII are looked at again, still in the nearest cache.
  private static let stretch = 128 * Block.length

  /// Adds what a stretch holds; says whether it is all ASCII.
  private static func add(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, to result: inout Counts
  ) -> Bool {
    var index = start
    var hasNUL = false
    var isASCII = true
    while index < end {
      if index > 0, index + Block.length <= end {
        let block = Block(base + index)
        result.quotes += Int(block.quotes)
        result.lines += Int(block.lines)
        hasNUL = hasNUL || block.least == 0
        isASCII = isASCII && block.bits < 0x80
        index += Block.length
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
    result.hasNUL = result.hasNUL || hasNUL
    return isASCII
  }

  /// Counts of a stretch of text. Every counter is one byte wide and nothing branches, so that the compiler looks at
  /// sixteen bytes at a time.
  private struct Block {
    /// At most 255, so that no counter overflows.
    static let length = 192
    var quotes: UInt8 = 0
    var lines: UInt8 = 0
    /// The least byte: 0 where one is NUL.
    var least: UInt8 = 0xFF
    /// All bits of all bytes.
    var bits: UInt8 = 0

    /// - Parameter text: where the stretch begins; the byte before it is read as well.
    init(_ text: UnsafePointer<UInt8>) {
      var (returns, feeds): (UInt8, UInt8) = (0, 0)
      for index in 0..<Block.length {
        let byte = text[index]
        quotes &+= byte == 0x22 ? 1 : 0
        returns &+= byte == 0x0D ? 1 : 0
        feeds &+= byte == 0x0A ? 1 : 0
        least = min(least, byte)
        bits |= byte
      }
      // A line feed behind a carriage return counts no more.
      lines = returns &+ feeds &- (returns == 0 && text[-1] != 0x0D ? 0 : Block.pairs(text))
    }

    /// How many line feeds of a stretch follow a carriage return.
    @inline(never)
    private static func pairs(_ text: UnsafePointer<UInt8>) -> UInt8 {
      var pairs: UInt8 = 0
      for index in 0..<Block.length {
        let pair = (text[index] ^ 0x0A) | (text[index &- 1] ^ 0x0D)
        pairs &+= pair == 0 ? 1 : 0
      }
      return pairs
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
