import Audit
import Numbering
import SupplyChain

/// What takes effect within some days at operators: certificates, approvals and designations that begin or end.
///
/// Worked out once for all persons whose records begin or end within the days; every question is then a look into a
/// table.
struct StandingEvents: Sendable {
  /// By person: the first day without certification, for those certified before the days; `Day.openEnd` for none.
  private(set) var certificateEnds: [Int32]
  /// By person and category, likewise of approval.
  private(set) var approvalEnds: [Int32]
  /// By operator and category, likewise of its own designations.
  private(set) var holderEnds: [Int32]
  private let chain: SupplyChain
  /// By person and day.
  private var certificates: [UInt64: HorizonEvent] = [:]
  /// By person with category and day.
  private var approvals: [UInt64: HorizonEvent] = [:]
  /// By operator with category and day: the first rows that begin, and that end.
  private var blocksBegun: [UInt64: Int] = [:]
  private var blocksEnded: [UInt64: Int] = [:]

  /// - Complexity: O(*n*) in rows and operators, O(*k* log *k*) in the records of persons with one that begins or ends
  ///   within the days.
  init(_ chain: SupplyChain, graceDays: Int, over days: DayInterval) {
    self.chain = chain
    let persons = chain.persons.count
    certificateEnds = Array(repeating: Day.openEnd, count: persons)
    approvalEnds = Array(repeating: Day.openEnd, count: persons * Category.count)
    holderEnds = Array(repeating: Day.openEnd, count: chain.tables.operators.count * Category.count)
    addCertificates(graceDays, days)
    addApprovals(days)
    addDesignations(days)
  }

  // MARK: - Answers

  /// What makes the operator's person certified on a day, or no longer, when it was otherwise the day before.
  func certificate(of x: OperatorIndex, on day: Int32) -> HorizonEvent? {
    certificates[Self.key(Int(chain.persons.groupOf[Int(x)]), day)]
  }

  /// What makes the operator's person approved in a category on a day, or no longer.
  func approval(of x: OperatorIndex, in category: Category, on day: Int32) -> HorizonEvent? {
    approvals[Self.key(Self.slot(chain.persons.groupOf[Int(x)], category), day)]
  }

  /// The first designation of an operator, in a category or in any, that begins or ends on a day.
  func designation(of x: OperatorIndex, in category: Category?, on day: Int32) -> HorizonEvent? {
    var first: (row: Int, isEnd: Bool)?
    for each in category.map({ [$0] }) ?? Category.allCases {
      let key = Self.key(Self.slot(x, each), day)
      for (row, isEnd) in [(blocksEnded[key], true), (blocksBegun[key], false)] {
        if let row, row < first?.row ?? .max { first = (row, isEnd) }
      }
    }
    return first.map { designation($0.row, ends: $0.isEnd, on: day) }
  }

  /// The first designation of an operator in a category that ends on a day.
  func designationEnd(of x: OperatorIndex, in category: Category, on day: Int32) -> HorizonEvent? {
    blocksEnded[Self.key(Self.slot(x, category), day)].map { designation($0, ends: true, on: day) }
  }

  /// The end or the beginning of a provision on a day.
  func provision(_ p: ProvisionIndex, on day: Int32) -> HorizonEvent? {
    let table = chain.tables.provisions
    if table.starts[Int(p)] == day { return HorizonEvent(.provisionBegins, on: day, row: Int(p)) }
    if table.ends[Int(p)] == day { return HorizonEvent(.provisionEnds, on: day, row: Int(p)) }
    return nil
  }

  /// Where a person or an operator stands with a category in a table.
  static func slot(_ index: UInt32, _ category: Category) -> Int {
    Int(index) * Category.count + Int(category.rawValue)
  }

  private static func key(_ index: Int, _ day: Int32) -> UInt64 {
    UInt64(index) << 32 | UInt64(UInt32(bitPattern: day))
  }

  private func designation(_ row: Int, ends: Bool, on day: Int32) -> HorizonEvent {
    let blocks = chain.tables.designations
    return HorizonEvent(
      ends ? .designationEnds : .designationBegins, on: day, blocks.operators[row],
      category: blocks.categories[row], row: row)
  }

  // MARK: - Tables

  private mutating func addCertificates(_ graceDays: Int, _ days: DayInterval) {
    let table = chain.tables.certifications
    var turns = [Bool](repeating: false, count: chain.persons.count)
    var all: [Held] = []
    for row in 0..<table.count {
      let record = CertificationRecord(table, row: row, graceDays: graceDays)
      let person = chain.persons.groupOf[Int(table.operators[row])]
      all.append(Held(key: person, start: record.start, end: record.end, row: UInt32(row)))
      if days.contains(record.start) || days.contains(record.end) { turns[Int(person)] = true }
    }
    Held.forEachRun(all.filter { turns[Int($0.key)] }) { run in
      if days.contains(run.start) {
        certificates[Self.key(Int(run.key), run.start)] = HorizonEvent(
          .certificateBegins, on: run.start, table.operators[run.first], row: run.first)
      }
      guard days.contains(run.end) else { return }
      certificates[Self.key(Int(run.key), run.end)] = HorizonEvent(
        .certificateEnds, on: run.end, table.operators[run.last], row: run.last)
      if run.start < days.start { certificateEnds[Int(run.key)] = run.end }
    }
  }

  private mutating func addApprovals(_ days: DayInterval) {
    let (table, blocks) = (chain.tables.approvals, chain.tables.designations)
    let blockEnds = blocks.approvalEnds
    let persons = chain.persons.groupOf
    var turns = [Bool](repeating: false, count: chain.persons.count)
    func mark(_ x: OperatorIndex, _ start: Int32, _ end: Int32) {
      if days.contains(start) || days.contains(end) { turns[Int(persons[Int(x)])] = true }
    }
    for row in 0..<table.count { mark(table.operators[row], table.starts[row], table.ends[row]) }
    for row in 0..<blocks.count { mark(blocks.operators[row], blocks.starts[row], blockEnds[row]) }
    var all: [Held] = []
    for row in 0..<table.count {
      let person = persons[Int(table.operators[row])]
      guard turns[Int(person)] else { continue }
      for category in table.categories[row].map({ [$0] }) ?? Category.allCases {
        all.append(
          Held(
            key: UInt32(Self.slot(person, category)), start: table.starts[row], end: table.ends[row],
            row: UInt32(row)))
      }
    }
    // Designations come after all approvals, so that an approval is named before them.
    for row in 0..<blocks.count {
      let person = persons[Int(blocks.operators[row])]
      guard turns[Int(person)] else { continue }
      all.append(
        Held(
          key: UInt32(Self.slot(person, blocks.categories[row])), start: blocks.starts[row],
          end: blockEnds[row], row: UInt32(table.count + row)))
    }
    func event(_ row: Int, ends: Bool, on day: Int32) -> HorizonEvent {
      if row >= table.count { return designation(row - table.count, ends: ends, on: day) }
      return HorizonEvent(
        ends ? .approvalEnds : .approvalBegins, on: day, table.operators[row],
        category: table.categories[row], row: row)
    }
    Held.forEachRun(all) { run in
      if days.contains(run.start) {
        approvals[Self.key(Int(run.key), run.start)] = event(run.first, ends: false, on: run.start)
      }
      guard days.contains(run.end) else { return }
      approvals[Self.key(Int(run.key), run.end)] = event(run.last, ends: true, on: run.end)
      if run.start < days.start { approvalEnds[Int(run.key)] = run.end }
    }
  }

  private mutating func addDesignations(_ days: DayInterval) {
    let blocks = chain.tables.designations
    var turns = [Bool](repeating: false, count: chain.tables.operators.count)
    for row in 0..<blocks.count {
      let x = blocks.operators[row]
      let slot = Self.slot(x, blocks.categories[row])
      if days.contains(blocks.starts[row]) {
        turns[Int(x)] = true
        blocksBegun[Self.key(slot, blocks.starts[row])] =
          blocksBegun[Self.key(slot, blocks.starts[row])] ?? row
      }
      if days.contains(blocks.ends[row]) {
        turns[Int(x)] = true
        blocksEnded[Self.key(slot, blocks.ends[row])] = blocksEnded[Self.key(slot, blocks.ends[row])] ?? row
      }
    }
    var all: [Held] = []
    for row in 0..<blocks.count where turns[Int(blocks.operators[row])] {
      all.append(
        Held(
          key: UInt32(Self.slot(blocks.operators[row], blocks.categories[row])), start: blocks.starts[row],
          end: blocks.ends[row], row: UInt32(row)))
    }
    Held.forEachRun(all) { run in
      if run.start < days.start, days.contains(run.end) { holderEnds[Int(run.key)] = run.end }
    }
  }
}

/// A record that holds from one day to another.
private struct Held {
  /// Days without a gap on which some record of a key holds.
  struct Run {
    let key: UInt32
    let start: Int32
    var end: Int32
    /// The first row that begins with it.
    let first: Int
    /// The first row that ends with it.
    var last: Int
  }

  let key: UInt32
  let start: Int32
  let end: Int32
  let row: UInt32

  /// Calls `body` with the runs of each key.
  ///
  /// - Complexity: O(*n* log *n*).
  static func forEachRun(_ all: [Held], _ body: (Run) -> Void) {
    let sorted = all.filter { $0.start < $0.end }.sorted {
      ($0.key, $0.start, $0.row) < ($1.key, $1.start, $1.row)
    }
    var run: Run?
    for held in sorted {
      if var known = run, known.key == held.key, held.start <= known.end {
        if held.end > known.end {
          (known.end, known.last) = (held.end, Int(held.row))
        } else if held.end == known.end {
          known.last = min(known.last, Int(held.row))
        }
        run = known
      } else {
        if let run { body(run) }
        run = Run(
          key: held.key, start: held.start, end: held.end, first: Int(held.row), last: Int(held.row))
      }
    }
    if let run { body(run) }
  }
}
