import Numbering
import SupplyChain

/// The waivers of one rule over a period, for cutting findings where the waiver that covers them changes.
///
/// Findings that meet the same groups of waivers are covered alike, so each combination is worked out once.
struct PeriodWaivers {
  /// What some groups of waivers together cover.
  private struct Cover {
    let rows: [UInt32]
    /// Where the first waiver in the file that is in force changes; the first bound is the first day of the period.
    let bounds: [Int32]
    /// The waiver in force from each bound on; `noIndex` for none.
    let waivers: [UInt32]
    /// Days on which a finding is open for want of a waiver in force.
    var open: [DayInterval] = []
    /// The first day after all on which a finding is found.
    var end: Int32 = .min
  }

  private let days: DayInterval
  private let table: WaiverTable
  private var matcher: WaiverMatcher?
  private var covers: [Cover] = []
  private var coverOf: [[Int]: Int] = [:]

  init(_ rule: RuleID, _ context: PeriodContext) {
    days = context.days
    table = context.tables.waivers
    let (starts, rules) = (table.starts, table.rules)
    let rows = (0..<UInt32(table.count)).filter {
      starts[Int($0)] < context.days.end && rules[Int($0)] == rule.name
    }
    matcher = rows.isEmpty ? nil : WaiverMatcher(rule, waivers: rows, chain: context.chain)
  }

  /// Sets severities, drops what is off, and cuts what is left where the waiver that covers it changes.
  ///
  /// Also gives the findings of `waiver-expired` that follow, and the waivers in force on the last day that match a finding
  /// on one of their days.
  ///
  /// - Complexity: O(*n*) in the pieces that come out, and near-linear in waivers for each different set of them.
  mutating func settle(
    _ all: FindingPieces, _ severities: Severities
  ) -> (found: FindingPieces, expired: FindingPieces, used: [UInt32]) {
    var found = FindingPieces()
    found.lists = all.lists
    for piece in all.pieces {
      guard let severity = severities.byCause[piece.finding.cause] else { continue }
      var finding = piece.finding
      finding.severity = severity
      let groups = matcher?.groups(for: finding, in: all.lists) ?? []
      if groups.isEmpty {
        found.add(finding, over: piece.days)
      } else {
        cut(finding, over: piece.days, cover(groups), into: &found)
      }
    }
    return (found, expired(), used())
  }

  private mutating func cut(
    _ finding: Finding, over days: DayInterval, _ cover: Int, into found: inout FindingPieces
  ) {
    let (bounds, waivers) = (covers[cover].bounds, covers[cover].waivers)
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= days.start { low = middle + 1 } else { high = middle }
    }
    covers[cover].end = max(covers[cover].end, days.end)
    var finding = finding
    for place in max(0, low - 1)..<bounds.count where bounds[place] < days.end {
      let end = place + 1 < bounds.count ? bounds[place + 1] : self.days.end
      let part = DayInterval(start: bounds[place], end: end).intersection(days)
      finding.waiver = waivers[place]
      found.add(finding, over: part)
      if !finding.isWaived { covers[cover].open.append(part) }
    }
  }

  private mutating func cover(_ groups: [Int]) -> Int {
    if let known = coverOf[groups] { return known }
    let rows = groups.flatMap { matcher?.waivers(of: $0) ?? [] }.sorted()
    var bounds: Set<Int32> = [days.start]
    for row in rows {
      for day in [table.starts[Int(row)], table.ends[Int(row)]] where days.contains(day) {
        bounds.insert(day)
      }
    }
    let sorted = bounds.sorted()
    var covers = FirstCovers()
    covers.append(
      starts: rows.map { UInt64(max(0, table.starts[Int($0)])) },
      ends: rows.map { UInt64(max(0, table.ends[Int($0)])) }, labels: rows)
    let cover = Cover(
      rows: rows, bounds: sorted, waivers: sorted.map { covers.first(0, at: UInt64(max(0, $0))) })
    coverOf[groups] = self.covers.count
    self.covers.append(cover)
    return self.covers.count - 1
  }

  /// For each waiver the days past its last on which something it matches is open.
  private func expired() -> FindingPieces {
    var days: [UInt32: [DayInterval]] = [:]
    for cover in covers where !cover.open.isEmpty {
      let open = DayInterval.merged(cover.open)
      for row in cover.rows where table.ends[Int(row)] < self.days.end {
        let past = DayInterval(start: table.ends[Int(row)], end: self.days.end)
        days[row, default: []].append(contentsOf: open.lazy.map { $0.intersection(past) })
      }
    }
    var found = FindingPieces()
    for (row, days) in days.sorted(by: { $0.key < $1.key }) {
      for run in DayInterval.merged(days) { found.add(Finding(.waiverExpired, subject: row), over: run) }
    }
    return found
  }

  /// The waivers in force on the last day of the period that match a finding, ascending.
  private func used() -> [UInt32] {
    var used: Set<UInt32> = []
    for cover in covers {
      for row in cover.rows where table.ends[Int(row)] >= days.end && table.starts[Int(row)] < cover.end {
        used.insert(row)
      }
    }
    return used.sorted()
  }
}
