import Bytes
import Numbering
import SupplyChain

/// Tells through whose hands numbers went in the course of time; made once, asked for any number of numbers.
public struct CustodyTracer: Sendable {
  private let chain: SupplyChain
  private let provisions: RangedRows
  private let designations: RangeIndex

  /// Prepares to trace any number of some categories.
  ///
  /// - Complexity: O(provisions) time where range starts differ in few bits; 21 bytes for each ranged provision and one
  ///   for any other, and 20 more while it runs.
  public init(_ chain: SupplyChain, categories: CategorySet = .all, threads: Int = 2) {
    self.init(
      chain,
      RangedRows(chain.tables.provisions, kept: chain.betweenTwo, of: categories, threads: threads))
  }

  /// Prepares to trace some numbers: one pass over the provisions, whose ranges are not sorted.
  ///
  /// Any other number may be asked for too, and takes a pass of its own.
  ///
  /// - Complexity: O(provisions · log *n*) time for *n* numbers, on all threads.
  public init(_ chain: SupplyChain, numbers: some Sequence<TelephoneNumber>, threads: Int = 2) {
    self.init(
      chain,
      RangedRows(
        chain.tables.provisions, kept: chain.betweenTwo, with: numbers.map(\.rawValue), threads: threads))
  }

  private init(_ chain: SupplyChain, _ provisions: RangedRows) {
    self.chain = chain
    self.provisions = provisions
    let blocks = chain.tables.designations
    designations = RangeIndex(
      rows: (0..<UInt32(blocks.count)).map { $0 }, start: { blocks.rangeStarts[$0] },
      end: { blocks.rangeEnds[$0] })
  }

  /// The history of a number; one that was not prepared for takes a pass over the provisions.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* provisions and designations that contain it.
  public func history(of number: TelephoneNumber) -> NumberHistory {
    let table = chain.tables.provisions
    let blocks = chain.tables.designations
    var provisions = provisions.rows(containing: number)
    provisions.sort { (table.starts[Int($0)], $0) < (table.starts[Int($1)], $1) }
    var rows: [UInt32] = []
    designations.appendRows(containing: number.rawValue, to: &rows)
    rows.sort { (blocks.starts[Int($0)], $0) < (blocks.starts[Int($1)], $1) }

    var changes: [CustodyChange] = []
    changes.reserveCapacity(rows.count + 2 * provisions.count)
    for row in rows {
      changes.append(
        CustodyChange(
          operatorIndex: blocks.operators[Int(row)],
          days: DayInterval(start: blocks.starts[Int(row)], end: blocks.ends[Int(row)]),
          kind: .designation, row: row))
    }
    for p in provisions {
      let days = DayInterval(start: table.starts[Int(p)], end: table.ends[Int(p)])
      changes.append(
        CustodyChange(operatorIndex: table.recipients[Int(p)], days: days, kind: .inflow, row: p))
      changes.append(
        CustodyChange(operatorIndex: table.suppliers[Int(p)], days: days, kind: .outflow, row: p))
    }
    changes.removeAll { $0.days.isEmpty }
    changes.sort { $0.operatorIndex < $1.operatorIndex }
    var custody: [Custody] = []
    var first = 0
    while first < changes.count {
      var end = first + 1
      while end < changes.count, changes[end].operatorIndex == changes[first].operatorIndex { end += 1 }
      CustodyChange.appendCustody(of: changes[first..<end], to: &custody)
      first = end
    }
    custody.sort {
      ($0.days.start, $0.operatorIndex, $0.days.end) < ($1.days.start, $1.operatorIndex, $1.days.end)
    }
    return NumberHistory(
      number: number, designations: rows, provisions: provisions, custody: custody,
      gaps: CustodyGap.all(in: changes, besides: custody))
  }
}

extension SupplyChain {
  /// 1 for every provision but those of an operator to itself, in file order.
  fileprivate var betweenTwo: [UInt8] {
    var kept = [UInt8](large: tables.provisions.count) { $0.initialize(repeating: 1) }
    for p in selfProvisions { kept[Int(p)] = 0 }
    return kept
  }
}
