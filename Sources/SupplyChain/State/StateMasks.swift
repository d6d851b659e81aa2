import Bytes
import Numbering

/// The masks of `DayState`, which documents them.
struct StateMasks {
  let active: [UInt8]
  private(set) var holder: [UInt8]
  private(set) var approved: [UInt8] = []
  private(set) var certified: [UInt8] = []
  private(set) var user: [UInt8]
  private(set) var outflow: [UInt8]
  private(set) var inflow: [UInt8]

  /// - Complexity: O(rows); two bytes per operator on each of at most four threads.
  init(_ chain: SupplyChain, on day: Day, graceDays: Int, threads: Int) {
    let count = chain.tables.operators.count
    let none = [UInt8](repeating: 0, count: count)
    (holder, user, outflow, inflow) = (none, none, none, none)
    let provisions = chain.tables.provisions
    // Few parts: each has masks of its own.
    let slices = max(1, min(threads, 4))
    var parts: [Part] = []
    active = [UInt8](large: provisions.count) { active in
      let places = SharedBytes(base: active.baseAddress)
      parts = concurrentMap(slices + 2, threads: threads) { part in
        switch part {
        case slices: .approvedPersons(chain.approvedPersons(on: day.ordinal))
        case slices + 1: .certifiedPersons(chain.certifiedPersons(on: day, graceDays: graceDays))
        default:
          .flows(
            Flows(
              provisions, provisions.count * part / slices..<provisions.count * (part + 1) / slices,
              active: places, operatorCount: count, on: day.ordinal))
        }
      }
    }
    let designations = chain.tables.designations
    for row in 0..<designations.count
    where designations.starts[row] <= day.ordinal && day.ordinal < designations.ends[row] {
      holder[Int(designations.operators[row])] |= 1 << designations.categories[row].rawValue
    }
    for part in parts { take(part, chain.persons) }
    let roles = chain.tables.operators.roles
    for x in 0..<count where roles[x] == .user && outflow[x] == 0 { user[x] = 1 }
  }

  /// The masks of a state, with approvals and certifications as another chain has them.
  ///
  /// - Complexity: O(operators, designations, approvals and certifications).
  init(_ base: DayState, provenBy chain: SupplyChain) {
    active = base.active
    holder = base.holder
    user = base.user
    outflow = base.outflow
    inflow = base.inflow
    take(.approvedPersons(chain.approvedPersons(on: base.day.ordinal)), chain.persons)
    let certifiedPersons = chain.certifiedPersons(on: base.day, graceDays: base.options.graceDays)
    take(.certifiedPersons(certifiedPersons), chain.persons)
  }

  /// What is worked out by itself.
  private enum Part: Sendable {
    case flows(Flows)
    case approvedPersons([UInt8])
    case certifiedPersons([UInt8])
  }

  private mutating func take(_ part: Part, _ persons: Grouping) {
    switch part {
    case .flows(let flows):
      for x in outflow.indices {
        outflow[x] |= flows.outflow[x]
        inflow[x] |= flows.inflow[x]
      }
    case .approvedPersons(let approvedPersons): approved = persons.groupOf.map { approvedPersons[Int($0)] }
    case .certifiedPersons(let certifiedPersons):
      certified = persons.groupOf.map { certifiedPersons[Int($0)] }
    }
  }
}

/// What one pass over some provisions tells of the operators at their ends.
private struct Flows: Sendable {
  /// The categories in which each operator has an active outflow among them.
  private(set) var outflow: [UInt8]
  /// The categories in which each operator has an active inflow among them.
  private(set) var inflow: [UInt8]

  /// Also notes of each provision whether it is active and no self-provision.
  init(
    _ table: ProvisionTable, _ rows: Range<Int>, active: SharedBytes, operatorCount: Int, on today: Int32
  ) {
    outflow = [UInt8](repeating: 0, count: operatorCount)
    inflow = outflow
    outflow.withUnsafeMutableBufferPointer { outflow in
      inflow.withUnsafeMutableBufferPointer { inflow in
        let starts = table.starts.span
        let ends = table.ends.span
        let suppliers = table.suppliers.span
        let recipients = table.recipients.span
        let categories = table.categories.span
        for row in rows {
          let (supplier, recipient) = (Int(suppliers[row]), Int(recipients[row]))
          let hasBegun: UInt8 = starts[row] <= today ? 1 : 0
          let lasts: UInt8 = today < ends[row] ? 1 : 0
          let isActive = hasBegun & lasts & (supplier == recipient ? 0 : 1)
          active.set(row, isActive)
          outflow[supplier] |= isActive &<< categories[row].rawValue
          inflow[recipient] |= isActive &<< categories[row].rawValue
        }
      }
    }
  }
}

/// Places for bytes, each filled by one thread.
private struct SharedBytes: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt8>?

  @inline(__always)
  func set(_ place: Int, _ byte: UInt8) { base?[place] = byte }
}

/// What the records of any operator of a person give to all of them.
extension SupplyChain {
  /// The categories in which each person has an approval in force, or a designation that proves one.
  fileprivate func approvedPersons(on today: Int32) -> [UInt8] {
    var approved = [UInt8](repeating: 0, count: persons.count)
    let designations = tables.designations
    let proofEnds = designations.approvalEnds
    for row in 0..<designations.count where designations.starts[row] <= today && today < proofEnds[row] {
      let person = Int(persons.groupOf[Int(designations.operators[row])])
      approved[person] |= 1 << designations.categories[row].rawValue
    }
    let approvals = tables.approvals
    for row in 0..<approvals.count where approvals.starts[row] <= today && today < approvals.ends[row] {
      let covered = approvals.categories[row].map { CategorySet($0) } ?? .all
      approved[Int(persons.groupOf[Int(approvals.operators[row])])] |= covered.rawValue
    }
    return approved
  }

  /// 1 for each person with a certification in force.
  fileprivate func certifiedPersons(on day: Day, graceDays: Int) -> [UInt8] {
    let certifications = tables.certifications
    var certified = [UInt8](repeating: 0, count: persons.count)
    for row in 0..<certifications.count where certifications.isInForce(row, on: day, graceDays: graceDays) {
      certified[Int(persons.groupOf[Int(certifications.operators[row])])] = 1
    }
    return certified
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
