/// The numbers of one category that become clean as operators are certified one after the other, and when.
///
/// Invariants: `offsets` is one longer than the operators that have a place; the spans of one ascend and do not overlap.
struct NumberTimes: Sendable {
  /// The place of each operator; `noIndex` for those that gain nothing for sure.
  private let places: [UInt32]
  private var offsets: [UInt32] = [0]
  private var starts: [UInt64] = []
  /// Inclusive.
  private var ends: [UInt64] = []
  /// How many numbers the spans before each one have; one longer.
  private var sizesBefore: [UInt64] = [0]
  private let times: MaximumTree<UInt32>

  /// - Complexity: O(*k* log *k*) in the pieces.
  init(_ pieces: [TimedPiece], places: [UInt32], count: Int) {
    self.places = places
    let sorted = pieces.sorted { ($0.place, $0.start) < ($1.place, $1.start) }
    offsets.reserveCapacity(count + 1)
    starts.reserveCapacity(sorted.count)
    ends.reserveCapacity(sorted.count)
    sizesBefore.reserveCapacity(sorted.count + 1)
    for piece in sorted {
      while offsets.count <= Int(piece.place) { offsets.append(UInt32(starts.count)) }
      sizesBefore.append(sizesBefore[starts.count] + (piece.end - piece.start + 1))
      starts.append(piece.start)
      ends.append(piece.end)
    }
    while offsets.count <= count { offsets.append(UInt32(starts.count)) }
    times = MaximumTree(sorted.map(\.time))
  }

  /// When the last of the numbers of a range is clean that lack it now; `never` when one of them never is.
  ///
  /// - Parameter lacking: how many of them there are.
  /// - Complexity: O(log *k*) in the spans of the operator.
  func time(of x: OperatorIndex, from start: UInt64, through end: UInt64, lacking: UInt64) -> UInt32 {
    let place = places[Int(x)]
    if place == noIndex { return CleanTimes.never }
    let all = Int(offsets[Int(place)])..<Int(offsets[Int(place) + 1])
    let low = firstPosition(in: all, ends, atLeast: start)
    let high = firstPosition(in: low..<all.upperBound, starts, atLeast: end &+ 1)
    if low >= high { return CleanTimes.never }
    var size = sizesBefore[high] - sizesBefore[low]
    if starts[low] < start { size -= start - starts[low] }
    if ends[high - 1] > end { size -= ends[high - 1] - end }
    return size == lacking ? times.maximum(low..<high) : CleanTimes.never
  }
}

/// Numbers of an operator that become clean at one time.
struct TimedPiece {
  /// Of the operator, among those that can gain something.
  let place: UInt32
  let time: UInt32
  let start: UInt64
  /// Inclusive.
  let end: UInt64
}
