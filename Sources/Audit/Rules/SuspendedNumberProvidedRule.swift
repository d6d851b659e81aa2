import Numbering
import SupplyChain

/// `suspended-number-provided`: a number already suspended was provided to somebody who did not have it.
package struct SuspendedNumberProvidedRule: Rule {
  package static let id = RuleID.suspendedNumberProvided

  package init() {}

  /// - Complexity: O(*n* log *n*) in provisions and suspensions; where *p* pairs with suspended numbers have
  /// many
  ///   provisions each, up to O(*p* · suspensions), and never more than the square of one pair's provisions.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let sweep = SuspensionSweep(context.state)
    if sweep.rows.isEmpty { return }
    let all = context.provisions(SuspendedSelection(context, NumberSieve(sweep.spans)))
    let met = Category.allCases.map { candidates(among: all, in: $0, context.tables.provisions) }
    find(met, sweep, context.chain, &findings)
  }

  /// Looks at candidates, given by category, while the same suspensions are in force.
  func find(
    _ candidates: [[Candidate]], _ sweep: SuspensionSweep, _ chain: SupplyChain,
    _ findings: inout RuleFindings
  ) {
    var few: [Candidate] = []
    var pairs: [RangesOfPair] = []
    for category in Category.allCases {
      let met = candidates[Int(category.rawValue)]
      if met.isEmpty { continue }
      var runs = PairRuns(chain, in: category)
      var next = 0
      while next < met.count {
        let (u, v) = (met[next].supplier, met[next].recipient)
        var end = next + 1
        while end < met.count, met[end].supplier == u, met[end].recipient == v { end += 1 }
        let pair = rangedPrefix(runs.provisions(from: u, to: v), chain.tables.provisions)
        if (end - next) * pair.count > 32 * (pair.count + sweep.rows.count) {
          findMany(met[next..<end], pair, sweep, chain.tables.provisions, &findings)
        } else {
          for candidate in met[next..<end] {
            few.append(candidate)
            few[few.count - 1].pair = pairs.count
          }
          pairs.append(RangesOfPair(pair, chain.tables.provisions))
        }
        next = end
      }
    }
    findFew(few, pairs, sweep, chain.tables.provisions, &findings)
  }

  /// Active ranged provisions with suspended numbers and a known first day, by pair, then day, then row.
  @inline(__always)
  func candidates(
    in category: Category, _ sweep: SuspensionSweep, _ chain: SupplyChain, _ isActive: (Int) -> Bool
  ) -> [Candidate] {
    guard let view = chain.outflows.view(category) else { return [] }
    let table = chain.tables.provisions
    let met = view.provisions.filter { p in
      let row = Int(p)
      return isActive(row) && table.isRanged(row) && table.starts[row] != Day.blank
        && sweep.touches(from: table.rangeStarts[row], through: table.rangeEnd(row))
    }
    return candidates(among: met, in: category, table)
  }

  /// Those of some provisions that are of a category, by pair, then day, then row.
  private func candidates(
    among all: [ProvisionIndex], in category: Category, _ table: ProvisionTable
  ) -> [Candidate] {
    var found: [Candidate] = []
    for p in all where table.categories[Int(p)] == category {
      let row = Int(p)
      found.append(
        Candidate(
          provision: p, supplier: table.suppliers[row], recipient: table.recipients[row],
          day: table.starts[row]))
    }
    found.sort {
      ($0.recipient, $0.supplier, $0.day, $0.provision) < ($1.recipient, $1.supplier, $1.day, $1.provision)
    }
    return found
  }

  private func rangedPrefix(
    _ provisions: [ProvisionIndex], _ table: ProvisionTable
  ) -> ArraySlice<ProvisionIndex> {
    var (low, high) = (provisions.startIndex, provisions.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if table.isRanged(Int(provisions[middle])) { low = middle + 1 } else { high = middle }
    }
    return provisions[..<low]
  }

  /// Looks at provisions whose pairs have few: what the recipient had is cut out of each.
  private func findFew(
    _ candidates: [Candidate], _ pairs: [RangesOfPair], _ sweep: SuspensionSweep,
    _ table: ProvisionTable, _ findings: inout RuleFindings
  ) {
    if candidates.isEmpty { return }
    var cells = SuspendedCells(bounds: sweep.bounds(of: sweep.rows).sortedUnique())
    var next = 0
    for candidate in candidates.sorted(by: { ($0.day, $0.provision) < ($1.day, $1.provision) }) {
      sweep.advance(&cells, over: sweep.rows, &next, to: candidate.day)
      let row = Int(candidate.provision)
      let last = table.rangeEnd(row)
      // Numbers of the provision below it are looked at.
      var position = table.rangeStarts[row]
      var count = SuspendedCells.Count()
      for q in pairs[candidate.pair].reaching(position) {
        let q = Int(q)
        if table.rangeStarts[q] > last || position > last { break }
        guard table.starts[q] < candidate.day, candidate.day <= table.ends[q], table.rangeEnd(q) >= position
        else { continue }
        if table.rangeStarts[q] > position {
          cells.count(from: position, through: table.rangeStarts[q] - 1, into: &count)
        }
        position = table.rangeEnd(q) + 1
      }
      if position <= last { cells.count(from: position, through: last, into: &count) }
      add(candidate, count, table, &findings)
    }
  }

  /// Looks at provisions of one pair that has many: what the recipient has is kept up from day to day.
  private func findMany(
    _ candidates: ArraySlice<Candidate>, _ pair: ArraySlice<ProvisionIndex>, _ sweep: SuspensionSweep,
    _ table: ProvisionTable, _ findings: inout RuleFindings
  ) {
    let lowest = candidates.reduce(UInt64.max) { min($0, table.rangeStarts[Int($1.provision)]) }
    let highest = candidates.reduce(0) { max($0, table.rangeEnd(Int($1.provision))) }
    let rows = sweep.rows(from: lowest, through: highest)
    let ranges = pair.map { table.rangeStarts[Int($0)] } + pair.map { table.rangeEnd(Int($0)) + 1 }
    var cells = SuspendedCells(bounds: (sweep.bounds(of: rows) + ranges).sortedUnique())
    let byStart = pair.sorted { table.starts[Int($0)] < table.starts[Int($1)] }
    let byEnd = pair.sorted { table.ends[Int($0)] < table.ends[Int($1)] }
    var (next, begun, ended) = (0, 0, 0)
    for candidate in candidates {
      sweep.advance(&cells, over: rows, &next, to: candidate.day)
      // As of the day before.
      while begun < byStart.count, table.starts[Int(byStart[begun])] < candidate.day {
        let q = Int(byStart[begun])
        cells.give(from: table.rangeStarts[q], to: table.rangeEnd(q) + 1, times: 1)
        begun += 1
      }
      while ended < byEnd.count, table.ends[Int(byEnd[ended])] < candidate.day {
        let q = Int(byEnd[ended])
        cells.give(from: table.rangeStarts[q], to: table.rangeEnd(q) + 1, times: -1)
        ended += 1
      }
      let row = Int(candidate.provision)
      var count = SuspendedCells.Count()
      cells.count(from: table.rangeStarts[row], through: table.rangeEnd(row), into: &count)
      add(candidate, count, table, &findings)
    }
  }

  private func add(
    _ candidate: Candidate, _ count: SuspendedCells.Count, _ table: ProvisionTable,
    _ findings: inout RuleFindings
  ) {
    if count.numbers == 0 { return }
    findings.add(
      Finding(
        Self.id, subject: candidate.provision, category: table.categories[Int(candidate.provision)],
        numbers: count.numbers, related: count.restriction))
  }
}

/// Active ranged provisions with suspended numbers and a known first day.
private struct SuspendedSelection: RowSelection {
  private let active: [UInt8]
  private let table: ProvisionTable
  private let suspended: NumberSieve

  init(_ context: AuditContext, _ suspended: NumberSieve) {
    active = context.state.active
    table = context.tables.provisions
    self.suspended = suspended
  }

  func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let active = active.span
    let rangeStarts = table.rangeStarts.span
    let numbers = table.numbers.span
    let days = table.starts.span
    var count = 0
    for p in rows {
      let start = rangeStarts[p]
      let isRanged: UInt8 = start == 0 ? 0 : 1
      found[count] = UInt32(truncatingIfNeeded: p)
      count &+= Int(
        active[p] & isRanged & suspended.mayOverlap(from: start, through: start &+ numbers[p] &- 1))
    }
    var kept = 0
    for place in 0..<count {
      let p = Int(found[place])
      guard days[p] != Day.blank, suspended.overlaps(from: rangeStarts[p], through: table.rangeEnd(p))
      else { continue }
      found[kept] = found[place]
      kept += 1
    }
    return kept
  }
}

/// The ranged provisions of a pair by the starts of their ranges.
private struct RangesOfPair {
  private let provisions: ArraySlice<ProvisionIndex>
  /// The greatest end of the ranges so far; it never descends.
  private var reach: [UInt64] = []

  init(_ provisions: ArraySlice<ProvisionIndex>, _ table: ProvisionTable) {
    self.provisions = provisions
    var greatest: UInt64 = 0
    reach.reserveCapacity(provisions.count)
    for q in provisions {
      greatest = max(greatest, table.rangeEnd(Int(q)))
      reach.append(greatest)
    }
  }

  /// The provisions from the first one that may reach a number on.
  ///
  /// - Complexity: O(log *n*).
  func reaching(_ number: UInt64) -> ArraySlice<ProvisionIndex> {
    provisions.dropFirst(reach.firstIndex(atLeast: number))
  }
}

extension SuspendedNumberProvidedRule {
  /// A provision some of whose numbers are suspended.
  struct Candidate {
    let provision: ProvisionIndex
    let supplier: OperatorIndex
    let recipient: OperatorIndex
    /// The ordinal of the first day it is active.
    let day: Int32
    /// Where the provisions of its pair are kept.
    fileprivate var pair = 0
  }
}
