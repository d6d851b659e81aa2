import Bytes
import Numbering
import SupplyChain

/// What the rules that ask for days number by number find over a period.
///
/// They share what is worked out for many days at once, so they are no `PeriodRule`s.
struct WindowPieces: Sendable {
  static let rules: [RuleID] = [.uncertifiedUpstream, .secondTierResale, .rangeNotHeld]

  private var tier: FindingPieces? = FindingPieces()
  private var upstream: FindingPieces? = FindingPieces()
  private var held = FindingPieces()
  /// Whether both plain and clean levels were found for all days, so that on none they are too fragmented.
  private(set) var hasBoundedLevels = false

  /// - Complexity: near-linear in operators, provisions and the pieces of `NumberDaySearch`, for each 512 days.
  init(_ context: PeriodContext, _ rules: [RuleID], threads: Int) {
    let asksUpstream = rules.contains(.uncertifiedUpstream)
    for window in DayWindow.windows(of: context.days) {
      let operators = OperatorDays(context, window)
      let flows = WindowFlows(context.chain, window, operators.pool, threads: threads)
      if rules.contains(.rangeNotHeld) { findHeld(context, flows, threads) }
      guard tier != nil, asksUpstream || rules.contains(.secondTierResale) else { continue }
      let reach = ReachDays(
        flows, context.chain, limits: Category.allCases.map { context.policy.maxTier(in: $0) },
        certified: asksUpstream ? operators.certified : nil,
        options: StateOptions(graceDays: context.policy.graceDays, threads: threads))
      if let reach {
        findLevels(context, flows, operators, reach, asksTier: rules.contains(.secondTierResale), threads)
      } else {
        (tier, upstream) = (nil, nil)
      }
    }
    hasBoundedLevels = tier != nil && asksUpstream
  }

  /// What a rule finds; nil when levels are too fragmented to be found for many days at once, so that each day must be
  /// looked at.
  func pieces(of rule: RuleID) -> FindingPieces? {
    switch rule {
    case .secondTierResale: tier
    case .uncertifiedUpstream: upstream
    default: held
    }
  }

  private mutating func findHeld(_ context: PeriodContext, _ flows: WindowFlows, _ threads: Int) {
    let found = concurrentMap(Category.count, threads: threads) { index -> FindingPieces? in
      guard let category = Category(rawValue: UInt8(index)),
        let outflows = context.chain.outflows.view(category), let unheld = flows.unheld(in: category)
      else { return nil }
      var scan = HeldScan(context, category, outflows, flows, unheld)
      for u in 0..<context.tables.operators.count { scan.find(OperatorIndex(u)) }
      return scan.pieces
    }
    for case let pieces? in found { held.add(pieces) }
  }

  private mutating func findLevels(
    _ context: PeriodContext, _ flows: WindowFlows, _ operators: OperatorDays, _ reach: ReachDays,
    asksTier: Bool, _ threads: Int
  ) {
    let count = context.tables.operators.count
    let slice = 1 << 14
    let slices = (count + slice - 1) / slice
    let found = concurrentMap(slices * Category.count, threads: threads) { task -> Found? in
      guard let category = Category(rawValue: UInt8(task / slices)),
        let outflows = context.chain.outflows.view(category),
        let ofCategory = reach.categories[task / slices]
      else { return nil }
      var scan = LevelScan(context, category, outflows, flows, operators, ofCategory, isTierAsked: asksTier)
      let first = task % slices * slice
      for u in first..<min(count, first + slice) { scan.find(OperatorIndex(u)) }
      return Found(tier: scan.tier, upstream: scan.upstream)
    }
    for case let found? in found {
      tier?.add(found.tier)
      upstream?.add(found.upstream)
    }
  }

  private struct Found: Sendable {
    let tier: FindingPieces
    let upstream: FindingPieces
  }
}
