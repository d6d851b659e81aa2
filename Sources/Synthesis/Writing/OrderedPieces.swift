import Bytes
import Dispatch
import Synchronization

/// Text made piece by piece, several at a time, and written in order while the next ones are made.
///
/// Pieces are taken in order, each into one of a few buffers that are used again and again. Whoever has made the piece
/// that is next to be written writes it, and those behind it that are ready; the others go on making pieces until all
/// buffers are full. So neither the writing nor a slow piece holds up more than it must, and memory is what the buffers
/// take, whatever the number of pieces.
struct OrderedPieces {
  let count: Int
  /// The most bytes a piece may take.
  let capacity: Int
  let threads: Int

  /// Makes and writes all pieces; after a failure no more are made.
  ///
  /// - Parameter make: fills the memory from its beginning and returns how many bytes it has written.
  func write(
    to output: any Output, _ make: @Sendable (Int, UnsafeMutableBufferPointer<UInt8>) -> Int
  ) throws(OutputError) {
    guard count > 0 else { return }
    let workers = min(max(threads, 1), count)
    let queue = PieceQueue(count: count, buffers: workers > 1 ? workers * 2 : 1, capacity: capacity, output)
    defer { queue.deallocate() }
    concurrently(workers, threads: workers) { _ in
      while let piece = queue.take() {
        queue.hand(in: piece, make(piece, queue.buffer(of: piece)))
      }
    }
    if let failure = queue.failure { throw failure }
  }
}

/// Which pieces are taken, made and written.
///
/// A buffer belongs to whoever took its piece until the piece is handed in, then to whoever writes; only one writes at a
/// time. That makes the unchecked parts safe to share.
private final class PieceQueue: @unchecked Sendable {
  private struct State {
    var taken = 0
    var written = 0
    /// How long the text in each buffer is; nil where it is not ready.
    var lengths: [Int?]
    var isWriting = false
    var failure: OutputError?
  }

  private let count: Int
  private let buffers: [UnsafeMutableBufferPointer<UInt8>]
  private let output: any Output
  private let state: Mutex<State>
  /// Counts the buffers that nobody uses.
  private let free = DispatchSemaphore(value: 0)

  init(count: Int, buffers: Int, capacity: Int, _ output: any Output) {
    self.count = count
    self.buffers = (0..<buffers).map { _ in .allocate(capacity: capacity) }
    self.output = output
    state = Mutex(State(lengths: [Int?](repeating: nil, count: buffers)))
    // A semaphore must not be let go below the value it began with, and after a failure buffers stay taken.
    for _ in 0..<buffers { free.signal() }
  }

  func deallocate() {
    for buffer in buffers { buffer.deallocate() }
  }

  var failure: OutputError? { state.withLock { $0.failure } }

  /// Pieces are written in order, so whenever a buffer is free it is that of the next piece.
  func buffer(of piece: Int) -> UnsafeMutableBufferPointer<UInt8> { buffers[piece % buffers.count] }

  /// The next piece to be made, as soon as there is a buffer for it; nil when no more are to be made.
  func take() -> Int? {
    free.wait()
    let piece = state.withLock { state -> Int? in
      guard state.taken < count, state.failure == nil else { return nil }
      state.taken += 1
      return state.taken - 1
    }
    // Whoever else waits for a buffer shall see it too.
    if piece == nil { free.signal() }
    return piece
  }

  /// Takes in a piece that has been made, and writes all that is ready unless somebody else does.
  func hand(in piece: Int, _ length: Int) {
    var next = state.withLock { state -> (piece: Int, length: Int)? in
      state.lengths[piece % buffers.count] = length
      guard !state.isWriting else { return nil }
      let next = ready(state)
      state.isWriting = next != nil
      return next
    }
    while let (piece, length) = next {
      let failure = write(UnsafeMutableBufferPointer(rebasing: buffer(of: piece)[..<length]))
      next = state.withLock { state in
        state.lengths[piece % buffers.count] = nil
        state.written += 1
        state.failure = failure
        let next = failure == nil ? ready(state) : nil
        state.isWriting = next != nil
        return next
      }
      free.signal()
    }
  }

  private func ready(_ state: State) -> (piece: Int, length: Int)? {
    guard state.failure == nil, let length = state.lengths[state.written % buffers.count] else { return nil }
    return (state.written, length)
  }

  private func write(_ text: UnsafeMutableBufferPointer<UInt8>) -> OutputError? {
    do throws(OutputError) {
      try output.write(UnsafeRawBufferPointer(text))
      return nil
    } catch {
      return error
    }
  }
}
