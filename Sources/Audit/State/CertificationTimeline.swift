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

  /// The timeline of no person.
  package init() {
    (offsets, starts, ends, causes) = ([0], [], [], [])
  }

  /// - Parameter known: whether the records of a person are taken in; nil for those of all.
  /// - Complexity: O(*n* log *m*) for *n* certifications, *m* of one person.
  package init(_ chain: SupplyChain, graceDays: Int, of known: [Bool]? = nil) {
    let table = chain.tables.certifications
    let persons = chain.persons.groupOf
    let keys = table.operators.map { x in
      let person = persons[Int(x)]
      return known.map { $0[Int(person)] } ?? true ? person : noIndex
    }
    let index = RowIndex(keys: keys, keyCount: chain.persons.count)
    offsets = index.offsets

    var columns = Columns(count: index.rows.count)
    var run: [CertificationRecord] = []
    for person in 0..<chain.persons.count {
      let range = Int(index.offsets[person])..<Int(index.offsets[person + 1])
      if range.isEmpty { continue }
      run.removeAll(keepingCapacity: true)
      for place in range {
        run.append(CertificationRecord(table, row: Int(index.rows[place]), graceDays: graceDays))
      }
      if run.count > 1 { run.sort { ($0.start, $0.row) < ($1.start, $1.row) } }
      columns.add(run)
    }
    starts = columns.starts
    ends = columns.ends
    causes = columns.causes
  }

  /// The columns being filled, person by person.
  private struct Columns {
    var starts: [Int32] = []
    var ends: [Int32] = []
    var causes: [CertificationStanding] = []

    init(count: Int) {
      starts.reserveLarge(count)
      ends.reserveLarge(count)
      causes.reserveLarge(count)
    }

    /// Adds the records of one person, by start and row.
    mutating func add(_ run: [CertificationRecord]) {
      guard var deciding = run.first else { return }
      var end: Int32 = 1
      for record in run {
        if record.start < record.end { end = max(end, record.end) }
        if (record.end, record.row) > (deciding.end, deciding.row) { deciding = record }
        starts.append(record.start)
        ends.append(end)
        causes.append(deciding.cause)
      }
    }
  }

  /// Why a person is not certified on a day, or that it is.
  ///
  /// - Complexity: O(log *n*) in its certifications.
  package func standing(of person: PersonIndex, on day: Int32) -> CertificationStanding {
    let records = range(person)
    guard let last = lastBegun(in: records, on: day) else { return records.isEmpty ? .never : .notYet }
    return ends[last] > day ? .certified : causes[last]
  }

  /// Whether a revocation has ever been why a person was not certified.
  package func wasRevoked(_ person: PersonIndex) -> Bool {
    for record in range(person) where causes[record] == .revoked { return true }
    return false
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
