import Bytes
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
  private let roles: [OperatorRole]
  /// For operators of role `user` with an active outflow: the first day of the unbroken run of days with one.
  private let suppliesSince: [OperatorIndex: Int32]

  /// Works out the standings in approvals, in certifications, or in both; those not asked for stay empty.
  ///
  /// - Complexity: near-linear in operators, approvals, designations and certifications.
  package init(_ state: DayState, approvals wantsApprovals: Bool, certifications wantsCertifications: Bool) {
    let chain = state.chain
    let persons = chain.persons
    personOf = persons.groupOf
    roles = chain.tables.operators.roles

    var approvals = ApprovalStandings(persons: wantsApprovals ? persons.count : 0, day: state.day.ordinal)
    if wantsApprovals {
      let records = chain.tables.approvals
      approvals.add(personOf, records.operators, records.categories, records.starts, records.ends)
      let blocks = chain.tables.designations
      approvals.add(personOf, blocks.operators, blocks.categories, blocks.starts, blocks.approvalEnds)
      approvals.finish()
    }
    approval = approvals.standing
    unapprovedSince = approvals.since

    let day = state.day.ordinal
    if wantsCertifications {
      let timeline = CertificationTimeline(chain, graceDays: state.options.graceDays)
      certifications = timeline
      certification = [CertificationStanding](large: persons.count) { standings in
        for person in 0..<persons.count {
          standings.initializeElement(at: person, to: timeline.standing(of: UInt32(person), on: day))
        }
      }
      uncertifiedSince = [Int32](large: persons.count) { days in
        for person in 0..<persons.count {
          days.initializeElement(at: person, to: timeline.uncertifiedSince(UInt32(person), on: day))
        }
      }
    } else {
      (certifications, certification, uncertifiedSince) = (CertificationTimeline(), [], [])
    }

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

  /// Whether on some day the operator's person may have been without certification because of a revocation.
  package func wasRevoked(_ x: OperatorIndex) -> Bool {
    certifications.wasRevoked(personOf[Int(x)])
  }

  /// The ordinal of the first day of the unbroken run on which the operator is not a user; 1 for other roles.
  ///
  /// Meaningless for an operator that is a user on the day.
  package func notUserSince(_ x: OperatorIndex) -> Int32 {
    roles[Int(x)] == .user ? suppliesSince[x] ?? 1 : 1
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
    standing = Array(large: persons * Category.count) { $0.initialize(repeating: .none) }
    since = Array(large: persons * Category.count) { $0.initialize(repeating: 1) }
    hasRecord = Array(repeating: false, count: persons)
    self.day = day
  }

  /// Takes approvals in; no category stands for every one.
  mutating func add(
    _ personOf: [PersonIndex], _ operators: [OperatorIndex], _ categories: [Category?], _ starts: [Int32],
    _ ends: [Int32]
  ) {
    for row in operators.indices {
      let first = Int(personOf[Int(operators[row])]) * Category.count
      if let category = categories[row] {
        add(first + Int(category.rawValue), starts[row], ends[row])
      } else {
        for place in first..<first + Category.count { add(place, starts[row], ends[row]) }
      }
    }
  }

  /// Takes designations in; each counts as an approval of its category.
  mutating func add(
    _ personOf: [PersonIndex], _ operators: [OperatorIndex], _ categories: [Category], _ starts: [Int32],
    _ ends: [Int32]
  ) {
    for row in operators.indices {
      let first = Int(personOf[Int(operators[row])]) * Category.count
      add(first + Int(categories[row].rawValue), starts[row], ends[row])
    }
  }

  private mutating func add(_ place: Int, _ start: Int32, _ end: Int32) {
    hasRecord[place / Category.count] = true
    let own: ApprovalStanding = start > day ? .notYet : end <= day ? .ended : .approved
    // Standings come in the order in which one prevails over the next.
    if own.rawValue < standing[place].rawValue { standing[place] = own }
    if start < end && end <= day { since[place] = max(since[place], end) }
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
