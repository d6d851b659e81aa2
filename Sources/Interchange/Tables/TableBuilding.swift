import Bytes
import Numbering
import SupplyChain

/// Typed columns out of a table put together; a column the file lacks is filled with what blank means.
struct Columns {
  private let table: RawTable

  init(_ table: RawTable) { self.table = table }

  private func raw(_ column: Column) -> RawColumn {
    table.schema.slot(of: column).map { table.columns[$0] } ?? .absent
  }

  func text(_ column: Column) -> TextColumn {
    if case .text(let values) = raw(column) { return values }
    return TextColumn(bytes: [], ends: [UInt32](repeating: 0, count: table.count))
  }

  func words(_ column: Column) -> [UInt64] {
    if case .words(let values) = raw(column) { return values }
    return [UInt64](repeating: 0, count: table.count)
  }

  func indices(_ column: Column) -> [UInt32] {
    if case .indices(let values) = raw(column) { return values }
    return [UInt32](repeating: noIndex, count: table.count)
  }

  func days(_ column: Column, blank: Int32 = Day.blank) -> [Int32] {
    if case .days(let values) = raw(column) { return values }
    return [Int32](repeating: blank, count: table.count)
  }

  /// Days of a column that stays empty when the file lacks it.
  func daysIfPresent(_ column: Column) -> [Int32] {
    if case .days(let values) = raw(column) { return values }
    return []
  }

  func isPresent(_ column: Column) -> Bool {
    if case .absent = raw(column) { return false }
    return true
  }

  func bytes(_ column: Column, blank: UInt8) -> [UInt8] {
    if case .bytes(let values) = raw(column) { return values }
    return [UInt8](repeating: blank, count: table.count)
  }

  func categories(_ column: Column) -> [Category?] {
    bytes(column, blank: noCategory).map { Category(rawValue: $0) }
  }

  func choices<Choice: RawRepresentable<UInt8>>(_ column: Column, blank: Choice) -> [Choice] {
    let choices = (0...UInt8.max).map { Choice(rawValue: $0) ?? blank }
    let values = bytes(column, blank: blank.rawValue)
    return [Choice](large: values.count) { target in
      choices.withUnsafeBufferPointer { choices in
        for row in 0..<values.count { target.initializeElement(at: row, to: choices[Int(values[row])]) }
      }
    }
  }
}

extension Tables {
  /// Takes over a table read from a file.
  mutating func take(_ table: RawTable, origin: TableOrigin) {
    let columns = Columns(table)
    switch table.schema.table {
    case .operators: operators = OperatorTable(columns, origin)
    case .designations: designations = DesignationTable(columns, origin)
    case .approvals: approvals = ApprovalTable(columns, origin)
    case .certifications: certifications = CertificationTable(columns, origin)
    case .provisions: provisions = ProvisionTable(columns, origin)
    case .caps: caps = CapTable(columns, origin)
    case .restrictions: restrictions = RestrictionTable(columns, origin)
    case .waivers: waivers = WaiverTable(columns, origin)
    }
  }
}

extension OperatorTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    ids = columns.text(.operatorID)
    names = columns.text(.name)
    formerNames = columns.text(.formerNames)
    corporateNumbers = columns.words(.corporateNumber)
    roles = columns.choices(.role, blank: .operator)
    registrations = columns.choices(.registration, blank: .unknown)
    countries = columns.text(.country)
    associations = columns.text(.associations)
    serviceStartedOn = columns.days(.serviceStartedOn)
    groups = columns.text(.groupID)
  }
}

extension DesignationTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    operators = columns.indices(.operatorID)
    rangeStarts = columns.words(.rangeStart)
    rangeEnds = columns.words(.rangeEnd)
    categories = rangeStarts.map { TelephoneNumber(unchecked: $0).category }
    starts = columns.days(.designatedOn)
    ends = columns.days(.returnedOn, blank: Day.openEnd)
  }
}

extension ApprovalTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    operators = columns.indices(.operatorID)
    categories = columns.categories(.category)
    bases = columns.choices(.basis, blank: .approved)
    approvalNumbers = columns.text(.approvalNumber)
    starts = columns.days(.validFrom)
    ends = columns.days(.endedOn, blank: Day.openEnd)
    endReasons = columns.choices(.endReason, blank: .unknown)
  }
}

extension CertificationTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    operators = columns.indices(.operatorID)
    certificateNumbers = columns.text(.certificateNumber)
    starts = columns.days(.validFrom)
    validTo = columns.days(.validTo)
    endedOn = columns.days(.endedOn, blank: Day.openEnd)
    endReasons = columns.choices(.endReason, blank: .unknown)
  }
}

extension ProvisionTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    ids = columns.text(.provisionID)
    suppliers = columns.indices(.supplierID)
    recipients = columns.indices(.recipientID)
    categories = columns.choices(.category, blank: .fixed)
    rangeStarts = columns.words(.rangeStart)
    numbers = columns.words(.numbers)
    starts = columns.days(.startsOn)
    ends = columns.days(.endsOn, blank: Day.openEnd)
    contracts = columns.choices(.contract, blank: .wholesale)
    clauses = columns.isPresent(.resaleClause) ? columns.choices(.resaleClause, blank: .free) : []
    approvalCheckedOn = columns.daysIfPresent(.approvalCheckedOn)
    conditionsAgreedOn = columns.daysIfPresent(.conditionsAgreedOn)
    continuityCheckedOn = columns.daysIfPresent(.continuityCheckedOn)
    declaredOn = columns.daysIfPresent(.declaredOn)
    let optional: [(Column, ProvisionColumns)] = [
      (.approvalCheckedOn, .approvalCheckedOn), (.conditionsAgreedOn, .conditionsAgreedOn),
      (.continuityCheckedOn, .continuityCheckedOn), (.declaredOn, .declaredOn),
      (.resaleClause, .resaleClause),
    ]
    for (column, member) in optional where columns.isPresent(column) { self.columns.insert(member) }
  }
}

extension CapTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    ids = columns.text(.capID)
    suppliers = columns.indices(.supplierID)
    recipients = columns.indices(.recipientID)
    categories = columns.categories(.category)
    maximums = columns.words(.maxNumbers)
    starts = columns.days(.validFrom)
    ends = columns.days(.validTo, blank: Day.openEnd)
  }
}

extension RestrictionTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    ids = columns.text(.restrictionID)
    kinds = columns.choices(.kind, blank: .suspendNumbers)
    categories = columns.categories(.category).map { category in
      category.map { CategorySet($0) } ?? CategorySet(.fixed).union(CategorySet(.ip))
    }
    operators = columns.indices(.operatorID)
    rangeStarts = columns.words(.rangeStart)
    rangeEnds = columns.words(.rangeEnd)
    starts = columns.days(.startsOn)
    ends = columns.days(.endsOn, blank: Day.openEnd)
    references = columns.text(.reference)
  }
}

extension WaiverTable {
  fileprivate init(_ columns: Columns, _ origin: TableOrigin) {
    self.init()
    self.origin = origin
    ids = columns.text(.waiverID)
    rules = columns.text(.rule)
    operators = columns.indices(.operatorID)
    // Provisions are found once their table is complete.
    provisions = [ProvisionIndex](repeating: noIndex, count: ids.count)
    starts = columns.days(.validFrom)
    ends = columns.days(.validTo, blank: Day.openEnd)
    reasons = columns.text(.reason)
    approvedBy = columns.text(.approvedBy)
  }
}
