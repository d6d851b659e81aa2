import SupplyChain

/// For several sets of intervals, which interval of a set is the first that contains a point.
///
/// Sets are numbered as they are added; all of them stand in the same columns.
/// Invariants: `offsets` is one longer than the number of sets; within one set `bounds` ascend strictly, and
/// `labels[i]` holds from `bounds[i]` to just below the next bound, the last one for good.
package struct FirstCovers: Sendable {
  private var offsets = [0]
  private var bounds: [UInt64] = []
  private var labels: [UInt32] = []

  package init() {}

  /// Forgets every set.
  package mutating func removeAll() {
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
    bounds.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
  }

  /// How many sets there are.
  package var count: Int { offsets.count - 1 }

  /// Adds a set of intervals, the first ones taking precedence; their ends do not belong to them.
  ///
  /// - Complexity: O(*n* log *n*).
  package mutating func append(starts: [UInt64], ends: [UInt64], labels values: [UInt32]) {
    let cuts = (starts + ends).sortedUnique()
    // The label of each cell between two cuts; cells that have one are skipped by jumping to the next
    // without.
    var cells = [UInt32](repeating: noIndex, count: cuts.count)
    var next = Array(0...cuts.count)
    func free(_ cell: Int) -> Int {
      var cell = cell
      while next[cell] != cell {
        next[cell] = next[next[cell]]
        cell = next[cell]
      }
      return cell
    }
    for interval in starts.indices where starts[interval] < ends[interval] {
      let end = cuts.firstIndex(atLeast: ends[interval])
      var cell = free(cuts.firstIndex(atLeast: starts[interval]))
      while cell < end {
        cells[cell] = values[interval]
        next[cell] = cell + 1
        cell = free(cell + 1)
      }
    }
    var last = noIndex
    for (cell, label) in cells.enumerated() where label != last {
      bounds.append(cuts[cell])
      labels.append(label)
      last = label
    }
    offsets.append(bounds.count)
  }

  /// The label of the first interval of a set that contains a point; `noIndex` for none.
  ///
  /// - Complexity: O(log *n*) in the intervals of the set.
  package func first(_ set: Int, at point: UInt64) -> UInt32 {
    var (low, high) = (offsets[set], offsets[set + 1])
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= point { low = middle + 1 } else { high = middle }
    }
    return low > offsets[set] ? labels[low - 1] : noIndex
  }

  /// The points of a set that some interval contains, in ascending pieces of one label; ends do not belong to them.
  ///
  /// - Complexity: O(*n*) in the intervals of the set.
  package func pieces(of set: Int) -> [(start: UInt64, end: UInt64, label: UInt32)] {
    var pieces: [(start: UInt64, end: UInt64, label: UInt32)] = []
    for place in offsets[set]..<offsets[set + 1] where labels[place] != noIndex {
      // The last label of a set is none: every interval has an end.
      let end = place + 1 < offsets[set + 1] ? bounds[place + 1] : .max
      pieces.append((bounds[place], end, labels[place]))
    }
    return pieces
  }
}

extension [UInt64] {
  /// The elements in ascending order, each once.
  package func sortedUnique() -> [UInt64] {
    var result = sorted()
    var kept = 0
    for index in result.indices where kept == 0 || result[kept - 1] != result[index] {
      result[kept] = result[index]
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }

  /// The first place of an ascending array that holds at least a value; the count when none does.
  ///
  /// - Complexity: O(log *n*).
  package func firstIndex(atLeast value: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
