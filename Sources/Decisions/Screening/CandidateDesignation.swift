import Audit
import Numbering
import SupplyChain

/// How much of a candidate's range lies in designations of anybody, and the block nearest to it.
public struct CandidateDesignation: Sendable, Equatable {
  /// Numbers of the range that are designated to somebody on the day.
  public let numbers: UInt64
  /// Where none is: the designated block of the category nearest to the range; nil when there is none at all.
  public let nearest: NumberRange?
  /// Who holds that block.
  public let holder: OperatorIndex?

  init?(_ candidate: ProvisionCandidate, _ state: DayState) {
    guard let span = candidate.span, state.chain.tables.designations.origin.isPresent else { return nil }
    let table = state.chain.tables.designations
    let day = state.day.ordinal
    var rows: [Int] = []
    var (best, distance): (Int?, UInt64) = (nil, .max)
    for row in 0..<table.count
    where table.categories[row] == candidate.category && table.starts[row] <= day && day < table.ends[row] {
      let (start, end) = (table.rangeStarts[row], table.rangeEnds[row])
      if start <= span.upperBound, span.lowerBound <= end {
        rows.append(row)
      } else {
        let away = end < span.lowerBound ? span.lowerBound - end : start - span.upperBound
        if away < distance { (best, distance) = (row, away) }
      }
    }
    rows.sort { table.rangeStarts[$0] < table.rangeStarts[$1] }
    var union = UnionSize()
    for row in rows {
      union.add(
        from: max(span.lowerBound, table.rangeStarts[row]),
        through: min(span.upperBound, table.rangeEnds[row]))
    }
    numbers = union.size
    guard rows.isEmpty, let best else {
      (nearest, holder) = (nil, nil)
      return
    }
    nearest = try? NumberRange(
      from: TelephoneNumber(unchecked: table.rangeStarts[best]),
      to: TelephoneNumber(unchecked: table.rangeEnds[best]))
    holder = table.operators[best]
  }
}
