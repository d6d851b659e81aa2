/// Coverage and plans of repair, worked out in the plainest way: every set of steps is tried.
package final class OracleRepair {
  /// Something that may be done.
  package enum Step: Hashable {
    /// By the first operator of the person.
    case certify(Int)
    case approve(Int, Int)
    case end(Int)
  }

  /// What counts, and how much of it is covered.
  package struct Coverage: Equatable {
    package var provisions = 0
    package var numbers = 0
    package var coveredProvisions = 0
    package var covered = 0
  }

  let data: OracleData
  let day: Int
  let policy: PlainPolicy
  private let state: OracleDay
  /// Active provisions with a tier.
  private let counted: [Int]
  private let isUser: [Bool]
  private let isCertified: [Bool]
  private let isApproved: [[Bool]]
  private var cleanByPersons: [Set<Int>: Set<Int>] = [:]

  package init(_ dataset: PlainDataset) {
    data = OracleData(dataset)
    day = dataset.day
    policy = dataset.policy
    let (data, day, policy) = (data, day, policy)
    state = OracleDay(data, policy, day)
    let state = state
    counted = state.active.filter { state.tier($0) != nil }
    isUser = data.operators.indices.map { data.isUser($0, day) }
    isCertified = data.operators.indices.map { data.isCertified($0, day, policy.graceDays) }
    isApproved = data.operators.indices.map { x in
      OracleData.all.map { data.isApproved(x, $0, day) }
    }
  }

  /// How things stand without any step.
  package var coverage: Coverage { coverage(after: []) }

  /// The operators' ids, by place.
  package func id(_ x: Int) -> String { data.operators[x].id }

  /// Every step that could matter.
  package func candidates(allowsEnd: Bool) -> [Step] {
    var steps: [Step] = []
    for p in counted {
      let row = data.provisions[p]
      for x in [row.u, row.v] where !isUser[x] {
        if !isCertified[x] { steps.append(.certify(data.person[x])) }
        if !isApproved[x][row.c] { steps.append(.approve(data.person[x], row.c)) }
      }
    }
    for p in state.active where !isCertified[data.provisions[p].u] {
      steps.append(.certify(data.person[data.provisions[p].u]))
    }
    if allowsEnd {
      for p in counted where canEnd(p) { steps.append(.end(p)) }
    }
    var seen: Set<Step> = []
    return steps.filter { seen.insert($0).inserted }
  }

  /// The recipient passes nothing on in the category, and the supplier is not of role `user`.
  private func canEnd(_ p: Int) -> Bool {
    let row = data.provisions[p]
    return state.outflows(row.v, row.c).isEmpty && data.operators[row.u].role != "user"
  }

  /// How things stand after some steps.
  package func coverage(after steps: Set<Step>) -> Coverage {
    var certified: Set<Int> = []
    for case .certify(let person) in steps { certified.insert(person) }
    let clean = cleanProvisions(certified)
    var coverage = Coverage()
    for p in counted where !steps.contains(.end(p)) {
      let row = data.provisions[p]
      func isInOrder(_ x: Int) -> Bool {
        (isCertified[x] || certified.contains(data.person[x]))
          && (isApproved[x][row.c] || steps.contains(.approve(data.person[x], row.c)))
      }
      coverage.provisions += 1
      coverage.numbers += row.numbers
      if isInOrder(row.u) && (isUser[row.v] || isInOrder(row.v)) && clean.contains(p) {
        coverage.coveredProvisions += 1
        coverage.covered += row.numbers
      }
    }
    return coverage
  }

  /// The provisions that are clean when some persons are certified besides.
  private func cleanProvisions(_ persons: Set<Int>) -> Set<Int> {
    if let known = cleanByPersons[persons] { return known }
    let held = data.certifications
    for person in persons {
      data.certifications.append(
        OracleData.Certification(x: person, number: "", start: day, validTo: day, endedOn: nil, reason: ""))
    }
    let after = OracleDay(data, policy, day)
    let clean = Set(counted.filter { after.unclean($0) == 0 })
    data.certifications = held
    cleanByPersons[persons] = clean
    return clean
  }

  /// The least cost of any set of steps that reaches a share given in millionths; nil when none does.
  package func leastCost(
    of steps: [Step], reaching millionths: Int, cost: (Step) -> Int
  ) -> Int? {
    var least: Int?
    for mask in 0..<1 << steps.count {
      let chosen = steps.indices.filter { mask >> $0 & 1 != 0 }.map { steps[$0] }
      let price = chosen.reduce(0) { $0 + cost($1) }
      if let least, price >= least { continue }
      let found = coverage(after: Set(chosen))
      if reaches(found, millionths) { least = price }
    }
    return least
  }

  /// Whether a share is reached; of nothing it is.
  package func reaches(_ coverage: Coverage, _ millionths: Int) -> Bool {
    let (high, low) = coverage.covered.multipliedFullWidth(by: 1_000_000)
    let (otherHigh, otherLow) = coverage.numbers.multipliedFullWidth(by: millionths)
    return high != otherHigh ? high > otherHigh : low >= otherLow
  }
}

extension PlainDataset {
  /// The dataset after some steps were taken, as a person would enter them.
  package func taking(_ steps: [(action: String, id: String, category: String)]) -> PlainDataset {
    var dataset = self
    for name in ["certifications", "approvals"] where dataset.tables[name] == nil {
      dataset.tables[name] = PlainTable(columns: PlainDataset.allColumns[name] ?? [])
    }
    let today = OracleCalendar.text(day)
    for step in steps {
      switch step.action {
      case "certify":
        dataset.tables["certifications"]?.append(["operator_id": step.id, "valid_from": today])
      case "approve":
        dataset.tables["approvals"]?.append(
          ["operator_id": step.id, "category": step.category, "valid_from": today])
      default:
        dataset.end(step.id)
      }
    }
    return dataset
  }

  /// Ends a provision the day before; one that would begin only on the day never does.
  private mutating func end(_ id: String) {
    guard let table = tables["provisions"], let row = table.rows.firstIndex(where: { $0[0] == id }),
      let start = table.index("starts_on"), let end = table.index("ends_on")
    else { return }
    if table.rows[row][start] == OracleCalendar.text(day) {
      tables["provisions"]?.rows.remove(at: row)
    } else {
      tables["provisions"]?.rows[row][end] = OracleCalendar.text(day - 1)
    }
  }
}
