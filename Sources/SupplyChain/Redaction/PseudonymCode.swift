import Bytes

/// 128 bits of a keyed hash, written with the 32 characters of Crockford's base 32, which has no I, L, O and U.
package struct PseudonymCode: Sendable, Equatable {
  /// 40 bits: enough to tell the few apart that a reader has before him.
  package static let short = 8
  /// 65 bits: among ten million texts two have one with a probability of one in a million.
  package static let long = 13
  /// 125 bits.
  package static let longest = 25

  package let high: UInt64
  package let low: UInt64

  package init(_ words: SIMD8<UInt32>) {
    high = UInt64(words[0]) << 32 | UInt64(words[1])
    low = UInt64(words[2]) << 32 | UInt64(words[3])
  }

  /// The first sixteen of at least as many bytes.
  package init(_ bytes: [UInt8]) {
    high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let characters: StaticString = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

  /// Appends the first characters, at most 25.
  package func append(length: Int, to bytes: inout [UInt8]) {
    var (high, low) = (high, low)
    for _ in 0..<length {
      bytes.append(Self.characters.utf8Start[Int(high >> 59)])
      high = high << 5 | low >> 59
      low <<= 5
    }
  }

  /// The first characters.
  package func text(length: Int) -> String {
    var bytes: [UInt8] = []
    append(length: length, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The codes of the operators of a ledger: eight characters, or as many more as it takes to tell them apart.
///
/// A longer code begins with the shorter, so an operator can be recognised where another ledger shows fewer characters.
struct OperatorCodes: Sendable {
  private let codes: [PseudonymCode]
  /// The first 40 bits that several codes begin with.
  private let shared: Set<UInt64>
  /// The first 64 bits that several codes begin with.
  private let sharedFurther: Set<UInt64>

  /// - Complexity: O(*n* log *n*) in operators.
  init(_ ids: TextColumn, _ redaction: Redaction, threads: Int) {
    let count = ids.count
    let size = 1 << 14
    let parts = concurrentMap((count + size - 1) / size, threads: threads) { part in
      ids.bytes.withUnsafeBytes { bytes in
        (part * size..<min(count, (part + 1) * size)).map { row in
          redaction.code(.operator, UnsafeRawBufferPointer(rebasing: bytes[ids.range(row)]))
        }
      }
    }
    self.init(Array(parts.joined()))
  }

  init(_ codes: [PseudonymCode]) {
    self.codes = codes
    var (shared, further): (Set<UInt64>, Set<UInt64>) = ([], [])
    let sorted = codes.map(\.high).sorted()
    for index in sorted.indices.dropFirst() where sorted[index] >> 24 == sorted[index - 1] >> 24 {
      shared.insert(sorted[index] >> 24)
      if sorted[index] == sorted[index - 1] { further.insert(sorted[index]) }
    }
    (self.shared, sharedFurther) = (shared, further)
  }

  func append(_ row: Int, to bytes: inout [UInt8]) {
    let code = codes[row]
    var length = PseudonymCode.short
    if !shared.isEmpty, shared.contains(code.high >> 24) {
      length = sharedFurther.contains(code.high) ? PseudonymCode.longest : PseudonymCode.long
    }
    code.append(length: length, to: &bytes)
  }
}
