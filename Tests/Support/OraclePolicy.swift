import Banken

/// The policy as plain values, days as the oracle counts them, categories and severities by name.
package struct PlainPolicy: Sendable, Equatable {
  /// A cap of the policy.
  package struct Cap: Sendable, Equatable {
    package var id: String
    /// Codes; empty for all.
    package var categories: [String] = []
    package var maximum: Int
    package var fromMonths: Int?
    package var underMonths: Int?
    package var certified: Bool?
    package var effectiveFrom: Int?

    package init(id: String, maximum: Int) {
      self.id = id
      self.maximum = maximum
    }
  }

  package var caps: [Cap] = []
  /// `skip` or `none`.
  package var unknownTrackRecord = "skip"
  package var approvalRequiredFrom = OracleCalendar.day(2019, 5, 22)
  package var confirmationCategories: [String] = []
  package var certificationRequiredFrom = OracleCalendar.day(2025, 10, 1)
  package var graceDays = 0
  package var maxTier = 1
  package var maxTierByCategory: [String: Int] = [:]
  package var completeAll = false
  package var complete: [String] = []
  /// `rule` or `rule:cause` to `violation`, `warning`, `notice` or `off`.
  package var severity: [String: String] = [:]

  package init() {}

  /// The same policy as the engine takes it; nil when a name in it is unknown.
  package var engine: Policy? {
    var policy = Policy()
    for cap in caps {
      guard let maximum = UInt64(exactly: cap.maximum) else { return nil }
      policy.caps.append(
        Policy.Cap(
          id: cap.id, categories: cap.categories.isEmpty ? .all : set(cap.categories), maximum: maximum,
          trackRecordFromMonths: cap.fromMonths, trackRecordUnderMonths: cap.underMonths,
          certified: cap.certified, effectiveFrom: cap.effectiveFrom.flatMap(engineDay)))
    }
    guard let approvalDay = engineDay(approvalRequiredFrom),
      let certificationDay = engineDay(certificationRequiredFrom)
    else { return nil }
    policy.unknownTrackRecord = unknownTrackRecord == "none" ? .none : .skip
    policy.approvalRequiredFrom = approvalDay
    policy.confirmationCategories = set(confirmationCategories)
    policy.certificationRequiredFrom = certificationDay
    policy.graceDays = graceDays
    policy.maxTier = maxTier
    for (code, tier) in maxTierByCategory {
      guard let category = engineCategory(code) else { return nil }
      policy.maxTierByCategory[category] = tier
    }
    policy.completeLedger = completeAll ? .all : .operators(complete)
    for (target, name) in severity {
      let parts = target.split(separator: ":").map(String.init)
      guard let rule = RuleID(name: parts[0]) else { return nil }
      let cause = parts.count > 1 ? Cause.allCases.first { $0.name == parts[1] } : nil
      let value = Severity.allCases.first { $0.name == name }
      policy.severities[Policy.Target(rule: rule, cause: cause)] = value.map { .severity($0) } ?? .off
    }
    return policy
  }

  private func engineDay(_ day: Int) -> Day? { Day(ordinal: Int32(day)) }

  private func engineCategory(_ code: String) -> Category? {
    OracleData.categories.firstIndex(of: code).flatMap { Category(rawValue: UInt8($0)) }
  }

  private func set(_ codes: [String]) -> CategorySet {
    codes.reduce(into: CategorySet()) { set, code in
      if let category = engineCategory(code) { set.formUnion(CategorySet(category)) }
    }
  }
}
