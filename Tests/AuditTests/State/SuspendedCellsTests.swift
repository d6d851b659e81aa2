import SupplyChain
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct SuspendedCellsTests {
  @Test func aNumberIsCountedOnceAndOnlyWhileNotGiven() {
    var cells = SuspendedCells(bounds: [10, 20, 30, 40])
    func count(_ start: UInt64, _ end: UInt64) -> SuspendedCells.Count {
      var result = SuspendedCells.Count()
      cells.count(from: start, through: end, into: &result)
      return result
    }
    #expect(count(0, 100) == SuspendedCells.Count(numbers: 0, restriction: noIndex))
    cells.suspend(from: 10, to: 40, by: 7)
    cells.suspend(from: 20, to: 30, by: 3)
    #expect(count(0, 100) == SuspendedCells.Count(numbers: 30, restriction: 3))
    #expect(count(15, 19) == SuspendedCells.Count(numbers: 5, restriction: 7))
    #expect(count(40, 41) == SuspendedCells.Count(numbers: 0, restriction: noIndex))
    cells.give(from: 10, to: 30, times: 1)
    cells.give(from: 20, to: 30, times: 1)
    #expect(count(0, 100) == SuspendedCells.Count(numbers: 10, restriction: 7))
    cells.give(from: 10, to: 30, times: -1)
    #expect(count(15, 35) == SuspendedCells.Count(numbers: 11, restriction: 7))
    cells.give(from: 20, to: 30, times: -1)
    #expect(count(15, 35) == SuspendedCells.Count(numbers: 21, restriction: 3))
  }

  @Test func noCells() {
    var cells = SuspendedCells(bounds: [])
    cells.suspend(from: 1, to: 5, by: 0)
    var result = SuspendedCells.Count()
    cells.count(from: 0, through: 9, into: &result)
    #expect(result == SuspendedCells.Count())
  }

  @Test func agreesWithNumbersMarkedOneByOne() {
    for seed in 1..<200 as Range<UInt64> {
      var random = RandomSource(seed: seed)
      let size = random.int(1...40)
      let bounds = (0...size).map { UInt64($0) }.filter { $0 == 0 || $0 == size || random.chance(60) }
      var cells = SuspendedCells(bounds: bounds)
      var suspended = [UInt32](repeating: noIndex, count: size)
      var given = [Int](repeating: 0, count: size)
      var taken: [Range<UInt64>] = []
      for step in 0..<60 as Range<UInt32> {
        let (a, b) = (random.pick(bounds, else: 0), random.pick(bounds, else: 0))
        let range = min(a, b)..<max(a, b)
        switch random.int(0...3) {
        case 0:
          let row = UInt32(random.int(0...90))
          cells.suspend(from: range.lowerBound, to: range.upperBound, by: row)
          for number in range { suspended[Int(number)] = min(suspended[Int(number)], row) }
        case 1:
          cells.give(from: range.lowerBound, to: range.upperBound, times: 1)
          for number in range { given[Int(number)] += 1 }
          taken.append(range)
        default:
          guard let last = taken.popLast() else { continue }
          cells.give(from: last.lowerBound, to: last.upperBound, times: -1)
          for number in last { given[Int(number)] -= 1 }
        }
        let start = random.int(0...size - 1)
        let end = random.int(start...size + 3)
        var expected = SuspendedCells.Count()
        for number in start...min(end, size - 1) where given[number] == 0 && suspended[number] != noIndex {
          expected.numbers += 1
          expected.restriction = min(expected.restriction, suspended[number])
        }
        var found = SuspendedCells.Count()
        cells.count(from: UInt64(start), through: UInt64(end), into: &found)
        #expect(found == expected, "seed \(seed), step \(step)")
      }
    }
  }
}
