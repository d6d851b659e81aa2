import Testing

@testable import SupplyChain

@Suite struct RangeIndexTests {
  private func rows(_ ranges: [ClosedRange<UInt64>], containing number: UInt64) -> [UInt32] {
    let index = RangeIndex(
      rows: (0..<UInt32(ranges.count)).map { $0 }, start: { ranges[$0].lowerBound },
      end: { ranges[$0].upperBound })
    var found: [UInt32] = []
    index.appendRows(containing: number, to: &found)
    return found
  }

  @Test func findsNothingInNothing() {
    #expect(rows([], containing: 5).isEmpty)
  }

  @Test func findsRangesByStartThenRow() {
    let ranges: [ClosedRange<UInt64>] = [5...9, 1...5, 5...5, 6...7, 1...4]
    #expect(rows(ranges, containing: 5) == [1, 0, 2])
    #expect(rows(ranges, containing: 4) == [1, 4])
    #expect(rows(ranges, containing: 10).isEmpty)
    #expect(rows(ranges, containing: 0).isEmpty)
  }

  /// Of every size around the sizes of groups, on few and on many values.
  @Test func agreesWithLookingAtEach() {
    var random = SplitMix64(seed: 20_261_001)
    for size in Array(0...40) + [255, 256, 257, 300, 4_095, 4_096, 4_097, 5_000] {
      for width in [12, 400, 100_000] {
        let ranges = (0..<size).map { _ -> ClosedRange<UInt64> in
          let start = UInt64(random.below(width))
          let length = random.chance(3) ? random.below(width) : random.below(6)
          return start...start + UInt64(length)
        }
        let index = RangeIndex(
          rows: (0..<UInt32(size)).map { $0 }, start: { ranges[$0].lowerBound },
          end: { ranges[$0].upperBound })
        for _ in 0..<20 {
          let number = UInt64(random.below(width + 8))
          var found: [UInt32] = []
          index.appendRows(containing: number, to: &found)
          let expected = ranges.indices.filter { ranges[$0].contains(number) }.sorted {
            (ranges[$0].lowerBound, $0) < (ranges[$1].lowerBound, $1)
          }
          #expect(found == expected.map { UInt32($0) }, "\(size) ranges on \(width), \(number)")
        }
      }
    }
  }

  /// One range around a million short ones: found at once, whichever it is asked from.
  @Test func longRangesAreFoundAmongShortOnes() {
    var ranges: [ClosedRange<UInt64>] = [0...5_000_000]
    for place in UInt64(1)...200_000 { ranges.append(place * 10...place * 10 + 3) }
    let index = RangeIndex(
      rows: (0..<UInt32(ranges.count)).map { $0 }, start: { ranges[$0].lowerBound },
      end: { ranges[$0].upperBound })
    var found: [UInt32] = []
    for number in 1...200_000 { index.appendRows(containing: UInt64(number * 10 + 5), to: &found) }
    #expect(found == [UInt32](repeating: 0, count: 200_000))
  }
}
