import Bytes
import Numbering

/// The masks of `DayState`, which documents them.
struct StateMasks {
  var active: [UInt8]
  var holder: [UInt8]
  var approved: [UInt8]
  var certified: [UInt8]
  var user: [UInt8]
  var outflow: [UInt8]
  var inflow: [UInt8]

  /// - Complexity: O(rows).
  init(_ chain: SupplyChain, on day: Day, graceDays: Int, threads: Int) {
    let today = day.ordinal
    let count = chain.tables.operators.count
    let none = [UInt8](repeating: 0, count: count)
    (holder, approved, certified, user) = (none, none, none, none)
    let provisions = chain.tables.provisions
    let flows = concurrentMap(2, threads: threads) { end in
      Flows(provisions, end == 0 ? .supplier : .recipient, operatorCount: count, on: today)
    }
    (active, outflow, inflow) = (flows[0].active, flows[0].categories, flows[1].categories)
    markHolders(chain.tables.designations, on: today)
    markPersons(chain, on: day, graceDays: graceDays)
    let roles = chain.tables.operators.roles
    for x in 0..<count where roles[x] == .user && outflow[x] == 0 { user[x] = 1 }
  }

  /// The masks of a state, with approvals and certifications as another chain has them.
  ///
  /// - Complexity: O(operators, designations, approvals and certifications).
  init(_ base: DayState, provenBy chain: SupplyChain) {
    active = base.active
    holder = base.holder
    approved = base.approved
    certified = base.certified
    user = base.user
    outflow = base.outflow
    inflow = base.inflow
    markPersons(chain, on: base.day, graceDays: base.options.graceDays)
  }

  /// What one pass over the provisions tells of the operators at one of their ends.
  private struct Flows: Sendable {
    /// Whether each provision is active and no self-provision; empty at the recipients' end.
    let active: [UInt8]
    /// The categories in which each operator has an active provision at this end.
    let categories: [UInt8]

    init(_ table: ProvisionTable, _ end: ProvisionEnd, operatorCount: Int, on today: Int32) {
      let (starts, ends) = (table.starts, table.ends)
      let (near, far) =
        end == .supplier ? (table.suppliers, table.recipients) : (table.recipients, table.suppliers)
      let kinds = table.categories
      var found = [UInt8](repeating: 0, count: operatorCount)
      active = [UInt8](large: end == .supplier ? table.count : 0) { active in
        near.withUnsafeBufferPointer { near in
          far.withUnsafeBufferPointer { far in
            found.withUnsafeMutableBufferPointer { found in
              for row in 0..<near.count {
                let isActive = starts[row] <= today && today < ends[row] && near[row] != far[row]
                if end == .supplier { active[row] = isActive ? 1 : 0 }
                found[Int(near[row])] |= (isActive ? 1 : 0) << kinds[row].rawValue
              }
            }
          }
        }
      }
      categories = found
    }
  }

  private mutating func markHolders(_ designations: DesignationTable, on today: Int32) {
    for row in 0..<designations.count
    where designations.starts[row] <= today && today < designations.ends[row] {
      holder[Int(designations.operators[row])] |= 1 << designations.categories[row].rawValue
    }
  }

  /// Approval and certification, which the records of any operator of a person give to all of them.
  private mutating func markPersons(_ chain: SupplyChain, on day: Day, graceDays: Int) {
    let today = day.ordinal
    let (persons, count) = (chain.persons, chain.tables.operators.count)
    var approvedPersons = [UInt8](repeating: 0, count: persons.count)
    var certifiedPersons = [UInt8](repeating: 0, count: persons.count)
    let designations = chain.tables.designations
    let proofEnds = designations.approvalEnds
    for row in 0..<designations.count where designations.starts[row] <= today && today < proofEnds[row] {
      let person = Int(persons.groupOf[Int(designations.operators[row])])
      approvedPersons[person] |= 1 << designations.categories[row].rawValue
    }
    let approvals = chain.tables.approvals
    for row in 0..<approvals.count where approvals.starts[row] <= today && today < approvals.ends[row] {
      let person = Int(persons.groupOf[Int(approvals.operators[row])])
      let covered = approvals.categories[row].map { CategorySet($0) } ?? .all
      approvedPersons[person] |= covered.rawValue
    }
    let certifications = chain.tables.certifications
    for row in 0..<certifications.count where certifications.isInForce(row, on: day, graceDays: graceDays) {
      certifiedPersons[Int(persons.groupOf[Int(certifications.operators[row])])] = 1
    }
    for x in 0..<count {
      let person = Int(persons.groupOf[x])
      approved[x] = approvedPersons[person]
      certified[x] = certifiedPersons[person]
    }
  }
}

extension CertificationTable {
  /// The ordinal of the first day a certification no longer counts; it may lie beyond the last day there is.
  ///
  /// That is the earlier of 消除日 and the day after validity and grace; a 消除日 later than 有効期限 whose reason is
  /// blank or 期限切れ only removed an expired entry.
  package func end(of row: Int, graceDays: Int) -> Int64 {
    let natural = Int64(validTo[row]) + 1 + min(max(Int64(graceDays), 0), Int64(Int32.max))
    if endedOn[row] == Day.openEnd { return natural }
    let isRemovalOnly =
      endedOn[row] > validTo[row] && (endReasons[row] == .expired || endReasons[row] == .unknown)
    return isRemovalOnly ? natural : min(natural, Int64(endedOn[row]))
  }

  /// Whether a certification counts on a day.
  package func isInForce(_ row: Int, on day: Day, graceDays: Int) -> Bool {
    starts[row] <= day.ordinal && Int64(day.ordinal) < end(of: row, graceDays: graceDays)
  }
}
