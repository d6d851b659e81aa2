import Bytes
import Numbering
import SupplyChain

/// Tells in whose hands numbers are on a day; made once, asked for any number of numbers.
public struct NumberTracer: Sendable {
  /// The day it speaks of.
  public let state: DayState
  private let prepared: CategorySet
  /// Per category, the active ranged provisions; nil for one without, or not prepared.
  private let ranges: [RangeIndex?]
  /// Per category and operator, the level that its count-only inflows give a number: `noLevel` for none; empty for a
  /// category without ranged provisions, or not prepared.
  private let countedLevels: [[UInt32]]
  /// Categories in which each operator has an active count-only outflow, and inflow.
  private let countsOut: [UInt8]
  private let countsIn: [UInt8]
  private let designations: DesignationIndex
  /// Suspensions of numbers in force.
  private let suspensions: RangeIndex

  /// Prepares to trace numbers of some categories.
  ///
  /// - Complexity: O(operators + provisions) time where range starts differ in few bits; 21 bytes for each active ranged
  ///   provision, 2 bytes an operator and 4 more in each category with ranges; while it runs 32 bytes for each active
  ///   ranged provision of one category.
  public init(_ state: DayState, categories: CategorySet = .all) {
    self.state = state
    prepared = categories
    let chain = state.chain
    let table = chain.tables.provisions
    let operatorCount = chain.tables.operators.count
    var countsOut = [UInt8](repeating: 0, count: operatorCount)
    var countsIn = countsOut
    var ranges: [RangeIndex?] = []
    var countedLevels: [[UInt32]] = []
    let (active, starts, numbers) = (state.active, table.rangeStarts, table.numbers)
    for category in Category.allCases {
      guard categories.has(category), let outflows = chain.outflows.view(category),
        let inflows = chain.inflows.view(category)
      else {
        ranges.append(nil)
        countedLevels.append([])
        continue
      }
      let bit: UInt8 = 1 << category.rawValue
      var rows: [ProvisionIndex] = []
      rows.reserveLarge(outflows.rangedCount)
      let all = outflows.provisions
      let (suppliers, recipients) = (table.suppliers, table.recipients)
      for p in all where active[Int(p)] != 0 {
        if starts[Int(p)] != 0 {
          rows.append(p)
        } else {
          countsOut[Int(suppliers[Int(p)])] |= bit
          countsIn[Int(recipients[Int(p)])] |= bit
        }
      }
      // In file order, so that rows of one start come out in it.
      rows.sort()
      ranges.append(
        rows.isEmpty
          ? nil : RangeIndex(rows: rows, start: { starts[$0] }, end: { starts[$0] &+ numbers[$0] &- 1 }))
      countedLevels.append(
        rows.isEmpty ? [] : state.levelsGivenByCounts(in: category, along: inflows))
    }
    self.ranges = ranges
    self.countedLevels = countedLevels
    self.countsOut = countsOut
    self.countsIn = countsIn
    designations = DesignationIndex(chain.tables.designations, on: state.day)
    let restrictions = chain.tables.restrictions
    suspensions = RangeIndex(
      rows: restrictions.suspensionsInForce(on: state.day), start: { restrictions.rangeStarts[$0] },
      end: { restrictions.rangeEnds[$0] })
  }

  /// Whose hands a number is in; it must be of a category that was prepared.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* provisions, designations and suspensions that contain it.
  public func trace(_ number: TelephoneNumber) -> NumberTrace {
    precondition(prepared.has(number.category), "no number of \(number.category.name) can be traced")
    let slot = Int(number.category.rawValue)
    let chain = state.chain
    let table = chain.tables.provisions
    var provisions: [ProvisionIndex] = []
    ranges[slot]?.appendRows(containing: number.rawValue, to: &provisions)
    if provisions.count > 1 { provisions.sort() }
    var blocks: [UInt32] = []
    designations.appendRows(containing: number.rawValue, inForce: true, to: &blocks)
    var suspended: [UInt32] = []
    suspensions.appendRows(containing: number.rawValue, to: &suspended)
    if suspended.count > 1 { suspended.sort() }

    let holders = blocks.map { chain.tables.designations.operators[Int($0)] }
    let trail = NumberTrail(provisions, of: table, holders: holders)
    // Where the number comes from, and the level it has there.
    var levels = [UInt32](repeating: noLevel, count: trail.operators.count)
    for holder in holders { levels[trail.place(of: holder)] = 0 }
    var origins: [TraceOrigin] = []
    let bit: UInt8 = 1 << number.category.rawValue
    for (place, x) in trail.operators.enumerated() {
      if levels[place] == 0 {
        origins.append(TraceOrigin(operatorIndex: x, kind: .designation))
      } else if !trail.receives[place] {
        levels[place] = countedLevels[slot][Int(x)]
        let isCounted = countsIn[Int(x)] & bit != 0
        origins.append(TraceOrigin(operatorIndex: x, kind: isCounted ? .countOnly : .unknown))
      }
    }
    levels = trail.levels(from: levels)
    var hops: [TraceHop] = []
    hops.reserveCapacity(provisions.count)
    for (hop, p) in provisions.enumerated() {
      let above = levels[trail.supplier(of: hop)]
      hops.append(TraceHop(provision: p, level: above == noLevel ? nil : above + 1))
    }
    if hops.count > 1 {
      hops.sort { ($0.level ?? noLevel, $0.provision) < ($1.level ?? noLevel, $1.provision) }
    }
    return NumberTrace(
      number: number, designations: blocks, hops: hops, origins: origins,
      ends: ends(of: trail, origins, isDesignated: !blocks.isEmpty, bit), suspensions: suspended)
  }

  private func ends(
    of trail: NumberTrail, _ origins: [TraceOrigin], isDesignated: Bool, _ bit: UInt8
  ) -> [TraceEnd] {
    var ends: [TraceEnd] = []
    if !isDesignated {
      ends.append(TraceEnd(reason: .noDesignation, operators: origins.map(\.operatorIndex)))
    }
    for (place, x) in trail.operators.enumerated() where trail.isLast(place) {
      ends.append(
        TraceEnd(reason: countsOut[Int(x)] & bit != 0 ? .countOnly : .lastRecipient, operators: [x]))
    }
    for circle in trail.closedCircles() { ends.append(TraceEnd(reason: .circle, operators: circle)) }
    return ends
  }

  /// The designations nearest to a number, for one that none in force contains.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* designations of other days that contain it.
  public func designations(near number: TelephoneNumber) -> NearbyDesignations {
    designations.near(number)
  }
}

extension RestrictionTable {
  /// The suspensions of numbers in force on a day, in file order.
  func suspensionsInForce(on day: Day) -> [UInt32] {
    (0..<UInt32(count)).filter { row in
      kinds[Int(row)] == .suspendNumbers && rangeStarts[Int(row)] != 0 && isInForce(row, on: day)
    }
  }

  /// Whether a restriction is in force on a day.
  func isInForce(_ row: UInt32, on day: Day) -> Bool {
    starts[Int(row)] <= day.ordinal && day.ordinal < ends[Int(row)]
  }
}

extension DayState {
  /// Per operator, one more than the least level of those from whom it actively receives numbers known by their count
  /// only; `noLevel` for none (SPEC §4 *level(u, x)*, where no range contains the number).
  ///
  /// - Complexity: O(operators + provisions of the category).
  fileprivate func levelsGivenByCounts(in category: Category, along inflows: CategoryAdjacency) -> [UInt32] {
    let levels = levels(in: category)
    let table = chain.tables.provisions
    let (suppliers, starts) = (table.suppliers, table.rangeStarts)
    return [UInt32](large: levels.count) { given in
      for x in 0..<levels.count {
        var least = noLevel
        for position in inflows.range(UInt32(x)).reversed() {
          let p = Int(inflows.provisions[position])
          // The ranged ones stand first.
          if starts[p] != 0 { break }
          if active[p] != 0 { least = min(least, levels[Int(suppliers[p])]) }
        }
        given[x] = least == noLevel ? noLevel : least + 1
      }
    }
  }
}
