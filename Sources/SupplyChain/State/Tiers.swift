import Bytes
import Numbering

extension Levels {
  /// The tier of each active provision, in file order; 0 for none.
  ///
  /// Provisions are taken supplier by supplier, so that what is known of one is read once.
  ///
  /// - Complexity: O(*p* log *k*) for *p* provisions and *k* level pieces of one supplier, O(*p*) without ranges.
  static func tiers(
    _ chain: SupplyChain, active: [UInt8], byCategory: [[UInt32]?], byNumber: [NumberLevels?], threads: Int
  ) -> [UInt32] {
    let table = chain.tables.provisions
    let operatorCount = chain.tables.operators.count
    let slice = 1 << 15
    let slices = (operatorCount + slice - 1) / slice
    return [UInt32](large: table.count) { tiers in
      tiers.initialize(repeating: 0)
      let result = SharedTiers(base: tiers.baseAddress)
      concurrently(slices * Category.count, threads: threads) { index in
        let category = index % Category.count
        guard let view = chain.outflows.views[category], let levels = byCategory[category] else { return }
        let first = index / Category.count * slice
        let suppliers = first..<min(operatorCount, first + slice)
        let numbers = byNumber[category]
        let (starts, sizes) = (table.rangeStarts, table.numbers)
        view.withColumns { offsets, provisions, _ in
          for supplier in suppliers {
            var position = Int(offsets[supplier])
            let end = Int(offsets[supplier + 1])
            // The ranged ones stand first.
            while let numbers, position < end, starts[Int(provisions[position])] != 0 {
              let p = Int(provisions[position])
              position += 1
              if active[p] == 0 { continue }
              let level = numbers.maximum(
                of: UInt32(supplier), from: starts[p], through: starts[p] &+ sizes[p] &- 1)
              if level != noLevel { result.set(p, level + 1) }
            }
            let level = levels[supplier]
            if level == noLevel { continue }
            while position < end {
              let p = Int(provisions[position])
              position += 1
              if active[p] != 0 { result.set(p, level + 1) }
            }
          }
        }
      }
    }
  }
}

/// The tiers while they are found; each is written by one thread.
private struct SharedTiers: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt32>?

  @inline(__always)
  func set(_ p: Int, _ tier: UInt32) { base?[p] = tier }
}
