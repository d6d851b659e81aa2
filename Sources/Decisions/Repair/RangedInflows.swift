import Bytes
import Numbering
import SupplyChain

/// The active ranged inflows of the operators whose numbers are not all clean, to be asked which of them meet a range.
struct RangedInflows: Sendable {
  /// The place of each operator; `noIndex` where all is clean in every category.
  private let places: [UInt32]
  /// Where the inflows begin, by place, then by category; one longer.
  private let offsets: [UInt32]
  private let provisions: [ProvisionIndex]
  private let suppliers: [OperatorIndex]
  private let starts: [UInt64]
  /// Inclusive.
  private let ends: [UInt64]
  private let index: RangeEndIndex

  /// - Complexity: O(operators), and O(*m*) for *m* inflows of those operators; 28 bytes for each.
  init(_ ground: RepairGround) {
    let tags = ground.clean.tags
    var operators: [OperatorIndex] = []
    var places = [UInt32](repeating: noIndex, count: tags.count)
    for x in tags.indices where tags[x].ranges != CategorySet.all.rawValue {
      places[x] = UInt32(operators.count)
      operators.append(UInt32(x))
    }
    let (unclean, slice) = (operators, 1 << 10)
    let parts = concurrentMap((unclean.count + slice - 1) / slice, threads: ground.threads) { index in
      Part(unclean[index * slice..<min(unclean.count, (index + 1) * slice)], ground)
    }
    var (offsets, count): ([UInt32], UInt32) = ([0], 0)
    offsets.reserveCapacity(unclean.count * Category.count + 1)
    for part in parts {
      for end in part.ends { offsets.append(count + end) }
      count += UInt32(part.provisions.count)
    }
    let provisions = parts.flatMap(\.provisions)
    let ends = parts.flatMap(\.rangeEnds)
    (self.places, self.offsets, self.provisions, self.ends) = (places, offsets, provisions, ends)
    suppliers = parts.flatMap(\.suppliers)
    starts = parts.flatMap(\.starts)
    index = RangeEndIndex(ends)
  }

  /// The inflows of some operators one after the other.
  private struct Part: Sendable {
    /// Where the inflows of each operator and category end.
    var ends: [UInt32] = []
    var provisions: [ProvisionIndex] = []
    var suppliers: [OperatorIndex] = []
    var starts: [UInt64] = []
    var rangeEnds: [UInt64] = []

    init(_ operators: ArraySlice<OperatorIndex>, _ ground: RepairGround) {
      let (table, active, tags) = (ground.table, ground.state.active, ground.clean.tags)
      let views = ground.state.chain.inflows.views
      for x in operators {
        for category in 0..<Category.count {
          defer { ends.append(UInt32(provisions.count)) }
          guard tags[Int(x)].ranges >> UInt8(category) & 1 == 0, let view = views[category] else { continue }
          for position in view.range(x) {
            let q = Int(view.provisions[position])
            let start = table.rangeStarts[q]
            if start == 0 { break }
            if active[q] == 0 { continue }
            provisions.append(UInt32(q))
            suppliers.append(table.suppliers[q])
            starts.append(start)
            rangeEnds.append(table.rangeEnd(q))
          }
        }
      }
    }
  }

  /// Where the inflows of an operator lie whose numbers are not all clean in a category.
  private func range(_ x: OperatorIndex, _ category: Int) -> Range<Int> {
    let place = Int(places[Int(x)]) * Category.count + category
    return Int(offsets[place])..<Int(offsets[place + 1])
  }

  /// The inflows that meet a range, by start; nil when they are more than `limit`.
  ///
  /// Only for an operator whose numbers in the category are not all clean.
  ///
  /// - Complexity: O((1 + *m*) log *n*) for *m* of them.
  func meeting(
    _ x: OperatorIndex, _ category: Int, from start: UInt64, through end: UInt64, limit: Int
  ) -> [ProvisionIndex]? {
    var found: [ProvisionIndex] = []
    let range = range(x, category)
    var position = index.first(from: range.lowerBound, atLeast: start)
    while position < range.upperBound, starts[position] <= end {
      if found.count == limit { return nil }
      found.append(provisions[position])
      position = index.first(from: position + 1, atLeast: start)
    }
    return found
  }

  /// The supplier of all inflows that meet a range, when one of them has all of it; nil otherwise.
  ///
  /// Only for an operator whose numbers in the category are not all clean.
  ///
  /// - Complexity: O(log *n*): looks at eight of them at most.
  func onlySupplier(
    of x: OperatorIndex, _ category: Int, from start: UInt64, through end: UInt64
  ) -> OperatorIndex? {
    let range = range(x, category)
    var position = index.first(from: range.lowerBound, atLeast: start)
    var (only, hasAll): (OperatorIndex?, Bool) = (nil, false)
    var seen = 0
    while position < range.upperBound, starts[position] <= end {
      if seen == 8 || only ?? suppliers[position] != suppliers[position] { return nil }
      only = suppliers[position]
      hasAll = hasAll || (starts[position] <= start && end <= ends[position])
      seen += 1
      position = index.first(from: position + 1, atLeast: start)
    }
    return hasAll ? only : nil
  }
}
