import Numbering
import SupplyChain

/// Every cap that may apply: those of the policy first, then the rows of the caps table.
public struct CapBook: Sendable {
  /// The caps of the policy, in its order.
  public let policyCaps: [Policy.Cap]
  package let table: CapTable
  private let unknownTrackRecord: Policy.UnknownTrackRecord

  /// How many caps there are.
  public var count: Int { policyCaps.count + table.count }

  package init(policy: Policy, table: CapTable) {
    policyCaps = policy.caps
    unknownTrackRecord = policy.unknownTrackRecord
    self.table = table
  }

  /// The id of a cap.
  public func id(of cap: Int) -> String {
    cap < policyCaps.count ? policyCaps[cap].id : table.ids[cap - policyCaps.count]
  }

  /// The row of the caps table; nil for a policy cap.
  public func row(of cap: Int) -> Int? {
    cap < policyCaps.count ? nil : cap - policyCaps.count
  }

  /// Which operators a policy cap limits on the day; nil when it is not in effect.
  ///
  /// - Complexity: O(*n*) in operators.
  package func limited(by cap: Int, in state: DayState) -> [Bool]? {
    limit(by: cap, in: state).map { limit in limit.starts.indices.map { limit.limits(UInt32($0)) } }
  }

  /// Whom a policy cap limits on the day, for asking of one operator or another; nil when it is not in effect.
  package func limit(by cap: Int, in state: DayState) -> CapLimit? {
    let cap = policyCaps[cap]
    guard cap.isInEffect(in: state) else { return nil }
    return CapLimit(
      starts: state.chain.tables.operators.serviceStartedOn, certified: state.certified,
      wantsCertified: cap.certified,
      trackRecord: cap.asksTrackRecord ? cap.trackRecordStarts(on: state.day) : nil,
      takesBlank: unknownTrackRecord == .none && cap.limits(months: 0))
  }

  /// How many recipients no cap on track record could limit because their start of service is blank.
  ///
  /// - Complexity: O(*n*) in operators, for each policy cap.
  package func unknownTrackRecords(in state: DayState) -> Int {
    guard unknownTrackRecord == .skip else { return 0 }
    let starts = state.chain.tables.operators.serviceStartedOn
    let asking = policyCaps.filter { $0.asksTrackRecord && $0.isInEffect(in: state) }
    if asking.isEmpty { return 0 }
    return starts.indices.reduce(0) { count, x in
      guard starts[x] == Day.blank, state.inflow[x] != 0 else { return count }
      let isAsked = asking.contains { cap in
        cap.summedCategories.rawValue & state.inflow[x] != 0
          && cap.certified.map { $0 == (state.certified[x] != 0) } ?? true
      }
      return isAsked ? count + 1 : count
    }
  }
}

/// Whom a policy cap limits on a day.
package struct CapLimit: Sendable {
  fileprivate let starts: [Int32]
  fileprivate let certified: [UInt8]
  /// The state of certification that is asked for; nil for either.
  fileprivate let wantsCertified: Bool?
  /// The first days of service that are asked for; nil for any.
  fileprivate let trackRecord: Range<Int32>?
  /// Whether it limits operators whose first day of service is not known.
  fileprivate let takesBlank: Bool

  /// Whether it limits an operator.
  package func limits(_ x: OperatorIndex) -> Bool {
    if let wantsCertified, wantsCertified != (certified[Int(x)] != 0) { return false }
    guard let trackRecord else { return true }
    let start = starts[Int(x)]
    return start == Day.blank ? takesBlank : trackRecord.contains(start)
  }
}

extension Policy.Cap {
  /// The categories whose numbers are summed.
  package var summedCategories: CategorySet { categories.isEmpty ? .all : categories }

  fileprivate var asksTrackRecord: Bool { trackRecordFromMonths != nil || trackRecordUnderMonths != nil }

  /// Whether it limits an operator in service for so many whole months.
  package func limits(months: Int) -> Bool {
    months >= trackRecordFromMonths ?? 0 && months < trackRecordUnderMonths ?? .max
  }

  /// The ordinals of the first days of service that it limits on a day: whole months do not grow with the start.
  package func trackRecordStarts(on day: Day) -> Range<Int32> {
    /// The first day of service with fewer whole months than that; the one after the last day there is for none.
    func first(fewerThan months: Int) -> Int32 {
      var (low, high) = (Day.earliest.ordinal, Day.latest.ordinal + 1)
      while low < high {
        let middle = low + (high - low) / 2
        let reached = Day(ordinal: middle).map { day.wholeMonths(since: $0) } ?? 0
        if reached < months { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let low = first(fewerThan: trackRecordUnderMonths ?? .max)
    return low..<max(low, first(fewerThan: trackRecordFromMonths ?? 0))
  }

  /// Whether the cap limits anybody on the day: without certifications nobody's state is known.
  fileprivate func isInEffect(in state: DayState) -> Bool {
    if let from = effectiveFrom, state.day < from { return false }
    return certified == nil || state.chain.tables.certifications.origin.isPresent
  }
}
