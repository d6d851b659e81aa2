/// Number-precise levels of the operators of one category, as sorted pieces.
///
/// Kept only for numbers that an operator passes on: the supplier's side is all that tiers ask for.
/// Invariants: pieces of one operator ascend and do not overlap; adjacent ones differ in level or in the inflow that
/// gives it. All columns are as long, `sizesBefore` one longer.
package struct NumberLevels: Sendable {
  /// One longer than the number of operators.
  package let offsets: [UInt32]
  package let starts: [UInt64]
  /// Inclusive.
  package let ends: [UInt64]
  package let levels: [UInt32]
  /// The inflow of least id that gives the level; `noIndex` at level 0, and where nobody asks (clean levels).
  package let via: [ProvisionIndex]
  /// How many numbers the pieces before each one have.
  package let sizesBefore: [UInt64]
  private let greatest: MaximumTree<UInt32>

  /// Sorts pieces, none of which overlap within an operator.
  ///
  /// - Complexity: O(*k* log *k*) in the pieces of one operator.
  init(_ pieces: [LevelPiece], operatorCount: Int) {
    let index = RowIndex(keys: pieces.map(\.owner), keyCount: operatorCount)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(operatorCount + 1)
    var (starts, ends): ([UInt64], [UInt64]) = ([], [])
    var (levels, via): ([UInt32], [ProvisionIndex]) = ([], [])
    var sizes: [UInt64] = [0]
    starts.reserveCapacity(pieces.count)
    ends.reserveCapacity(pieces.count)
    levels.reserveCapacity(pieces.count)
    via.reserveCapacity(pieces.count)
    sizes.reserveCapacity(pieces.count + 1)
    var run: [UInt32] = []
    for x in 0..<operatorCount {
      run.removeAll(keepingCapacity: true)
      run.append(contentsOf: index.rows(of: UInt32(x)))
      if run.count > 1 { run.sort { pieces[Int($0)].start < pieces[Int($1)].start } }
      let first = starts.count
      for row in run {
        let piece = pieces[Int(row)]
        let last = starts.count - 1
        let size = piece.end - piece.start + 1
        if last >= first, ends[last] + 1 == piece.start, levels[last] == piece.level, via[last] == piece.via {
          ends[last] = piece.end
          sizes[last + 1] += size
        } else {
          starts.append(piece.start)
          ends.append(piece.end)
          levels.append(piece.level)
          via.append(piece.via)
          sizes.append(sizes[last + 1] + size)
        }
      }
      offsets.append(UInt32(starts.count))
    }
    self.offsets = offsets
    self.starts = starts
    self.ends = ends
    self.levels = levels
    self.via = via
    sizesBefore = sizes
    greatest = MaximumTree(levels)
  }

  /// Where the pieces of an operator lie.
  package func range(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])
  }

  /// The pieces of an operator that a range of numbers meets; the outer ones may reach beyond it.
  ///
  /// - Complexity: O(log *k*) in its pieces.
  package func pieces(of x: OperatorIndex, from start: UInt64, through end: UInt64) -> Range<Int> {
    let all = range(x)
    let low = firstPosition(in: all, ends, atLeast: start)
    return low..<firstPosition(in: low..<all.upperBound, starts, atLeast: end &+ 1)
  }

  /// The greatest level of a range's numbers that have one; `noLevel` when none has.
  ///
  /// - Complexity: O(log *k*) in the operator's pieces.
  package func maximum(of x: OperatorIndex, from start: UInt64, through end: UInt64) -> UInt32 {
    let met = pieces(of: x, from: start, through: end)
    return met.isEmpty ? noLevel : greatest.maximum(met)
  }

  /// The lowest number of a range that has at least that level, and the position of its piece; nil for none.
  ///
  /// - Complexity: O(log *n*).
  package func lowestNumber(
    of x: OperatorIndex, from start: UInt64, through end: UInt64, atLevel level: UInt32
  ) -> (number: UInt64, position: Int)? {
    let all = range(x)
    let low = firstPosition(in: all, ends, atLeast: start)
    let position = greatest.first(from: low, atLeast: level)
    guard position < all.upperBound, starts[position] <= end else { return nil }
    return (max(start, starts[position]), position)
  }

  /// The position of the piece that has a number; nil when the number has no level.
  ///
  /// - Complexity: O(log *k*) in the operator's pieces.
  package func position(of x: OperatorIndex, _ number: UInt64) -> Int? {
    let all = range(x)
    let position = firstPosition(in: all, ends, atLeast: number)
    return position < all.upperBound && starts[position] <= number ? position : nil
  }

  /// The level of one number that an operator passes on; `noLevel` for none.
  ///
  /// - Complexity: O(log *k*) in the operator's pieces.
  package func level(of x: OperatorIndex, _ number: UInt64) -> UInt32 {
    position(of: x, number).map { levels[$0] } ?? noLevel
  }

  /// How many numbers that an operator passes on have a level.
  func size(of x: OperatorIndex) -> UInt64 {
    sizesBefore[Int(offsets[Int(x) + 1])] - sizesBefore[Int(offsets[Int(x)])]
  }

  /// How many numbers of a range have a level.
  ///
  /// - Complexity: O(log *k*) in the operator's pieces.
  package func size(of x: OperatorIndex, from start: UInt64, through end: UInt64) -> UInt64 {
    size(of: x, from: start, through: end, atLeast: 0, sums: sizesBefore)
  }

  /// For each piece, how many numbers the pieces before it have whose level is at least `level`; one longer.
  ///
  /// - Complexity: O(pieces).
  package func sums(atLeast level: UInt32) -> [UInt64] {
    var sums = [UInt64](repeating: 0, count: starts.count + 1)
    for position in 0..<starts.count {
      let size = levels[position] >= level ? ends[position] - starts[position] + 1 : 0
      sums[position + 1] = sums[position] + size
    }
    return sums
  }

  /// How many numbers of a range have at least a level, given the `sums` of that level.
  ///
  /// - Complexity: O(log *k*) in the operator's pieces.
  package func size(
    of x: OperatorIndex, from start: UInt64, through end: UInt64, atLeast level: UInt32, sums: [UInt64]
  ) -> UInt64 {
    let met = pieces(of: x, from: start, through: end)
    guard let last = met.last else { return 0 }
    let first = met.lowerBound
    var size = sums[met.upperBound] - sums[first]
    if levels[first] >= level, starts[first] < start { size -= start - starts[first] }
    if levels[last] >= level, ends[last] > end { size -= ends[last] - end }
    return size
  }
}
