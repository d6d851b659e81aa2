/// The state of SPEC §4 on one day, with the levels of every operator and number.
final class OracleDay {
  let data: OracleData
  let policy: PlainPolicy
  let day: Int
  /// Active provisions, self-provisions apart, in file order.
  let active: [Int]
  /// Own active designations of each operator, by category.
  private let designated: [[Set<Int>]]
  private let certified: [Bool]
  private let users: [Bool]
  private var inflowLists: [[[Int]]]
  private var outflowLists: [[[Int]]]
  private var operatorLevels: [[[Int?]]?] = Array(repeating: nil, count: 14)
  private var numberLevels: [Int: [Int?]] = [:]
  private var cleanNumberLevels: [Int: [Int?]] = [:]
  private var resoldParts: [Int: Set<Int>] = [:]

  /// The state of a day; with `uncertified`, as if that operator had no certificate.
  init(_ data: OracleData, _ policy: PlainPolicy, _ day: Int, uncertified: Int? = nil) {
    self.data = data
    self.policy = policy
    self.day = day
    active = data.provisions.indices.filter { data.isActive($0, day) }
    var designated = data.operators.map { _ in OracleData.all.map { _ in Set<Int>() } }
    for row in data.designations where data.inForce(row.start, row.end, day) {
      designated[row.x][row.c].formUnion(row.range)
    }
    self.designated = designated
    certified = data.operators.indices.map {
      $0 != uncertified && data.isCertified($0, day, policy.graceDays)
    }
    users = data.operators.indices.map { data.isUser($0, day) }
    inflowLists = data.operators.map { _ in OracleData.all.map { _ in [] } }
    outflowLists = inflowLists
    for p in active {
      let row = data.provisions[p]
      inflowLists[row.v][row.c].append(p)
      outflowLists[row.u][row.c].append(p)
    }
  }

  func inflows(_ x: Int, _ c: Int) -> [Int] { inflowLists[x][c] }
  func outflows(_ x: Int, _ c: Int) -> [Int] { outflowLists[x][c] }
  func isHolder(_ x: Int, _ c: Int) -> Bool { !designated[x][c].isEmpty }
  func isUser(_ x: Int) -> Bool { users[x] }
  func isCertified(_ x: Int) -> Bool { certified[x] }
  func isApproved(_ x: Int, _ c: Int) -> Bool { data.isApproved(x, c, day) }
  func designations(_ x: Int, _ c: Int) -> Set<Int> { designated[x][c] }
  func provided(_ x: Int, _ c: Int) -> Int { data.together(outflows(x, c)) }

  /// Designations and ranged inflows of an operator.
  func ranges(_ x: Int, _ c: Int) -> Set<Int> {
    var union = designated[x][c]
    for p in inflows(x, c) {
      if let range = data.provisions[p].range { union.formUnion(range) }
    }
    return union
  }

  func held(_ x: Int, _ c: Int) -> Int {
    let counted = inflows(x, c).filter { data.provisions[$0].range == nil }
    return ranges(x, c).count + counted.reduce(0) { $0 + data.provisions[$1].numbers }
  }

  /// The numbers of a ranged provision outside its supplier's designations.
  func resoldPart(_ p: Int) -> Set<Int> {
    if let known = resoldParts[p] { return known }
    let row = data.provisions[p]
    let part = Set(row.range.map(Array.init) ?? []).subtracting(designated[row.u][row.c])
    resoldParts[p] = part
    return part
  }

  /// Whether q, an active inflow of p's supplier in p's category, can carry on to p.
  func canCarryOn(_ q: Int, to p: Int) -> Bool {
    guard let range = data.provisions[q].range, data.provisions[p].range != nil else { return true }
    return resoldPart(p).contains { range.contains($0) }
  }

  // MARK: Levels

  /// level(u) of every operator in a category, uncertified ones removed for the clean levels.
  func levels(_ c: Int, clean: Bool) -> [Int?] {
    if let known = operatorLevels[c * 2 + (clean ? 1 : 0)] { return known[0] }
    var level = [Int?](repeating: nil, count: data.operators.count)
    for x in data.operators.indices where isHolder(x, c) && (!clean || certified[x]) { level[x] = 0 }
    var changed = true
    while changed {
      changed = false
      for p in active where data.provisions[p].c == c {
        let (u, v) = (data.provisions[p].u, data.provisions[p].v)
        guard let above = level[u], !isHolder(v, c), !clean || certified[v] else { continue }
        if above + 1 < level[v] ?? .max {
          level[v] = above + 1
          changed = true
        }
      }
    }
    operatorLevels[c * 2 + (clean ? 1 : 0)] = [level]
    return level
  }

  /// level(u, x) of every operator for a number in a category.
  func levels(_ c: Int, of x: Int, clean: Bool) -> [Int?] {
    if let known = clean ? cleanNumberLevels[x] : numberLevels[x] { return known }
    let operatorLevel = levels(c, clean: clean)
    var level = [Int?](repeating: nil, count: data.operators.count)
    var carriers: [Int] = []
    for u in data.operators.indices where !clean || certified[u] {
      if designated[u][c].contains(x) {
        level[u] = 0
        continue
      }
      let ranged = inflows(u, c).filter { data.provisions[$0].range?.contains(x) ?? false }
      if ranged.isEmpty {
        let counted = inflows(u, c).filter { data.provisions[$0].range == nil }
        level[u] = counted.compactMap { operatorLevel[data.provisions[$0].u] }.min().map { $0 + 1 }
      } else {
        carriers += ranged
      }
    }
    var changed = true
    while changed {
      changed = false
      for p in carriers {
        let (u, v) = (data.provisions[p].u, data.provisions[p].v)
        if let above = level[u], above + 1 < level[v] ?? .max {
          level[v] = above + 1
          changed = true
        }
      }
    }
    if clean { cleanNumberLevels[x] = level } else { numberLevels[x] = level }
    return level
  }

  /// level(u) without a number, level(u, x) with one.
  func level(_ u: Int, _ c: Int, _ x: Int?, clean: Bool = false) -> Int? {
    if let x { return levels(c, of: x, clean: clean)[u] }
    return levels(c, clean: clean)[u]
  }

  /// 1 + the level each number of a provision has; one entry with a nil number for a count-only provision.
  func tiers(_ p: Int) -> [(x: Int?, tier: Int)] {
    let row = data.provisions[p]
    guard let range = row.range else { return level(row.u, row.c, nil).map { [(nil, $0 + 1)] } ?? [] }
    return range.compactMap { x in level(row.u, row.c, x).map { (x, $0 + 1) } }
  }

  func tier(_ p: Int) -> Int? { tiers(p).map(\.tier).max() }

  /// How many numbers of a provision have a level but no clean one.
  func unclean(_ p: Int) -> Int {
    let row = data.provisions[p]
    return tiers(p).filter { level(row.u, row.c, $0.x, clean: true) == nil }.count
      * (row.range == nil ? row.numbers : 1)
  }

  /// The provisions from the holder down to p; p alone without a tier.
  func chain(_ p: Int) -> [Int] {
    let c = data.provisions[p].c
    guard let tier = tier(p), let lowest = tiers(p).first(where: { $0.tier == tier }) else { return [p] }
    var chain = [p]
    var x = lowest.x
    var u = data.provisions[p].u
    while let here = level(u, c, x), here > 0 {
      var candidates = inflows(u, c)
      if let number = x {
        let ranged = candidates.filter { data.provisions[$0].range?.contains(number) ?? false }
        if ranged.isEmpty { x = nil }
        candidates = ranged.isEmpty ? candidates.filter { data.provisions[$0].range == nil } : ranged
      }
      let giving = candidates.filter { level(data.provisions[$0].u, c, x) == here - 1 }
      guard let next = giving.min(by: { utf8Less(data.provisions[$0].id, data.provisions[$1].id) }) else {
        break
      }
      chain.insert(next, at: 0)
      u = data.provisions[next].u
    }
    return chain
  }
}

/// Order of ids: by UTF-8 bytes.
func utf8Less(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
