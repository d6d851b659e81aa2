import Audit
import Numbering
import SupplyChain

/// A certificate, an approval or a waiver that runs out: somebody has to renew it, or to decide not to.
public struct Renewal: Sendable {
  /// What takes effect on the day after its last.
  public let event: HorizonEvent
  /// The last day it counts, grace not included.
  public let last: Day
  /// Findings that start for want of it.
  public let findings: Int

  /// Those of persons of whom an operator provides numbers to another or receives some on the first day, and of
  /// waivers, by day.
  ///
  /// - Complexity: O(rows of the tables) and O(*n* log *n*) in those found.
  static func all(
    _ audit: PeriodAudit, _ standing: StandingEvents, over days: DayInterval, _ groups: [Horizon.Group]
  ) -> [Renewal] {
    let chain = audit.merged.state.chain
    let persons = chain.persons.groupOf
    let busy = busyPersons(chain, on: audit.from.ordinal)
    let found = Dictionary(groups.map { ($0.event, $0.starts) }, uniquingKeysWith: +)
    var all: [HorizonEvent: Renewal] = [:]
    func add(_ event: HorizonEvent?, last: Int32) {
      guard let event, all[event] == nil, let last = Day(ordinal: last) else { return }
      all[event] = Renewal(event: event, last: last, findings: found[event] ?? 0)
    }
    let certifications = chain.tables.certifications
    for row in 0..<certifications.count where busy[Int(persons[Int(certifications.operators[row])])] {
      let record = CertificationRecord(certifications, row: row, graceDays: audit.merged.policy.graceDays)
      guard days.contains(record.end) else { continue }
      let event = standing.certificate(of: certifications.operators[row], on: record.end)
      if let event, event.kind == .certificateEnds, event.row == row {
        add(event, last: min(record.end - 1, certifications.validTo[row]))
      }
    }
    let approvals = chain.tables.approvals
    for row in 0..<approvals.count where days.contains(approvals.ends[row]) {
      let x = approvals.operators[row]
      guard busy[Int(persons[Int(x)])] else { continue }
      let categories = approvals.categories[row].map { [$0] } ?? Category.allCases
      let events = categories.lazy.compactMap { standing.approval(of: x, in: $0, on: approvals.ends[row]) }
      if let event = events.first(where: { $0.kind == .approvalEnds && $0.row == row }) {
        add(event, last: approvals.ends[row] - 1)
      }
    }
    let waivers = chain.tables.waivers
    for row in 0..<waivers.count where days.contains(waivers.ends[row]) {
      add(HorizonEvent(.waiverEnds, on: waivers.ends[row], row: row), last: waivers.ends[row] - 1)
    }
    return all.values.sorted { ($0.last, $0.event) < ($1.last, $1.event) }
  }

  /// Whether an operator of each person is an end of an active provision between two operators on a day.
  private static func busyPersons(_ chain: SupplyChain, on day: Int32) -> [Bool] {
    let table = chain.tables.provisions
    var busy = [Bool](repeating: false, count: chain.persons.count)
    for p in 0..<table.count
    where table.starts[p] <= day && day < table.ends[p] && table.suppliers[p] != table.recipients[p] {
      busy[Int(chain.persons.groupOf[Int(table.suppliers[p])])] = true
      busy[Int(chain.persons.groupOf[Int(table.recipients[p])])] = true
    }
    return busy
  }
}
