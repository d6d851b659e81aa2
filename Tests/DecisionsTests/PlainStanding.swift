import Banken

@testable import Decisions
@testable import TestSupport

/// Approvals and certification of an operator, read off the records of its person one day at a time.
struct PlainStanding {
  let approvals: [OperatorStanding.Approval]
  let certification: OperatorStanding.Certification

  private struct Record {
    var category: Category?
    var start: Int32
    var end: Int32
    var row: Int?
  }

  init(of x: OperatorIndex, in state: DayState) {
    let (tables, persons) = (state.chain.tables, state.chain.persons.groupOf)
    let day = state.day.ordinal
    func isOne(_ y: OperatorIndex) -> Bool { persons[Int(y)] == persons[Int(x)] }
    var records: [Record] = []
    for row in 0..<tables.approvals.count where isOne(tables.approvals.operators[row]) {
      records.append(
        Record(
          category: tables.approvals.categories[row], start: tables.approvals.starts[row],
          end: tables.approvals.ends[row], row: row))
    }
    for row in 0..<tables.designations.count where isOne(tables.designations.operators[row]) {
      records.append(
        Record(
          category: tables.designations.categories[row], start: tables.designations.starts[row],
          end: tables.designations.approvalEnds[row], row: nil))
    }
    approvals = Category.allCases.map { category in
      let own = records.filter { $0.category == nil || $0.category == category }
      let inForce = own.filter { $0.start <= day && day < $0.end }
      let standing: ApprovalStanding =
        !inForce.isEmpty
        ? .approved
        : own.contains { $0.start <= day }
          ? .ended : !own.isEmpty ? .notYet : records.isEmpty ? .none : .otherCategory
      let rows = inForce.filter { $0.row != nil }
      let latest = rows.map(\.end).max()
      return OperatorStanding.Approval(
        standing: standing, row: rows.first { $0.end == latest }?.row,
        isByDesignation: inForce.count > rows.count,
        until: Self.lastDay(from: day, own.map { ($0.start, $0.end) }))
    }

    let grace = state.options.graceDays
    let certificates = (0..<tables.certifications.count).filter {
      isOne(tables.certifications.operators[$0])
    }
    let ends = certificates.map { Int32(tables.certifications.end(of: $0, graceDays: grace)) }
    let spans = zip(certificates, ends).map { (tables.certifications.starts[$0], $1) }
    let begun = zip(certificates, ends).filter { tables.certifications.starts[$0.0] <= day }
    let deciding = begun.max { ($0.1, $0.0) < ($1.1, $1.0) }
    let isCertified = spans.contains { $0.0 <= day && day < $0.1 }
    var standing: CertificationStanding = isCertified ? .certified : certificates.isEmpty ? .never : .notYet
    if !isCertified, let row = deciding?.0 {
      standing = CertificationRecord(tables.certifications, row: row, graceDays: grace).cause
    }
    certification = OperatorStanding.Certification(
      standing: standing, row: deciding?.0, until: isCertified ? Self.lastDay(from: day, spans) : nil)
  }

  /// The last of the days from one on that all lie in some span; nil where the first does not, and without an end.
  private static func lastDay(from day: Int32, _ spans: [(start: Int32, end: Int32)]) -> Day? {
    var last: Int32?
    var next = day
    while spans.contains(where: { $0.start <= next && next < $0.end }) {
      if spans.contains(where: { $0.start <= next && $0.end == Day.openEnd }) { return nil }
      last = next
      next += 1
    }
    return last.flatMap { Day(ordinal: $0) }
  }

  /// The day that `randomRecords` are about.
  static let day = Day("2026-07-01") ?? .earliest

  /// A few persons with records that touch, overlap and leave gaps around the day.
  static func randomRecords(_ random: inout RandomSource) -> Tables {
    var tables = Tables()
    let count = random.int(2...9)
    for x in 0..<count {
      tables.operators.append(
        id: "O\(x)", corporateNumber: random.pick([0, 7_000_012_050_002, 8_011_101_028_104], else: 0))
    }
    func someDay(_ random: inout RandomSource) -> Day {
      day.advanced(byDays: random.int(-25...35) * 10) ?? day
    }
    func someone(_ random: inout RandomSource) -> OperatorIndex { UInt32(random.int(0...count - 1)) }
    for _ in 0..<random.int(0...12) {
      let start = someDay(&random)
      let end = start.advanced(byDays: random.int(0...20) * 10)
      tables.approvals.append(
        operator: someone(&random),
        category: random.chance(20) ? nil : random.pick([.fixed, .ip], else: .ip),
        validFrom: random.chance(10) ? nil : start, ended: random.chance(15) ? nil : end)
    }
    for block in 0..<UInt64(random.int(0...12)) {
      let isIP = random.chance(50)
      let first = (isIP ? 5_031_000_000 : 312_340_000) + block * 10
      let start = someDay(&random)
      let end = start.advanced(byDays: random.int(0...20) * 10)
      tables.designations.append(
        operator: someone(&random), category: isIP ? .ip : .fixed, range: first...first + 9,
        designated: random.chance(10) ? nil : start, returned: random.chance(15) ? nil : end)
    }
    if random.chance(30) {
      tables.designations.proofEnds = tables.designations.ends.map {
        random.chance(30) ? min($0, day.ordinal) : $0
      }
    }
    for _ in 0..<random.int(0...10) {
      let start = someDay(&random)
      tables.certifications.append(
        operator: someone(&random), validFrom: start,
        validTo: start.advanced(byDays: random.int(0...30) * 10) ?? start,
        ended: random.chance(70) ? start.advanced(byDays: random.int(0...12) * 10) : nil,
        endReason: random.pick([.unknown, .revoked, .withdrawn, .expired], else: .unknown))
    }
    return tables
  }
}
