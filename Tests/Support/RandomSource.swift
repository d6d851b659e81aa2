/// SplitMix64: a small seeded generator, the same on every machine.
package struct RandomSource: Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number of a range.
  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  /// One of several; the fallback when there are none.
  package mutating func pick<T>(_ choices: [T], else fallback: T) -> T {
    choices.isEmpty ? fallback : choices[int(0...choices.count - 1)]
  }

  /// One of several strings; blank when there are none.
  package mutating func pick(_ choices: [String]) -> String { pick(choices, else: "") }

  /// The same things in another order.
  package mutating func shuffled<T>(_ things: [T]) -> [T] {
    var things = things
    for last in things.indices.dropFirst().reversed() { things.swapAt(last, int(0...last)) }
    return things
  }
}
