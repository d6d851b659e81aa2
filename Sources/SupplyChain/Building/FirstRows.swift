import Bytes

/// For each row of a column of numbers, the first row with the same number.
struct FirstRows {
  /// The first row of each row's number; the row itself where the number is 0.
  let rows: [UInt32]

  /// - Complexity: O(*n*) expected: open addressing with a multiplier that is drawn anew for each process, so that nobody
  ///   can choose numbers that all collide.
  init(of numbers: [UInt64]) {
    let bits = max(4, Int.bitWidth - (2 * numbers.count).leadingZeroBitCount)
    let shift = UInt64(64 - bits)
    let key = HashKey.ofProcess
    var slots = [UInt32](large: 1 << bits) { $0.initialize(repeating: noIndex) }
    rows = [UInt32](large: numbers.count) { rows in
      numbers.withUnsafeBufferPointer { numbers in
        slots.withUnsafeMutableBufferPointer { slots in
          for row in numbers.indices {
            let number = numbers[row]
            rows[row] = UInt32(row)
            if number == 0 { continue }
            var slot = Int(key.hash(number) >> shift)
            while slots[slot] != noIndex, numbers[Int(slots[slot])] != number {
              slot = (slot + 1) & (slots.count - 1)
            }
            if slots[slot] == noIndex { slots[slot] = UInt32(row) } else { rows[row] = slots[slot] }
          }
        }
      }
    }
  }
}
