import Bytes
import Numbering

extension Levels {
  /// The tier of each active provision, in file order; 0 for none.
  ///
  /// Count-only provisions are taken in file order, ranged ones supplier by supplier, so that what is known of one is
  /// read once.
  ///
  /// - Complexity: O(*p* log *k*) for *p* provisions and *k* level pieces of one supplier, O(*p*) without ranges.
  static func tiers(
    _ chain: SupplyChain, active: [UInt8], byCategory: [[UInt32]?], byNumber: [NumberLevels?], threads: Int
  ) -> [UInt32] {
    let table = chain.tables.provisions
    return [UInt32](large: table.count) { tiers in
      let result = SharedTiers(base: tiers.baseAddress)
      let levels = byCategory.map { $0 ?? [] }
      let slice = 1 << 16
      concurrently((table.count + slice - 1) / slice, threads: threads) { index in
        let rows = index * slice..<min(table.count, (index + 1) * slice)
        withBuffers(levels[...]) { levels in
          result.setCountOnly(rows, levels, hasRanges: byNumber.map { $0 != nil }, active, table)
        }
      }
      for (category, numbers) in byNumber.enumerated() {
        guard let numbers, let view = chain.outflows.views[category] else { continue }
        result.setRanged(view, numbers, active, table, threads: threads)
      }
    }
  }
}

/// The tiers while they are found; each is written by one thread.
private struct SharedTiers: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt32>?

  @inline(__always)
  private func set(_ p: Int, _ tier: UInt32) { base?[p] = tier }

  /// Writes the tiers of some rows, 0 for ranged ones.
  ///
  /// - Parameter hasRanges: by category; elsewhere no provision is ranged.
  func setCountOnly(
    _ rows: Range<Int>, _ levels: [UnsafeBufferPointer<UInt32>], hasRanges: [Bool], _ active: [UInt8],
    _ table: ProvisionTable
  ) {
    let active = active.span
    let suppliers = table.suppliers.span
    let categories = table.categories.span
    let rangeStarts = table.rangeStarts.span
    for p in rows {
      let category = Int(categories[p].rawValue)
      if active[p] == 0 || hasRanges[category] && rangeStarts[p] != 0 {
        set(p, 0)
      } else {
        // One more than the level; without one, which is the greatest number, that is 0.
        set(p, levels[category][Int(suppliers[p])] &+ 1)
      }
    }
  }

  /// Writes the tiers of the active ranged provisions of a category.
  func setRanged(
    _ view: CategoryAdjacency, _ numbers: NumberLevels, _ active: [UInt8], _ table: ProvisionTable,
    threads: Int
  ) {
    let (starts, sizes) = (table.rangeStarts, table.numbers)
    let operatorCount = view.offsets.count - 1
    let slice = 1 << 12
    concurrently((operatorCount + slice - 1) / slice, threads: threads) { index in
      view.withColumns { offsets, provisions, _ in
        for supplier in index * slice..<min(operatorCount, (index + 1) * slice) {
          // The ranged ones stand first.
          for position in Int(offsets[supplier])..<Int(offsets[supplier + 1]) {
            let p = Int(provisions[position])
            if starts[p] == 0 { break }
            if active[p] == 0 { continue }
            let level = numbers.maximum(
              of: UInt32(supplier), from: starts[p], through: starts[p] &+ sizes[p] &- 1)
            if level != noLevel { set(p, level + 1) }
          }
        }
      }
    }
  }
}

/// Gives several columns to a loop at once; as deep as there are columns.
private func withBuffers(
  _ columns: ArraySlice<[UInt32]>, _ buffers: [UnsafeBufferPointer<UInt32>] = [],
  _ body: ([UnsafeBufferPointer<UInt32>]) -> Void
) {
  guard let first = columns.first else { return body(buffers) }
  first.withUnsafeBufferPointer { withBuffers(columns.dropFirst(), buffers + [$0], body) }
}
