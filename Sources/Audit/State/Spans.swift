import Numbering
import SupplyChain

/// A set of telephone numbers of one category as `TelephoneNumber.rawValue`s.
///
/// Invariants: spans ascend, and there is a gap between one and the next.
package struct Spans: Sendable, Equatable {
  package private(set) var starts: [UInt64] = []
  /// The last number of each span.
  package private(set) var ends: [UInt64] = []

  /// No number.
  package init() {}

  /// Adds numbers from `start`, which is not before the start of any span.
  package mutating func append(from start: UInt64, to end: UInt64) {
    if let last = ends.last, start <= last || start - last == 1 {
      ends[ends.count - 1] = max(last, end)
    } else {
      starts.append(start)
      ends.append(end)
    }
  }

  /// The numbers that do not belong to another set.
  ///
  /// - Complexity: O(*n* + *m*).
  package func subtracting(_ other: Spans) -> Spans {
    var rest = Spans()
    var next = 0
    for index in starts.indices {
      var start = starts[index]
      let end = ends[index]
      while next < other.starts.count && other.ends[next] < start { next += 1 }
      var hole = next
      while hole < other.starts.count && other.starts[hole] <= end {
        if start < other.starts[hole] { rest.append(from: start, to: other.starts[hole] - 1) }
        start = other.ends[hole] + 1
        if start > end { break }
        hole += 1
      }
      if start <= end { rest.append(from: start, to: end) }
      next = hole
    }
    return rest
  }

  /// Whether any number from `first` to `last` belongs to the set.
  ///
  /// - Complexity: O(log *n*).
  package func overlaps(from first: UInt64, to last: UInt64) -> Bool {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ends[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] <= last
  }
}

extension DayState {
  /// The numbers of an operator's active designations in a category.
  ///
  /// - Complexity: O(*n*) in its designations.
  package func designatedSpans(of x: OperatorIndex, in category: Category) -> Spans {
    var spans = Spans()
    guard let table = designated[Int(category.rawValue)] else { return spans }
    for place in table.range(x) { spans.append(from: table.starts[place], to: table.ends[place]) }
    return spans
  }
}

extension CategoryAdjacency {
  /// Whether an operator has an active count-only provision.
  ///
  /// - Complexity: O(*n*) in its count-only provisions of any day.
  package func hasCounted(of x: OperatorIndex, _ state: DayState) -> Bool {
    let table = state.chain.tables.provisions
    for place in range(x).reversed() {
      let p = Int(provisions[place])
      if table.isRanged(p) { return false }
      if state.active[p] != 0 { return true }
    }
    return false
  }
}
