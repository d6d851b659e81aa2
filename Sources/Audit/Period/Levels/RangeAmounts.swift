import Numbering
import SupplyChain

/// Spans of one operator, counted on some of their days.
struct CountedSpans {
  let spans: ArraySlice<NumberDays.Span>
  /// Whether days count on which levels are not below the limit; otherwise all with a level.
  let isFar: Bool
  let pool: DaySetPool

  @inline(__always)
  func days(_ span: NumberDays.Span) -> DaySet { isFar ? span.far : span.reached }
}

/// How many numbers the ranged provisions of one operator have of its spans, day by day.
struct RangeAmounts {
  private let table: ProvisionTable
  private let provisions: [ProvisionIndex]
  private let window: DayWindow
  private var amounts = DayAmounts()

  init(_ table: ProvisionTable, _ outflows: CategoryAdjacency, _ window: DayWindow) {
    self.table = table
    provisions = outflows.provisions
    self.window = window
  }

  /// The days of the window on which a provision is active, as offsets.
  @inline(__always)
  func days(of p: ProvisionIndex) -> Range<Int> {
    let (low, high) = (
      max(table.starts[Int(p)], window.days.start), min(table.ends[Int(p)], window.days.end)
    )
    return low < high ? Int(low - window.days.start)..<Int(high - window.days.start) : 0..<0
  }

  /// Calls `body` with each provision and run of its days on which it has as many numbers, and with those; not where it
  /// has none. The runs of a provision ascend.
  ///
  /// - Parameters:
  ///   - less: spans whose numbers are taken away.
  ///   - isAsked: whether a provision is looked at.
  /// - Complexity: O(*m* log *k* + *n*) for *m* provisions, *k* spans and *n* meetings of the two, or
  ///   O(days · (*m* log *k* + *k*)) when that is less.
  mutating func find(
    _ positions: Range<Int>, _ counted: CountedSpans, less: CountedSpans?,
    _ isAsked: (ProvisionIndex) -> Bool,
    _ body: (ProvisionIndex, Range<Int>, UInt64) -> Void
  ) {
    // How often provisions and spans may meet before days are looked at one by one instead.
    let length = Int(window.days.end) - Int(window.days.start)
    var left = length * (positions.count + counted.spans.count + (less?.spans.count ?? 0))
    for position in positions {
      if left < 0 {
        return findDayByDay(position..<positions.upperBound, counted, less, isAsked, body)
      }
      let p = provisions[position]
      let active = days(of: p)
      if active.isEmpty || !isAsked(p) { continue }
      left -= add(p, active, counted, isLess: false)
      if let less { left -= add(p, active, less, isLess: true) }
      amounts.take { body(p, $0, $1) }
    }
  }

  /// Adds what a provision has of the spans it meets, and returns how many those are.
  private mutating func add(
    _ p: ProvisionIndex, _ active: Range<Int>, _ counted: CountedSpans, isLess: Bool
  ) -> Int {
    let (start, end) = (table.rangeStarts[Int(p)], table.rangeEnd(Int(p)))
    let spans = counted.spans
    let low = spans.firstPlace(endingAtLeast: start)
    var place = low
    while place < spans.endIndex, spans[place].start <= end {
      let span = spans[place]
      let size = min(end, span.end) - max(start, span.start) + 1
      amounts.add(isLess ? 0 &- size : size, on: counted.days(span), within: active, counted.pool)
      place += 1
    }
    return place - low
  }

  /// The same from each day by itself, where ranges meet too many spans.
  private func findDayByDay(
    _ positions: Range<Int>, _ counted: CountedSpans, _ less: CountedSpans?,
    _ isAsked: (ProvisionIndex) -> Bool, _ body: (ProvisionIndex, Range<Int>, UInt64) -> Void
  ) {
    let length = Int(window.days.end) - Int(window.days.start)
    let asked = positions.map { provisions[$0] }.filter { !days(of: $0).isEmpty && isAsked($0) }
    var sums = SpanSums(counted.spans)
    var lessSums = SpanSums(less?.spans ?? [])
    // Since when each provision has as many numbers.
    var runs = [(since: Int, numbers: UInt64)](repeating: (0, 0), count: asked.count)
    for day in 0...length {
      // On the day after the last nothing is active.
      if day < length {
        sums.turn { counted.pool.contains(counted.days($0), day) }
        if let less { lessSums.turn { less.pool.contains(less.days($0), day) } }
      }
      for (place, p) in asked.enumerated() {
        var numbers: UInt64 = 0
        if days(of: p).contains(day) {
          let (start, end) = (table.rangeStarts[Int(p)], table.rangeEnd(Int(p)))
          numbers = sums.size(from: start, through: end) - lessSums.size(from: start, through: end)
        }
        let before = runs[place]
        if numbers == before.numbers { continue }
        if before.numbers > 0 { body(p, before.since..<day, before.numbers) }
        runs[place] = (day, numbers)
      }
    }
  }
}
