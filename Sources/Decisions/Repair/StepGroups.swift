/// Steps that depend on one another through some provision, found apart from all others.
struct StepGroup {
  /// In file order; bit *n* of a mask stands for the *n*th.
  var steps: [UInt32] = []
  /// Places of provisions in the case, in file order.
  var provisions: [UInt32] = []
}

extension RepairCase {
  /// The groups, by their first step; no provision needs steps of two.
  ///
  /// - Complexity: near-linear in all alternatives.
  func groups() -> [StepGroup] {
    var parents = costs.indices.map { UInt32($0) }
    func root(_ step: UInt32) -> UInt32 {
      var step = step
      while parents[Int(step)] != step {
        parents[Int(step)] = parents[Int(parents[Int(step)])]
        step = parents[Int(step)]
      }
      return step
    }
    for sets in alternatives {
      guard let first = sets.first?.first else { continue }
      for step in sets.joined() {
        let (a, b) = (root(first), root(step))
        if a != b { parents[Int(max(a, b))] = min(a, b) }
      }
    }
    var places = [Int](repeating: -1, count: costs.count)
    var groups: [StepGroup] = []
    for step in costs.indices {
      let root = Int(root(UInt32(step)))
      if places[root] < 0 {
        places[root] = groups.count
        groups.append(StepGroup())
      }
      groups[places[root]].steps.append(UInt32(step))
    }
    for (p, sets) in alternatives.enumerated() {
      guard let first = sets.first?.first else { continue }
      groups[places[Int(root(first))]].provisions.append(UInt32(p))
    }
    return groups
  }
}

/// What can be had from one group: for each cost that is worth it, the most.
struct GroupFrontier {
  struct Point {
    let cost: StepCost
    /// Numbers weighed by the denominator of the goal, ended ones by its numerator; plain ones where nothing ends.
    let gain: UInt64
    let mask: UInt32
    /// How many provisions are ended: the greatest that are not covered.
    let ended: UInt32
  }

  private(set) var points: [Point] = []
  /// The provisions that may be ended, the greatest first.
  private(set) var endable: [Int] = []

  /// Tries every subset of the group's steps; nil when they are too many.
  ///
  /// - Parameter work: elementary operations done so far, and more after.
  init?(_ group: StepGroup, of problem: RepairCase, limits: RepairLimits, work: inout Int) {
    guard group.steps.count <= 20 else { return nil }
    let masks = group.provisions.map { p in
      problem.alternatives[Int(p)].map { $0.reduce(UInt32(0)) { $0 | 1 << group.bit(of: $1) } }
    }
    let (coverWeight, endWeight) =
      problem.endCost == nil ? (1, 0) : (problem.goal.denominator, problem.goal.numerator)
    endable =
      problem.endCost == nil
      ? []
      : group.provisions.indices.filter { place in
        problem.canEnd[Int(group.provisions[place])]
      }
    func numbers(_ place: Int) -> UInt64 { problem.numbers[Int(group.provisions[place])] }
    endable.sort { (numbers($1), $0) < (numbers($0), $1) }
    let several = masks.indices.filter { masks[$0].count > 1 }
    let size = 1 << group.steps.count
    let each =
      group.steps.count + several.reduce(0) { $0 + masks[$1].count }
      + endable.reduce(0) { $0 + masks[$1].count }
    work += size * each
    if size * each > limits.group || work > limits.total { return nil }

    // Numbers of the provisions with one alternative, summed over all subsets of each mask.
    var gains = [UInt64](repeating: 0, count: size)
    for place in masks.indices where masks[place].count == 1 {
      gains[Int(masks[place][0])] += numbers(place) * coverWeight
    }
    for bit in group.steps.indices {
      for mask in 0..<size where mask >> bit & 1 != 0 { gains[mask] += gains[mask ^ (1 << bit)] }
    }
    var found: [Point] = []
    for mask in 0..<size {
      let taken = UInt32(mask)
      for place in several where masks[place].contains(where: { $0 & taken == $0 }) {
        gains[mask] += numbers(place) * coverWeight
      }
      var cost = StepCost()
      for bit in group.steps.indices where mask >> bit & 1 != 0 {
        cost = cost + StepCost(cost: problem.costs[Int(group.steps[bit])], steps: 1)
      }
      var gain = gains[mask]
      found.append(Point(cost: cost, gain: gain, mask: taken, ended: 0))
      var ended: UInt32 = 0
      for place in endable where !masks[place].contains(where: { $0 & taken == $0 }) {
        cost = cost + StepCost(cost: problem.endCost ?? 0, steps: 1, ends: 1)
        gain += numbers(place) * endWeight
        ended += 1
        found.append(Point(cost: cost, gain: gain, mask: taken, ended: ended))
      }
    }
    // Equals in the order of the masks, so that earlier steps win.
    let order = found.indices.sorted { left, right in
      let (a, b) = (found[left], found[right])
      if a.cost != b.cost { return a.cost < b.cost }
      return a.gain != b.gain ? a.gain > b.gain : left < right
    }
    for index in order where points.last.map({ found[index].gain > $0.gain }) ?? true {
      points.append(found[index])
    }
  }

  /// The provisions a point ends, as places in the group.
  func ended(_ point: Point, _ group: StepGroup, of problem: RepairCase) -> [Int] {
    let isCovered = { (place: Int) in
      problem.alternatives[Int(group.provisions[place])].contains { set in
        set.allSatisfy { point.mask >> group.bit(of: $0) & 1 != 0 }
      }
    }
    return Array(endable.lazy.filter { !isCovered($0) }.prefix(Int(point.ended)))
  }
}

extension StepGroup {
  /// The bit of a step of the group.
  func bit(of step: UInt32) -> UInt32 {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] < step { low = middle + 1 } else { high = middle }
    }
    return UInt32(low)
  }
}
