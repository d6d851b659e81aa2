import Numbering
import SupplyChain

/// Finds what the two rules about levels find of the provisions of one category, over a window of days.
struct LevelScan {
  private let table: ProvisionTable
  private let provisions: [ProvisionIndex]
  private let flows: WindowFlows
  private let ranges: RangeAmounts
  private let category: Category
  private let window: DayWindow
  private let operators: OperatorDays
  private let plain: ReachDays.Reach
  /// nil when `uncertified-upstream` is not asked for.
  private let clean: ReachDays.Reach?
  private let isTierAsked: Bool
  private let knowsCertificates: Bool
  /// The days on which certification is required.
  private let required: DaySetPool.Mask
  private(set) var tier = FindingPieces()
  private(set) var upstream = FindingPieces()

  init(
    _ context: PeriodContext, _ category: Category, _ outflows: CategoryAdjacency, _ flows: WindowFlows,
    _ operators: OperatorDays, _ reach: ReachDays.OfCategory, isTierAsked: Bool
  ) {
    table = context.tables.provisions
    provisions = outflows.provisions
    self.flows = flows
    window = flows.window
    ranges = RangeAmounts(table, outflows, window)
    self.category = category
    self.operators = operators
    plain = reach.plain
    clean = reach.clean
    self.isTierAsked = isTierAsked
    knowsCertificates = context.tables.certifications.origin.isPresent
    required = window.mask(
      DayInterval(start: context.policy.certificationRequiredFrom.ordinal, end: Day.openEnd))
  }

  /// Looks at the outflows of an operator.
  ///
  /// - Complexity: O(*m* log *k* + *n*) for *m* outflows, *k* spans and *n* meetings of the two, or
  ///   O(days · (*m* log *k* + *k*)) when that is less.
  mutating func find(_ u: OperatorIndex) {
    let (ranged, countOnly) = flows.outflows(of: u, in: category)
    if !ranged.isEmpty, let numbers = plain.numbers { findRanged(u, ranged, numbers) }
    if !countOnly.isEmpty { findCountOnly(u, countOnly) }
  }

  // MARK: Count-only provisions

  private mutating func findCountOnly(_ u: OperatorIndex, _ positions: Range<Int>) {
    let far = plain.far[Int(u)]
    let farMask = plain.pool.mask(of: far)
    var unclean = DaySetPool.Mask()
    if let clean {
      unclean =
        plain.pool.mask(of: plain.reached[Int(u)]) & ~clean.pool.mask(of: clean.reached[Int(u)])
        & operators.pool.mask(of: operators.certified[Int(u)]) & required
    }
    let findsTier = isTierAsked && !far.isEmpty
    let findsUpstream = unclean != DaySetPool.Mask()
    if !findsTier && !findsUpstream { return }
    for position in positions {
      let p = provisions[position]
      let active = ranges.days(of: p)
      if active.isEmpty { continue }
      if findsTier {
        if let interval = far.interval {
          let days = interval.clamped(to: active)
          if !days.isEmpty { addTier(u, p, days, table.numbers[Int(p)]) }
        } else {
          DaySetPool.runs(of: farMask & mask(active)) { addTier(u, p, $0..<$1, table.numbers[Int(p)]) }
        }
      }
      if findsUpstream {
        let exempt = operators.exempt[Int(table.recipients[Int(p)])]
        if exempt.isEmpty { continue }
        DaySetPool.runs(of: unclean & operators.pool.mask(of: exempt) & mask(active)) { start, end in
          add(.uncertifiedUpstream, nil, p, start..<end, table.numbers[Int(p)])
        }
      }
    }
  }

  // MARK: Ranged provisions

  private mutating func findRanged(_ u: OperatorIndex, _ positions: Range<Int>, _ numbers: NumberDays) {
    let spans = numbers.spans[numbers.range(u)]
    if spans.isEmpty { return }
    var ranges = ranges
    if isTierAsked, spans.contains(where: { !$0.far.isEmpty }) {
      let far = CountedSpans(spans: spans, isFar: true, pool: plain.pool)
      ranges.find(positions, far, less: nil, { _ in true }) { addTier(u, $0, $1, $2) }
    }
    guard let clean, let cleanNumbers = clean.numbers, !operators.certified[Int(u)].isEmpty else { return }
    let cleanSpans = cleanNumbers.spans[cleanNumbers.range(u)]
    if isWhollyClean(spans, cleanSpans) { return }
    let (exempt, recipients) = (operators.exempt, table.recipients)
    ranges.find(
      positions, CountedSpans(spans: spans, isFar: false, pool: plain.pool),
      less: CountedSpans(spans: cleanSpans, isFar: false, pool: clean.pool),
      { !exempt[Int(recipients[Int($0)])].isEmpty }, { addUpstream(u, $0, $1, $2) })
  }

  /// Whether two lists of spans are alike, so that every number with a level has a clean one.
  private func isWhollyClean(
    _ spans: ArraySlice<NumberDays.Span>, _ clean: ArraySlice<NumberDays.Span>
  ) -> Bool {
    if spans.count != clean.count { return false }
    for (span, other) in zip(spans, clean) {
      guard span.start == other.start, span.end == other.end, span.reached == other.reached,
        span.reached.interval != nil
      else { return false }
    }
    return true
  }

  // MARK: Findings

  private func mask(_ days: Range<Int>) -> DaySetPool.Mask {
    window.mask(
      DayInterval(
        start: window.days.start + Int32(days.lowerBound), end: window.days.start + Int32(days.upperBound)))
  }

  /// Adds numbers without a clean level on the days on which both ends are certified, or the recipient is a user.
  private mutating func addUpstream(
    _ u: OperatorIndex, _ p: ProvisionIndex, _ days: Range<Int>, _ numbers: UInt64
  ) {
    let exempt = operators.exempt[Int(table.recipients[Int(p)])]
    let counted =
      operators.pool.mask(of: operators.certified[Int(u)]) & operators.pool.mask(of: exempt) & required
      & mask(days)
    DaySetPool.runs(of: counted) { add(.uncertifiedUpstream, nil, p, $0..<$1, numbers) }
  }

  /// Adds numbers beyond the greatest tier, cut where the ends come to be certified or cease to be.
  @inline(__always)
  private mutating func addTier(
    _ u: OperatorIndex, _ p: ProvisionIndex, _ days: Range<Int>, _ numbers: UInt64
  ) {
    if !knowsCertificates { return add(.secondTierResale, nil, p, days, numbers) }
    let (certified, exempt) = (
      operators.certified[Int(u)], operators.exempt[Int(table.recipients[Int(p)])]
    )
    var day = days.lowerBound
    if let left = certified.interval, let right = exempt.interval {
      let both = left.clamped(to: right).clamped(to: days)
      if !both.isEmpty {
        add(.secondTierResale, .uncertified, p, day..<both.lowerBound, numbers)
        add(.secondTierResale, .certified, p, both, numbers)
        day = both.upperBound
      }
    } else {
      let both = operators.pool.mask(of: certified) & operators.pool.mask(of: exempt) & mask(days)
      DaySetPool.runs(of: both) { start, end in
        add(.secondTierResale, .uncertified, p, day..<start, numbers)
        add(.secondTierResale, .certified, p, start..<end, numbers)
        day = end
      }
    }
    add(.secondTierResale, .uncertified, p, day..<days.upperBound, numbers)
  }

  @inline(__always)
  private mutating func add(
    _ rule: RuleID, _ cause: Cause?, _ p: ProvisionIndex, _ days: Range<Int>, _ numbers: UInt64
  ) {
    let finding = Finding(rule, cause: cause, subject: p, category: category, numbers: numbers)
    let days = DayInterval(
      start: window.days.start + Int32(days.lowerBound), end: window.days.start + Int32(days.upperBound))
    if rule == .secondTierResale { tier.add(finding, over: days) } else { upstream.add(finding, over: days) }
  }
}
