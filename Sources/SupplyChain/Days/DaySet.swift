import Numbering

/// Days of a window of at most 512 days, in four bytes: an interval, or a place in a `DaySetPool`.
///
/// Nearly every set that comes up is an interval. Equal sets of one pool are equal values.
package struct DaySet: Sendable, Equatable {
  /// Of an interval bits 0 to 9 are its start, bits 10 to 19 its end; 0 is no day. The highest bit marks a place.
  fileprivate let code: UInt32

  fileprivate static let placed: UInt32 = 1 << 31

  /// How many days a window may have.
  package static let longest = 512

  /// No day.
  package static let none = DaySet(code: 0)

  fileprivate init(code: UInt32) {
    self.code = code
  }

  /// The days from an offset in the window up to but not including another, neither beyond 512.
  @inline(__always)
  init(start: UInt32, end: UInt32) {
    code = start < end ? start | end << 10 : 0
  }

  package var isEmpty: Bool { code == 0 }

  /// The days as offsets in the window, when they are an interval.
  @inline(__always)
  package var interval: Range<Int>? {
    isPlaced ? nil : Int(start)..<Int(end)
  }

  @inline(__always)
  fileprivate var isPlaced: Bool { code & Self.placed != 0 }
  @inline(__always)
  fileprivate var start: UInt32 { code & 1023 }
  @inline(__always)
  fileprivate var end: UInt32 { code >> 10 & 1023 }
}

/// The days that sets are about: at most 512 that follow one another.
package struct DayWindow: Sendable {
  package let days: DayInterval

  package init(days: DayInterval) {
    self.days = days
  }

  /// The windows that a period falls into, in order.
  package static func windows(of days: DayInterval) -> [DayWindow] {
    stride(from: Int(days.start), to: Int(days.end), by: DaySet.longest).map { start in
      DayWindow(days: DayInterval(start: Int32(start), end: min(days.end, Int32(start + DaySet.longest))))
    }
  }

  /// All days.
  package var all: DaySet { DaySet(start: 0, end: UInt32(days.end - days.start)) }

  /// The days of the window that lie in an interval.
  @inline(__always)
  package func set(_ start: Int32, _ end: Int32) -> DaySet {
    let (low, high) = (max(start, days.start), min(end, days.end))
    return low < high ? DaySet(start: UInt32(low - days.start), end: UInt32(high - days.start)) : .none
  }
}

/// The sets of days that are no intervals, each kept once.
package struct DaySetPool: Sendable {
  package typealias Mask = SIMD8<UInt64>

  private var masks: [Mask] = []
  private var places: [Mask: UInt32] = [:]

  package init() {}

  /// How many sets are no intervals.
  var count: Int { masks.count }

  /// A bit for each day.
  package func mask(of set: DaySet) -> Mask {
    if set.isPlaced { return masks[Int(set.code & ~DaySet.placed)] }
    return Self.mask(set.start, set.end)
  }

  /// The days of both.
  @inline(__always)
  package mutating func common(_ left: DaySet, _ right: DaySet) -> DaySet {
    if (left.code | right.code) & DaySet.placed == 0 {
      return DaySet(start: max(left.start, right.start), end: min(left.end, right.end))
    }
    return left == right ? left : set(mask(of: left) & mask(of: right))
  }

  /// The days of either.
  @inline(__always)
  package mutating func union(_ left: DaySet, _ right: DaySet) -> DaySet {
    if left == right || right.isEmpty { return left }
    if left.isEmpty { return right }
    if (left.code | right.code) & DaySet.placed == 0, left.start <= right.end, right.start <= left.end {
      return DaySet(start: min(left.start, right.start), end: max(left.end, right.end))
    }
    return set(mask(of: left) | mask(of: right))
  }

  /// The days of the first that the other lacks.
  @inline(__always)
  package mutating func subtract(_ right: DaySet, from left: DaySet) -> DaySet {
    if left == right || left.isEmpty { return .none }
    if right.isEmpty { return left }
    if (left.code | right.code) & DaySet.placed == 0 {
      if right.end <= left.start || left.end <= right.start { return left }
      if right.start <= left.start { return DaySet(start: right.end, end: left.end) }
      if left.end <= right.end { return DaySet(start: left.start, end: right.start) }
    }
    return set(mask(of: left) & ~mask(of: right))
  }

  /// The set of the days of a mask.
  package mutating func set(_ mask: Mask) -> DaySet {
    let first = Self.first(of: mask, from: 0, set: true)
    if first == DaySet.longest { return .none }
    let end = Self.first(of: mask, from: first, set: false)
    if Self.first(of: mask, from: end, set: true) == DaySet.longest {
      return DaySet(start: UInt32(first), end: UInt32(end))
    }
    if let place = places[mask] { return DaySet(code: place | DaySet.placed) }
    let place = UInt32(truncatingIfNeeded: masks.count)
    masks.append(mask)
    places[mask] = place
    return DaySet(code: place | DaySet.placed)
  }

  /// The bits from one up to but not including another.
  fileprivate static func mask(_ start: UInt32, _ end: UInt32) -> Mask {
    var mask = Mask()
    for word in 0..<8 {
      let low = min(max(Int(start) - 64 * word, 0), 64)
      let high = min(max(Int(end) - 64 * word, 0), 64)
      if low < high { mask[word] = (high == 64 ? .max : (1 << UInt64(high)) - 1) & (.max << UInt64(low)) }
    }
    return mask
  }

  /// The first bit from one on that is set, or that is not; 512 for none.
  private static func first(of mask: Mask, from bit: Int, set: Bool) -> Int {
    var word = bit >> 6
    if word == 8 { return DaySet.longest }
    var bits = (set ? mask[word] : ~mask[word]) & (.max << UInt64(bit & 63))
    while bits == 0 {
      word += 1
      if word == 8 { return DaySet.longest }
      bits = set ? mask[word] : ~mask[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }

  /// Calls `body` with the maximal runs of days of a mask, as offsets in the window, ascending.
  @inline(__always)
  package static func runs(of mask: Mask, _ body: (_ start: Int, _ end: Int) -> Void) {
    var end = 0
    while true {
      let start = first(of: mask, from: end, set: true)
      if start == DaySet.longest { return }
      end = first(of: mask, from: start, set: false)
      body(start, end)
    }
  }
}

extension DayWindow {
  /// A bit for each day of the window that lies in an interval.
  package func mask(_ days: DayInterval) -> DaySetPool.Mask {
    let set = set(days.start, days.end)
    return DaySetPool.mask(set.start, set.end)
  }
}

extension DaySetPool {
  /// Whether a day, by its offset in the window, belongs to a set.
  @inline(__always)
  package func contains(_ set: DaySet, _ day: Int) -> Bool {
    if let days = set.interval { return days.contains(day) }
    return mask(of: set)[day >> 6] >> UInt64(day & 63) & 1 != 0
  }
}
