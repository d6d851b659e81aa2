import Numbering
import Testing

@Suite struct RangeSetTests {
  private struct Sample {
    let set: RangeSet
    let plain: Set<UInt64>
  }

  private func sample(_ random: inout SplitMix64) -> Sample {
    let ranges = (0..<random.below(10)).map { _ in
      let start = UInt64(random.below(64))
      return start...start + UInt64(random.below(8))
    }
    return Sample(set: RangeSet(ranges), plain: Set(ranges.flatMap { Array($0) }))
  }

  private func values(_ set: RangeSet) -> Set<UInt64> {
    Set(zip(set.starts, set.ends).flatMap { Array($0...$1) })
  }

  private func isNormal(_ set: RangeSet) -> Bool {
    set.starts.count == set.ends.count && zip(set.starts, set.ends).allSatisfy { $0 <= $1 }
      && zip(set.ends, set.starts.dropFirst()).allSatisfy { $0 + 1 < $1 }
  }

  @Test func `algebra against plain sets`() {
    var random = SplitMix64(seed: 2026)
    for _ in 0..<3_000 {
      let (left, right) = (sample(&random), sample(&random))
      #expect(values(left.set) == left.plain)
      let union = left.set.union(right.set)
      let both = left.set.intersection(right.set)
      let rest = left.set.subtracting(right.set)
      #expect(values(union) == left.plain.union(right.plain))
      #expect(values(both) == left.plain.intersection(right.plain))
      #expect(values(rest) == left.plain.subtracting(right.plain))
      #expect(isNormal(left.set) && isNormal(union) && isNormal(both) && isNormal(rest))
      #expect(union.size == UInt64(left.plain.union(right.plain).count))
      #expect(left.set.overlaps(right.set) == !left.plain.isDisjoint(with: right.plain))
      #expect(left.set.isSubset(of: right.set) == left.plain.isSubset(of: right.plain))
      #expect(both.isSubset(of: right.set) && rest.isSubset(of: left.set))
      #expect(both.isEmpty == left.plain.isDisjoint(with: right.plain))
      #expect(union == right.set.union(left.set))
    }
  }

  @Test func `questions against plain sets`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let (set, plain) = { ($0.set, $0.plain) }(sample(&random))
      for value: UInt64 in 0..<75 { #expect(set.contains(value) == plain.contains(value)) }
      for _ in 0..<40 {
        let start = UInt64(random.below(70))
        let end = UInt64(random.below(70))
        let asked = start <= end ? Set(start...end) : []
        #expect(set.overlaps(start, end) == !plain.isDisjoint(with: asked))
        #expect(set.contains(start, end) == asked.isSubset(of: plain))
        #expect(set.size(within: start, end) == UInt64(plain.intersection(asked).count))
      }
    }
  }

  @Test func `ranges that touch become one`() throws {
    let set = RangeSet([5...9, 10...12, 0...3, 14...14])
    #expect(set.starts == [0, 5, 14])
    #expect(set.ends == [3, 12, 14])
    #expect(RangeSet([4...4]).union(set).starts == [0, 14])
    #expect(RangeSet().isEmpty)
    #expect(RangeSet().size == 0)
    let start = try #require(TelephoneNumber("0312340000"))
    let end = try #require(TelephoneNumber("0312349999"))
    #expect(RangeSet(try NumberRange(from: start, to: end)).size == 10_000)
  }

  @Test func `the ends of the numbers there are`() {
    let all = RangeSet([0...UInt64.max])
    #expect(all.size == .max)
    #expect(all.subtracting(RangeSet([5...UInt64.max])) == RangeSet([0...4]))
    #expect(all.subtracting(all).isEmpty)
    let holed = all.subtracting(RangeSet([7...7]))
    #expect(holed.size == .max)
    #expect(holed.union(RangeSet([7...7])) == all)
    #expect(RangeSet([0...UInt64.max, 3...4]) == all)
    #expect(all.intersection(RangeSet([UInt64.max...UInt64.max])).size == 1)
  }
}
