import Numbering

/// The days that synthetic datasets are made around, as ordinals of `Day`.
enum Dates {
  /// A blank cell.
  static let none = 0
  /// 2026-10-01: every dataset is made to be checked on this day.
  static let audit = 46_295
  /// 2019-05-22: the regime of number-use plans begins.
  static let regime = 43_606
  /// 2026-05-27: from then on continuity of service is confirmed.
  static let continuity = 46_168
  /// 2023-01-01: from then on approval and conditions are confirmed.
  static let confirmation = 44_926
  /// 2026-08-31: the last start of a provision that is no planted breach.
  static let lastStart = 46_264
  /// 2004-04-01 and 2025-03-31: between them established operators began.
  static let firstService = 38_077
  static let lastService = 45_746
  /// 2025-11-01 and 2026-04-30: between them young operators began.
  static let firstYoungService = 45_961
  static let lastYoungService = 46_141
}

/// Dates from 1990 to 2035 ready to be copied.
struct DateTexts: Sendable {
  static let length = 10
  private static let first = 32_873
  private static let count = 16_800
  private let bytes: [UInt8]

  init() {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(DateTexts.count * DateTexts.length)
    for ordinal in DateTexts.first..<DateTexts.first + DateTexts.count {
      let day = Day(ordinal: Int32(ordinal)) ?? .earliest
      bytes.append(contentsOf: day.description.utf8)
    }
    self.bytes = bytes
  }

  /// Writes the ten bytes of a date.
  @inline(__always)
  func copy(_ ordinal: Int, to target: UnsafeMutablePointer<UInt8>) {
    let index = min(max(ordinal - DateTexts.first, 0), DateTexts.count - 1)
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      target.update(from: base + index * DateTexts.length, count: DateTexts.length)
    }
  }
}
