/// Text being written, as UTF-8 bytes.
package struct ByteBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var count: Int { bytes.count }

  package mutating func reserve(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  package mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func append(bytes more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends a number in decimal digits.
  package mutating func append(decimal value: UInt64) {
    if value >= 10 {
      var divisor: UInt64 = 10
      while value / divisor >= 10 { divisor *= 10 }
      while divisor >= 1 {
        bytes.append(UInt8(48 + value / divisor % 10))
        divisor /= 10
      }
    } else {
      bytes.append(UInt8(48 + value))
    }
  }
}
