import Bytes
import Numbering

/// Which end of a provision it is filed under.
enum ProvisionEnd: Sendable {
  case supplier, recipient
}

/// The rows of each category in file order, self-provisions left out, one category after the other.
struct CategoryRows: Sendable {
  private let rows: [ProvisionIndex]
  private let ends: [Int]
  /// How many of each category are ranged.
  let rangedCounts: [Int]

  /// - Complexity: O(*n*), in slices on several threads; 4 bytes per provision.
  init(_ table: ProvisionTable, threads: Int) {
    let count = table.count
    let slice = 1 << 18
    let (suppliers, recipients, categories) = (table.suppliers, table.recipients, table.categories)
    let starts = table.rangeStarts
    // Of each slice all rows of each category, then the ranged ones.
    let counts = concurrentMap((count + slice - 1) / slice, threads: threads) { index -> [Int] in
      var counts = [Int](repeating: 0, count: 2 * Category.count)
      for row in index * slice..<min(count, (index + 1) * slice) {
        let category = Int(categories[row].rawValue)
        let isFiled = suppliers[row] != recipients[row] ? 1 : 0
        counts[category] += isFiled
        counts[Category.count + category] += starts[row] != 0 ? isFiled : 0
      }
      return counts
    }
    rangedCounts = (0..<Category.count).map { category in
      counts.reduce(0) { $0 + $1[Category.count + category] }
    }
    var (firsts, total, ends): ([[Int]], Int, [Int]) = (counts, 0, [])
    for category in 0..<Category.count {
      for index in counts.indices {
        firsts[index][category] = total
        total += counts[index][category]
      }
      ends.append(total)
    }
    self.ends = ends
    let places = firsts
    rows = [ProvisionIndex](large: total) { rows in
      let rows = SharedRows(base: rows.baseAddress)
      concurrently(counts.count, threads: threads) { index in
        var next = places[index]
        for row in index * slice..<min(count, (index + 1) * slice) where suppliers[row] != recipients[row] {
          let category = Int(categories[row].rawValue)
          rows.set(next[category], UInt32(row))
          next[category] += 1
        }
      }
    }
  }

  /// How many rows there are, those of all categories together.
  var count: Int { rows.count }

  /// The rows of a category.
  subscript(category: Int) -> ArraySlice<ProvisionIndex> {
    rows[(category == 0 ? 0 : ends[category - 1])..<ends[category]]
  }
}

/// Places for rows, each filled by one thread.
private struct SharedRows: @unchecked Sendable {
  let base: UnsafeMutablePointer<ProvisionIndex>?

  func set(_ place: Int, _ row: ProvisionIndex) { base?[place] = row }
}

extension CategoryAdjacency {
  /// Files rows, given in file order, under one of their ends.
  ///
  /// - Parameter rangedCount: how many of the rows are ranged.
  /// - Complexity: O(*n* log *d*) time for *n* provisions and at most *d* on one operator, O(*n*) without ranges;
  ///   4 bytes per provision, as much again by supplier, and 4 bytes per operator.
  init(
    rows: ArraySlice<ProvisionIndex>, rangedCount: Int, of table: ProvisionTable, by end: ProvisionEnd,
    operatorCount: Int
  ) {
    let (ends, far) =
      end == .supplier ? (table.suppliers, table.recipients) : (table.recipients, table.suppliers)
    var offsets = [UInt32](large: operatorCount + 1) { $0.initialize(repeating: 0) }
    let provisions = [ProvisionIndex](large: rows.count) { provisions in
      offsets.withUnsafeMutableBufferPointer { offsets in
        Self.file(rows, ends, offsets, into: provisions)
        if rangedCount > 0 { RangeSorter.sort(provisions, UnsafeBufferPointer(offsets), of: table) }
      }
    }
    let others = [OperatorIndex](large: end == .supplier ? rows.count : 0) { others in
      far.withUnsafeBufferPointer { far in
        for position in others.indices { others[position] = far[Int(provisions[position])] }
      }
    }
    self.init(offsets: offsets, provisions: provisions, recipients: others, rangedCount: rangedCount)
  }

  /// A counting sort by operator, of `offsets` that begin as zeros.
  private static func file(
    _ rows: ArraySlice<ProvisionIndex>, _ ends: [OperatorIndex],
    _ offsets: UnsafeMutableBufferPointer<UInt32>,
    into provisions: UnsafeMutableBufferPointer<ProvisionIndex>
  ) {
    rows.withUnsafeBufferPointer { rows in
      ends.withUnsafeBufferPointer { ends in
        // While rows are filed, the offset of each operator is where its next one goes: at last, where the next
        // operator's begin. So counts stand two places on, and the last two are of nobody.
        let operatorCount = offsets.count - 1
        for row in rows where Int(ends[Int(row)]) + 2 <= operatorCount {
          offsets[Int(ends[Int(row)]) + 2] += 1
        }
        if operatorCount > 1 {
          for x in 2...operatorCount { offsets[x] += offsets[x - 1] }
        }
        for row in rows {
          let x = Int(ends[Int(row)]) + 1
          provisions[Int(offsets[x])] = row
          offsets[x] += 1
        }
      }
    }
  }
}
