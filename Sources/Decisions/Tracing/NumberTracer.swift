import Numbering
import SupplyChain

/// Tells in whose hands numbers are on a day; made once, asked for any number of numbers.
public struct NumberTracer: Sendable {
  /// The day it speaks of.
  public let state: DayState
  private let provisions: RangedRows
  private let counted: CountedFlows
  private let designations: DesignationIndex
  /// Suspensions of numbers in force.
  private let suspensions: RangeIndex

  /// Prepares to trace any number of some categories.
  ///
  /// - Complexity: O(provisions) time where range starts differ in few bits; 21 bytes for each active ranged provision,
  ///   and 20 more while it runs.
  public init(_ state: DayState, categories: CategorySet = .all) {
    self.init(
      state,
      RangedRows(
        state.chain.tables.provisions, kept: state.active, of: categories, threads: state.options.threads))
  }

  /// Prepares to trace some numbers: one pass over the provisions, whose ranges are not sorted.
  ///
  /// Any other number may be asked for too, and takes a pass of its own.
  ///
  /// - Complexity: O(provisions · log *n*) time for *n* numbers, on all threads.
  public init(_ state: DayState, numbers: some Sequence<TelephoneNumber>) {
    self.init(
      state,
      RangedRows(
        state.chain.tables.provisions, kept: state.active, with: numbers.map(\.rawValue),
        threads: state.options.threads))
  }

  private init(_ state: DayState, _ provisions: RangedRows) {
    self.state = state
    self.provisions = provisions
    counted = CountedFlows(state)
    designations = DesignationIndex(state.chain.tables.designations, on: state.day)
    let restrictions = state.chain.tables.restrictions
    suspensions = RangeIndex(
      rows: restrictions.suspensionsInForce(on: state.day), start: { restrictions.rangeStarts[$0] },
      end: { restrictions.rangeEnds[$0] })
  }

  /// Whose hands a number is in; one that was not prepared for takes a pass over the provisions.
  ///
  /// - Complexity: O((1 + *k*) log *n*) for *k* provisions, designations and suspensions that contain it; where it comes
  ///   from somebody, or ends with somebody, who has provisions known by their count only, once O(these).
  public func trace(_ number: TelephoneNumber) -> NumberTrace {
    let provisions = provisions.rows(containing: number)
    var blocks: [UInt32] = []
    designations.appendRows(containing: number.rawValue, inForce: true, to: &blocks)
    var suspended: [UInt32] = []
    suspensions.appendRows(containing: number.rawValue, to: &suspended)
    if suspended.count > 1 { suspended.sort() }

    let owners = state.chain.tables.designations.operators
    let holders = blocks.map { owners[Int($0)] }
    let trail = NumberTrail(provisions, of: state.chain.tables.provisions, holders: holders)
    // Where the number comes from, and the level it has there.
    var levels = [UInt32](repeating: noLevel, count: trail.operators.count)
    for holder in holders { levels[trail.place(of: holder)] = 0 }
    var origins: [TraceOrigin] = []
    for (place, x) in trail.operators.enumerated() {
      if levels[place] == 0 {
        origins.append(TraceOrigin(operatorIndex: x, kind: .designation))
      } else if !trail.receives[place] {
        let isCounted = counted.arrive(at: x, in: number.category)
        if isCounted { levels[place] = counted.levelGiven(to: x, in: number.category) }
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
      ends: ends(of: trail, origins, isDesignated: !blocks.isEmpty, number.category), suspensions: suspended)
  }

  private func ends(
    of trail: NumberTrail, _ origins: [TraceOrigin], isDesignated: Bool, _ category: Category
  ) -> [TraceEnd] {
    var ends: [TraceEnd] = []
    if !isDesignated {
      ends.append(TraceEnd(reason: .noDesignation, operators: origins.map(\.operatorIndex)))
    }
    for (place, x) in trail.operators.enumerated() where trail.isLast(place) {
      ends.append(
        TraceEnd(reason: counted.leave(x, in: category) ? .countOnly : .lastRecipient, operators: [x]))
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
