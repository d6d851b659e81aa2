/// Provisions, restrictions, caps and the policy.
extension RandomDataset {
  mutating func makeProvisions() {
    let count = isDense ? random.int(80...140) : random.chance(6) ? 0 : random.int(3...25)
    let ids = random.shuffled((1...max(30, count)).map { "P\($0)" })
    // Each dataset leans to ranges or counts, to chains or to anything, to careful or careless records.
    let ranged = isDense ? 97 : random.pick([0, 40, 60, 85, 100], else: 60)
    let chained = random.pick([30, 70, 90], else: 70)
    let clauses = random.pick(
      [["free", ""], ["", "certified-only", "prohibited"], ["certified-only"]], else: [""])
    let careful = random.pick([20, 60, 95], else: 60)
    // Some are a line or a ring of operators, so that chains grow long and circles wide.
    let isLine = random.chance(20)
    let reach = random.int(2...operatorIDs.count + 1)
    for place in 0..<count {
      let block = random.int(0...blocks.count - 1)
      var u = random.pick(operatorIDs)
      if random.chance(chained), let carrier = carriers(block) { u = carrier }
      var v = random.pick(operatorIDs)
      if v == u && random.chance(85) { v = random.pick(operatorIDs) }
      if isDense, let first = pairs.first, random.chance(85) {
        (u, v) = first
      } else if isLine && random.chance(85) {
        u = operatorIDs[place % min(reach, operatorIDs.count)]
        v = operatorIDs[(place + 1) % min(reach, operatorIDs.count)]
      } else if !pairs.isEmpty {
        let pair = pairs[random.int(0...pairs.count - 1)]
        switch random.int(0...19) {
        case 0...3: (u, v) = pair
        case 4, 5: (u, v) = (pair.v, pair.u)
        case 6: v = pair.v
        default: break
        }
      }
      var cells = ["provision_id": ids[place], "supplier_id": u, "recipient_id": v]
      setNumbers(&cells, u, v, block, ranged: random.chance(ranged))
      setDays(&cells, careful)
      cells["resale_clause"] = random.pick(clauses)
      cells["contract"] = random.pick(["", "", "wholesale", "terms"])
      if random.chance(isDense ? 30 : 8) { renew(&cells) }
      append("provisions", cells)
      pairs.append((cells["supplier_id"] ?? u, cells["recipient_id"] ?? v))
    }
  }

  /// Makes a provision follow on another: same ends and numbers, begun about when the other ends.
  private mutating func renew(_ cells: inout [String: String]) {
    let rows = dataset.tables["provisions"]?.rows ?? []
    let columns = PlainDataset.allColumns["provisions"] ?? []
    guard !rows.isEmpty, let start = OracleCalendar.day(cells["starts_on"] ?? "") else { return }
    let place = random.int(0...rows.count - 1)
    let earlier = Dictionary(zip(columns, rows[place]), uniquingKeysWith: { first, _ in first })
    for column in ["supplier_id", "recipient_id", "category", "numbers", "range_start", "range_end"] {
      cells[column] = earlier[column]
    }
    // Now and then by more or fewer numbers.
    if (earlier["range_start"] ?? "").isEmpty && random.chance(40) {
      cells["numbers"] = "\(random.int(1...25))"
    }
    let end = start + random.int(-2...0)
    guard end >= OracleCalendar.day(earlier["starts_on"] ?? "") ?? 0 else { return }
    setCell("provisions", place, "ends_on", text(end))
  }

  /// Somebody who has numbers of a block.
  private mutating func carriers(_ block: Int) -> String? {
    let matching = holdings.filter { $0.block == block }
    return matching.isEmpty ? nil : matching[random.int(0...matching.count - 1)].x
  }

  private mutating func setNumbers(
    _ cells: inout [String: String], _ u: String, _ v: String, _ block: Int, ranged: Bool
  ) {
    guard ranged else {
      cells["category"] = blocks[block].category
      cells["numbers"] = "\(random.chance(2) ? 10_000_000_000 : random.int(1...25))"
      if random.chance(60) { holdings.append((v, block, anyRange(block))) }
      return
    }
    if isDense && random.chance(70) {
      let (_, base, width) = blocks[block]
      let start = base + random.int(0...width - 5)
      cells["range_start"] = digits(start)
      cells["range_end"] = digits(start + random.int(0...4))
      return
    }
    let mine = holdings.filter { $0.x == u && $0.block == block }.map(\.range)
    let range =
      random.chance(80) && !mine.isEmpty
      ? cut(random.pick(mine, else: mine[0]), block: block) : anyRange(block)
    cells["range_start"] = digits(range.lowerBound)
    cells["range_end"] = digits(range.upperBound)
    if random.chance(30) { cells["category"] = blocks[block].category }
    if random.chance(20) { cells["numbers"] = "\(range.count)" }
    holdings.append((v, block, range))
  }

  private mutating func setDays(_ cells: inout [String: String], _ careful: Int) {
    let start = random.chance(15) ? nil : pastDay()
    if let start { cells["starts_on"] = text(start) }
    if random.chance(22) { cells["ends_on"] = text(max(start ?? 0, anyDay())) }
    for column in ["approval_checked_on", "conditions_agreed_on", "continuity_checked_on", "declared_on"] {
      if random.chance(careful) {
        cells[column] = text(start.map { $0 - random.int(0...5) } ?? anyDay())
      } else if random.chance(40) {
        cells[column] = text(anyDay())
      }
    }
  }

  mutating func makeRestrictions() {
    let categories = Array(Set(blocks.map(\.category))).sorted()
    for number in 0..<random.int(isDense ? 2...5 : 0...5) {
      let kind =
        number == 0 && isDense
        ? "suspend-numbers" : random.pick(["suspend-numbers", "refuse-new", "suspend-stock"])
      var cells = ["restriction_id": "R\(9 - number)", "kind": kind, "reference": "No. \(number)"]
      if kind == "suspend-numbers" {
        let block = random.int(0...blocks.count - 1)
        var range = anyRange(block)
        if isDense && number == 0 {
          range = blocks[block].base...blocks[block].base + blocks[block].width - 1
        } else if random.chance(60), let other = holdings.randomMatch(&random, block) {
          range = cut(other, block: block)
        }
        cells["range_start"] = digits(range.lowerBound)
        cells["range_end"] = digits(range.upperBound)
        if random.chance(30) { cells["category"] = blocks[block].category }
        if random.chance(15) { cells["operator_id"] = random.pick(operatorIDs) }
      } else {
        cells["operator_id"] =
          pairs.isEmpty || random.chance(30)
          ? random.pick(operatorIDs)
          : kind == "refuse-new"
            ? pairs[random.int(0...pairs.count - 1)].v : pairs[random.int(0...pairs.count - 1)].u
        if random.chance(60) { cells["category"] = random.pick(categories) }
      }
      let start = pastDay() - random.int(0...300)
      let isLasting = number == 0 && isDense
      if !isLasting && random.chance(75) { cells["starts_on"] = text(start) }
      if !isLasting && random.chance(40) { cells["ends_on"] = text(max(start, anyDay())) }
      append("restrictions", cells)
    }
  }

  mutating func makeCaps() {
    let categories = Array(Set(blocks.map(\.category))).sorted()
    for number in 0..<random.int(0...3) {
      var pair = (u: random.pick(operatorIDs), v: random.pick(operatorIDs))
      if !pairs.isEmpty && random.chance(80) { pair = pairs[random.int(0...pairs.count - 1)] }
      var cells = [
        "cap_id": "T\(5 - number)", "recipient_id": pair.v, "max_numbers": "\(random.int(1...40))",
      ]
      if random.chance(65) { cells["supplier_id"] = pair.u }
      if random.chance(50) { cells["category"] = random.pick(categories) }
      let start = pastDay()
      if random.chance(50) { cells["valid_from"] = text(start) }
      if random.chance(40) { cells["valid_to"] = text(max(start, anyDay())) }
      append("caps", cells)
    }
  }

  mutating func makePolicy() {
    let categories = Array(Set(blocks.map(\.category))).sorted()
    let today = dataset.day
    let ids = operatorIDs
    let someDay = anyDay()
    setPolicy { policy, random in
      for number in 0..<random.pick([0, 0, 1, 1, 2, 3], else: 0) {
        var cap = PlainPolicy.Cap(id: "C\(3 - number)", maximum: random.int(1...45))
        if random.chance(60) { cap.categories = Array(random.shuffled(categories).prefix(random.int(1...2))) }
        if random.chance(30) { cap.fromMonths = random.int(0...14) }
        if random.chance(45) { cap.underMonths = (cap.fromMonths ?? 0) + random.int(1...24) }
        if random.chance(35) { cap.certified = random.chance(30) }
        if random.chance(30) { cap.effectiveFrom = random.chance(70) ? today - random.int(-1...60) : someDay }
        policy.caps.append(cap)
      }
      if random.chance(35) { policy.unknownTrackRecord = "none" }
      if random.chance(70) { policy.confirmationCategories = categories }
      if random.chance(20) {
        policy.approvalRequiredFrom = random.chance(20) ? 1 : today - random.int(-1...500)
      }
      if random.chance(25) {
        policy.certificationRequiredFrom = random.chance(20) ? 1 : today - random.int(-1...500)
      }
      if random.chance(30) { policy.graceDays = random.pick([1, 30, 90], else: 30) }
      if random.chance(25) { policy.maxTier = random.int(0...3) }
      if random.chance(20) { policy.maxTierByCategory[random.pick(categories)] = random.int(0...3) }
      if random.chance(20) { policy.completeAll = true }
      if random.chance(50) { policy.complete = Array(random.shuffled(ids).prefix(random.int(1...4))) }
      guard random.chance(25) else { return }
      let levels = ["violation", "warning", "notice", "off"]
      for _ in 0..<random.int(1...3) {
        let rule = random.pick(Oracle.rules.map(\.name))
        let causes = Oracle.causes[rule] ?? []
        let target = causes.isEmpty || random.chance(50) ? rule : "\(rule):\(random.pick(causes))"
        policy.severity[target] = random.pick(levels)
      }
      if random.chance(20), let rule = random.shuffled(Oracle.causes.keys.sorted()).first {
        policy.severity[rule] = "off"
        policy.severity["\(rule):\(random.pick(Oracle.causes[rule] ?? []))"] = random.pick(levels)
      }
    }
  }
}
