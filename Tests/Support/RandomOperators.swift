/// Operators and what is recorded of each.
extension RandomDataset {
  mutating func makeOperators() {
    let count = random.chance(15) ? random.int(2...4) : random.int(5...13)
    let names = [
      "A", "B", "Z9", "Z10", "op-1", "op-02", "甲社", "乙", "x", "Y.1", "C_3", "テ", "K", "L7", "ω",
    ]
    operatorIDs = Array(random.shuffled(names).prefix(count))
    let corporates = ["7000012050002", "8011101028104", "2011101012138", "1180301018771"]
    let isCrowded = random.chance(50)
    for (place, id) in operatorIDs.enumerated() {
      var cells = ["operator_id": id, "name": "Name \(id)"]
      if isCrowded && random.chance(40) {
        cells["corporate_number"] = random.pick(corporates)
      } else if random.chance(30) {
        cells["corporate_number"] = corporate(place)
      }
      if random.chance(25) { cells["group_id"] = random.pick(["G1", "G2"]) }
      switch random.int(0...19) {
      case 0: cells["role"] = "agent"
      case 1...4: cells["role"] = "user"
      case 5...10: cells["role"] = "operator"
      default: break
      }
      cells["registration"] = random.pick(["registered", "notified", "none", "", "", "registered"])
      if random.chance(60) {
        let months = random.int(0...40)
        let start = random.chance(50) ? dataset.day - months * 30 - random.int(-2...2) : monthsAgo(months)
        cells["service_started_on"] = text(start)
      }
      append("operators", cells)
    }
  }

  /// A day about so many whole months ago, on the day itself or beside it.
  private mutating func monthsAgo(_ months: Int) -> Int {
    let (year, month, date) = OracleCalendar.parts(dataset.day)
    let total = year * 12 + month - 1 - months
    let (y, m) = (total / 12, total % 12 + 1)
    return OracleCalendar.day(y, m, min(date, OracleCalendar.length(y, m))) + random.int(-1...3)
  }

  /// A corporate number with its check digit.
  private func corporate(_ place: Int) -> String {
    let base = 100_000_000_000 + place * 37_813
    var sum = 0
    for (k, digit) in String(base).utf8.reversed().enumerated() {
      sum += (Int(digit) - 48) * (k % 2 == 0 ? 1 : 2)
    }
    return "\(9 - sum % 9)\(base)"
  }

  mutating func makeDesignations() {
    // A few holders, so that chains have somewhere to begin.
    let holders = random.shuffled(Array(operatorIDs.prefix(random.chance(40) ? 1 : 20))).prefix(
      random.int(1...3))
    for _ in 0..<random.int(1...6) {
      let x = random.chance(85) ? random.pick(Array(holders)) : random.pick(operatorIDs)
      let block = random.int(0...blocks.count - 1)
      var range = anyRange(block)
      if random.chance(30), let other = holdings.randomMatch(&random, block) {
        range = cut(other, block: block)
      }
      var cells = [
        "operator_id": x, "range_start": digits(range.lowerBound), "range_end": digits(range.upperBound),
      ]
      let start = pastDay() - random.int(0...400)
      if random.chance(60) { cells["designated_on"] = text(start) }
      if random.chance(15) { cells["returned_on"] = text(max(start, anyDay())) }
      append("designations", cells)
      holdings.append((x, block, range))
    }
  }

  mutating func makeApprovals() {
    let categories = Array(Set(blocks.map(\.category))).sorted() + ["paging"]
    for x in operatorIDs {
      for _ in 0..<random.pick([0, 1, 1, 1, 2], else: 1) {
        var cells = ["operator_id": x]
        if random.chance(60) { cells["category"] = random.pick(categories) }
        cells["basis"] = random.pick(["", "approved", "deemed"])
        if random.chance(50) { cells["approval_number"] = "N\(random.int(1...12))" }
        let start = random.chance(85) ? pastDay() : anyDay()
        if random.chance(75) { cells["valid_from"] = text(start) }
        if random.chance(25) {
          cells["ended_on"] = text(max(start, anyDay()))
          cells["end_reason"] = random.pick(["", "lapsed", "cancelled"])
        }
        append("approvals", cells)
      }
    }
  }

  mutating func makeCertifications() {
    for x in operatorIDs {
      var lastEnd: Int?
      for _ in 0..<random.pick([0, 1, 1, 1, 2, 3], else: 1) {
        var cells = ["operator_id": x]
        if random.chance(50) { cells["certificate_number"] = "E\(random.int(1...14))" }
        var start = random.chance(65) ? dataset.day - random.int(1...340) : anyDay()
        if let lastEnd, random.chance(50) { start = lastEnd + random.int(0...3) }
        cells["valid_from"] = text(start)
        var end = OracleCalendar.yearFrom(start)
        defer { lastEnd = end }
        if random.chance(40) {
          end = start + random.int(0...400)
          cells["valid_to"] = text(end)
        }
        if random.chance(35) {
          let endedOn = random.pick(
            [
              end, end + 1, end + 2, end + 31, max(start, anyDay()), max(start, pastDay()),
              max(start, dataset.day),
            ],
            else: end)
          cells["ended_on"] = text(max(start, endedOn))
          cells["end_reason"] = random.pick(["", "revoked", "revoked", "withdrawn", "expired"])
        }
        append("certifications", cells)
      }
    }
  }
}

extension [(x: String, block: Int, range: ClosedRange<Int>)] {
  /// Some range of a block; nil when there is none.
  func randomMatch(_ random: inout RandomSource, _ block: Int) -> ClosedRange<Int>? {
    let matching = filter { $0.block == block }
    return matching.isEmpty ? nil : matching[random.int(0...matching.count - 1)].range
  }
}
