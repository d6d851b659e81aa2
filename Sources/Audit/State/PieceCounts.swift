import SupplyChain

/// Counts, within a range of numbers, those with a level at or above a bound that an operator passes on.
package struct PieceCounts {
  private let levels: NumberLevels
  /// How many such numbers lie in the pieces before each; one longer than the pieces.
  private let before: [UInt64]

  /// - Complexity: O(*n*) in the number of pieces, time and space.
  package init(_ levels: NumberLevels, from bound: Int) {
    self.levels = levels
    var before: [UInt64] = [0]
    before.reserveCapacity(levels.starts.count + 1)
    var sum: UInt64 = 0
    for piece in levels.starts.indices {
      if levels.levels[piece] != noLevel && Int(levels.levels[piece]) >= bound {
        sum += levels.ends[piece] - levels.starts[piece] + 1
      }
      before.append(sum)
    }
    self.before = before
  }

  /// How many numbers from `first` to `last` count at an operator.
  ///
  /// - Complexity: O(log *n*) in the operator's pieces.
  package func count(_ x: OperatorIndex, from first: UInt64, to last: UInt64) -> UInt64 {
    let pieces = Int(levels.offsets[Int(x)])..<Int(levels.offsets[Int(x) + 1])
    // The first piece that ends at or after `first`, the first that begins after `last`.
    var (low, high) = (pieces.lowerBound, pieces.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if levels.ends[middle] < first { low = middle + 1 } else { high = middle }
    }
    let from = low
    high = pieces.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if levels.starts[middle] <= last { low = middle + 1 } else { high = middle }
    }
    guard from < low else { return 0 }
    var sum = before[low] - before[from]
    if counts(from) && levels.starts[from] < first { sum -= first - levels.starts[from] }
    if counts(low - 1) && levels.ends[low - 1] > last { sum -= levels.ends[low - 1] - last }
    return sum
  }

  private func counts(_ piece: Int) -> Bool {
    before[piece + 1] > before[piece]
  }
}
