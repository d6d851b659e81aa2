import Bytes
import Numbering

/// Which end of a provision it is filed under.
enum ProvisionEnd: Sendable {
  case supplier, recipient
}

extension Adjacency {
  /// Files the provisions of every category under one and the other of their ends.
  ///
  /// - Complexity: O(*n* log *d*) time for *n* provisions and at most *d* on one operator; 4 bytes per provision, and
  ///   4 bytes per operator in each category that has provisions.
  static func both(of tables: Tables, threads: Int) -> (outflows: Adjacency, inflows: Adjacency) {
    let byCategory = provisionsByCategory(tables.provisions)
    let operatorCount = tables.operators.count
    let views = concurrentMap(2 * Category.count, threads: threads) { task -> CategoryAdjacency? in
      let rows = byCategory[task / 2]
      if rows.isEmpty { return nil }
      let end = task % 2 == 0 ? ProvisionEnd.supplier : .recipient
      return CategoryAdjacency(rows: rows, of: tables.provisions, by: end, operatorCount: operatorCount)
    }
    return (
      Adjacency(views: (0..<Category.count).map { views[2 * $0] }),
      Adjacency(views: (0..<Category.count).map { views[2 * $0 + 1] })
    )
  }

  /// Rows of each category in file order, self-provisions left out.
  private static func provisionsByCategory(_ table: ProvisionTable) -> [[ProvisionIndex]] {
    let (suppliers, recipients, categories) = (table.suppliers, table.recipients, table.categories)
    var counts = [Int](repeating: 0, count: Category.count)
    for category in categories { counts[Int(category.rawValue)] += 1 }
    var result = counts.map { count -> [ProvisionIndex] in
      var rows: [ProvisionIndex] = []
      rows.reserveCapacity(count)
      return rows
    }
    for row in 0..<table.count where suppliers[row] != recipients[row] {
      result[Int(categories[row].rawValue)].append(UInt32(row))
    }
    return result
  }
}

extension CategoryAdjacency {
  /// Files rows, given in file order, under one of their ends.
  init(rows: [ProvisionIndex], of table: ProvisionTable, by end: ProvisionEnd, operatorCount: Int) {
    let ends = end == .supplier ? table.suppliers : table.recipients
    var offsets = [UInt32](repeating: 0, count: operatorCount + 1)
    for row in rows { offsets[Int(ends[Int(row)]) + 1] += 1 }
    for x in 0..<operatorCount { offsets[x + 1] += offsets[x] }
    // Count-only provisions of an operator go behind its ranged ones: two passes keep the file order of both.
    var next = offsets
    var provisions = [ProvisionIndex](repeating: 0, count: rows.count)
    let (starts, ids) = (table.rangeStarts, table.ids)
    for row in rows where starts[Int(row)] != 0 {
      let x = Int(ends[Int(row)])
      provisions[Int(next[x])] = row
      next[x] += 1
    }
    let rangedEnds = next
    for row in rows where starts[Int(row)] == 0 {
      let x = Int(ends[Int(row)])
      provisions[Int(next[x])] = row
      next[x] += 1
    }
    // The table itself must not be used below: a closure would hold and release each of its columns at every call.
    let numbers = table.numbers
    var keys: [RangeKey] = []
    for x in 0..<operatorCount where rangedEnds[x] - offsets[x] > 1 {
      let run = Int(offsets[x])..<Int(rangedEnds[x])
      keys.removeAll(keepingCapacity: true)
      for position in run {
        let row = Int(provisions[position])
        keys.append(RangeKey(start: starts[row], end: starts[row] &+ numbers[row] &- 1, row: UInt32(row)))
      }
      keys.sort { left, right in
        if left.start != right.start { return left.start < right.start }
        if left.end != right.end { return left.end < right.end }
        return ids.precedes(Int(left.row), Int(right.row))
      }
      for (position, key) in zip(run, keys) { provisions[position] = key.row }
    }
    self.init(offsets: offsets, provisions: provisions)
  }

  private struct RangeKey {
    let start: UInt64
    let end: UInt64
    let row: UInt32
  }
}
