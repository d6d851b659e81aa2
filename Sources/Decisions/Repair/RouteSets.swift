import Numbering
import SupplyChain

/// The least sets of persons each of which, once certified, makes a provision clean.
///
/// Works among the chains that are not clean yet, with one bit for each person there, so only near small ones.
struct RouteSets {
  let ground: RepairGround
  let limits: RepairLimits
  let inflows: RangedInflows
  /// Persons without certificate met for the present provision; bit *n* stands for the *n*th.
  private var persons: [PersonIndex] = []
  /// Elementary operations done so far for all provisions.
  private(set) var work = 0

  init(_ ground: RepairGround, _ limits: RepairLimits) {
    self.ground = ground
    self.limits = limits
    inflows = RangedInflows(ground)
  }

  /// The sets for a provision, none of which contains another; one empty set when it is clean already.
  ///
  /// nil when its chains are too many to look at.
  mutating func sets(of p: ProvisionIndex) -> [[PersonIndex]]? {
    persons.removeAll(keepingCapacity: true)
    if ground.clean.isClean(p) { return [[]] }
    let table = ground.table
    let category = table.categories[Int(p)]
    let u = table.suppliers[Int(p)]
    let masks =
      table.isRanged(Int(p))
      ? ofNumbers(u, from: table.rangeStarts[Int(p)], through: table.rangeEnd(Int(p)), category)
      : ofLevels([u], category).map { $0[u] ?? [] }
    return masks?.map { mask in persons.indices.filter { mask >> $0 & 1 != 0 }.map { persons[$0] } }
  }

  /// The bit of an operator's person; 0 for a certified one, nil when there are too many.
  private mutating func bit(of x: OperatorIndex) -> UInt64? {
    let facts = ground.facts[Int(x)]
    if facts.isCertified { return 0 }
    let person = facts.person
    if let place = persons.firstIndex(of: person) { return 1 << UInt64(place) }
    if persons.count == 60 { return nil }
    persons.append(person)
    return 1 << UInt64(persons.count - 1)
  }

  // MARK: The level in a category

  /// The sets that give operators a clean level in a category; an operator without level has none.
  private mutating func ofLevels(
    _ first: [OperatorIndex], _ category: Category
  ) -> [OperatorIndex: [UInt64]]? {
    guard let plain = ground.levels.byCategory[Int(category.rawValue)],
      let clean = ground.levels.cleanByCategory[Int(category.rawValue)],
      let view = ground.state.chain.inflows.view(category)
    else { return [:] }
    var sets: [OperatorIndex: [UInt64]] = [:]
    var suppliers: [OperatorIndex: [OperatorIndex]] = [:]
    var bits: [OperatorIndex: UInt64] = [:]
    var queue = first
    var next = 0
    while next < queue.count {
      let x = queue[next]
      next += 1
      if sets[x] != nil { continue }
      sets[x] = clean[Int(x)] != noLevel ? [0] : []
      if plain[Int(x)] == noLevel || clean[Int(x)] != noLevel { continue }
      if sets.count > limits.reach { return nil }
      guard let bit = bit(of: x) else { return nil }
      bits[x] = bit
      if plain[Int(x)] == 0 {
        sets[x] = [bit]
        continue
      }
      var found: [OperatorIndex] = []
      for position in view.range(x) {
        let q = Int(view.provisions[position])
        let supplier = ground.table.suppliers[q]
        if ground.state.active[q] == 0 || plain[Int(supplier)] == noLevel { continue }
        if !found.contains(supplier) { found.append(supplier) }
        if found.count > limits.reach { return nil }
      }
      work += view.range(x).count
      suppliers[x] = found
      queue += found
    }
    let nodes = suppliers.keys.sorted()
    return settle(&sets, nodes, bits) { suppliers[$0] ?? [] } ? sets : nil
  }

  /// Improves sets until nothing changes; false when one node has too many.
  private mutating func settle(
    _ sets: inout [OperatorIndex: [UInt64]], _ nodes: [OperatorIndex], _ bits: [OperatorIndex: UInt64],
    _ above: (OperatorIndex) -> [OperatorIndex]
  ) -> Bool {
    var changes = true
    while changes {
      changes = false
      for x in nodes {
        var own = MaskFamily(sets[x] ?? [])
        let bit = bits[x] ?? 0
        for supplier in above(x) {
          for mask in sets[supplier] ?? [] {
            work += own.masks.count + 1
            own.insert(mask | bit)
          }
        }
        if own.masks.count > limits.alternatives || work > limits.total { return false }
        if own.masks != sets[x] ?? [] {
          sets[x] = own.masks
          changes = true
        }
      }
    }
    return true
  }

  // MARK: Numbers

  /// What is known of an operator on the way of a range.
  private struct Stop {
    /// Ranged inflows that meet the range; empty when all of it is clean here.
    var inflows: [ProvisionIndex] = []
    var bit: UInt64 = 0
  }

  /// The sets that make all numbers of a range clean at an operator that passes it on.
  private mutating func ofNumbers(
    _ u: OperatorIndex, from start: UInt64, through end: UInt64, _ category: Category
  ) -> [UInt64]? {
    let place = Int(category.rawValue)
    guard let plain = ground.levels.byNumber[place] else { return [0] }
    let clean = ground.levels.cleanByNumber[place]
    var stops: [OperatorIndex: Stop] = [:]
    var cuts: [UInt64] = [start]
    var queue = [u]
    var next = 0
    func cut(_ first: UInt64, _ last: UInt64) {
      if first > start && first <= end { cuts.append(first) }
      if last >= start && last < end { cuts.append(last + 1) }
    }
    while next < queue.count {
      let x = queue[next]
      next += 1
      if stops[x] != nil { continue }
      if stops.count == limits.reach || cuts.count > 64 * limits.reach { return nil }
      for position in plain.pieces(of: x, from: start, through: end) {
        cut(plain.starts[position], plain.ends[position])
      }
      if let clean {
        for position in clean.pieces(of: x, from: start, through: end) {
          cut(clean.starts[position], clean.ends[position])
        }
      }
      var stop = Stop()
      let all = plain.size(of: x, from: start, through: end)
      if all != clean?.size(of: x, from: start, through: end) ?? 0 {
        guard
          let met = inflows.meeting(
            x, place, from: start, through: end, limit: 16 * limits.reach),
          let bit = bit(of: x)
        else { return nil }
        stop = Stop(inflows: met, bit: bit)
        for q in met {
          cut(ground.table.rangeStarts[Int(q)], ground.table.rangeEnd(Int(q)))
          queue.append(ground.table.suppliers[Int(q)])
        }
      }
      stops[x] = stop
      work += stop.inflows.count + 1
    }
    return combine(u, stops, Array(Set(cuts)).sorted(), category)
  }

  /// Puts together what each interval of numbers needs; between two cuts all numbers are alike.
  private mutating func combine(
    _ u: OperatorIndex, _ stops: [OperatorIndex: Stop], _ cuts: [UInt64], _ category: Category
  ) -> [UInt64]? {
    let place = Int(category.rawValue)
    guard let plain = ground.levels.byNumber[place] else { return [0] }
    let clean = ground.levels.cleanByNumber[place]
    let nodes = stops.keys.sorted()
    guard let fallback = countOnlySuppliers(of: nodes, category)
    else { return nil }
    guard let levelSets = ofLevels(Set(fallback.values.joined()).sorted(), category) else { return nil }
    let bits = stops.mapValues(\.bit)
    var all = MaskFamily([0])
    var known: Set<[UInt64]> = []
    for number in cuts where plain.level(of: u, number) != noLevel {
      var sets: [OperatorIndex: [UInt64]] = [:]
      var above: [OperatorIndex: [OperatorIndex]] = [:]
      for x in nodes {
        let level = plain.level(of: x, number)
        work += 1
        if level == noLevel { continue }
        if let clean, clean.level(of: x, number) != noLevel {
          sets[x] = [0]
        } else if level == 0 {
          sets[x] = [bits[x] ?? 0]
        } else {
          let carriers = (stops[x]?.inflows ?? []).filter {
            ground.table.rangeStarts[Int($0)] <= number && number <= ground.table.rangeEnd(Int($0))
          }
          if carriers.isEmpty {
            var own = MaskFamily([])
            for supplier in fallback[x] ?? [] {
              for mask in levelSets[supplier] ?? [] { own.insert(mask | (bits[x] ?? 0)) }
            }
            if own.masks.count > limits.alternatives { return nil }
            sets[x] = own.masks
          } else {
            above[x] = carriers.map { ground.table.suppliers[Int($0)] }
          }
        }
      }
      guard settle(&sets, above.keys.sorted(), bits, { above[$0] ?? [] }) else { return nil }
      guard known.insert(sets[u] ?? []).inserted else { continue }
      var product = MaskFamily([])
      for left in all.masks {
        for right in sets[u] ?? [] { product.insert(left | right) }
      }
      if product.masks.count > limits.alternatives { return nil }
      all = product
    }
    return all.masks
  }

  /// The suppliers of the active count-only inflows of operators; nil when they are too many.
  private func countOnlySuppliers(
    of operators: [OperatorIndex], _ category: Category
  ) -> [OperatorIndex: [OperatorIndex]]? {
    guard let view = ground.state.chain.inflows.view(category) else { return [:] }
    var found: [OperatorIndex: [OperatorIndex]] = [:]
    for x in operators {
      var suppliers: [OperatorIndex] = []
      for position in view.range(x).reversed() {
        let q = Int(view.provisions[position])
        if ground.table.isRanged(q) { break }
        let supplier = ground.table.suppliers[q]
        if ground.state.active[q] != 0 && !suppliers.contains(supplier) { suppliers.append(supplier) }
        if suppliers.count > limits.reach { return nil }
      }
      found[x] = suppliers
    }
    return found
  }
}

/// Sets as bits, none of which contains another, by size and value.
struct MaskFamily {
  private(set) var masks: [UInt64] = []

  init(_ masks: [UInt64]) {
    for mask in masks { insert(mask) }
  }

  /// Adds a set unless it contains one that is there; those that contain it go.
  mutating func insert(_ mask: UInt64) {
    if masks.contains(where: { $0 & mask == $0 }) { return }
    masks.removeAll { $0 & mask == mask }
    let key = (mask.nonzeroBitCount, mask)
    let place = masks.firstIndex { ($0.nonzeroBitCount, $0) > key } ?? masks.count
    masks.insert(mask, at: place)
  }
}
