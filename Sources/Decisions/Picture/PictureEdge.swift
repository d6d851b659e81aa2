import Numbering
import SupplyChain

extension SupplyPicture {
  /// All provisions in force of one category from one operator to another.
  public struct Edge: Sendable, Equatable {
    /// The place of the supplier in `nodes`.
    public let supplier: UInt32
    /// The place of the recipient in `nodes`.
    public let recipient: UInt32
    /// 種別.
    public let category: Category
    /// The strictest of the contracts, `free` without the column.
    public internal(set) var clause = ResaleClause.free
    /// Their telephone numbers, added up provision by provision, as in the coverage of a report.
    public internal(set) var numbers: UInt64 = 0

    // Counts take four bytes each: a ledger may have millions of edges.
    var provisionCount: UInt32 = 0
    /// 0 for none.
    var leastTierCode: UInt32 = 0
    /// 0 for none.
    var greatestTierCode: UInt32 = 0
    var untieredCount: UInt32 = 0
    var termsCount: UInt32 = 0
    var approvalCount: UInt32 = 0
    var conditionsCount: UInt32 = 0
    var continuityCount: UInt32 = 0
    var declaredCount: UInt32 = 0

    init(supplier: UInt32, recipient: UInt32, category: Category) {
      self.supplier = supplier
      self.recipient = recipient
      self.category = category
    }

    /// How many provisions.
    public var provisions: Int { Int(provisionCount) }
    /// The least tier of those that have one; nil where none has.
    public var leastTier: Int? { leastTierCode == 0 ? nil : Int(leastTierCode) }
    /// The greatest tier of those that have one; nil where none has.
    public var greatestTier: Int? { greatestTierCode == 0 ? nil : Int(greatestTierCode) }
    /// How many have no tier: no chain from a holder is known.
    public var untiered: Int { Int(untieredCount) }
    /// How many are supplied under ordinary terms (約款).
    public var underTerms: Int { Int(termsCount) }
    /// How many have 認定確認日 on or before the day; 0 without the column.
    public var approvalChecked: Int { Int(approvalCount) }
    /// How many have 使用条件合意日 on or before the day; 0 without the column.
    public var conditionsAgreed: Int { Int(conditionsCount) }
    /// How many have 役務継続性確認日 on or before the day; 0 without the column.
    public var continuityChecked: Int { Int(continuityCount) }
    /// How many have 申告日 on or before the day; 0 without the column.
    public var declared: Int { Int(declaredCount) }
  }
}
