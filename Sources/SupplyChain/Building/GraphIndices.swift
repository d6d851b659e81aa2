import Bytes
import Numbering

/// What a graph adds to its tables, each part worked out by itself so that several threads can share the work.
struct GraphIndices: Sendable {
  private(set) var persons = Grouping(groupOf: [], offsets: [0], members: [])
  private(set) var parties = Grouping(groupOf: [], offsets: [0], members: [])
  private(set) var designations = RowIndex(offsets: [0], rows: [])
  private(set) var approvals = RowIndex(offsets: [0], rows: [])
  private(set) var certifications = RowIndex(offsets: [0], rows: [])
  private(set) var operatorIds = TextIndex(TextColumn())
  private(set) var outflows = Adjacency(views: [CategoryAdjacency?](repeating: nil, count: Category.count))
  private(set) var selfProvisions: [ProvisionIndex] = []
  private(set) var inflows = Adjacency(views: [CategoryAdjacency?](repeating: nil, count: Category.count))

  /// - Complexity: O(*n* log *d*) time for *n* rows and at most *d* provisions on one operator.
  init(_ tables: Tables, threads: Int) {
    let operatorCount = tables.operators.count
    let rows = CategoryRows(tables.provisions, threads: threads)
    // The longest parts come first, so that no thread is left alone with one.
    var tasks: [Task] = []
    for category in (0..<Category.count).sorted(by: { rows[$0].count > rows[$1].count })
    where !rows[category].isEmpty {
      tasks += [.view(category, .supplier), .view(category, .recipient)]
    }
    tasks.insert(contentsOf: [.groupings, .operatorIds], at: min(2, tasks.count))
    tasks += [.designations, .approvals, .certifications]
    if rows.count < tables.provisions.count { tasks.append(.selfProvisions) }
    let order = tasks
    let parts = concurrentMap(order.count, threads: threads) { index -> Part in
      switch order[index] {
      case .view(let category, let end):
        return .view(
          CategoryAdjacency(
            rows: rows[category], rangedCount: rows.rangedCounts[category], of: tables.provisions, by: end,
            operatorCount: operatorCount))
      case .groupings:
        let persons = Grouping(personsOf: tables.operators)
        return .groupings(persons, Grouping(partiesOf: tables.operators, persons: persons))
      case .operatorIds: return .texts(TextIndex(tables.operators.ids.unredacted))
      case .designations:
        return .rows(RowIndex(keys: tables.designations.operators, keyCount: operatorCount))
      case .approvals: return .rows(RowIndex(keys: tables.approvals.operators, keyCount: operatorCount))
      case .certifications:
        return .rows(RowIndex(keys: tables.certifications.operators, keyCount: operatorCount))
      case .selfProvisions: return .provisions(tables.provisions.selfProvisions)
      }
    }
    for (task, part) in zip(order, parts) { keep(part, of: task) }
  }

  private mutating func keep(_ part: Part, of task: Task) {
    switch (task, part) {
    case (.view(let category, .supplier), .view(let view)): outflows.views[category] = view
    case (.view(let category, .recipient), .view(let view)): inflows.views[category] = view
    case (_, .view): break
    case (_, .groupings(let persons, let parties)): (self.persons, self.parties) = (persons, parties)
    case (_, .texts(let texts)): operatorIds = texts
    case (_, .provisions(let provisions)): selfProvisions = provisions
    case (.designations, .rows(let rows)): designations = rows
    case (.approvals, .rows(let rows)): approvals = rows
    case (_, .rows(let rows)): certifications = rows
    }
  }

  private enum Task: Sendable {
    case view(Int, ProvisionEnd)
    case groupings, operatorIds, designations, approvals, certifications, selfProvisions
  }

  private enum Part: Sendable {
    case view(CategoryAdjacency)
    case groupings(Grouping, Grouping)
    case texts(TextIndex)
    case rows(RowIndex)
    case provisions([ProvisionIndex])
  }
}

extension ProvisionTable {
  /// The rows whose ends are one operator, in file order.
  ///
  /// - Complexity: O(*n*).
  fileprivate var selfProvisions: [ProvisionIndex] {
    let (suppliers, recipients) = (suppliers.span, recipients.span)
    var found: [ProvisionIndex] = []
    for row in suppliers.indices where suppliers[row] == recipients[row] { found.append(UInt32(row)) }
    return found
  }
}
