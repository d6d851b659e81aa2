/// Positions of one supplier's provisions by recipient: recipient and position packed in one word and sorted.
struct RecipientOrder {
  private(set) var keys: [UInt64] = []
  private var isSorted = true
  private var spare: [UInt64] = []
  private var different: UInt64 = 0

  /// Below it a comparing sort is faster.
  private static let longest = 256

  mutating func begin() {
    keys.removeAll(keepingCapacity: true)
    isSorted = true
    different = 0
  }

  /// Adds a provision; positions must ascend.
  mutating func add(_ recipient: OperatorIndex, _ position: Int) {
    let key = UInt64(recipient) << 32 | UInt64(UInt32(position))
    if let last = keys.last {
      isSorted = isSorted && last < key
      different |= (key ^ last) >> 32
    }
    keys.append(key)
  }

  mutating func finish() {
    if isSorted { return }
    if keys.count <= Self.longest {
      keys.sort()
    } else {
      // Positions ascend already, and the sort is stable.
      sortByDigits(&keys, &spare, different: different) { $0 >> 32 }
    }
  }

  static func position(_ key: UInt64) -> Int { Int(key & 0xFFFF_FFFF) }

  static func recipient(_ key: UInt64) -> OperatorIndex { UInt32(key >> 32) }
}
