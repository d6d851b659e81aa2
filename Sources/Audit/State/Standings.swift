import Numbering
import SupplyChain

/// Why each person is or is not approved and certified on the day, and since when it is not.
package struct Standings: Sendable {
  /// By person and category: `person * Category.count + category`.
  package let approval: [ApprovalStanding]
  /// The ordinal of the first day of the unbroken run up to the day without approval, never before 1.
  package let unapprovedSince: [Int32]
  /// By person.
  package let certification: [CertificationStanding]
  /// The ordinal of the first day of the unbroken run up to the day without certification, never before 1.
  package let uncertifiedSince: [Int32]
  /// What certification each person had on any day.
  package let certifications: CertificationTimeline
  /// The person of each operator.
  private let personOf: [PersonIndex]
  /// For operators of role `user` with an active outflow: the first day of the unbroken run of days with one.
  private let suppliesSince: [OperatorIndex: Int32]

  /// - Complexity: near-linear in operators, approvals, designations and certifications.
  package init(_ state: DayState) {
    let chain = state.chain
    let persons = chain.persons
    personOf = persons.groupOf

    var approvals = ApprovalStandings(persons: persons.count, day: state.day.ordinal)
    let records = chain.tables.approvals
    for row in 0..<records.count {
      approvals.add(
        persons.groupOf[Int(records.operators[row])], records.categories[row], records.starts[row],
        records.ends[row])
    }
    let blocks = chain.tables.designations
    for row in 0..<blocks.count {
      approvals.add(
        persons.groupOf[Int(blocks.operators[row])], blocks.categories[row], blocks.starts[row],
        blocks.ends[row])
    }
    approvals.finish()
    approval = approvals.standing
    unapprovedSince = approvals.since

    let timeline = CertificationTimeline(chain, graceDays: state.options.graceDays)
    let day = state.day.ordinal
    certifications = timeline
    certification = (0..<UInt32(persons.count)).map { timeline.standing(of: $0, on: day) }
    uncertifiedSince = (0..<UInt32(persons.count)).map { timeline.uncertifiedSince($0, on: day) }

    let roles = chain.tables.operators.roles
    var suppliesSince: [OperatorIndex: Int32] = [:]
    for x in 0..<chain.tables.operators.count where roles[x] == .user && state.outflow[x] != 0 {
      // An outflow in one category may follow on one in another.
      let tally = OutflowTally(of: OperatorIndex(x), in: .all, state)
      suppliesSince[OperatorIndex(x)] = tally.since
    }
    self.suppliesSince = suppliesSince
  }

  /// Why the operator's person is not approved in a category, or that it is.
  package func approval(of x: OperatorIndex, in category: Category) -> ApprovalStanding {
    approval[place(x, category)]
  }

  /// The ordinal of the first day of the unbroken run without approval.
  package func unapprovedSince(_ x: OperatorIndex, in category: Category) -> Int32 {
    unapprovedSince[place(x, category)]
  }

  /// Why the operator's person is not certified, or that it is.
  package func certification(of x: OperatorIndex) -> CertificationStanding {
    certification[Int(personOf[Int(x)])]
  }

  /// The ordinal of the first day of the unbroken run without certification.
  package func uncertifiedSince(_ x: OperatorIndex) -> Int32 {
    uncertifiedSince[Int(personOf[Int(x)])]
  }

  /// Why the operator's person was not certified on some day, or that it was.
  package func certification(of x: OperatorIndex, on day: Int32) -> CertificationStanding {
    certifications.standing(of: personOf[Int(x)], on: day)
  }

  /// The ordinal of the first day of the unbroken run on which the operator is not a user; 1 for other roles.
  ///
  /// Meaningless for an operator that is a user on the day.
  package func notUserSince(_ x: OperatorIndex) -> Int32 {
    suppliesSince[x] ?? 1
  }

  private func place(_ x: OperatorIndex, _ category: Category) -> Int {
    Int(personOf[Int(x)]) * Category.count + Int(category.rawValue)
  }
}

/// The approval standings being worked out, record by record.
private struct ApprovalStandings {
  var standing: [ApprovalStanding]
  var since: [Int32]
  private var hasRecord: [Bool]
  private let day: Int32

  init(persons: Int, day: Int32) {
    standing = Array(repeating: .none, count: persons * Category.count)
    since = Array(repeating: 1, count: persons * Category.count)
    hasRecord = Array(repeating: false, count: persons)
    self.day = day
  }

  /// Takes a record in; a designation counts as an approval of its category. nil stands for every category.
  mutating func add(_ person: PersonIndex, _ category: Category?, _ start: Int32, _ end: Int32) {
    hasRecord[Int(person)] = true
    let first = Int(person) * Category.count
    let own: ApprovalStanding = start > day ? .notYet : end <= day ? .ended : .approved
    let places = category.map { first + Int($0.rawValue)...first + Int($0.rawValue) }
    for place in places ?? first...first + Category.count - 1 {
      // Standings come in the order in which one prevails over the next.
      if own.rawValue < standing[place].rawValue { standing[place] = own }
      if start < end && end <= day { since[place] = max(since[place], end) }
    }
  }

  /// Tells those without any record from those with records of other categories only.
  mutating func finish() {
    for person in hasRecord.indices where hasRecord[person] {
      for place in person * Category.count..<(person + 1) * Category.count where standing[place] == .none {
        standing[place] = .otherCategory
      }
    }
  }
}
