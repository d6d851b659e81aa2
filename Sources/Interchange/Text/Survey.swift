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
        chunks.append(
          Chunk(
            start: begin.index, end: next.index, line: begin.line, lines: next.line - begin.line + 1,
            isSuspicious: counts[((begin.index - start) / size)...last].contains { $0.isSuspicious }))
        begin = next
      }
    }
    return chunks
  }

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
    var bits: UInt8 = 0
    var hasNUL: UInt8 = 0
    // A line feed counts unless it follows a carriage return, which has counted already.
    var previous: UInt8 = start > 0 ? base[start - 1] : 0
    while index < end {
      let stop = min(end, index + 128)
      var (quotes, lines): (UInt8, UInt8) = (0, 0)
      if index > 0 {
        for i in index..<stop {
          let byte = base[i]
          quotes &+= byte == 0x22 ? 1 : 0
          lines &+= byte == 0x0A ? 1 : 0
          lines &+= byte == 0x0D ? 1 : 0
          lines &-= (byte == 0x0A ? 1 : 0) & (base[i &- 1] == 0x0D ? 1 : 0)
          bits |= byte
          hasNUL |= byte == 0 ? 1 : 0
        }
      } else {
        for i in index..<stop {
          let byte = base[i]
          quotes &+= byte == 0x22 ? 1 : 0
          if byte == 0x0D || byte == 0x0A && previous != 0x0D { lines &+= 1 }
          bits |= byte
          hasNUL |= byte == 0 ? 1 : 0
          previous = byte
        }
      }
      result.quotes += Int(quotes)
      result.lines += Int(lines)
      index = stop
    }
    result.isSuspicious =
      hasNUL != 0
      || bits >= 0x80 && !UTF8Check.isValidPart(base, start, end, textEnd: text.count)
    return result
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
