import Audit
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct FirstCoversTests {
  @Test func theFirstIntervalTakesPrecedence() {
    var covers = FirstCovers()
    covers.append(starts: [5, 0, 8], ends: [7, 10, 12], labels: [4, 1, 9])
    covers.append(starts: [], ends: [], labels: [])
    covers.append(starts: [3], ends: [3], labels: [2])
    #expect((0...12).map { covers.first(0, at: $0) } == [1, 1, 1, 1, 1, 4, 4, 1, 1, 1, 9, 9, noIndex])
    #expect(covers.first(1, at: 3) == noIndex)
    #expect(covers.first(2, at: 3) == noIndex)
    #expect(covers.count == 3)
    covers.removeAll()
    covers.append(starts: [1], ends: [2], labels: [8])
    #expect([0, 1, 2].map { covers.first(0, at: $0) } == [noIndex, 8, noIndex])
  }

  @Test func agreesWithLookingAtEachInterval() {
    var random = RandomSource(seed: 5)
    var covers = FirstCovers()
    var sets: [[Range<Int>]] = []
    for _ in 0..<200 {
      let intervals = (0..<random.int(0...12)).map { _ in
        let start = random.int(0...20)
        return start..<start + random.int(0...15)
      }
      sets.append(intervals)
      covers.append(
        starts: intervals.map { UInt64($0.lowerBound) }, ends: intervals.map { UInt64($0.upperBound) },
        labels: intervals.indices.map { UInt32($0) })
    }
    for (set, intervals) in sets.enumerated() {
      for point in 0...40 {
        let expected = intervals.firstIndex { $0.contains(point) }.map { UInt32($0) } ?? noIndex
        #expect(covers.first(set, at: UInt64(point)) == expected)
      }
    }
  }
}
