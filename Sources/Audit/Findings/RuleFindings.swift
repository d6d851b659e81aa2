import SupplyChain

/// The findings of one rule, with the lists and texts they refer to.
///
/// Lists stand in one block: a list shared by many findings is stored once.
public struct RuleFindings: Sendable {
  /// In the order of the contract once the audit is done.
  public package(set) var findings: [Finding] = []
  private var items: [UInt32] = []
  private var ends: [Int] = []
  /// The value of `shared-identity`, by the number of its list of operators; empty for the other rules.
  package private(set) var values: [String] = []

  /// What severity each cause has, and which are off.
  package let severities: SeverityTable

  /// No findings yet; those added get their severity, and those whose cause is off are dropped.
  package init(_ severities: SeverityTable = SeverityTable()) {
    self.severities = severities
  }

  package mutating func add(_ finding: Finding) {
    guard let severity = severities[finding.cause] else { return }
    findings.append(finding)
    findings[findings.count - 1].severity = severity
  }

  /// Adds the findings of another part of the rule; where both have findings, neither may have lists.
  package mutating func take(_ part: RuleFindings) {
    if findings.isEmpty {
      self = part
    } else {
      findings.append(contentsOf: part.findings)
    }
  }

  /// Stores operators, in file order, and returns their place for `Finding.extra`.
  package mutating func addList(_ operators: some Collection<UInt32>) -> UInt32 {
    items.append(contentsOf: operators)
    ends.append(items.count)
    return UInt32(truncatingIfNeeded: ends.count - 1)
  }

  /// Stores all members of a circle, in file order, and the provisions of its cycle; for `Finding.extra`.
  ///
  /// The cycle is the list after the members.
  package mutating func addCircle(
    members: some Collection<OperatorIndex>, cycle: some Collection<ProvisionIndex>
  ) -> UInt32 {
    let place = addList(members)
    _ = addList(cycle)
    return place
  }

  /// Stores the value of `shared-identity` and the operators that carry it, in file order; for
  /// `Finding.extra`.
  package mutating func addIdentity(_ value: String, operators: some Collection<OperatorIndex>) -> UInt32 {
    values.append(value)
    return addList(operators)
  }

  /// How many lists there are.
  package var listCount: Int { ends.count }

  /// The list at a place that `addList` gave; empty for `noIndex`.
  package func list(_ place: UInt32) -> ArraySlice<UInt32> {
    guard place < ends.count else { return [] }
    let index = Int(place)
    return items[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
