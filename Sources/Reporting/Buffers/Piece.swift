/// Constant text of reports, as bytes that are never freed.
///
/// `@unchecked Sendable`: nothing writes to the bytes once they are made.
struct Piece: @unchecked Sendable {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(_ text: StaticString) {
    start = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  /// Copies text for good: only for what is made once in a process.
  init(constant bytes: [UInt8]) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    bytes.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { copy.initialize(from: first, count: source.count) }
    }
    start = UnsafePointer(copy)
    count = bytes.count
  }

  /// Copies text for good: only for what is made once in a process.
  init(constant text: String) {
    self.init(constant: Array(text.utf8))
  }
}
