import Numbering
import SupplyChain

/// Days on which a finding of a period holds with the same numbers and the same waiver.
public struct PeriodSpan: Sendable, Equatable {
  /// The ordinals of the days; the end does not belong to them.
  public let days: DayInterval
  /// The waiver in force that covers the finding on these days; `noIndex` for none.
  package let waiver: UInt32
  /// `UInt64.max` for a rule that counts none.
  package let amount: UInt64

  /// How many telephone numbers it is about on these days; nil for a rule that counts none.
  public var numbers: UInt64? { amount == .max ? nil : amount }
  /// Whether a waiver in force covers it on these days.
  public var isWaived: Bool { waiver != noIndex }
}

/// The findings of one rule over a period, one for each key.
///
/// A finding has the members of its first day; its numbers are the greatest of any day.
public struct PeriodFindings: Sendable {
  /// In the order of the contract; waived are those that a waiver covers on every day they hold.
  public private(set) var results: RuleFindings
  /// Where the spans of each finding begin; one longer than the findings.
  private var offsets: [Int] = [0]
  private var spans: [PeriodSpan] = []

  /// No findings.
  init() {
    results = RuleFindings()
  }

  /// Puts the pieces of each key together.
  ///
  /// - Complexity: O(*n* log *n*) in pieces.
  package init(_ all: FindingPieces, of rule: RuleID) {
    let kind = rule.keyKind
    let pieces = all.pieces
    let order = Self.order(all, kind)
    results = all.lists
    var next = 0
    results.findings.reserveCapacity(order.count)
    spans.reserveCapacity(order.count)
    offsets.reserveCapacity(order.count + 1)
    while next < order.count {
      let first = pieces[Int(order[next])].finding
      let key = FindingKey(first, kind)
      var amount = first.amount
      var isWaived = true
      while next < order.count {
        let piece = pieces[Int(order[next])]
        if FindingKey(piece.finding, kind) != key { break }
        next += 1
        amount = max(amount, piece.finding.amount)
        if !piece.finding.isWaived { isWaived = false }
        append(piece)
      }
      // The first day of an unbroken run is for audits of a day.
      var finding = first.ofPeriod(amount: amount)
      if !isWaived { finding.waiver = noIndex }
      results.findings.append(finding)
      offsets.append(spans.count)
    }
  }

  /// The places of pieces by key, those of one key in the order of time.
  ///
  /// - Complexity: O(*n* log *n*); O(*n*) where they are in order or a single row is the key.
  private static func order(_ all: FindingPieces, _ kind: KeyKind) -> [UInt32] {
    let pieces = all.pieces
    if kind == .identity {
      let lists = all.lists
      return pieces.indices.map { UInt32($0) }.sorted { left, right in
        let (a, b) = (pieces[Int(left)].finding, pieces[Int(right)].finding)
        if a.cause != b.cause { return a.cause?.rawValue ?? 0 < b.cause?.rawValue ?? 0 }
        if a.subject == b.subject { return left < right }
        return lists.values[Int(a.extra)].utf8.lexicographicallyPrecedes(lists.values[Int(b.extra)].utf8)
      }
    }
    if kind == .provision { return orderBySubject(pieces) }
    let keys = pieces.map { FindingKey($0.finding, kind) }
    let order = pieces.indices.map { UInt32($0) }
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return order }
    return order.sorted { left, right in
      let (a, b) = (keys[Int(left)], keys[Int(right)])
      return a != b ? a < b : left < right
    }
  }

  /// The same where the subject is the key: a stable sort by its halves.
  private static func orderBySubject(_ pieces: [FindingPiece]) -> [UInt32] {
    var order = pieces.indices.map { UInt32($0) }
    if zip(pieces, pieces.dropFirst()).allSatisfy({ $0.finding.subject <= $1.finding.subject }) {
      return order
    }
    let subjects = pieces.map(\.finding.subject)
    if pieces.count < 1 << 14 {
      return order.sorted { (subjects[Int($0)], $0) < (subjects[Int($1)], $1) }
    }
    var sorted = order
    for shift in [UInt32(0), 16] {
      var places = [Int](repeating: 0, count: 1 << 16 + 1)
      for piece in order { places[Int(subjects[Int(piece)] >> shift & 0xFFFF) + 1] += 1 }
      for digit in 1..<places.count { places[digit] += places[digit - 1] }
      for piece in order {
        let digit = Int(subjects[Int(piece)] >> shift & 0xFFFF)
        sorted[places[digit]] = piece
        places[digit] += 1
      }
      swap(&order, &sorted)
    }
    return order
  }

  /// Adds a span of the finding being put together, joining what is alike.
  private mutating func append(_ piece: FindingPiece) {
    let (days, waiver, amount) = (piece.days, piece.finding.waiver, piece.finding.amount)
    if let last = spans.last, spans.count > offsets[offsets.count - 1], last.days.end == days.start,
      last.waiver == waiver, last.amount == amount
    {
      spans[spans.count - 1] = PeriodSpan(
        days: DayInterval(start: last.days.start, end: days.end), waiver: waiver, amount: amount)
    } else {
      spans.append(PeriodSpan(days: days, waiver: waiver, amount: amount))
    }
  }

  /// How many findings there are.
  public var count: Int { results.findings.count }

  /// The days of a finding, cut where its numbers or the waiver that covers it change; ascending.
  public func spans(of finding: Int) -> ArraySlice<PeriodSpan> {
    spans[offsets[finding]..<offsets[finding + 1]]
  }

  /// The maximal runs of days on which a finding holds, ascending.
  ///
  /// - Complexity: O(*n*) in its spans.
  public func periods(of finding: Int) -> [DayInterval] {
    runs(of: finding) { _ in true }
  }

  /// The maximal runs of days on which a finding holds and no waiver covers it, ascending.
  ///
  /// - Complexity: O(*n*) in its spans.
  public func unwaivedPeriods(of finding: Int) -> [DayInterval] {
    runs(of: finding) { !$0.isWaived }
  }

  private func runs(of finding: Int, where fits: (PeriodSpan) -> Bool) -> [DayInterval] {
    var runs: [DayInterval] = []
    for span in spans(of: finding) where fits(span) {
      if let last = runs.last, last.end == span.days.start {
        runs[runs.count - 1].end = span.days.end
      } else {
        runs.append(span.days)
      }
    }
    return runs
  }

  /// The first day on which a finding holds.
  public func firstDay(of finding: Int) -> Int32 { spans[offsets[finding]].days.start }

  /// The ordinal of the first day after the last on which a finding holds.
  public func end(of finding: Int) -> Int32 { spans[offsets[finding + 1] - 1].days.end }

  /// Telephone numbers of a finding added up over its days; 0 for a rule that counts none.
  ///
  /// - Complexity: O(*n*) in its spans.
  public func numberDays(of finding: Int) -> UInt64 {
    spans(of: finding).reduce(0) { sum, span in
      guard let numbers = span.numbers else { return sum }
      let days = UInt64(max(0, Int(span.days.end) - Int(span.days.start)))
      let (product, overflow) = numbers.multipliedReportingOverflow(by: days)
      return sum.addingSaturated(overflow ? .max : product)
    }
  }

  /// How many findings each waiver covers on some of their days.
  ///
  /// - Complexity: O(*n*) in findings and spans.
  static func waived(_ all: [PeriodFindings]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for findings in all {
      for place in 0..<findings.count {
        let waivers = findings.spans(of: place).lazy.filter(\.isWaived).map(\.waiver)
        if let first = waivers.first, waivers.allSatisfy({ $0 == first }) {
          counts[first, default: 0] += 1
        } else {
          for waiver in Set(waivers) { counts[waiver, default: 0] += 1 }
        }
      }
    }
    return counts
  }

  /// Keeps the findings of some places only.
  ///
  /// - Complexity: O(*n*) in findings and spans.
  mutating func keep(_ isKept: [Bool]) {
    var (kept, keptOffsets, keptSpans): ([Finding], [Int], [PeriodSpan]) = ([], [0], [])
    for place in 0..<count where isKept[place] {
      kept.append(results.findings[place])
      keptSpans.append(contentsOf: spans(of: place))
      keptOffsets.append(keptSpans.count)
    }
    results.findings = kept
    (offsets, spans) = (keptOffsets, keptSpans)
  }
}

extension UInt64 {
  /// The sum, or the greatest number there is.
  func addingSaturated(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
