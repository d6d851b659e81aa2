import Bytes

/// Columns of one length that a search fills and forgets; they lie in one piece of memory and begin as zeros.
struct Scratch {
  private let all: UnsafeMutableBufferPointer<UInt32>
  private let rows: Int

  /// Gives scratch to a body, which must not let it out.
  static func with<Value>(columns: Int, rows: Int, _ body: (Scratch) throws -> Value) rethrows -> Value {
    var memory = [UInt32](large: columns * rows) { $0.initialize(repeating: 0) }
    return try memory.withUnsafeMutableBufferPointer { try body(Scratch(all: $0, rows: rows)) }
  }

  /// A column, from 0.
  subscript(column: Int) -> UnsafeMutableBufferPointer<UInt32> {
    UnsafeMutableBufferPointer(rebasing: all[column * rows..<(column + 1) * rows])
  }
}
