extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-04-01`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      writeISO(into: UnsafeMutableRawBufferPointer(buffer))
      return 10
    }
  }

  /// The date as it is written in Japan: `令和8年10月1日（2026-10-01）`.
  public var japanese: String {
    "\(eraDate)（\(description)）"
  }

  /// The date with the year of the era: `令和8年10月1日`, the first year as 元年.
  public var eraDate: String {
    let (_, month, day) = components
    let year = yearOfEra
    return "\(era.kanji)\(year == 1 ? "元" : String(year))年\(month)月\(day)日"
  }

  /// Writes the ten ASCII bytes `2026-04-01` at the beginning of a buffer of at least that size.
  package func writeISO(into buffer: UnsafeMutableRawBufferPointer) {
    precondition(buffer.count >= 10)
    let (year, month, day) = components
    func put(_ value: Int, at index: Int) {
      buffer[index] = UInt8(truncatingIfNeeded: 48 + value / 10)
      buffer[index + 1] = UInt8(truncatingIfNeeded: 48 + value % 10)
    }
    put(year / 100, at: 0)
    put(year % 100, at: 2)
    buffer[4] = UInt8(ascii: "-")
    put(month, at: 5)
    buffer[7] = UInt8(ascii: "-")
    put(day, at: 8)
  }

  /// Calls `body` with the ten ASCII bytes `2026-04-01`; nothing is allocated.
  package func withISO<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(byteCount: 10, alignment: 1) { buffer in
      writeISO(into: buffer)
      return body(UnsafeRawBufferPointer(buffer))
    }
  }
}
