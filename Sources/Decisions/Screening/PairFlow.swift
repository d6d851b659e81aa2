import Audit
import Numbering
import SupplyChain

/// What passes between two operators in one category on a day.
struct PairFlow {
  /// Numbers together, a candidate apart.
  private(set) var numbers: UInt64 = 0
  /// Numbers of a candidate's range among them.
  private(set) var overlap: UInt64 = 0
  /// How many provisions there are.
  private(set) var provisions = 0

  /// - Parameters:
  ///   - rows: provisions in the order of `CategoryAdjacency`: ranged ones by start, then counts.
  ///   - day: its ordinal; those not active on it are passed over.
  ///   - span: the range of a candidate; nil for none.
  init(
    _ rows: some Sequence<ProvisionIndex>, _ table: ProvisionTable, on day: Int32, span: ClosedRange<UInt64>?
  ) {
    var union = UnionSize()
    // Numbers of the range below it are accounted for.
    var position = span?.lowerBound ?? 0
    for row in rows {
      let p = Int(row)
      guard table.starts[p] <= day, day < table.ends[p] else { continue }
      provisions += 1
      guard table.isRanged(p) else {
        union.add(count: table.numbers[p])
        continue
      }
      let (start, end) = (table.rangeStarts[p], table.rangeEnd(p))
      union.add(from: start, through: end)
      guard let span else { continue }
      let (low, high) = (max(start, position), min(end, span.upperBound))
      if low <= high {
        overlap += high - low + 1
        position = high + 1
      }
    }
    numbers = union.size
  }
}

extension SupplyChain {
  /// The provisions from one operator to another in a category, on whatever day, in the order of `CategoryAdjacency`.
  ///
  /// - Complexity: O(the lesser of the supplier's outflows and the recipient's inflows).
  func provisions(from u: OperatorIndex, to v: OperatorIndex, in category: Category) -> [ProvisionIndex] {
    guard u != v, let outflows = outflows.view(category), let inflows = inflows.view(category) else {
      return []
    }
    let (out, into) = (outflows.range(u), inflows.range(v))
    var found: [ProvisionIndex] = []
    // Recipients stand in a column of their own; suppliers have to be fetched from the table.
    if out.count < 8 * into.count {
      for position in out where outflows.recipients[position] == v {
        found.append(outflows.provisions[position])
      }
    } else {
      for position in into where tables.provisions.suppliers[Int(inflows.provisions[position])] == u {
        found.append(inflows.provisions[position])
      }
    }
    return found
  }
}
