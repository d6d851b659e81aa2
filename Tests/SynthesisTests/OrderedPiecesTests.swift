import Bytes
import Testing

@testable import Synthesis

@Suite struct OrderedPiecesTests {
  /// Pieces of different lengths, some of them empty; some take longer than others.
  @Sendable private static func make(_ piece: Int, _ memory: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var length = piece * 7 % 50
    if piece % 9 == 0 {
      var bits = UInt64(piece)
      for _ in 0..<20_000 { bits = Randomness.more(bits) }
      if bits == 1 { length = 0 }
    }
    for place in 0..<length { memory[place] = UInt8(truncatingIfNeeded: piece &+ place) }
    return length
  }

  @Test(arguments: [0, 1, 2, 3, 8, 500], [0, 1, 2, 3, 8])
  func piecesAreWrittenInOrder(_ count: Int, _ threads: Int) throws {
    var expected: [UInt8] = []
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 50)
    defer { memory.deallocate() }
    for piece in 0..<count { expected += memory[..<Self.make(piece, memory)] }
    let output = MemoryOutput()
    try OrderedPieces(count: count, capacity: 50, threads: threads).write(to: output, Self.make)
    #expect(output.bytes == expected)
  }

  @Test(arguments: [1, 2, 3, 8]) func aFailureEndsTheWriting(_ threads: Int) {
    let output = FailingOutput(after: 20)
    #expect(throws: OutputError.system(code: 28)) {
      try OrderedPieces(count: 100_000, capacity: 50, threads: threads).write(to: output) { piece, memory in
        memory[0] = UInt8(truncatingIfNeeded: piece)
        return 1
      }
    }
    #expect(output.calls == 21)
  }
}

/// Takes so many pieces and no more.
private final class FailingOutput: Output {
  private(set) var calls = 0
  private let limit: Int

  init(after limit: Int) {
    self.limit = limit
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    calls += 1
    if calls > limit { throw .system(code: 28) }
  }
}
