import Bytes
import SupplyChain

/// Ids that are one prefix and a number of fixed length, as `OP0012345`: found by the number, without a hash.
///
/// A table is made only where the numbers lie densely enough for it to be smaller than one of hashes.
final class NumberedIDs: Sendable {
  private static let mostDigits = 8
  private static let longestPrefix = 8

  /// By number; the last one is of no id.
  private let targets: [UInt32]
  private let prefix: UInt64
  private let prefixLength: Int
  private let digits: Int
  private let first: UInt64

  /// nil where the ids are not of that form, are blank or lie too far apart.
  ///
  /// - Parameter targets: what a search for each row's id finds; of equal ids the first counts.
  /// - Complexity: O(*n*).
  init?(ids: TextColumn, targets: [UInt32]) {
    let count = ids.count
    guard count > 0, targets.count == count else { return nil }
    let sample = Array(ids.bytes[ids.range(0)])
    let digits = min(
      sample.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count, NumberedIDs.mostDigits)
    let length = sample.count
    guard digits > 0, length - digits <= NumberedIDs.longestPrefix, ids.bytes.count == count * length else {
      return nil
    }
    self.digits = digits
    prefixLength = length - digits
    // Eight bytes may be loaded at the last id as well.
    var bytes = ids.bytes
    bytes.append(contentsOf: [UInt8](repeating: 0, count: 16))
    let form: (prefix: UInt64, least: UInt64, greatest: UInt64)? = bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return nil }
      let prefix = base.word(length - digits)
      var (least, greatest) = (UInt64.max, UInt64(0))
      for row in 0..<count {
        let id = base + row &* length
        guard ids.ends[row] == UInt32(truncatingIfNeeded: (row &+ 1) &* length),
          id.word(length - digits) == prefix, let number = DigitWord.value(id + (length - digits), digits)
        else { return nil }
        least = min(least, number)
        greatest = max(greatest, number)
      }
      return (prefix, least, greatest)
    }
    guard let form, form.greatest - form.least < UInt64(count) * 8 + 1_024 else { return nil }
    prefix = form.prefix
    first = form.least
    var table = [UInt32](large: Int(form.greatest - form.least) + 2) { $0.initialize(repeating: noIndex) }
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      for row in 0..<count {
        let number = DigitWord.value(base + (row &* length &+ length - digits), digits) ?? form.least
        let place = Int(truncatingIfNeeded: number - form.least)
        if table[place] == noIndex { table[place] = targets[row] }
      }
    }
    self.targets = table
  }

  /// The target of an id, `noIndex` when it is unknown; nothing behind its bytes is read.
  func find(_ id: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    guard count == prefixLength + digits else { return noIndex }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { copy in
      copy.initialize(repeating: 0)
      guard let base = copy.baseAddress else { return noIndex }
      base.update(from: id, count: count)
      return withView { $0.find(UnsafePointer(base), count) }
    }
  }

  /// Calls a loop with the table; valid only there.
  func withView<Result>(_ body: (NumberedIDsView) -> Result) -> Result {
    targets.withUnsafeBufferPointer { targets in
      body(
        NumberedIDsView(
          targets: targets, prefix: prefix, prefixLength: prefixLength, digits: digits, first: first))
    }
  }
}

/// The table without its owner, for loops.
struct NumberedIDsView {
  let targets: UnsafeBufferPointer<UInt32>
  let prefix: UInt64
  let prefixLength: Int
  let digits: Int
  let first: UInt64

  /// The target of an id, `noIndex` when it is unknown; sixteen bytes can be read at `id`, however long it is.
  @inline(__always)
  func find(_ id: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    targets[place(id, count)]
  }

  /// Where in `targets` an id is, the last place when it is unknown; sixteen bytes can be read at `id`.
  @inline(__always)
  func place(_ id: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let last = targets.count &- 1
    guard count == prefixLength &+ digits, id.word(prefixLength) == prefix,
      let number = DigitWord.value(id + prefixLength, digits)
    else { return last }
    let place = number &- first
    return place < UInt64(last) ? Int(truncatingIfNeeded: place) : last
  }
}
