import Bytes

/// Marked positions of a line, with the nearest mark on either side.
///
/// A bit for each position, a bit for each word of those that is not 0, and so on: few words are looked at, however long
/// the line is.
struct Marks {
  private var words: [UInt64]
  /// Where the words of each storey begin; that of the positions themselves first.
  private let storeys: [Int]

  /// A line without marks.
  ///
  /// - Complexity: O(*n*), a bit for each position.
  init(count: Int) {
    var (storeys, total, length) = ([Int](), 0, count)
    repeat {
      length = (length + 63) / 64
      storeys.append(total)
      total += length
    } while length > 1
    self.storeys = storeys
    words = [UInt64](large: total) { $0.initialize(repeating: 0) }
  }

  /// Whether a position is marked.
  func contains(_ position: Int) -> Bool {
    words[position >> 6] >> UInt64(position & 63) & 1 != 0
  }

  /// Marks a position.
  ///
  /// - Complexity: O(log *n*), to the base of 64, like all that follows.
  mutating func insert(_ position: Int) {
    var place = position
    for first in storeys {
      words[first + place >> 6] |= 1 << UInt64(place & 63)
      place >>= 6
    }
  }

  /// Takes the mark from a position.
  mutating func remove(_ position: Int) {
    var place = position
    for first in storeys {
      words[first + place >> 6] &= ~(1 << UInt64(place & 63))
      if words[first + place >> 6] != 0 { return }
      place >>= 6
    }
  }

  /// The first mark after a position; nil for none.
  func first(after position: Int) -> Int? {
    var place = position
    for storey in storeys.indices {
      let later = words[storeys[storey] + place >> 6] & (~0 << UInt64(place & 63 + 1))
      if later != 0 {
        place = place & ~63 | later.trailingZeroBitCount
        for lower in storeys[..<storey].reversed() {
          place = place << 6 | words[lower + place].trailingZeroBitCount
        }
        return place
      }
      place >>= 6
    }
    return nil
  }

  /// The last mark before a position; nil for none.
  func last(before position: Int) -> Int? {
    var place = position
    for storey in storeys.indices {
      let earlier = words[storeys[storey] + place >> 6] & ~(~0 << UInt64(place & 63))
      if earlier != 0 {
        place = place & ~63 | (63 - earlier.leadingZeroBitCount)
        for lower in storeys[..<storey].reversed() {
          place = place << 6 | (63 - words[lower + place].leadingZeroBitCount)
        }
        return place
      }
      place >>= 6
    }
    return nil
  }
}
