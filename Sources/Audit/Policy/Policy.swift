import Numbering

/// The user's own settings for an audit (SPEC §7).
public struct Policy: Sendable, Equatable {
  /// A limit on the numbers passed to operators of a kind.
  public struct Cap: Sendable, Equatable {
    public var id: String
    /// Summed together; empty for all categories.
    public var categories: CategorySet
    public var maximum: UInt64
    /// Whole months of track record from which it applies; nil for no lower bound.
    public var trackRecordFromMonths: Int?
    /// Whole months of track record under which it applies; nil for no upper bound.
    public var trackRecordUnderMonths: Int?
    /// The certification state it applies to; nil for either.
    public var certified: Bool?
    /// The first day it applies; nil for always.
    public var effectiveFrom: Day?

    public init(
      id: String, categories: CategorySet = .all, maximum: UInt64, trackRecordFromMonths: Int? = nil,
      trackRecordUnderMonths: Int? = nil, certified: Bool? = nil, effectiveFrom: Day? = nil
    ) {
      self.id = id
      self.categories = categories
      self.maximum = maximum
      self.trackRecordFromMonths = trackRecordFromMonths
      self.trackRecordUnderMonths = trackRecordUnderMonths
      self.certified = certified
      self.effectiveFrom = effectiveFrom
    }
  }

  /// What a cap on track record does with an operator whose start of service is unknown.
  public enum UnknownTrackRecord: Sendable {
    /// Not limited, and counted in the report.
    case skip
    /// Taken as 0 months.
    case none
  }

  /// Whose ledger is known to show all inflows.
  public enum CompleteLedger: Sendable, Equatable {
    case all
    /// Operator ids.
    case operators([String])
  }

  /// A severity set for a rule or a cause.
  public enum Override: Sendable, Equatable {
    case off
    case severity(Severity)
  }

  /// What a severity is set for.
  public struct Target: Sendable, Hashable {
    public var rule: RuleID
    /// nil for every cause without a setting of its own.
    public var cause: Cause?

    public init(rule: RuleID, cause: Cause? = nil) {
      self.rule = rule
      self.cause = cause
    }
  }

  public var caps: [Cap] = []
  public var unknownTrackRecord = UnknownTrackRecord.skip
  public var approvalRequiredFrom = Day(unchecked: 43_606)  // 2019-05-22
  public var confirmationCategories: CategorySet = []
  public var certificationRequiredFrom = Day(unchecked: 45_930)  // 2025-10-01
  public var graceDays = 0
  public var maxTier = 1
  public var maxTierByCategory: [Category: Int] = [:]
  public var completeLedger = CompleteLedger.operators([])
  public var severities: [Target: Override] = [:]
  /// The mildest severity that makes the status 1; nil for none.
  public var failOn: Severity? = .violation

  /// The built-in policy.
  public init() {}

  /// The greatest tier that is no second-tier resale in a category.
  public func maxTier(in category: Category) -> Int {
    maxTierByCategory[category] ?? maxTier
  }
}
