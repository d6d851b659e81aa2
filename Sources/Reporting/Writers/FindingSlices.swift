import Audit
import Bytes
import Dispatch
import Synchronization

/// A run of findings of one rule, formatted in one go.
struct FindingSlice: Sendable {
  /// Where the rule stands in `DayAudit.outcomes`.
  let outcome: Int
  let range: Range<Int>

  /// How many findings are formatted in one go: enough to make the start of a task cheap, few enough to bound memory.
  static let length = 1_024

  /// Every finding of an audit, cut into runs, in order.
  static func all(of audit: DayAudit) -> [FindingSlice] {
    var slices: [FindingSlice] = []
    for (index, outcome) in audit.outcomes.enumerated() {
      let count = outcome.results.findings.count
      for start in stride(from: 0, to: count, by: length) {
        slices.append(FindingSlice(outcome: index, range: start..<min(start + length, count)))
      }
    }
    return slices
  }
}

/// Writes one finding: with its place among those of its rule and in the batch, whether it is the first of all, and
/// where to.
protocol FindingWriter: Sendable {
  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer)
}

/// Formats every finding of an audit, a slice at a time and several at once, and writes them in order.
///
/// - Complexity: O(*n*) in findings; memory for two slices a thread.
func writeFindings(
  of audit: DayAudit, _ columns: FindingColumns, threads: Int, to output: any Output,
  period: ShownPeriod? = nil, _ writer: some FindingWriter
) throws(OutputError) {
  let slices = FindingSlice.all(of: audit)
  let threads = max(1, min(threads, slices.count))
  let queue = OrderedWriting(count: slices.count, buffers: threads == 1 ? 1 : threads * 2, to: output)
  concurrently(threads, threads: threads) { _ in
    var batch = FindingBatch(audit, period)
    while let turn = queue.take() {
      let slice = slices[turn.index]
      let results = audit.outcomes[slice.outcome].results
      turn.buffer.fill { buffer in
        for start in stride(from: slice.range.lowerBound, to: slice.range.upperBound, by: FindingBatch.length)
        {
          let range = start..<min(start + FindingBatch.length, slice.range.upperBound)
          batch.prepare(results.findings[range], columns)
          for index in range {
            writer.append(
              results.findings[index], of: results, index: index, at: index - start,
              isFirst: turn.index == 0 && index == 0,
              &batch, to: &buffer)
          }
        }
      }
      queue.give(turn)
    }
  }
  try queue.finish()
}

/// A buffer that one thread at a time has.
private final class SliceBuffer: @unchecked Sendable {
  private(set) var content = TextBuffer()

  func fill(_ body: (inout TextBuffer) -> Void) {
    content.removeAll()
    body(&content)
  }
}

/// Hands out numbered turns with a buffer each, and writes the buffers in the order of the turns.
///
/// There are no more turns under way than buffers. The earliest always has one, so that it is done some time, and
/// whoever completes it writes it and all that are ready behind it; the others go on meanwhile.
private final class OrderedWriting: Sendable {
  struct Turn: Sendable {
    let index: Int
    let buffer: SliceBuffer
  }

  private struct State: Sendable {
    var taken = 0
    var written = 0
    var isWriting = false
    var free: [SliceBuffer]
    /// By turn, modulo the number of buffers.
    var ready: [SliceBuffer?]
    var failure: OutputError?
  }

  private let count: Int
  private let state: Mutex<State>
  private let freeBuffers: DispatchSemaphore
  private let target: Target

  /// `@unchecked Sendable`: written to only by the one thread for which `isWriting` was set.
  private struct Target: @unchecked Sendable {
    let output: any Output
  }

  init(count: Int, buffers: Int, to output: any Output) {
    self.count = count
    target = Target(output: output)
    freeBuffers = DispatchSemaphore(value: 0)
    state = Mutex(
      State(
        free: (0..<buffers).map { _ in SliceBuffer() }, ready: [SliceBuffer?](repeating: nil, count: buffers))
    )
    for _ in 0..<buffers { freeBuffers.signal() }
  }

  /// The next turn; nil when there is none left or writing has failed.
  func take() -> Turn? {
    freeBuffers.wait()
    let turn = state.withLock { state -> Turn? in
      guard state.taken < count, state.failure == nil, let buffer = state.free.popLast() else { return nil }
      state.taken += 1
      return Turn(index: state.taken - 1, buffer: buffer)
    }
    // Whoever else waits shall see the end too.
    if turn == nil { freeBuffers.signal() }
    return turn
  }

  /// Takes back a turn whose buffer is filled.
  func give(_ turn: Turn) {
    var next = state.withLock { state -> SliceBuffer? in
      state.ready[turn.index % state.ready.count] = turn.buffer
      return Self.begin(&state)
    }
    while let buffer = next {
      let failure = write(buffer)
      next = state.withLock { state in
        state.free.append(buffer)
        state.written += 1
        state.isWriting = false
        if let failure, state.failure == nil { state.failure = failure }
        return Self.begin(&state)
      }
      freeBuffers.signal()
    }
  }

  /// The buffer whose turn it is to be written, if it is ready and nobody writes.
  private static func begin(_ state: inout State) -> SliceBuffer? {
    let place = state.written % state.ready.count
    guard !state.isWriting, let buffer = state.ready[place] else { return nil }
    state.ready[place] = nil
    state.isWriting = true
    return buffer
  }

  private func write(_ buffer: SliceBuffer) -> OutputError? {
    if state.withLock({ $0.failure != nil }) { return nil }
    do throws(OutputError) {
      try target.output.write(buffer.content)
      return nil
    } catch {
      return error
    }
  }

  /// Throws what kept a buffer from being written.
  func finish() throws(OutputError) {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
