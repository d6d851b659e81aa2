import Audit
import Numbering
import SupplyChain

/// Copies some rows of a ledger into tables of their own, in their order and with their lines in the files.
///
/// Operators come first; what refers to an operator or a provision that was not copied is left out.
struct LedgerPart {
  private let whole: SupplyChain
  /// The tables so far.
  private(set) var tables = Tables()
  /// The operators copied, ascending.
  private(set) var operators: [OperatorIndex] = []
  /// The provisions copied, ascending.
  private(set) var provisions: [ProvisionIndex] = []
  /// The row that stands for each operator; for one that was not copied the row of somebody else, if there is one.
  private var places: [OperatorIndex: OperatorIndex] = [:]
  private var somebodyElse: OperatorIndex?

  /// Tables without rows, present where those of the ledger are.
  init(of whole: SupplyChain) {
    self.whole = whole
    for name in TableName.allCases where whole.tables.isPresent(name) { tables.declare(name) }
    let from = whole.tables
    tables.redaction = from.redaction
    tables.operators.origin.file = from.operators.origin.file
    tables.designations.origin.file = from.designations.origin.file
    tables.approvals.origin.file = from.approvals.origin.file
    tables.certifications.origin.file = from.certifications.origin.file
    tables.provisions.origin.file = from.provisions.origin.file
    tables.caps.origin.file = from.caps.origin.file
    tables.restrictions.origin.file = from.restrictions.origin.file
    tables.waivers.origin.file = from.waivers.origin.file
  }

  /// The row that stands for an operator; nil when it was not copied and nobody stands for all others.
  func place(of x: OperatorIndex) -> OperatorIndex? { places[x] ?? somebodyElse }

  /// Copies operators, given ascending; all of them at once.
  ///
  /// - Parameter isMember: whether an operator keeps its person and its party.
  mutating func addOperators(_ added: [OperatorIndex], isMember: (OperatorIndex) -> Bool = { _ in true }) {
    let from = whole.tables.operators
    places.reserveCapacity(added.count)
    for x in added {
      let row = Int(x)
      let keeps = isMember(x)
      places[x] = OperatorIndex(places.count)
      tables.operators.corporateNumbers.append(keeps ? from.corporateNumbers[row] : 0)
      tables.operators.roles.append(from.roles[row])
      tables.operators.registrations.append(from.registrations[row])
      tables.operators.serviceStartedOn.append(from.serviceStartedOn[row])
      tables.operators.origin.carry(row, of: from.origin)
    }
    let rows = added.map { Int($0) }
    tables.operators.ids = from.ids.taking(rows)
    tables.operators.names = from.names.taking(rows)
    tables.operators.formerNames = from.formerNames.taking(rows)
    tables.operators.countries = from.countries.taking(rows)
    tables.operators.associations = from.associations.taking(rows)
    tables.operators.groups = from.groups.taking(rows) { isMember(OperatorIndex($0)) }
    operators = added
  }

  /// Adds an operator that stands for all that were not copied: a user, of whom nothing is asked.
  mutating func addSomebodyElse() {
    somebodyElse = tables.operators.append(id: "", name: "", role: .user)
  }

  /// Copies the designations, approvals and certifications of operators that were copied.
  mutating func addRecords(of members: [OperatorIndex]) {
    addDesignations(rows(of: members, whole.designationsOf))
    addApprovals(rows(of: members, whole.approvalsOf))
    addCertifications(rows(of: members, whole.certificationsOf))
  }

  private func rows(of members: [OperatorIndex], _ index: RowIndex) -> [Int] {
    members.flatMap { index.rows(of: $0) }.sorted().map { Int($0) }
  }

  private mutating func addDesignations(_ rows: [Int]) {
    let from = whole.tables.designations
    for row in rows {
      guard let x = places[from.operators[row]] else { continue }
      tables.designations.operators.append(x)
      tables.designations.categories.append(from.categories[row])
      tables.designations.rangeStarts.append(from.rangeStarts[row])
      tables.designations.rangeEnds.append(from.rangeEnds[row])
      tables.designations.starts.append(from.starts[row])
      tables.designations.ends.append(from.ends[row])
      if !from.proofEnds.isEmpty { tables.designations.proofEnds.append(from.proofEnds[row]) }
      tables.designations.origin.carry(row, of: from.origin)
    }
  }

  private mutating func addApprovals(_ rows: [Int]) {
    let from = whole.tables.approvals
    let rows = rows.filter { places[from.operators[$0]] != nil }
    tables.approvals.approvalNumbers = from.approvalNumbers.taking(rows)
    for row in rows {
      guard let x = places[from.operators[row]] else { continue }
      tables.approvals.operators.append(x)
      tables.approvals.categories.append(from.categories[row])
      tables.approvals.bases.append(from.bases[row])
      tables.approvals.starts.append(from.starts[row])
      tables.approvals.ends.append(from.ends[row])
      tables.approvals.endReasons.append(from.endReasons[row])
      tables.approvals.origin.carry(row, of: from.origin)
    }
  }

  private mutating func addCertifications(_ rows: [Int]) {
    let from = whole.tables.certifications
    let rows = rows.filter { places[from.operators[$0]] != nil }
    tables.certifications.certificateNumbers = from.certificateNumbers.taking(rows)
    for row in rows {
      guard let x = places[from.operators[row]] else { continue }
      tables.certifications.operators.append(x)
      tables.certifications.starts.append(from.starts[row])
      tables.certifications.validTo.append(from.validTo[row])
      tables.certifications.endedOn.append(from.endedOn[row])
      tables.certifications.endReasons.append(from.endReasons[row])
      tables.certifications.origin.carry(row, of: from.origin)
    }
  }

  /// Copies provisions, given ascending.
  mutating func addProvisions(_ added: [ProvisionIndex]) {
    let from = whole.tables.provisions
    tables.provisions.declare(from.columns)
    provisions.reserveCapacity(added.count)
    for p in added {
      let row = Int(p)
      guard let u = place(of: from.suppliers[row]), let v = place(of: from.recipients[row]) else { continue }
      provisions.append(p)
      tables.provisions.suppliers.append(u)
      tables.provisions.recipients.append(v)
    }
    let rows = provisions.map { Int($0) }
    tables.provisions.ids = from.ids.taking(rows)
    for row in rows { tables.provisions.origin.carry(row, of: from.origin) }
    tables.provisions.categories = rows.map { from.categories[$0] }
    tables.provisions.rangeStarts = rows.map { from.rangeStarts[$0] }
    tables.provisions.numbers = rows.map { from.numbers[$0] }
    tables.provisions.starts = rows.map { from.starts[$0] }
    tables.provisions.ends = rows.map { from.ends[$0] }
    tables.provisions.contracts = rows.map { from.contracts[$0] }
    func optional<Cell>(_ column: [Cell]) -> [Cell] { column.isEmpty ? [] : rows.map { column[$0] } }
    tables.provisions.clauses = optional(from.clauses)
    tables.provisions.approvalCheckedOn = optional(from.approvalCheckedOn)
    tables.provisions.conditionsAgreedOn = optional(from.conditionsAgreedOn)
    tables.provisions.continuityCheckedOn = optional(from.continuityCheckedOn)
    tables.provisions.declaredOn = optional(from.declaredOn)
  }

  /// Copies some caps, told by supplier and recipient, whose operators were copied.
  mutating func addCaps(_ isWanted: (OperatorIndex, OperatorIndex) -> Bool = { _, _ in true }) {
    let from = whole.tables.caps
    var taken: [Int] = []
    for row in 0..<from.count where isWanted(from.suppliers[row], from.recipients[row]) {
      guard let v = places[from.recipients[row]] else { continue }
      var u = noIndex
      if from.suppliers[row] != noIndex {
        guard let place = places[from.suppliers[row]] else { continue }
        u = place
      }
      tables.caps.suppliers.append(u)
      tables.caps.recipients.append(v)
      tables.caps.categories.append(from.categories[row])
      tables.caps.maximums.append(from.maximums[row])
      tables.caps.starts.append(from.starts[row])
      tables.caps.ends.append(from.ends[row])
      tables.caps.origin.carry(row, of: from.origin)
      taken.append(row)
    }
    tables.caps.ids = from.ids.taking(taken)
  }

  /// Copies restrictions: those on some operators, and suspensions of numbers that meet some of interest.
  mutating func addRestrictions(
    on isWanted: (OperatorIndex) -> Bool, meeting meets: (ClosedRange<UInt64>) -> Bool
  ) {
    let from = whole.tables.restrictions
    var taken: [Int] = []
    for row in 0..<from.count {
      let x = from.operators[row]
      let isTaken =
        from.kinds[row] == .suspendNumbers
        ? meets(from.rangeStarts[row]...from.rangeEnds[row]) : x != noIndex && isWanted(x)
      if !isTaken { continue }
      tables.restrictions.kinds.append(from.kinds[row])
      tables.restrictions.categories.append(from.categories[row])
      tables.restrictions.operators.append(x == noIndex ? noIndex : places[x] ?? noIndex)
      tables.restrictions.rangeStarts.append(from.rangeStarts[row])
      tables.restrictions.rangeEnds.append(from.rangeEnds[row])
      tables.restrictions.starts.append(from.starts[row])
      tables.restrictions.ends.append(from.ends[row])
      tables.restrictions.origin.carry(row, of: from.origin)
      taken.append(row)
    }
    tables.restrictions.ids = from.ids.taking(taken)
    tables.restrictions.references = from.references.taking(taken)
  }

  /// Copies the waivers whose operator and provision were copied; of some operators only, where they name one.
  mutating func addWaivers(on isWanted: (OperatorIndex) -> Bool) {
    let from = whole.tables.waivers
    var taken: [Int] = []
    for row in 0..<from.count {
      var (x, p) = (from.operators[row], from.provisions[row])
      if x != noIndex {
        guard isWanted(x), let place = places[x] else { continue }
        x = place
      }
      if p != noIndex {
        let place = provisions.firstPlace(in: provisions.indices, atLeast: p)
        guard place < provisions.count, provisions[place] == p else { continue }
        p = ProvisionIndex(place)
      }
      tables.waivers.rules.append(from.rules[row])
      tables.waivers.operators.append(x)
      tables.waivers.provisions.append(p)
      tables.waivers.starts.append(from.starts[row])
      tables.waivers.ends.append(from.ends[row])
      tables.waivers.origin.carry(row, of: from.origin)
      taken.append(row)
    }
    tables.waivers.ids = from.ids.taking(taken)
    tables.waivers.reasons = from.reasons.taking(taken)
    tables.waivers.approvedBy = from.approvedBy.taking(taken)
  }
}

extension TableOrigin {
  /// Adds the line of a row of another origin, where it has lines.
  fileprivate mutating func carry(_ row: Int, of other: TableOrigin) {
    if row < other.lines.count { lines.append(other.lines[row]) }
  }
}
