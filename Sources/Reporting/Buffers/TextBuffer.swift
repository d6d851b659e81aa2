import Bytes
import Numbering

/// Report text being written, as UTF-8 bytes.
///
/// It stands in this room, not with the other byte buffers, so that the loops over findings are compiled together with
/// what they call. It owns its memory: whatever is appended costs a comparison and a copy, nothing else.
///
/// Invariants: `count <= capacity`; `base` has `capacity + slack` bytes, those from `count` on being anything.
struct TextBuffer: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  /// How many bytes beyond its room a piece may scribble on: short texts are copied in words.
  static let slack = 16

  init() {
    capacity = 240
    base = .allocate(capacity: capacity + Self.slack)
  }

  deinit {
    base.deallocate()
  }

  mutating func reserve(_ room: Int) {
    if room > capacity { grow(to: room) }
  }

  mutating func removeAll() {
    count = 0
  }

  /// Takes back what was written after the first `count` bytes.
  mutating func truncate(to count: Int) {
    self.count = min(self.count, max(0, count))
  }

  /// Where the next byte goes; at least `room` bytes and the slack may be written there.
  @inline(__always)
  mutating func end(with room: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < room { grow(to: max(count + room, capacity * 2)) }
    return base + count
  }

  /// Counts bytes in that were written at `end`, within the room asked for.
  @inline(__always)
  mutating func advance(by written: Int) {
    count &+= written
  }

  @inline(never)
  private mutating func grow(to room: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room + Self.slack)
    larger.initialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = room
  }

  // MARK: - Pieces

  @inline(__always)
  mutating func append(byte: UInt8) {
    end(with: 1).pointee = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    end(with: length).initialize(from: text.utf8Start, count: length)
    count &+= length
  }

  @inline(__always)
  mutating func append(_ piece: Piece) {
    append(piece.start, piece.count)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    if let start = more.baseAddress { append(start, more.count) }
  }

  mutating func append(_ more: [UInt8]) {
    more.withUnsafeBufferPointer { append($0) }
  }

  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    end(with: length).initialize(from: start, count: length)
    count &+= length
  }

  // MARK: - What was written

  /// What was written; valid until more is.
  borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// What was written, as text.
  var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}

extension Output {
  func write(_ buffer: borrowing TextBuffer) throws(OutputError) {
    try buffer.withBytes { (bytes) throws(OutputError) in try write(UnsafeRawBufferPointer(bytes)) }
  }
}

extension TextBuffer {
  /// Writes what there is once it is much, so that a long answer is never whole in memory.
  mutating func flush(to output: any Output) throws(OutputError) {
    if count <= 1 << 16 { return }
    try output.write(self)
    removeAll()
  }
}
