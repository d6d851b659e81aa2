import Numbering
import SupplyChain

/// What certification each person had on any day (SPEC §5 "Causes").
///
/// Invariants: `starts` ascends within one person; the other columns tell of the records up to there.
package struct CertificationTimeline: Sendable {
  /// Where the records of each person begin; one longer than the number of persons.
  private let offsets: [UInt32]
  /// First days of the records.
  private let starts: [Int32]
  /// First day no longer certified by any record begun so far; empty records aside.
  private let ends: [Int32]
  /// Why, once the record that ends last has ended; empty records included.
  private let causes: [CertificationStanding]
  /// When that record ends.
  private let causeEnds: [Int32]

  /// - Complexity: O(*n* log *n*) in the number of certifications.
  package init(_ chain: SupplyChain, graceDays: Int) {
    let table = chain.tables.certifications
    let persons = chain.persons.groupOf
    let records = (0..<table.count).map { row in
      Record(table, row: row, person: persons[Int(table.operators[row])], graceDays: graceDays)
    }.sorted { ($0.person, $0.start, $0.row) < ($1.person, $1.start, $1.row) }

    var offsets = [UInt32](repeating: 0, count: chain.persons.count + 1)
    for record in records { offsets[Int(record.person) + 1] += 1 }
    for person in 0..<chain.persons.count { offsets[person + 1] += offsets[person] }
    self.offsets = offsets
    starts = records.map(\.start)

    var ends: [Int32] = []
    var causes: [CertificationStanding] = []
    var causeEnds: [Int32] = []
    var deciding: Record?
    for record in records {
      let isFirst = deciding?.person != record.person
      let before = isFirst ? 1 : ends[ends.count - 1]
      ends.append(record.start < record.end ? max(before, record.end) : before)
      if isFirst { deciding = nil }
      if let last = deciding, (last.end, last.row) > (record.end, record.row) {
        deciding = last
      } else {
        deciding = record
      }
      causes.append(deciding?.cause ?? .ended)
      causeEnds.append(deciding?.end ?? record.end)
    }
    self.ends = ends
    self.causes = causes
    self.causeEnds = causeEnds
  }

  /// Why a person is not certified on a day, or that it is.
  ///
  /// - Complexity: O(log *n*) in its certifications.
  package func standing(of person: PersonIndex, on day: Int32) -> CertificationStanding {
    let records = range(person)
    guard let last = lastBegun(in: records, on: day) else { return records.isEmpty ? .never : .notYet }
    return ends[last] > day ? .certified : causes[last]
  }

  /// The first day of the unbroken run, up to a day without certification, of days without; never before 1.
  ///
  /// - Complexity: O(log *n*) in its certifications.
  package func uncertifiedSince(_ person: PersonIndex, on day: Int32) -> Int32 {
    guard let last = lastBegun(in: range(person), on: day) else { return 1 }
    return max(1, ends[last])
  }

  private func range(_ person: PersonIndex) -> Range<Int> {
    Int(offsets[Int(person)])..<Int(offsets[Int(person) + 1])
  }

  private func lastBegun(in records: Range<Int>, on day: Int32) -> Int? {
    var (low, high) = (records.lowerBound, records.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if starts[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low > records.lowerBound ? low - 1 : nil
  }
}

/// One certification with the day it ends and why.
private struct Record {
  let row: Int
  let person: PersonIndex
  let start: Int32
  let end: Int32
  let cause: CertificationStanding

  init(_ table: CertificationTable, row: Int, person: PersonIndex, graceDays: Int) {
    self.row = row
    self.person = person
    start = table.starts[row]
    let validTo = table.validTo[row]
    let removedOn = table.endedOn[row]
    let reason = table.endReasons[row]
    let ranOut = Int32(clamping: Int(validTo) + min(graceDays, 1_000_000) + 1)
    // Removing an entry that has run out is no event of its own.
    let isMereRemoval = removedOn > validTo && (reason == .expired || reason == .unknown)
    if isMereRemoval || removedOn > ranOut {
      (end, cause) = (ranOut, .expired)
    } else {
      end = removedOn
      cause =
        switch reason {
        case .revoked: .revoked
        case .withdrawn: .withdrawn
        case .expired: .expired
        case .unknown: .ended
        }
    }
  }
}
