import Bytes
import Numbering
import SupplyChain

/// Why each person is or is not approved and certified on the day, and since when it is not.
package struct Standings: Sendable {
  private let approvals: ApprovalStandings
  private let certifications: CertificationStandings
  private let histories: CertificationTimeline
  /// The person of each operator.
  private let personOf: [PersonIndex]
  private let roles: [OperatorRole]
  /// For operators of role `user` with an active outflow: the first day of the unbroken run of days with one.
  private let suppliesSince: [OperatorIndex: Int32]

  /// The standings of nobody.
  package init() {
    (approvals, certifications, histories) = (
      ApprovalStandings(), CertificationStandings(), CertificationTimeline()
    )
    (personOf, roles, suppliesSince) = ([], [], [:])
  }

  /// Works out the standings in approvals, in certifications on the day, and in certifications on any day; those not
  /// asked for stay empty.
  ///
  /// - Complexity: near-linear in operators, approvals, designations and certifications.
  package init(
    _ state: DayState, approvals wantsApprovals: Bool, certifications wantsCertifications: Bool,
    histories wantsHistories: Bool = true
  ) {
    personOf = state.chain.persons.groupOf
    roles = state.chain.tables.operators.roles
    approvals = wantsApprovals ? ApprovalStandings(state) : ApprovalStandings()
    certifications = wantsCertifications ? CertificationStandings(state) : CertificationStandings()
    histories =
      wantsHistories
      ? CertificationTimeline(state.chain, graceDays: state.options.graceDays) : CertificationTimeline()

    var suppliesSince: [OperatorIndex: Int32] = [:]
    for x in roles.indices where roles[x] == .user && state.outflow[x] != 0 {
      // An outflow in one category may follow on one in another.
      let tally = OutflowTally(of: OperatorIndex(x), in: .all, state)
      suppliesSince[OperatorIndex(x)] = tally.since
    }
    self.suppliesSince = suppliesSince
  }

  /// Why the operator's person is not approved in a category, or that it is.
  package func approval(of x: OperatorIndex, in category: Category) -> ApprovalStanding {
    approvals.standing(of: personOf[Int(x)], in: category)
  }

  /// The ordinal of the first day of the unbroken run without approval, never before 1; only for an operator without.
  package func unapprovedSince(_ x: OperatorIndex, in category: Category) -> Int32 {
    approvals.since(of: personOf[Int(x)], in: category)
  }

  /// Why the operator's person is not certified, or that it is.
  package func certification(of x: OperatorIndex) -> CertificationStanding {
    certifications.standing[Int(personOf[Int(x)])]
  }

  /// Why the operator's person was not certified on some day, or that it was; only with histories.
  package func certification(of x: OperatorIndex, on day: Int32) -> CertificationStanding {
    histories.standing(of: personOf[Int(x)], on: day)
  }

  /// Why each person is not certified, or that it is.
  package var certification: [CertificationStanding] { certifications.standing }

  /// The ordinal of the first day of the unbroken run without certification, never before 1.
  package func uncertifiedSince(_ x: OperatorIndex) -> Int32 {
    certifications.since[Int(personOf[Int(x)])]
  }

  /// The ordinal of the first day of the unbroken run on which the operator is not a user; 1 for other roles.
  ///
  /// Meaningless for an operator that is a user on the day.
  package func notUserSince(_ x: OperatorIndex) -> Int32 {
    roles[Int(x)] == .user ? suppliesSince[x] ?? 1 : 1
  }
}

/// Why persons are without approval on a day, and since when: of the few that lack one in some category.
private struct ApprovalStandings: Sendable {
  /// The place of each person among those looked at; `noIndex` for the others.
  private var places: [UInt32] = []
  /// By place and category: `place * Category.count + category`.
  private var standings: [ApprovalStanding] = []
  /// The ordinal of the first day of the unbroken run up to the day without approval, never before 1.
  private var days: [Int32] = []

  /// Those of nobody.
  init() {}

  /// - Complexity: O(*n*) in operators, approvals and designations.
  init(_ state: DayState) {
    let chain = state.chain
    let personOf = chain.persons.groupOf
    places = [UInt32](large: chain.persons.count) { $0.initialize(repeating: noIndex) }
    var count = 0
    for x in personOf.indices where CategorySet.all.rawValue & ~state.approved[x] != 0 {
      let person = Int(personOf[x])
      if places[person] != noIndex { continue }
      places[person] = UInt32(truncatingIfNeeded: count)
      count += 1
    }
    standings = Array(repeating: .none, count: count * Category.count)
    days = Array(repeating: 1, count: count * Category.count)
    var hasRecord = [Bool](repeating: false, count: count)
    let today = state.day.ordinal
    let approvals = chain.tables.approvals
    let operators = approvals.operators
    for row in operators.indices {
      let place = places[Int(personOf[Int(operators[row])])]
      if place == noIndex { continue }
      hasRecord[Int(place)] = true
      let categories = approvals.categories[row].map { CategorySet($0) } ?? .all
      add(Int(place), categories, approvals.starts[row], approvals.ends[row], today)
    }
    // A designation counts as an approval of its category.
    let blocks = chain.tables.designations
    let proofEnds = blocks.approvalEnds
    for row in blocks.operators.indices {
      let place = places[Int(personOf[Int(blocks.operators[row])])]
      if place == noIndex { continue }
      hasRecord[Int(place)] = true
      add(Int(place), CategorySet(blocks.categories[row]), blocks.starts[row], proofEnds[row], today)
    }
    // Those with records of other categories only are told from those without any.
    for index in standings.indices where standings[index] == .none && hasRecord[index / Category.count] {
      standings[index] = .otherCategory
    }
  }

  private mutating func add(
    _ place: Int, _ categories: CategorySet, _ start: Int32, _ end: Int32, _ day: Int32
  ) {
    let own: ApprovalStanding = start > day ? .notYet : end <= day ? .ended : .approved
    for category in Category.allCases where categories.has(category) {
      let index = place * Category.count + Int(category.rawValue)
      // Standings come in the order in which one prevails over the next.
      if own.rawValue < standings[index].rawValue { standings[index] = own }
      if start < end && end <= day { days[index] = max(days[index], end) }
    }
  }

  func standing(of person: PersonIndex, in category: Category) -> ApprovalStanding {
    let place = places[Int(person)]
    return place == noIndex ? .approved : standings[Int(place) * Category.count + Int(category.rawValue)]
  }

  func since(of person: PersonIndex, in category: Category) -> Int32 {
    let place = places[Int(person)]
    return place == noIndex ? 1 : days[Int(place) * Category.count + Int(category.rawValue)]
  }
}

/// Why each person is not certified on a day, or that it is, and since when it is not; by person.
private struct CertificationStandings: Sendable {
  private(set) var standing: [CertificationStanding] = []
  /// The ordinal of the first day of the unbroken run up to the day without certification, never before 1.
  private(set) var since: [Int32] = []

  /// Those of nobody.
  init() {}

  /// - Complexity: O(*n*) in persons and certifications.
  init(_ state: DayState) {
    let chain = state.chain
    let personOf = chain.persons.groupOf
    let table = chain.tables.certifications
    let count = chain.persons.count
    let today = state.day.ordinal
    // Columns of their own: the table as a whole would be held and released at every row.
    let (operators, starts, validTo) = (table.operators, table.starts, table.validTo)
    let (endedOn, reasons) = (table.endedOn, table.endReasons)
    let graceDays = state.options.graceDays
    var standing = [CertificationStanding](large: count) { $0.initialize(repeating: .never) }
    var since = [Int32](large: count) { $0.initialize(repeating: 1) }
    // Of the records begun by the day the one that ends last decides, the last in the file on a tie.
    var deciding = [Int32](large: count) { $0.initialize(repeating: .min) }
    for row in operators.indices {
      let record = CertificationRecord(
        row: row, start: starts[row], validTo: validTo[row], removedOn: endedOn[row], reasons[row],
        graceDays: graceDays)
      let person = Int(personOf[Int(operators[row])])
      if record.start > today {
        if standing[person] == .never { standing[person] = .notYet }
        continue
      }
      if record.start < record.end { since[person] = max(since[person], record.end) }
      if record.end < deciding[person] { continue }
      deciding[person] = record.end
      standing[person] = record.cause
    }
    for person in 0..<count where since[person] > today { standing[person] = .certified }
    (self.standing, self.since) = (standing, since)
  }
}
