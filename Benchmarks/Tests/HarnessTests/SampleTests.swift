import Harness
import Testing

struct SampleTests {
  @Test func medianOfAnOddNumberIsTheOneInTheMiddle() {
    let sample = Sample([5, 1, 9])
    #expect(sample.median == 5)
    #expect(sample.least == 1)
    #expect(sample.most == 9)
    #expect(sample.text == "5.00 (1.00–9.00)")
  }

  @Test func medianOfAnEvenNumberLiesBetween() {
    #expect(Sample([4, 1, 100, 2]).median == 3)
  }

  @Test func nothingHasNoMedian() {
    #expect(Sample().median == nil)
    #expect(Sample().text == "–")
  }

  @Test func aShareIsNotExceeded() {
    let sample = Sample((1...10).reversed().map(Double.init))
    #expect(sample.share(0.9) == 9)
    #expect(sample.share(0.5) == 5)
    #expect(sample.share(1) == 10)
    #expect(Sample().share(0.5) == nil)
  }

  @Test func lessNeverFallsBelowZero() {
    #expect(Sample([1, 3]).less(2) == Sample([0, 1]))
  }

  @Test func contendersTakeTurnsAfterAWarmUpThatDoesNotCount() throws {
    var order: [String] = []
    var next = 0.0
    func contender(_ name: String) -> Contender {
      Contender(name) {
        order.append(name)
        next += 1
        return next
      }
    }
    let samples = try alternate([contender("a"), contender("b")], runs: 3)
    #expect(order == ["a", "b", "a", "b", "a", "b", "a", "b"])
    #expect(samples == [Sample([3, 5, 7]), Sample([4, 6, 8])])
  }

  @Test(arguments: [
    (1234.4, "1,234"), (99.95, "100.0"), (12.34, "12.3"), (1.235, "1.24"), (0.5, "0.500"), (0.0123, "0.0123"),
    (0.00456, "0.00456"), (0, "0"), (2, "2.00"), (.nan, "–"), (.infinity, "–"), (-1.5, "-1.50"),
  ])
  func figures(value: Double, text: String) {
    #expect(Figures.short(value) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345")])
  func groups(value: Int, text: String) {
    #expect(Figures.grouped(value) == text)
  }
}
