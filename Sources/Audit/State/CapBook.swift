import Numbering
import SupplyChain

/// Every cap that may apply: those of the policy first, then the rows of the caps table.
public struct CapBook: Sendable {
  public let policyCaps: [Policy.Cap]
  package let table: CapTable

  /// How many caps there are.
  public var count: Int { policyCaps.count + table.count }

  package init(policy: Policy, table: CapTable) {
    policyCaps = policy.caps
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
}

extension CapBook {
  package func unknownTrackRecords(in state: DayState) -> Int { 0 }
}
