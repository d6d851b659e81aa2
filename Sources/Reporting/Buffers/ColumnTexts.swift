import SupplyChain

/// The texts of a column, read without touching the arrays that hold them.
///
/// Valid only inside the call that gave it; see `FindingColumns`.
struct ColumnTexts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let ends: UnsafeBufferPointer<UInt32>

  init(bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<UInt32>) {
    self.bytes = bytes
    self.ends = ends
  }

  /// The text of a row of the column.
  @inline(__always)
  subscript(row: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = start(row)
    return UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[Int(row)])])
  }

  /// Where the text of a row begins.
  @inline(__always)
  func start(_ row: UInt32) -> Int {
    row == 0 ? 0 : Int(ends[Int(row) &- 1])
  }

  /// A byte of the text of a row, so that the processor fetches it: nothing else is meant by it.
  @inline(__always)
  func touch(_ row: UInt32) -> UInt8 {
    let start = start(row)
    return start < bytes.count ? bytes[start] : 0
  }
}

extension TextColumn {
  /// Calls `body` with the texts, which must not leave it.
  func withTexts<Result, Failure: Error>(
    _ body: (ColumnTexts) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try ends.withUnsafeBufferPointer { (ends) throws(Failure) in
        try body(ColumnTexts(bytes: bytes, ends: ends))
      }
    }
  }
}
