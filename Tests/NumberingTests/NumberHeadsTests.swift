import Numbering
import Testing

@Suite struct NumberHeadsTests {
  @Test func everyHeadHasTheCategoryOfItsNumbers() {
    #expect(NumberHeads.categories.count == 10_000)
    var random = SplitMix64(seed: 3)
    for (head, category) in NumberHeads.categories.enumerated() {
      let first = UInt64(head) * 1_000_000
      for number in [first, first + 999_999, first + UInt64(random.below(1_000_000))] {
        let expected = TelephoneNumber(rawValue: number)
        #expect(category == expected?.category.rawValue ?? NumberHeads.none, "\(number)")
        if let expected { #expect(expected.digits == (head < 1_000 ? 10 : 11), "\(number)") }
      }
    }
    #expect(NumberHeads.categories[312] == Category.fixed.rawValue)
    #expect(NumberHeads.categories[910] == NumberHeads.none)
    #expect(NumberHeads.categories[8_005] == Category.service.rawValue)
    #expect(NumberHeads.categories[8_010] == Category.mobile.rawValue)
  }
}
