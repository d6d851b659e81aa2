import Bytes
import Numbering
import SupplyChain

/// What passes between an operator and its suppliers, or its recipients, in a category.
public struct StockFlow: Sendable, Equatable {
  /// One operator at the other end.
  public struct Partner: Sendable, Equatable {
    /// Who.
    public let operatorIndex: OperatorIndex
    /// How many numbers: the union of the ranges and the sum of the counts.
    public let numbers: UInt64
    /// Of those, how many are known by count only.
    public let counted: UInt64
    /// Where its provisions stand in `provisions`.
    public let provisions: Range<Int>
  }

  /// The operators at the other end: those with the most numbers first, then in file order.
  public let partners: [Partner]
  /// The active provisions by partner, in the order of `partners`; those with a range first, by start.
  public let provisions: [ProvisionIndex]
  /// The numbers named by range.
  public let ranges: RangeSet
  /// The sum of the numbers known by count only.
  public let counted: UInt64
  /// The numbers named in provisions of more than one partner.
  public let shared: RangeSet
  /// How many times a number is named for a partner beyond the first.
  public let repeated: UInt64

  /// How many numbers there are together (SPEC §4 *numbers*).
  public var numbers: UInt64 { ranges.size + counted }

  /// - Parameter far: the operator at the other end of each provision.
  /// - Complexity: O(*n* log *n*) in the provisions of the operator.
  init(of x: OperatorIndex, _ view: CategoryAdjacency?, by far: [OperatorIndex], _ state: DayState) {
    let table = state.chain.tables.provisions
    var entries: [(partner: OperatorIndex, place: UInt32, provision: ProvisionIndex)] = []
    var ranges = RangeSet()
    var counted: UInt64 = 0
    if let view {
      for (place, position) in view.range(x).enumerated() {
        let p = view.provisions[position]
        let row = Int(p)
        if state.active[row] == 0 { continue }
        if table.isRanged(row) {
          ranges.append(table.rangeStarts[row], table.rangeEnd(row))
        } else {
          counted += table.numbers[row]
        }
        entries.append((far[row], UInt32(place), p))
      }
    }
    // Places within the operator tell ranges by start, then counts in file order.
    entries.sort { ($0.partner, $0.place) < ($1.partner, $1.place) }
    var partners: [Partner] = []
    // Runs of one partner, disjoint.
    var runs: [(start: UInt64, end: UInt64)] = []
    var first = 0
    while first < entries.count {
      var end = first
      var own = RangeSet()
      var ownCounted: UInt64 = 0
      while end < entries.count, entries[end].partner == entries[first].partner {
        let row = Int(entries[end].provision)
        if table.isRanged(row) {
          own.append(table.rangeStarts[row], table.rangeEnd(row))
        } else {
          ownCounted += table.numbers[row]
        }
        end += 1
      }
      for place in own.starts.indices { runs.append((own.starts[place], own.ends[place])) }
      partners.append(
        Partner(
          operatorIndex: entries[first].partner, numbers: own.size + ownCounted, counted: ownCounted,
          provisions: first..<end))
      first = end
    }
    runs.sort { $0.start < $1.start }
    var shared = RangeSet()
    var (repeated, greatest): (UInt64, UInt64) = (0, 0)
    for run in runs {
      if run.start <= greatest {
        let end = min(run.end, greatest)
        shared.append(run.start, end)
        repeated += end - run.start + 1
      }
      greatest = max(greatest, run.end)
    }
    partners.sort { ($1.numbers, $0.operatorIndex) < ($0.numbers, $1.operatorIndex) }
    var provisions: [ProvisionIndex] = []
    provisions.reserveCapacity(entries.count)
    self.partners = partners.map { partner in
      let start = provisions.count
      for place in partner.provisions { provisions.append(entries[place].provision) }
      return Partner(
        operatorIndex: partner.operatorIndex, numbers: partner.numbers, counted: partner.counted,
        provisions: start..<provisions.count)
    }
    self.provisions = provisions
    self.ranges = ranges
    self.counted = counted
    self.shared = shared
    self.repeated = repeated
  }
}
