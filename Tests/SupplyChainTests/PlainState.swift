import Numbering

@testable import SupplyChain

/// SPEC §4 written down sentence by sentence, with no regard for time.
struct PlainState {
  let tables: Tables
  let day: Int32
  let grace: Int32
  let count: Int

  init(_ tables: Tables, on day: Day, graceDays: Int) {
    self.tables = tables
    self.day = day.ordinal
    grace = Int32(graceDays)
    count = tables.operators.count
  }

  func samePerson(_ a: Int, _ b: Int) -> Bool {
    let numbers = tables.operators.corporateNumbers
    return a == b || numbers[a] != 0 && numbers[a] == numbers[b]
  }

  /// Parties by spreading marks until nothing changes.
  func sameParty(_ a: Int, _ b: Int) -> Bool {
    var party: Set<Int> = [a]
    while true {
      let grown = party.union(
        (0..<count).filter { x in
          party.contains { y in
            samePerson(x, y)
              || !tables.operators.groups.isBlank(x)
                && tables.operators.groups[x] == tables.operators.groups[y]
          }
        })
      if grown == party { return party.contains(b) }
      party = grown
    }
  }

  func isActive(_ p: Int) -> Bool {
    let table = tables.provisions
    return table.starts[p] <= day && day < table.ends[p] && table.suppliers[p] != table.recipients[p]
  }

  func inflows(_ x: Int, _ category: Numbering.Category) -> [Int] {
    let table = tables.provisions
    return (0..<table.count).filter {
      isActive($0) && Int(table.recipients[$0]) == x && table.categories[$0] == category
    }
  }

  func outflows(_ x: Int, _ category: Numbering.Category) -> [Int] {
    let table = tables.provisions
    return (0..<table.count).filter {
      isActive($0) && Int(table.suppliers[$0]) == x && table.categories[$0] == category
    }
  }

  func numbers(_ p: Int) -> Set<UInt64> {
    let table = tables.provisions
    return table.isRanged(p) ? Set(table.rangeStarts[p]...table.rangeEnd(p)) : []
  }

  func total(_ provisions: [Int]) -> UInt64 {
    let table = tables.provisions
    let ranged = provisions.reduce(into: Set<UInt64>()) { $0.formUnion(numbers($1)) }
    return UInt64(ranged.count)
      + provisions.filter { !table.isRanged($0) }.reduce(0) { $0 + table.numbers[$1] }
  }

  func designated(_ x: Int, _ category: Numbering.Category) -> Set<UInt64> {
    let table = tables.designations
    return (0..<table.count).reduce(into: []) { set, row in
      guard Int(table.operators[row]) == x, table.categories[row] == category else { return }
      guard table.starts[row] <= day, day < table.ends[row] else { return }
      set.formUnion(table.rangeStarts[row]...table.rangeEnds[row])
    }
  }

  func isHolder(_ x: Int, _ category: Numbering.Category) -> Bool { !designated(x, category).isEmpty }

  func isApproved(_ x: Int, _ category: Numbering.Category) -> Bool {
    let table = tables.approvals
    return (0..<count).contains { samePerson(x, $0) && isHolder($0, category) }
      || (0..<table.count).contains { row in
        samePerson(x, Int(table.operators[row])) && (table.categories[row] ?? category) == category
          && table.starts[row] <= day && day < table.ends[row]
      }
  }

  func isCertified(_ x: Int) -> Bool {
    let table = tables.certifications
    return (0..<table.count).contains { row in
      var end = table.validTo[row] + grace + 1
      let removed = table.endedOn[row]
      let isIgnored = removed > table.validTo[row] && [.expired, .unknown].contains(table.endReasons[row])
      if removed != Day.openEnd, !isIgnored { end = min(end, removed) }
      return samePerson(x, Int(table.operators[row])) && table.starts[row] <= day && day < end
    }
  }

  func isUser(_ x: Int) -> Bool {
    tables.operators.roles[x] == .user && Category.allCases.allSatisfy { outflows(x, $0).isEmpty }
  }

  /// Plain or clean levels; absent for none.
  func levels(_ category: Numbering.Category, clean: Bool) -> PlainLevels {
    PlainLevels(self, category, clean: clean)
  }
}

/// Levels by repeating the definition until nothing changes.
struct PlainLevels {
  var ofOperator: [Int: Int] = [:]
  var ofNumber: [Int: [UInt64: Int]] = [:]

  init(_ state: PlainState, _ category: Numbering.Category, clean: Bool) {
    let table = state.tables.provisions
    let allowed = (0..<state.count).filter { !clean || state.isCertified($0) }
    var changed = true
    while changed {
      changed = false
      for x in allowed {
        let above = state.inflows(x, category).compactMap { ofOperator[Int(table.suppliers[$0])] }.min()
        let level = state.isHolder(x, category) ? 0 : above.map { $0 + 1 }
        if ofOperator[x] != level {
          ofOperator[x] = level
          changed = true
        }
      }
    }
    changed = true
    while changed {
      changed = false
      for x in allowed {
        let designated = state.designated(x, category)
        let inflows = state.inflows(x, category)
        for number in 1...SmallWorld.greatestNumber {
          var level: Int?
          let containing = inflows.filter { state.numbers($0).contains(number) }
          if designated.contains(number) {
            level = 0
          } else if !containing.isEmpty {
            level = containing.compactMap { ofNumber[Int(table.suppliers[$0])]?[number] }.min().map { $0 + 1 }
          } else {
            level = inflows.filter { !table.isRanged($0) }
              .compactMap { ofOperator[Int(table.suppliers[$0])] }.min().map { $0 + 1 }
          }
          if ofNumber[x]?[number] != level {
            ofNumber[x, default: [:]][number] = level
            changed = true
          }
        }
      }
    }
  }

  /// The levels of the supplier for each number of a provision that has one.
  func levels(of p: Int, _ state: PlainState) -> [UInt64: Int] {
    (ofNumber[Int(state.tables.provisions.suppliers[p])] ?? [:]).filter { state.numbers(p).contains($0.key) }
  }

  func tier(_ p: Int, _ state: PlainState) -> Int? {
    let table = state.tables.provisions
    if !state.isActive(p) { return nil }
    if !table.isRanged(p) { return ofOperator[Int(table.suppliers[p])].map { $0 + 1 } }
    return levels(of: p, state).values.max().map { $0 + 1 }
  }

  /// The whole chain of a provision with a tier, from the holder's side.
  func chain(_ p: Int, _ state: PlainState) -> [Int] {
    let table = state.tables.provisions
    guard let tier = tier(p, state) else { return [p] }
    var number: UInt64?
    if table.isRanged(p) {
      number = levels(of: p, state).filter { $0.value == tier - 1 }.map(\.key).min()
    }
    var chain = [p]
    for level in stride(from: tier - 1, to: 0, by: -1) {
      let x = Int(table.suppliers[chain[0]])
      let inflows = state.inflows(x, table.categories[p])
      func least(_ provisions: [Int], _ levelOf: (Int) -> Int?) -> Int? {
        provisions.filter { levelOf(Int(table.suppliers[$0])) == level - 1 }
          .min { Array(table.ids[$0].utf8).lexicographicallyPrecedes(Array(table.ids[$1].utf8)) }
      }
      var next: Int?
      if let known = number {
        let containing = inflows.filter { state.numbers($0).contains(known) }
        if containing.isEmpty {
          next = least(inflows.filter { !table.isRanged($0) }) { ofOperator[$0] }
          number = nil
        } else {
          next = least(containing) { ofNumber[$0]?[known] }
        }
      } else {
        next = least(inflows) { ofOperator[$0] }
      }
      guard let next else { return [] }
      chain.insert(next, at: 0)
    }
    return chain
  }
}
