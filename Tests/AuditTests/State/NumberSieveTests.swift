import Audit
import TestSupport
import Testing

@Suite struct NumberSieveTests {
  /// Spans of all sizes at all distances, so that buckets are of one number, and of many.
  private func spans(_ random: inout RandomSource) -> Spans {
    var spans = Spans()
    var next = UInt64(random.int(1...50))
    let spread = [3, 40, 50_000][random.int(0...2)]
    for _ in 0..<random.int(0...12) {
      let end = next + UInt64(random.int(0...[0, 5, 1_000][random.int(0...2)]))
      spans.append(from: next, to: end)
      next = end + UInt64(random.int(1...spread))
    }
    return spans
  }

  @Test func overlapsLikeTheSpansThemselves() {
    var random = RandomSource(seed: 11)
    for _ in 0..<2_000 {
      let spans = spans(&random)
      let sieve = NumberSieve(spans)
      // Around every bound, and anywhere.
      var firsts = (spans.starts + spans.ends).flatMap { [$0 - 1, $0, $0 + 1] }
      firsts += (0..<10).map { _ in UInt64(random.int(0...Int((spans.ends.last ?? 9) + 9))) }
      for first in firsts {
        for last in [first, first + UInt64(random.int(0...9)), first + UInt64(random.int(0...200_000))] {
          let overlaps = spans.overlaps(from: first, to: last)
          #expect(sieve.overlaps(from: first, through: last) == overlaps, "\(first)–\(last) of \(spans)")
          let mayOverlap = sieve.mayOverlap(from: first, through: last)
          #expect(mayOverlap <= 1 && (mayOverlap == 1 || !overlaps), "\(first)–\(last) of \(spans)")
          // Where every number has a bucket of its own, and none lies between those of the ends.
          if last - first < 2 { #expect(mayOverlap == (overlaps ? 1 : 0), "\(first)–\(last) of \(spans)") }
        }
      }
    }
  }

  /// Numbers far apart: buckets of many numbers.
  @Test func coarseBuckets() {
    var spans = Spans()
    spans.append(from: 100, to: 103)
    spans.append(from: 9_000_000_000, to: 9_000_000_000)
    let sieve = NumberSieve(spans)
    #expect(sieve.mayOverlap(from: 1, through: 99) == 0)
    #expect(sieve.mayOverlap(from: 99, through: 100) == 1)
    #expect(sieve.mayOverlap(from: 5_000_000, through: 5_000_009) == 0)
    #expect(sieve.mayOverlap(from: 5_000_000, through: 9_100_000_000) == 1)
    #expect(sieve.mayOverlap(from: 8_999_999_999, through: 8_999_999_999) == 1)
    #expect(!sieve.overlaps(from: 8_999_999_999, through: 8_999_999_999))
    #expect(sieve.mayOverlap(from: 9_000_000_001, through: 9_000_000_009) == 0)
  }
}
