/// The candidate a mistyped word most likely stands for; nil when none is near.
///
/// Letters of either case are equal, and of equally near candidates the first is taken. Near means that at most a third
/// of the letters, and at least one, were added, left out, changed or swapped with a neighbour.
/// - Complexity: O(*n* · *l*²) for *n* candidates of *l* letters at worst; words over 64 letters have no neighbours.
package func nearest(_ word: String, among candidates: some Sequence<String>) -> String? {
  var meter = EditDistance(word)
  var best: String?
  for candidate in candidates where meter.isNearer(candidate) { best = candidate }
  return best
}

/// Measures candidates against one word, remembering the least distance so far.
package struct EditDistance {
  private let word: [UInt32]
  private var least: Int
  private var letters: [UInt32] = []
  private var rows: [[Int]]

  /// The longest word that is measured.
  private static let longest = 64

  /// Measures against a word.
  package init(_ word: String) {
    var folded: [UInt32] = []
    EditDistance.fold(word, into: &folded)
    self.word = folded
    least = folded.count > EditDistance.longest ? 0 : max(1, folded.count / 3) + 1
    rows = Array(repeating: Array(repeating: 0, count: EditDistance.longest + 2), count: 3)
  }

  /// Whether the candidate is near, and nearer than every candidate before it.
  package mutating func isNearer(_ candidate: String) -> Bool {
    EditDistance.fold(candidate, into: &letters)
    guard abs(letters.count - word.count) < least, letters.count <= EditDistance.longest else { return false }
    let distance = measure()
    // A word of one or two letters that shares none of them is no neighbour.
    guard distance < least, distance < max(word.count, letters.count) else { return false }
    least = distance
    return true
  }

  /// Scalars in lower case; one more than the longest are enough to tell that a word is too long.
  private static func fold(_ text: String, into letters: inout [UInt32]) {
    letters.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      letters.append((65...90).contains(scalar.value) ? scalar.value + 32 : scalar.value)
      if letters.count > longest { return }
    }
  }

  /// The optimal string alignment distance of `word` and `letters`, or, once it cannot be less, `least`.
  private mutating func measure() -> Int {
    var (start, wordEnd, end) = (0, word.count, letters.count)
    // What both begin or end with costs nothing.
    while start < wordEnd, start < end, word[start] == letters[start] { start += 1 }
    while start < wordEnd, start < end, word[wordEnd - 1] == letters[end - 1] {
      wordEnd -= 1
      end -= 1
    }
    let width = end - start
    for column in 0...width { rows[1][column] = column }
    var before = 0
    for i in start..<wordEnd {
      var lowest = i - start + 1
      rows[2][0] = lowest
      for j in start..<end {
        let column = j - start
        let change = rows[1][column] + (word[i] == letters[j] ? 0 : 1)
        var cost = min(change, rows[1][column + 1] + 1, rows[2][column] + 1)
        if i > start, j > start, word[i] == letters[j - 1], word[i - 1] == letters[j] {
          cost = min(cost, rows[0][column - 1] + 1)
        }
        rows[2][column + 1] = cost
        lowest = min(lowest, cost)
      }
      // A swap looks back two rows, everything else one.
      if min(lowest, before) >= least { return least }
      before = lowest
      rows.swapAt(0, 1)
      rows.swapAt(1, 2)
    }
    return rows[1][width]
  }
}
