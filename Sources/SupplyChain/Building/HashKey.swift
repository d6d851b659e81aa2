/// A secret with which numbers and short texts are hashed, so that no data can be made whose keys collide.
///
/// Nothing that is put out depends on it: it only decides where a table looks.
struct HashKey: Sendable {
  private let first: UInt64
  private let second: UInt64

  /// Drawn once for each run of the program.
  static let ofProcess = HashKey()

  private init() {
    first = UInt64.random(in: .min ... .max)
    second = UInt64.random(in: .min ... .max)
  }

  /// The hash of a number; all of its bits are equally good.
  @inline(__always)
  func hash(_ number: UInt64) -> UInt64 {
    let product = (number ^ first).multipliedFullWidth(by: (number &+ second) | 1)
    return Self.fold((product.high ^ product.low) ^ first, second | 1)
  }

  /// The hash of a text: eight bytes at a time, each step a multiplication whose halves are joined.
  @inline(__always)
  func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hash = first ^ UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    while text.count - offset >= 8 {
      let word = text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = Self.fold(hash ^ word, second)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return Self.fold(Self.fold(hash ^ rest, second), first | 1)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
