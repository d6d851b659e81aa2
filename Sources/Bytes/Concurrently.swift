import Dispatch
import Synchronization

/// Runs `body(0)` … `body(count - 1)`, at most `threads` at a time, and returns when all are done.
///
/// The order is not fixed: each call must write only what is its own.
package func concurrently(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
  guard threads > 1, count > 1 else {
    for index in 0..<count { body(index) }
    return
  }
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }
}

/// The values of `body(0)` … `body(count - 1)` in that order, worked out at most `threads` at a time.
package func concurrentMap<Value: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Value
) -> [Value] {
  [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
    let slots = Slots(base: buffer.baseAddress)
    concurrently(count, threads: threads) { index in
      slots.fill(index, with: body(index))
    }
    initialized = count
  }
}

/// Uninitialised places for values, each filled once by one thread.
private struct Slots<Value>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Value>?

  func fill(_ index: Int, with value: Value) {
    base?.advanced(by: index).initialize(to: value)
  }
}
