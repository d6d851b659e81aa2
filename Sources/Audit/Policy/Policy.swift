import Numbering

/// The user's own settings for an audit (SPEC §7).
public struct Policy: Sendable, Equatable {
  /// A limit on the numbers passed to operators of a kind.
  public struct Cap: Sendable, Equatable {
    /// Unique among all caps of policy and data.
    public var id: String
    /// Summed together; empty for all categories.
    public var categories: CategorySet
    /// How many numbers may pass; more is a finding.
    public var maximum: UInt64
    /// Whole months of track record from which it applies; nil for no lower bound.
    public var trackRecordFromMonths: Int?
    /// Whole months of track record under which it applies; nil for no upper bound.
    public var trackRecordUnderMonths: Int?
    /// The certification state it applies to; nil for either.
    public var certified: Bool?
    /// The first day it applies; nil for always.
    public var effectiveFrom: Day?

    /// A cap with these values.
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
    /// The rule.
    public var rule: RuleID
    /// nil for every cause without a setting of its own.
    public var cause: Cause?

    /// A rule, or one of its causes.
    public init(rule: RuleID, cause: Cause? = nil) {
      self.rule = rule
      self.cause = cause
    }
  }

  /// What the steps of a repair cost, in yen; only `repair --by fees` asks.
  public struct Fees: Sendable, Equatable {
    /// The fees of ETOC for one operator.
    public struct Certification: Sendable, Equatable {
      /// Of a first certification.
      public var first: UInt64
      /// Of one that follows a certification that ran out.
      public var renewal: UInt64

      /// These fees.
      public init(first: UInt64, renewal: UInt64) {
        self.first = first
        self.renewal = renewal
      }
    }

    /// The associations (加盟団体) whose members pay `members`, as the data write them.
    public var associations: [String]
    /// What an operator of one of the associations pays.
    public var members: Certification
    /// What any other operator pays.
    public var others: Certification
    /// What obtaining an approval is reckoned at; nil when it is not reckoned.
    public var approval: UInt64?
    /// What ending a provision is reckoned at; nil when it may not be weighed against fees.
    public var end: UInt64?

    /// Fees with these values.
    public init(
      associations: [String], members: Certification, others: Certification, approval: UInt64? = nil,
      end: UInt64? = nil
    ) {
      self.associations = associations
      self.members = members
      self.others = others
      self.approval = approval
      self.end = end
    }
  }

  /// In the order of reports.
  public var caps: [Cap] = []
  /// What caps on track record do where the start of service is blank.
  public var unknownTrackRecord = UnknownTrackRecord.skip
  /// The first day on which a lack of approval is a finding.
  public var approvalRequiredFrom = Day(unchecked: 43_606)  // 2019-05-22
  /// Categories whose recipients' continuity of service must be confirmed.
  public var confirmationCategories: CategorySet = []
  /// The first day on which a lack of certification is a finding.
  public var certificationRequiredFrom = Day(unchecked: 45_930)  // 2025-10-01
  /// Days a certificate still counts after its last day.
  public var graceDays = 0
  /// The greatest tier that is no second-tier resale.
  public var maxTier = 1
  /// Takes the place of `maxTier` in its categories.
  public var maxTierByCategory: [Category: Int] = [:]
  /// Whose inflows the ledger shows in full.
  public var completeLedger = CompleteLedger.operators([])
  /// Severities by rule and cause; the table of the contract elsewhere.
  public var severities: [Target: Override] = [:]
  /// The mildest severity that makes the status 1; nil for none.
  public var failOn: Severity? = .violation
  /// What the steps of a repair cost; nil when nothing is said of it.
  public var fees: Fees?
  /// What is told as its digest in place of that of its JSON; nil unless it is redacted.
  package var shownDigest: String?

  /// The built-in policy.
  public init() {}

  /// The greatest tier that is no second-tier resale in a category.
  public func maxTier(in category: Category) -> Int {
    maxTierByCategory[category] ?? maxTier
  }
}
