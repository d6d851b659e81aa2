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

  /// - Complexity: O(*n*), in slices on several threads; 4 bytes per provision.
  init(_ table: ProvisionTable, threads: Int) {
    let count = table.count
    let slice = 1 << 18
    let (suppliers, recipients, categories) = (table.suppliers, table.recipients, table.categories)
    let counts = concurrentMap((count + slice - 1) / slice, threads: threads) { index -> [Int] in
      var counts = [Int](repeating: 0, count: Category.count)
      for row in index * slice..<min(count, (index + 1) * slice) {
        counts[Int(categories[row].rawValue)] += suppliers[row] != recipients[row] ? 1 : 0
      }
      return counts
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
  /// - Complexity: O(*n* log *d*) time for *n* provisions and at most *d* on one operator, O(*n*) without ranges;
  ///   4 bytes per provision, as much again by supplier, and 4 bytes per operator.
  init(rows: ArraySlice<ProvisionIndex>, of table: ProvisionTable, by end: ProvisionEnd, operatorCount: Int) {
    let (ends, far) =
      end == .supplier ? (table.suppliers, table.recipients) : (table.recipients, table.suppliers)
    var sorter = RangeSorter(table)
    var offsets = [UInt32](large: operatorCount + 1) { $0.initialize(repeating: 0) }
    var rangedCount = 0
    let provisions = [ProvisionIndex](large: rows.count) { provisions in
      offsets.withUnsafeMutableBufferPointer { offsets in
        rangedCount = Self.file(rows, ends, table.rangeStarts, offsets, into: provisions, &sorter)
      }
    }
    let others = [OperatorIndex](large: end == .supplier ? rows.count : 0) { others in
      far.withUnsafeBufferPointer { far in
        for position in others.indices { others[position] = far[Int(provisions[position])] }
      }
    }
    self.init(offsets: offsets, provisions: provisions, recipients: others, rangedCount: rangedCount)
  }

  /// A counting sort; ranged provisions of an operator go before its count-only ones. Returns how many are ranged.
  private static func file(
    _ rows: ArraySlice<ProvisionIndex>, _ ends: [OperatorIndex], _ starts: [UInt64],
    _ offsets: UnsafeMutableBufferPointer<UInt32>,
    into provisions: UnsafeMutableBufferPointer<ProvisionIndex>,
    _ sorter: inout RangeSorter
  ) -> Int {
    let operatorCount = offsets.count - 1
    return rows.withUnsafeBufferPointer { rows in
      ends.withUnsafeBufferPointer { ends in
        starts.withUnsafeBufferPointer { starts in
          let ranged = rows.reduce(0) { $0 + (starts[Int($1)] != 0 ? 1 : 0) }
          for row in rows { offsets[Int(ends[Int(row)]) + 1] += 1 }
          return Scratch.with(columns: ranged == 0 ? 1 : 2, rows: operatorCount) { scratch in
            // Where the next ranged, and the next count-only provision of each operator goes.
            let (next, nextRanged) = (scratch[0], scratch[ranged == 0 ? 0 : 1])
            if ranged > 0 {
              for row in rows where starts[Int(row)] != 0 { next[Int(ends[Int(row)])] += 1 }
            }
            for x in 0..<operatorCount {
              if ranged > 0 { nextRanged[x] = offsets[x] }
              next[x] += offsets[x]
              offsets[x + 1] += offsets[x]
            }
            if ranged == 0 {
              for row in rows {
                let x = Int(ends[Int(row)])
                provisions[Int(next[x])] = row
                next[x] += 1
              }
              return 0
            }
            for row in rows {
              let x = Int(ends[Int(row)])
              if starts[Int(row)] != 0 {
                provisions[Int(nextRanged[x])] = row
                nextRanged[x] += 1
              } else {
                provisions[Int(next[x])] = row
                next[x] += 1
              }
            }
            for x in 0..<operatorCount where nextRanged[x] - offsets[x] > 1 {
              sorter.sort(
                UnsafeMutableBufferPointer(rebasing: provisions[Int(offsets[x])..<Int(nextRanged[x])]))
            }
            return ranged
          }
        }
      }
    }
  }
}
