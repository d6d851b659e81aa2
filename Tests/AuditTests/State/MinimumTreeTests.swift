import Audit
import SupplyChain
import Testing

@testable import TestSupport

@Suite struct MinimumTreeTests {
  @Test func agreesWithEveryRangeOfEverySize() {
    var random = RandomSource(seed: 3)
    for size in 0...17 {
      let values = (0..<size).map { _ in UInt32(random.int(0...99)) }
      let tree = MinimumTree(values)
      for start in 0...size {
        for end in start...size {
          #expect(tree.minimum(start..<end) == values[start..<end].min() ?? noIndex)
        }
      }
    }
  }
}
