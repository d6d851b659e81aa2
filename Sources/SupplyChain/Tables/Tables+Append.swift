import Numbering

// Rows added one by one, for graphs built in code.

extension TableOrigin {
  mutating func declare() { isPresent = true }
}

extension Tables {
  /// Makes a table present although it has no row, as a file with only its header does.
  public mutating func declare(_ table: TableName) {
    switch table {
    case .operators: operators.origin.declare()
    case .designations: designations.origin.declare()
    case .approvals: approvals.origin.declare()
    case .certifications: certifications.origin.declare()
    case .provisions: provisions.origin.declare()
    case .caps: caps.origin.declare()
    case .restrictions: restrictions.origin.declare()
    case .waivers: waivers.origin.declare()
    }
  }
}

extension OperatorTable {
  /// Adds an operator and returns its row; the id must be new.
  @discardableResult
  public mutating func append(
    id: String, name: String? = nil, formerNames: String = "", corporateNumber: UInt64 = 0,
    role: OperatorRole = .operator, registration: Registration = .unknown, country: String = "",
    associations: String = "", serviceStartedOn: Day? = nil, group: String = ""
  ) -> OperatorIndex {
    origin.declare()
    ids.append(id)
    names.append(name ?? id)
    self.formerNames.append(formerNames)
    corporateNumbers.append(corporateNumber)
    roles.append(role)
    registrations.append(registration)
    countries.append(country)
    self.associations.append(associations)
    self.serviceStartedOn.append(serviceStartedOn?.ordinal ?? Day.blank)
    groups.append(group)
    return UInt32(count - 1)
  }
}

extension DesignationTable {
  /// Adds a designation and returns its row.
  ///
  /// `range` holds `TelephoneNumber.rawValue` of the first and last number; `returned` is the first day it no longer
  /// counts; nil days leave it open.
  @discardableResult
  public mutating func append(
    operator x: OperatorIndex, category: Category, range: ClosedRange<UInt64>, designated: Day? = nil,
    returned: Day? = nil
  ) -> Int {
    origin.declare()
    operators.append(x)
    categories.append(category)
    rangeStarts.append(range.lowerBound)
    rangeEnds.append(range.upperBound)
    starts.append(designated?.ordinal ?? Day.blank)
    ends.append(returned?.ordinal ?? Day.openEnd)
    return count - 1
  }
}

extension ApprovalTable {
  /// Adds an approval and returns its row; no category means all, `ended` is the first day it no longer counts.
  @discardableResult
  public mutating func append(
    operator x: OperatorIndex, category: Category? = nil, basis: ApprovalBasis = .approved,
    approvalNumber: String = "", validFrom: Day? = nil, ended: Day? = nil,
    endReason: ApprovalEndReason = .unknown
  ) -> Int {
    origin.declare()
    operators.append(x)
    categories.append(category)
    bases.append(basis)
    approvalNumbers.append(approvalNumber)
    starts.append(validFrom?.ordinal ?? Day.blank)
    ends.append(ended?.ordinal ?? Day.openEnd)
    endReasons.append(endReason)
    return count - 1
  }
}

extension CertificationTable {
  /// Adds a certification and returns its row.
  ///
  /// `validTo` is the last day of validity, `ended` the first day it no longer counts; nil for not removed.
  @discardableResult
  public mutating func append(
    operator x: OperatorIndex, certificateNumber: String = "", validFrom: Day, validTo: Day,
    ended: Day? = nil,
    endReason: CertificationEndReason = .unknown
  ) -> Int {
    origin.declare()
    operators.append(x)
    certificateNumbers.append(certificateNumber)
    starts.append(validFrom.ordinal)
    self.validTo.append(validTo.ordinal)
    endedOn.append(ended?.ordinal ?? Day.openEnd)
    endReasons.append(endReason)
    return count - 1
  }
}

extension CapTable {
  /// Adds a cap and returns its row.
  ///
  /// No supplier means all together, no category all together; `validTo` is the last day it applies.
  @discardableResult
  public mutating func append(
    id: String, supplier: OperatorIndex? = nil, recipient: OperatorIndex, category: Category? = nil,
    maximum: UInt64, validFrom: Day? = nil, validTo: Day? = nil
  ) -> Int {
    origin.declare()
    ids.append(id)
    suppliers.append(supplier ?? noIndex)
    recipients.append(recipient)
    categories.append(category)
    maximums.append(maximum)
    starts.append(validFrom?.ordinal ?? Day.blank)
    ends.append(validTo.map { $0.ordinal + 1 } ?? Day.openEnd)
    return count - 1
  }
}

extension RestrictionTable {
  /// Adds an event of the suspension scheme and returns its row.
  ///
  /// `range` holds `TelephoneNumber.rawValue` of the first and last number; `endsOn` is the last day it counts.
  @discardableResult
  public mutating func append(
    id: String, kind: RestrictionKind, categories: CategorySet = [CategorySet(.fixed), CategorySet(.ip)],
    operator x: OperatorIndex? = nil, range: ClosedRange<UInt64>? = nil, startsOn: Day? = nil,
    endsOn: Day? = nil, reference: String = ""
  ) -> Int {
    origin.declare()
    ids.append(id)
    kinds.append(kind)
    self.categories.append(categories)
    operators.append(x ?? noIndex)
    rangeStarts.append(range?.lowerBound ?? 0)
    rangeEnds.append(range?.upperBound ?? 0)
    starts.append(startsOn?.ordinal ?? Day.blank)
    ends.append(endsOn.map { $0.ordinal + 1 } ?? Day.openEnd)
    references.append(reference)
    return count - 1
  }
}

extension WaiverTable {
  /// Adds a waiver and returns its row; `validTo` is the last day it is in force.
  @discardableResult
  public mutating func append(
    id: String, rule: String, operator x: OperatorIndex? = nil, provision: ProvisionIndex? = nil,
    validFrom: Day? = nil, validTo: Day, reason: String = "", approvedBy: String = ""
  ) -> Int {
    origin.declare()
    ids.append(id)
    rules.append(rule)
    operators.append(x ?? noIndex)
    provisions.append(provision ?? noIndex)
    starts.append(validFrom?.ordinal ?? Day.blank)
    ends.append(validTo.ordinal + 1)
    reasons.append(reason)
    self.approvedBy.append(approvedBy)
    return count - 1
  }
}
