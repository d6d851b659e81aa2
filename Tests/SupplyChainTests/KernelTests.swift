import Numbering
import Testing

@testable import SupplyChain

@Suite struct KernelTests {
  @Test func maximumTreeAgreesWithScans() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var values = (0..<random.below(20)).map { _ in UInt32(random.below(6)) }
      var tree = MaximumTree(values)
      for _ in 0..<20 {
        if !values.isEmpty, random.chance(50) {
          let position = random.below(values.count)
          values[position] = UInt32(random.below(6))
          tree.set(position, values[position])
        }
        let low = random.below(values.count + 1)
        let high = low + random.below(values.count - low + 1)
        #expect(tree.maximum(low..<high) == values[low..<high].max() ?? 0)
        let wanted = UInt32(1 + random.below(6))
        let first = values[low...].firstIndex { $0 >= wanted }
        #expect(tree.first(from: low, atLeast: wanted) == first ?? tree.capacity)
      }
    }
  }

  @Test func openSpansAreTakenOnce() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var open = OpenSpans(operatorCount: 2)
      var expected: [Set<UInt64>] = [[], []]
      for x in 0..<2 {
        var start: UInt64 = 1
        while random.chance(80) {
          start += UInt64(2 + random.below(4))
          let end = start + UInt64(random.below(6))
          open.insert(UInt32(x), start, end)
          expected[x].formUnion(start...end)
          start = end
        }
      }
      for _ in 0..<30 {
        let x = random.below(2)
        let start = UInt64(random.below(50))
        let end = start + UInt64(random.below(12))
        var taken: [Span] = []
        open.take(UInt32(x), from: start, through: end, into: &taken)
        let numbers = taken.flatMap { Array($0.start...$0.end) }
        #expect(numbers == expected[x].filter { start <= $0 && $0 <= end }.sorted())
        expected[x].subtract(numbers)
        #expect(open.isEmpty(UInt32(x)) == expected[x].isEmpty)
      }
    }
  }

  @Test func sweepGivesEachNumberTheLeastProvision() {
    for seed in 0..<1000 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var ids = TextColumn()
      var offers: [Offer] = []
      for p in 0..<1 + random.below(9) {
        ids.append("P\(p * 7 % 13)")
        let start = UInt64(1 + random.below(20))
        let end = start + UInt64(random.below(10))
        offers.append(Offer(start: start, end: end, recipient: 0, provision: UInt32(p)))
      }
      offers.sort { $0.start < $1.start }
      var sweep = LeastLabelSweep(ids: ids)
      var resolved: [Offer] = []
      sweep.resolve(offers, 0..<offers.count, into: &resolved)
      for number in 0...40 as ClosedRange<UInt64> {
        let least = offers.filter { $0.start <= number && number <= $0.end }.map { Int($0.provision) }
          .min { ids[$0] < ids[$1] }
        let found = resolved.filter { $0.start <= number && number <= $0.end }.map { Int($0.provision) }
        #expect(found == (least.map { [$0] } ?? []), "seed \(seed)")
      }
      for (left, right) in zip(resolved, resolved.dropFirst()) {
        #expect(left.end < right.start)
        #expect(left.end + 1 < right.start || left.provision != right.provision)
      }
    }
  }

  @Test func spansSplitByOthers() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      func spans() -> [Span] {
        var (result, start): ([Span], UInt64) = ([], 1)
        while random.chance(75) {
          start += UInt64(1 + random.below(4))
          let end = start + UInt64(random.below(5))
          result.append(Span(start: start, end: end))
          start = end + 1
        }
        return result
      }
      let (these, those) = (spans(), spans())
      var (inside, outside): ([Span], [Span]) = ([], [])
      Spans.split(these, by: those, inside: &inside, outside: &outside)
      func numbers(_ spans: [Span]) -> [UInt64] { spans.flatMap { Array($0.start...$0.end) } }
      let other = Set(numbers(those))
      #expect(numbers(inside) == numbers(these).filter { other.contains($0) })
      #expect(numbers(outside) == numbers(these).filter { !other.contains($0) })
    }
  }
}
