import Numbering

/// Where the rows of a table came from.
public struct TableOrigin: Sendable {
  /// Whether the dataset has the table; a file with only its header counts.
  public package(set) var isPresent = false
  /// The file's name as given, empty for data that came from no file.
  public package(set) var file = ""
  /// The line each row begins on, from 1; empty for data that came from no file.
  public package(set) var lines: [UInt32] = []

  /// The origin of a table that is absent.
  public init() {}

  /// The line a row begins on; nil for data that came from no file.
  public func line(of row: Int) -> Int? {
    row < lines.count ? Int(lines[row]) : nil
  }
}

/// The parties of the supply chain (事業者), one row an operator.
///
/// All columns are `count` long.
public struct OperatorTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// Unique, width-folded, at most 64 bytes.
  public package(set) var ids = TextColumn()
  /// As written.
  public package(set) var names = TextColumn()
  /// As written, several joined by `;`.
  public package(set) var formerNames = TextColumn()
  /// 法人番号 of 13 digits; 0 for none.
  public package(set) var corporateNumbers: [UInt64] = []
  /// 区分.
  public package(set) var roles: [OperatorRole] = []
  /// 登録届出.
  public package(set) var registrations: [Registration] = []
  /// As written; blank for not stated.
  public package(set) var countries = TextColumn()
  /// As written, several joined by `;`.
  public package(set) var associations = TextColumn()
  /// Ordinals of days; `Day.blank` where unknown.
  public package(set) var serviceStartedOn: [Int32] = []
  /// Width-folded; blank for no group.
  public package(set) var groups = TextColumn()

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many operators there are.
  public var count: Int { ids.count }
}

/// Blocks of numbers designated by the ministry (番号指定).
public struct DesignationTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// The operator of each row.
  public package(set) var operators: [OperatorIndex] = []
  /// 種別.
  public package(set) var categories: [Category] = []
  /// `TelephoneNumber.rawValue` of the first number.
  public package(set) var rangeStarts: [UInt64] = []
  /// `TelephoneNumber.rawValue` of the last number.
  public package(set) var rangeEnds: [UInt64] = []
  /// First day in force, `Day.blank` for always.
  public package(set) var starts: [Int32] = []
  /// First day no longer in force (返還日), `Day.openEnd` for open.
  public package(set) var ends: [Int32] = []
  /// First day on which it no longer proves approval though it may be in force; empty where every row proves it as long
  /// as it is in force, as in any data read.
  package var proofEnds: [Int32] = []

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { operators.count }

  /// For each row, the first day on which it no longer proves approval.
  package var approvalEnds: [Int32] { proofEnds.isEmpty ? ends : proofEnds }
}

/// Approvals of number-use plans (番号使用計画認定).
public struct ApprovalTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// The operator of each row.
  public package(set) var operators: [OperatorIndex] = []
  /// nil for all categories.
  public package(set) var categories: [Category?] = []
  /// 認定区分.
  public package(set) var bases: [ApprovalBasis] = []
  /// Width-folded; blank for not stated.
  public package(set) var approvalNumbers = TextColumn()
  /// First day in force, `Day.blank` for always.
  public package(set) var starts: [Int32] = []
  /// First day no longer in force (失効日), `Day.openEnd` for open.
  public package(set) var ends: [Int32] = []
  /// Why it ended; unknown where it has not.
  public package(set) var endReasons: [ApprovalEndReason] = []

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { operators.count }
}

/// ETOC certifications (ETOC認証).
public struct CertificationTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// The operator of each row.
  public package(set) var operators: [OperatorIndex] = []
  /// Width-folded; blank for not stated.
  public package(set) var certificateNumbers = TextColumn()
  /// First day in force.
  public package(set) var starts: [Int32] = []
  /// The last day of validity (有効期限), filled in where the cell was blank.
  public package(set) var validTo: [Int32] = []
  /// The first day it no longer counts (消除日), `Day.openEnd` where the cell was blank.
  public package(set) var endedOn: [Int32] = []
  /// Why it ended; unknown where it has not.
  public package(set) var endReasons: [CertificationEndReason] = []

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { operators.count }
}

/// Numbers passing from a supplier to a recipient (番号の提供): the edges of the graph.
///
/// All columns are `count` long, except that an optional column the file does not have is empty.
public struct ProvisionTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// Which optional columns the file has.
  public package(set) var columns: ProvisionColumns = []
  /// Unique, width-folded.
  public package(set) var ids = TextColumn()
  /// 卸元.
  public package(set) var suppliers: [OperatorIndex] = []
  /// 卸先.
  public package(set) var recipients: [OperatorIndex] = []
  /// 種別.
  public package(set) var categories: [Category] = []
  /// `TelephoneNumber.rawValue` of the first number; 0 for a count-only provision.
  public package(set) var rangeStarts: [UInt64] = []
  /// How many numbers: the size of the range, or the count.
  public package(set) var numbers: [UInt64] = []
  /// First day active, `Day.blank` for always.
  public package(set) var starts: [Int32] = []
  /// First day no longer active, the day after 提供終了日; `Day.openEnd` for open.
  public package(set) var ends: [Int32] = []
  /// 契約形態.
  public package(set) var contracts: [ContractForm] = []
  /// Empty without the column.
  public package(set) var clauses: [ResaleClause] = []
  /// Ordinals, `Day.blank` where blank; empty without the column.
  public package(set) var approvalCheckedOn: [Int32] = []
  /// Ordinals, `Day.blank` where blank; empty without the column.
  public package(set) var conditionsAgreedOn: [Int32] = []
  /// Ordinals, `Day.blank` where blank; empty without the column.
  public package(set) var continuityCheckedOn: [Int32] = []
  /// Ordinals, `Day.blank` where blank; empty without the column.
  public package(set) var declaredOn: [Int32] = []

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { suppliers.count }

  /// Whether the provision names its numbers by a range.
  @inlinable
  public func isRanged(_ row: Int) -> Bool { rangeStarts[row] != 0 }

  /// The last number of a ranged provision.
  ///
  /// Meaningless for a count-only one.
  @inlinable
  public func rangeEnd(_ row: Int) -> UInt64 { rangeStarts[row] &+ numbers[row] &- 1 }
}

/// Limits agreed for single recipients (提供上限).
public struct CapTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// Unique, width-folded.
  public package(set) var ids = TextColumn()
  /// `noIndex` for all suppliers together.
  public package(set) var suppliers: [OperatorIndex] = []
  /// 卸先.
  public package(set) var recipients: [OperatorIndex] = []
  /// nil for all categories together.
  public package(set) var categories: [Category?] = []
  /// 上限数.
  public package(set) var maximums: [UInt64] = []
  /// First day in force, `Day.blank` for always.
  public package(set) var starts: [Int32] = []
  /// First day no longer in force, the day after 適用終了日; `Day.openEnd` for open.
  public package(set) var ends: [Int32] = []

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { recipients.count }
}

/// Events of the suspension scheme (利用停止・提供拒否).
public struct RestrictionTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// Unique, width-folded.
  public package(set) var ids = TextColumn()
  /// 種類.
  public package(set) var kinds: [RestrictionKind] = []
  /// The categories it covers: fixed and ip where the cell was blank.
  public package(set) var categories: [CategorySet] = []
  /// `noIndex` for none.
  public package(set) var operators: [OperatorIndex] = []
  /// `TelephoneNumber.rawValue`; 0 for no range.
  public package(set) var rangeStarts: [UInt64] = []
  /// `TelephoneNumber.rawValue`; 0 for no range.
  public package(set) var rangeEnds: [UInt64] = []
  /// First day in force, `Day.blank` for always.
  public package(set) var starts: [Int32] = []
  /// First day no longer in force, the day after 終了日; `Day.openEnd` for open.
  public package(set) var ends: [Int32] = []
  /// 文書番号, as written.
  public package(set) var references = TextColumn()

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { kinds.count }
}

/// Accepted findings (適用除外).
public struct WaiverTable: Sendable {
  /// Where the rows came from.
  public package(set) var origin = TableOrigin()
  /// Unique, width-folded.
  public package(set) var ids = TextColumn()
  /// The id of the rule; known to exist.
  public package(set) var rules = TextColumn()
  /// `noIndex` for none.
  public package(set) var operators: [OperatorIndex] = []
  /// `noIndex` for none.
  public package(set) var provisions: [ProvisionIndex] = []
  /// First day in force, `Day.blank` for always.
  public package(set) var starts: [Int32] = []
  /// First day no longer in force, the day after 適用終了日.
  public package(set) var ends: [Int32] = []
  /// 理由, as written.
  public package(set) var reasons = TextColumn()
  /// 承認者, as written.
  public package(set) var approvedBy = TextColumn()

  /// A table without rows, absent until one is added.
  public init() {}

  /// How many rows there are.
  public var count: Int { starts.count }
}

/// Every table of a dataset, with references resolved to rows.
public struct Tables: Sendable {
  /// 事業者.
  public var operators = OperatorTable()
  /// 番号指定.
  public var designations = DesignationTable()
  /// 番号使用計画認定.
  public var approvals = ApprovalTable()
  /// ETOC認証.
  public var certifications = CertificationTable()
  /// 番号提供.
  public var provisions = ProvisionTable()
  /// 提供上限.
  public var caps = CapTable()
  /// 利用停止.
  public var restrictions = RestrictionTable()
  /// 適用除外.
  public var waivers = WaiverTable()
  /// What took the place of names, numbers and ids; nil where they are as they were read.
  package var redaction: Redaction?

  /// Tables without rows, all absent.
  public init() {}
}
