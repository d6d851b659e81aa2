import Audit
import Testing
import TestSupport

@Suite struct SpansTests {
  private func spans(_ ranges: [ClosedRange<UInt64>]) -> Spans {
    var spans = Spans()
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      spans.append(from: range.lowerBound, to: range.upperBound)
    }
    return spans
  }

  @Test func touchingSpansJoin() {
    let joined = spans([1...3, 4...5, 7...9, 8...8, 9...12])
    #expect(joined.starts == [1, 7])
    #expect(joined.ends == [5, 12])
  }

  @Test func subtractsAndOverlapsLikeSets() {
    var source = RandomSource(seed: 7)
    func random() -> [ClosedRange<UInt64>] {
      (0..<source.int(0...6)).map { _ in
        let start = UInt64(source.int(0...39))
        return start...start + UInt64(source.int(0...8))
      }
    }
    for _ in 0..<2_000 {
      let (left, right) = (random(), random())
      let expected = Set(left.joined()).subtracting(right.joined())
      let rest = spans(left).subtracting(spans(right))
      #expect(Set(zip(rest.starts, rest.ends).flatMap { Array($0...$1) }) == expected)
      #expect(zip(rest.ends, rest.starts.dropFirst()).allSatisfy { $1 > $0 + 1 })
      let first = UInt64(source.int(0...49))
      let last = first + UInt64(source.int(0...4))
      #expect(rest.overlaps(from: first, to: last) == (first...last).contains { expected.contains($0) })
    }
  }
}
