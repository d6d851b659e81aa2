import Audit
import Bytes
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
  /// The row that stands for each operator that was copied.
  private var places = RowSet(of: 0).places
  /// The row that stands for all others, if there is one.
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
  func place(of x: OperatorIndex) -> OperatorIndex? { places.place(of: x) ?? somebodyElse }

  /// Copies operators, given ascending; all of them at once.
  ///
  /// - Parameter isMember: whether an operator keeps its person and its party.
  mutating func addOperators(_ added: [OperatorIndex], isMember: (OperatorIndex) -> Bool = { _ in true }) {
    let from = whole.tables.operators
    var copied = RowSet(of: from.count)
    for x in added { copied.insert(x) }
    places = copied.places
    let rows = added.map { Int($0) }
    tables.operators.corporateNumbers = added.map { isMember($0) ? from.corporateNumbers[Int($0)] : 0 }
    tables.operators.roles = rows.map { from.roles[$0] }
    tables.operators.registrations = rows.map { from.registrations[$0] }
    tables.operators.serviceStartedOn = rows.map { from.serviceStartedOn[$0] }
    tables.operators.origin.carry(rows, of: from.origin)
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
    let rows = rows.filter { places.place(of: from.operators[$0]) != nil }
    tables.designations.operators = rows.compactMap { places.place(of: from.operators[$0]) }
    tables.designations.categories = rows.map { from.categories[$0] }
    tables.designations.rangeStarts = rows.map { from.rangeStarts[$0] }
    tables.designations.rangeEnds = rows.map { from.rangeEnds[$0] }
    tables.designations.starts = rows.map { from.starts[$0] }
    tables.designations.ends = rows.map { from.ends[$0] }
    if !from.proofEnds.isEmpty { tables.designations.proofEnds = rows.map { from.proofEnds[$0] } }
    tables.designations.origin.carry(rows, of: from.origin)
  }

  private mutating func addApprovals(_ rows: [Int]) {
    let from = whole.tables.approvals
    let rows = rows.filter { places.place(of: from.operators[$0]) != nil }
    tables.approvals.approvalNumbers = from.approvalNumbers.taking(rows)
    tables.approvals.operators = rows.compactMap { places.place(of: from.operators[$0]) }
    tables.approvals.categories = rows.map { from.categories[$0] }
    tables.approvals.bases = rows.map { from.bases[$0] }
    tables.approvals.starts = rows.map { from.starts[$0] }
    tables.approvals.ends = rows.map { from.ends[$0] }
    tables.approvals.endReasons = rows.map { from.endReasons[$0] }
    tables.approvals.origin.carry(rows, of: from.origin)
  }

  private mutating func addCertifications(_ rows: [Int]) {
    let from = whole.tables.certifications
    let rows = rows.filter { places.place(of: from.operators[$0]) != nil }
    tables.certifications.certificateNumbers = from.certificateNumbers.taking(rows)
    tables.certifications.operators = rows.compactMap { places.place(of: from.operators[$0]) }
    tables.certifications.starts = rows.map { from.starts[$0] }
    tables.certifications.validTo = rows.map { from.validTo[$0] }
    tables.certifications.endedOn = rows.map { from.endedOn[$0] }
    tables.certifications.endReasons = rows.map { from.endReasons[$0] }
    tables.certifications.origin.carry(rows, of: from.origin)
  }

  /// Copies provisions, given ascending.
  ///
  /// - Complexity: O(*n*) in provisions and the bytes of their ids; the columns on all threads.
  mutating func addProvisions(_ added: [ProvisionIndex], threads: Int = 1) {
    let from = whole.tables.provisions
    tables.provisions.declare(from.columns)
    // Without somebody else, provisions of operators that were not copied are left out.
    provisions =
      somebodyElse != nil
      ? added
      : added.filter { p in
        places.place(of: from.suppliers[Int(p)]) != nil && places.place(of: from.recipients[Int(p)]) != nil
      }
    let rows = provisions
    let (placeOf, other) = (places, somebodyElse ?? noIndex)
    func taken<Cell: Sendable>(_ column: [Cell]) -> [Cell] {
      column.isEmpty ? [] : column.taking(rows, threads: threads) { $0 }
    }
    tables.provisions.suppliers = from.suppliers.taking(rows, threads: threads) {
      placeOf.place(of: $0) ?? other
    }
    tables.provisions.recipients = from.recipients.taking(rows, threads: threads) {
      placeOf.place(of: $0) ?? other
    }
    tables.provisions.ids = from.ids.taking(rows.map { Int($0) })
    tables.provisions.origin.lines = taken(from.origin.lines)
    tables.provisions.categories = taken(from.categories)
    tables.provisions.rangeStarts = taken(from.rangeStarts)
    tables.provisions.numbers = taken(from.numbers)
    tables.provisions.starts = taken(from.starts)
    tables.provisions.ends = taken(from.ends)
    tables.provisions.contracts = taken(from.contracts)
    tables.provisions.clauses = taken(from.clauses)
    tables.provisions.approvalCheckedOn = taken(from.approvalCheckedOn)
    tables.provisions.conditionsAgreedOn = taken(from.conditionsAgreedOn)
    tables.provisions.continuityCheckedOn = taken(from.continuityCheckedOn)
    tables.provisions.declaredOn = taken(from.declaredOn)
  }

  /// Copies some caps, told by supplier and recipient, whose operators were copied.
  mutating func addCaps(_ isWanted: (OperatorIndex, OperatorIndex) -> Bool = { _, _ in true }) {
    let from = whole.tables.caps
    var taken: [Int] = []
    for row in 0..<from.count where isWanted(from.suppliers[row], from.recipients[row]) {
      guard let v = places.place(of: from.recipients[row]) else { continue }
      var u = noIndex
      if from.suppliers[row] != noIndex {
        guard let place = places.place(of: from.suppliers[row]) else { continue }
        u = place
      }
      tables.caps.suppliers.append(u)
      tables.caps.recipients.append(v)
      tables.caps.categories.append(from.categories[row])
      tables.caps.maximums.append(from.maximums[row])
      tables.caps.starts.append(from.starts[row])
      tables.caps.ends.append(from.ends[row])
      taken.append(row)
    }
    tables.caps.origin.carry(taken, of: from.origin)
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
      tables.restrictions.operators.append(x == noIndex ? noIndex : places.place(of: x) ?? noIndex)
      tables.restrictions.rangeStarts.append(from.rangeStarts[row])
      tables.restrictions.rangeEnds.append(from.rangeEnds[row])
      tables.restrictions.starts.append(from.starts[row])
      tables.restrictions.ends.append(from.ends[row])
      taken.append(row)
    }
    tables.restrictions.origin.carry(taken, of: from.origin)
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
        guard isWanted(x), let place = places.place(of: x) else { continue }
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
      taken.append(row)
    }
    tables.waivers.origin.carry(taken, of: from.origin)
    tables.waivers.ids = from.ids.taking(taken)
    tables.waivers.reasons = from.reasons.taking(taken)
    tables.waivers.approvedBy = from.approvedBy.taking(taken)
  }
}

extension TableOrigin {
  /// Adds the lines of some rows of another origin, where it has lines.
  fileprivate mutating func carry(_ rows: [Int], of other: TableOrigin) {
    for row in rows where row < other.lines.count { lines.append(other.lines[row]) }
  }
}

extension Array where Element: Sendable {
  /// The elements of some rows, each changed by a function.
  ///
  /// - Complexity: O(*n*) in rows, on all threads.
  fileprivate func taking(
    _ rows: [UInt32], threads: Int, _ change: @Sendable (Element) -> Element
  ) -> [Element] {
    let slice = 1 << 15
    return [Element](large: rows.count) { taken in
      let places = Places(base: taken.baseAddress)
      concurrently((rows.count + slice - 1) / slice, threads: threads) { index in
        for place in index * slice..<Swift.min(rows.count, (index + 1) * slice) {
          places.set(place, change(self[Int(rows[place])]))
        }
      }
    }
  }
}

/// Places for elements, each filled once by one thread.
private struct Places<Element>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>?

  func set(_ place: Int, _ element: Element) { (base.map { $0 + place })?.initialize(to: element) }
}
