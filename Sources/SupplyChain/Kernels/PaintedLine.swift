import Bytes

/// A line of numbers of which every stretch has the last colour it was painted with, and how much of it each colour has.
///
/// Colours are numbers from 0. Where stretches may begin and end is known beforehand.
/// Invariants: `begins` marks where pieces of one colour begin, the first and the last bound among them; `colours` holds the
/// colour of the piece at each mark.
struct PaintedLine {
  private static let bare = UInt32.max
  private let bounds: [UInt64]
  private var begins: Marks
  private var colours: [UInt32]
  private var sizes: PrefixSums
  /// How much of the line is painted.
  private(set) var painted: UInt64 = 0

  /// A bare line between the first and the last of some ascending bounds.
  ///
  /// - Complexity: O(*n*) in bounds and colours.
  init(bounds: [UInt64], colours count: Int) {
    self.bounds = bounds
    begins = Marks(count: bounds.count)
    colours = [UInt32](large: bounds.count) { $0.initialize(repeating: Self.bare) }
    sizes = PrefixSums(count: count)
    if bounds.isEmpty { return }
    begins.insert(0)
    begins.insert(bounds.count - 1)
  }

  /// Paints from one bound to just before another, both given by their places.
  ///
  /// - Complexity: O(log *n*) amortised: each call begins at most two pieces, and a piece is painted over once.
  mutating func paint(from low: Int, to high: Int, _ colour: Int) {
    cut(low)
    cut(high)
    var piece = low
    while piece < high {
      let next = begins.first(after: piece) ?? high
      let size = bounds[next] - bounds[piece]
      if colours[piece] == Self.bare {
        painted += size
      } else {
        sizes.subtract(size, at: Int(colours[piece]))
      }
      if piece != low { begins.remove(piece) }
      piece = next
    }
    colours[low] = UInt32(colour)
    sizes.add(bounds[high] - bounds[low], at: colour)
  }

  /// How much of the line has a colour from this one on.
  ///
  /// - Complexity: O(log *n*).
  func size(from colour: Int) -> UInt64 {
    painted - sizes.sum(before: colour)
  }

  /// Lets a piece begin at a bound.
  private mutating func cut(_ place: Int) {
    if begins.contains(place) { return }
    colours[place] = begins.last(before: place).map { colours[$0] } ?? Self.bare
    begins.insert(place)
  }
}

/// Sums over the beginnings of a column that changes (Fenwick 1994).
private struct PrefixSums {
  /// Place *i* holds the sum of the last so many elements before *i* as its lowest bit says; one longer than the column.
  private var sums: [UInt64]

  init(count: Int) {
    sums = [UInt64](large: count + 1) { $0.initialize(repeating: 0) }
  }

  mutating func add(_ value: UInt64, at index: Int) {
    var place = index + 1
    while place < sums.count {
      sums[place] &+= value
      place += place & -place
    }
  }

  mutating func subtract(_ value: UInt64, at index: Int) { add(0 &- value, at: index) }

  func sum(before index: Int) -> UInt64 {
    var (place, sum) = (index, UInt64(0))
    while place > 0 {
      sum &+= sums[place]
      place &= place - 1
    }
    return sum
  }
}
