import Audit
import Numbering
import SupplyChain

/// What a thread works out about some findings before it writes them, and memory it uses again for the next ones.
///
/// The rows that findings of a large ledger name lie far apart. They are touched for many findings at once, so that
/// the processor waits for several at a time, and only then written one after the other.
struct FindingBatch: ~Copyable {
  /// How many findings are prepared at once: what they touch stays in the nearer caches.
  static let length = 128

  /// The tier and the hops of one finding.
  struct ShownRoute {
    /// 0 when no chain reaches a holder.
    let tier: UInt32
    /// Where its hops stand in `hops`, from the holder down.
    let hops: Range<Int>
  }

  /// Of every finding prepared, one route after the other.
  private(set) var hops: [ProvisionIndex] = []
  /// Room for a text that is looked at before it is written.
  var text = TextBuffer()
  private var finder: RouteFinder
  private var ends: [Int] = []
  private var tiers: [UInt32?] = []
  private var touched: UInt8 = 0
  /// What findings of a period are shown with; nil for an audit of a day.
  private let period: ShownPeriod?
  /// The rule of the findings prepared, and where they begin among its findings.
  private var first: (rule: Int, finding: Int) = (0, 0)

  init(_ audit: DayAudit, _ period: ShownPeriod?) {
    finder = RouteFinder(audit.state)
    self.period = period
  }

  /// Works out the routes of findings and has the rows fetched that they name.
  mutating func prepare(_ findings: ArraySlice<Finding>, _ columns: FindingColumns) {
    hops.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    tiers.removeAll(keepingCapacity: true)
    if findings.first?.rule.keyKind == .provision { touch(findings, columns) }
    first = (findings.first.map { Int($0.rule.rawValue) } ?? 0, findings.startIndex)
    for index in findings.indices {
      tiers.append(
        period.map { $0.appendRoute(first.rule, index, to: &hops) }
          ?? finder.appendRoute(of: findings[index], to: &hops))
      ends.append(hops.count)
    }
    var sum: UInt8 = 0
    for hop in hops { sum &+= columns.provisionIDs.touch(hop) }
    touched &+= sum
  }

  /// The route of a finding by its place in the batch; nil where the contract asks for none.
  @inline(__always)
  borrowing func route(at place: Int) -> ShownRoute? {
    tiers[place].map { ShownRoute(tier: $0, hops: (place == 0 ? 0 : ends[place - 1])..<ends[place]) }
  }

  /// What a finding refers to, by its place in the batch.
  @inline(__always)
  borrowing func completed(_ refers: FindingReferences, at place: Int) -> FindingReferences {
    if period == nil { return refers }
    var refers = refers
    refers.tier = tiers[place] ?? 0
    return refers
  }

  /// The days on which a finding of a period holds, by its place in the batch; nil for an audit of a day.
  borrowing func days(at place: Int) -> ShownDays? {
    period.map { ShownDays($0.audit, first.rule, first.finding + place) }
  }

  private mutating func touch(_ findings: ArraySlice<Finding>, _ columns: FindingColumns) {
    var sum: UInt8 = 0
    for finding in findings {
      let (s, r) = (columns.suppliers[Int(finding.subject)], columns.recipients[Int(finding.subject)])
      sum &+= columns.operatorIDs.touch(s) &+ columns.operatorIDs.touch(r)
      sum &+= columns.operatorNames.touch(s) &+ columns.operatorNames.touch(r)
    }
    touched &+= sum
  }
}
