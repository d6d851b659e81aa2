/// A waiver in force that somebody should look at: it covers nothing, or it ends soon.
public struct WaiverStanding: Sendable, Equatable {
  /// Its row in the waivers table.
  public let row: Int
  /// The rule it is for.
  public let rule: RuleID
  /// Whether no finding of its rule matches it, on the day or on any day of the period; false where the rule was not
  /// evaluated.
  public let isUnused: Bool
  /// Whole days from the day of the audit, or the last of the period, to its last day, 0 for the day itself; nil when it
  /// ends beyond the horizon.
  public let daysLeft: Int?
  /// Findings of the report that name it as the waiver that covers them; over a period, on some of their days.
  public let waived: Int
}
