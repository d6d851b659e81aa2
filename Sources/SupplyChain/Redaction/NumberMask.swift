import Bytes
import Numbering
import Synchronization

/// Telephone numbers as somebody outside may see them: `050-KMRT-4567`.
///
/// What tells the kind of number stays, and so do the last digits, as many as a designated block of that kind has; the
/// digits between, which tell whose block it is, become letters by a permutation of all such blocks that the key
/// decides. So equal numbers stay equal, different ones different; numbers and ranges of one block stand to one another
/// as they do in truth; and no pseudonym is anybody's number.
package final class NumberMask: Sendable {
  /// How the digits after the leading 0 fall apart.
  private struct Form {
    /// Digits that stay, from the left.
    let kind: Int
    /// Digits that become letters.
    let block: Int
    /// Digits that stay, to the right.
    let place: Int
  }

  /// Ten letters that look like no digit.
  private static let letters: StaticString = "CDFHJKMRTX"

  /// The numbers that begin alike, and how many blocks they have.
  private struct Kind: Hashable {
    let digits: UInt64
    let blocks: Int
  }

  private let key: HMACSHA256
  /// Where each block of a kind goes.
  private let known = Mutex<[Kind: [UInt32]]>([:])

  package init(_ key: HMACSHA256) {
    self.key = key
  }

  /// The number with its leading 0 and without separators, as many characters as it has digits.
  package func text(_ rawValue: UInt64) -> String {
    let form = Self.form(of: rawValue)
    let places = Self.power(form.place)
    let blocks = Self.power(form.block)
    let kind = Kind(digits: rawValue / places / blocks, blocks: Int(blocks))
    let block = masked(Int(rawValue / places % blocks), of: kind)
    var digits: [UInt8] = [0x30]
    Self.append(kind.digits, length: form.kind, to: &digits) { 48 + $0 }
    Self.append(UInt64(block), length: form.block, to: &digits) { Self.letters.utf8Start[Int($0)] }
    Self.append(rawValue % places, length: form.place, to: &digits) { 48 + $0 }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func form(of rawValue: UInt64) -> Form {
    if rawValue >= 10_000_000_000 { return Form(kind: 3, block: 5, place: 5) }
    switch TelephoneNumber(rawValue: rawValue)?.category {
    case .ip: return Form(kind: 2, block: 4, place: 4)
    case .mobile, .data: return Form(kind: 2, block: 3, place: 5)
    case .paging, .fmc: return Form(kind: 3, block: 3, place: 4)
    case .service:
      return rawValue >= 1_000_000_000
        ? Form(kind: 3, block: 3, place: 4) : Form(kind: 3, block: 3, place: 3)
    case .fixed, nil: return Form(kind: 0, block: 5, place: 4)
    }
  }

  private static func power(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { value, _ in value * 10 }
  }

  private static func append(
    _ value: UInt64, length: Int, to bytes: inout [UInt8], _ character: (UInt8) -> UInt8
  ) {
    var divisor = power(length)
    for _ in 0..<length {
      divisor /= 10
      bytes.append(character(UInt8(value / divisor % 10)))
    }
  }

  /// Where a block goes among all blocks of a kind.
  private func masked(_ block: Int, of kind: Kind) -> UInt32 {
    known.withLock { known in
      if let table = known[kind] { return table[block] }
      let table = permutation(kind)
      known[kind] = table
      return table[block]
    }
  }

  /// A permutation of as many blocks, shuffled by numbers that the key decides.
  ///
  /// - Complexity: O(*n*), at most 100,000.
  private func permutation(_ kind: Kind) -> [UInt32] {
    var table = (0..<UInt32(kind.blocks)).map { $0 }
    var stream = KeyedNumbers(HMACSHA256(key: key.code(of: "\(kind.digits)/\(kind.blocks)")))
    for last in stride(from: kind.blocks - 1, to: 0, by: -1) {
      table.swapAt(last, stream.next(below: last + 1))
    }
    return table
  }
}

/// Numbers that follow from a key, as if drawn.
private struct KeyedNumbers {
  private let key: HMACSHA256
  private var counter: UInt64 = 0
  private var words = SIMD8<UInt32>()
  private var used = 4

  init(_ key: HMACSHA256) {
    self.key = key
  }

  /// A number from 0 on, below a bound; of bounds up to 100,000 none is preferred by more than one part in 2⁴⁷.
  mutating func next(below bound: Int) -> Int {
    if used == 4 {
      withUnsafeBytes(of: counter.bigEndian) { words = key.words(of: $0) }
      counter += 1
      used = 0
    }
    let value = UInt64(words[2 * used]) << 32 | UInt64(words[2 * used + 1])
    used += 1
    return Int(value.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
