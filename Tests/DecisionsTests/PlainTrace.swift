import Banken

@testable import Decisions
@testable import TestSupport

/// What a trace must say of one number, read straight off the rows, operator by operator and day by day.
struct PlainTrace {
  let data: OracleData
  let day: OracleDay
  let x: Int
  let c: Int

  /// Active provisions that contain the number, with their level.
  var hops: [TraceHop] {
    let found = day.active.filter { data.provisions[$0].range?.contains(x) ?? false }
    let levels = found.map { day.level(data.provisions[$0].u, c, x).map { UInt32($0 + 1) } }
    let all = zip(found, levels).map { TraceHop(provision: UInt32($0), level: $1) }
    return all.sorted { left, right in
      let (a, b) = (left.level ?? UInt32.max, right.level ?? UInt32.max)
      return a == b ? left.provision < right.provision : a < b
    }
  }

  var designations: [UInt32] {
    data.designations.indices.filter {
      data.designations[$0].range.contains(x)
        && data.inForce(data.designations[$0].start, data.designations[$0].end, day.day)
    }.map { UInt32($0) }
  }

  var suspensions: [UInt32] {
    data.restrictions.indices.filter {
      let row = data.restrictions[$0]
      return row.kind == "suspend-numbers" && row.range?.contains(x) ?? false
        && data.inForce(row.start, row.end, day.day)
    }.map { UInt32($0) }
  }

  private var edges: [(u: Int, v: Int)] {
    hops.map { (data.provisions[Int($0.provision)].u, data.provisions[Int($0.provision)].v) }
  }

  private var holders: Set<Int> { Set(designations.map { data.designations[Int($0)].x }) }

  private var everybody: [Int] { (holders.union(edges.flatMap { [$0.u, $0.v] })).sorted() }

  var origins: [TraceOrigin] {
    everybody.filter { x in holders.contains(x) || !edges.contains { $0.v == x } }.map { x in
      let isCounted = day.inflows(x, c).contains { data.provisions[$0].range == nil }
      return TraceOrigin(
        operatorIndex: UInt32(x),
        kind: holders.contains(x) ? .designation : isCounted ? .countOnly : .unknown)
    }
  }

  var ends: [TraceEnd] {
    var ends: [TraceEnd] = []
    if designations.isEmpty {
      ends.append(TraceEnd(reason: .noDesignation, operators: origins.map(\.operatorIndex)))
    }
    for x in everybody where !edges.contains(where: { $0.u == x }) {
      let isCounted = day.outflows(x, c).contains { data.provisions[$0].range == nil }
      ends.append(TraceEnd(reason: isCounted ? .countOnly : .lastRecipient, operators: [UInt32(x)]))
    }
    // Everybody an operator reaches gives back to it: a circle that nothing leaves.
    for x in everybody {
      let circle = reached(from: x)
      if circle.contains(x), circle.min() == x, circle.allSatisfy({ reached(from: $0) == circle }) {
        ends.append(TraceEnd(reason: .circle, operators: circle.sorted().map { UInt32($0) }))
      }
    }
    return ends
  }

  private func reached(from x: Int) -> Set<Int> {
    var found: Set<Int> = []
    while true {
      let next = Set(edges.filter { $0.u == x || found.contains($0.u) }.map(\.v))
      if next.isSubset(of: found) { return found }
      found.formUnion(next)
    }
  }

  // MARK: Any day

  /// Whether an operator has the number on a day, and whether it provides it to somebody by range.
  func custody(of y: Int, on d: Int) -> (has: Bool, provides: Bool) {
    let active = data.provisions.indices.filter {
      (data.provisions[$0].range?.contains(x) ?? false) && data.isActive($0, d)
    }
    let isHolder = data.designations.contains {
      $0.x == y && $0.range.contains(x) && data.inForce($0.start, $0.end, d)
    }
    return (
      isHolder || active.contains { data.provisions[$0].v == y },
      active.contains { data.provisions[$0].u == y }
    )
  }

  func isLast(_ y: Int, on d: Int) -> Bool {
    let custody = custody(of: y, on: d)
    return custody.has && !custody.provides
  }

  /// What changed for an operator on the first day of a custody.
  func beginning(_ y: Int, _ d: Int) -> Custody.Beginning? {
    if custody(of: y, on: d - 1).has {
      return ended(d) { data.provisions[$0].u == y }.map { .cameBack(UInt32($0)) }
    }
    let block = data.designations.firstIndex {
      $0.x == y && $0.range.contains(x) && $0.start == d && data.inForce($0.start, $0.end, d)
    }
    if let block { return .designated(UInt32(block)) }
    return begun(d) { data.provisions[$0].v == y }.map { .provided(UInt32($0)) }
  }

  /// What changed for an operator on the day after the last of a custody.
  func ending(_ y: Int, _ d: Int) -> Custody.Ending? {
    if custody(of: y, on: d).has {
      return begun(d) { data.provisions[$0].u == y }.map { .passedOn(UInt32($0)) }
    }
    let block = data.designations.firstIndex {
      $0.x == y && $0.range.contains(x) && $0.end == d && data.inForce($0.start, $0.end, d - 1)
    }
    if let block { return .returned(UInt32(block)) }
    return ended(d) { data.provisions[$0].v == y }.map { .withdrawn(UInt32($0)) }
  }

  private func begun(_ d: Int, _ fits: (Int) -> Bool) -> Int? {
    data.provisions.indices.first {
      fits($0) && data.provisions[$0].range?.contains(x) ?? false && data.provisions[$0].start == d
        && data.isActive($0, d)
    }
  }

  private func ended(_ d: Int, _ fits: (Int) -> Bool) -> Int? {
    data.provisions.indices.first {
      fits($0) && data.provisions[$0].range?.contains(x) ?? false && data.provisions[$0].end == d
        && data.isActive($0, d - 1)
    }
  }
}

/// Numbers worth asking for: all those of the ranges in the data, and one beside each.
func numbersInPlay(_ data: OracleData) -> [Int] {
  let ranges =
    data.designations.map(\.range) + data.provisions.compactMap(\.range)
    + data.restrictions.compactMap(\.range)
  return Set(ranges.flatMap { [$0.lowerBound - 1, $0.upperBound + 1] + Array($0) }).sorted()
}
