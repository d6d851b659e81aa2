import Bytes
import Testing

@Suite struct LargeMemoryTests {
  @Test(arguments: [0, 1, 1_000, 3_000_000]) func anArrayIsWhatTheClosureWrote(_ count: Int) {
    let numbers = [UInt32](large: count) { part in
      #expect(part.count == count)
      for index in part.indices { part.initializeElement(at: index, to: UInt32(index) &* 7) }
    }
    #expect(numbers == (0..<UInt32(count)).map { $0 &* 7 })
  }

  @Test(arguments: [0, 5, 3_000_000]) func roomKeepsWhatIsThere(_ capacity: Int) {
    var numbers: [UInt64] = [1, 2, 3]
    numbers.reserveLarge(capacity)
    numbers.append(4)
    #expect(numbers == [1, 2, 3, 4])
    #expect(numbers.capacity >= capacity)
  }
}
