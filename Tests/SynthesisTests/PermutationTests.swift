import Testing

@testable import Synthesis

@Suite struct PermutationTests {
  @Test func everyPlaceIsTakenOnce() {
    for count in Array(1...300) + [1_000, 65_536, 99_991] {
      for seed: UInt64 in [0, 1, 99] {
        let permutation = Permutation(count, seed: seed)
        var isTaken = [Bool](repeating: false, count: count)
        for index in 0..<count {
          let position = permutation.position(of: index)
          #expect(!isTaken[position])
          isTaken[position] = true
          #expect(permutation.index(at: position) == index)
        }
      }
    }
  }

  @Test func theGreatestCountDoesNotOverflow() {
    let permutation = Permutation(400_000_000, seed: 3)
    for index in [0, 1, 2, 199_999_999, 399_999_999] {
      #expect(permutation.index(at: permutation.position(of: index)) == index)
    }
  }
}
