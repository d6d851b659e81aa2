/// SPEC §8 `impact` by editing the dataset and checking it again.
package struct OracleImpact {
  /// Who loses the last clean level in a category and who keeps one, by id.
  package struct Loss: Equatable {
    package var category: String
    package var itself: [String]
    package var lost: [String]
    package var lostNumbers: Int
    package var kept: [String]
    package var keptNumbers: Int
    /// Of each of those that keep one, the numbers that no clean chain brings any more; and of all together.
    package var keptLosing: [Int]
    package var keptLosingNumbers: Int
  }

  /// Somebody to tell.
  package struct Notice: Equatable {
    package var id: String
    package var isCertified: Bool
    package var isUser: Bool
    package var provides: Int?
    package var receives: Int?
    package var loses: [String]
  }

  package let before: PlainAudit
  package let after: PlainAudit
  package private(set) var losses: [Loss] = []
  package private(set) var notices: [Notice] = []
  /// Rows that the event ended.
  package private(set) var ended = 0

  /// - Parameter event: `certificate`, `approval` or `exit`.
  package init(_ dataset: PlainDataset, operator id: String, event: String) {
    let data = OracleData(dataset)
    before = Oracle(dataset).audit()
    guard let x = data.operators.firstIndex(where: { $0.id == id }) else {
      after = before
      return
    }
    let members = data.operators.indices.filter { data.person[$0] == data.person[x] }
    let ids = members.map { data.operators[$0].id }
    let (edited, ended) = Self.edit(dataset, data, ids, event)
    after = ended == 0 ? before : Oracle(edited).audit()
    self.ended = ended
    if ended == 0 { return }
    let old = OracleDay(data, dataset.policy, dataset.day)
    let new = OracleDay(OracleData(edited), dataset.policy, dataset.day)
    if event != "approval" && data.has("designations") && data.has("certifications") {
      for c in OracleData.all { addLoss(data, old, new, members, c) }
    }
    addNotices(data, old, members)
  }

  /// The dataset with the event on its day, and how many rows it ended.
  private static func edit(
    _ dataset: PlainDataset, _ data: OracleData, _ ids: [String], _ event: String
  ) -> (PlainDataset, Int) {
    var edited = dataset
    let day = dataset.day
    let today = OracleCalendar.text(day)
    var ended = 0
    func change(_ name: String, _ isEnded: (Int, [String]) -> Bool, _ cells: [String: String]) {
      guard var table = edited.tables[name] else { return }
      for column in cells.keys where table.index(column) == nil {
        table.columns.append(column)
        for row in table.rows.indices { table.rows[row].append("") }
      }
      for row in table.rows.indices where isEnded(row, table.rows[row]) {
        ended += 1
        for (column, text) in cells {
          if let place = table.index(column) { table.rows[row][place] = text }
        }
      }
      edited.tables[name] = table
    }
    func isOf(_ name: String, _ cells: [String], _ column: String = "operator_id") -> Bool {
      edited.tables[name]?.index(column).map { ids.contains(cells[$0]) } ?? false
    }
    if event != "approval" {
      change(
        "certifications",
        { row, cells in
          let record = data.certifications[row]
          return isOf("certifications", cells) && record.start <= day
            && day < data.certificationEnd(record, dataset.policy.graceDays).day
        }, ["ended_on": today, "end_reason": "revoked"])
    }
    if event == "certificate" { return (edited, ended) }
    change(
      "approvals",
      { row, cells in
        isOf("approvals", cells) && data.inForce(data.approvals[row].start, data.approvals[row].end, day)
      }, ["ended_on": today, "end_reason": "lapsed"])
    change(
      "designations",
      { row, cells in
        isOf("designations", cells)
          && data.inForce(data.designations[row].start, data.designations[row].end, day)
      }, [event == "exit" ? "returned_on" : "proof_ended_on": today])
    if event == "exit" {
      change(
        "provisions",
        { row, cells in
          data.inForce(data.provisions[row].start, data.provisions[row].end, day)
            && (isOf("provisions", cells, "supplier_id") || isOf("provisions", cells, "recipient_id"))
        }, ["ends_on": OracleCalendar.text(day - 1)])
    }
    return (edited, ended)
  }

  private mutating func addLoss(
    _ data: OracleData, _ old: OracleDay, _ new: OracleDay, _ members: [Int], _ c: Int
  ) {
    let (had, has) = (old.levels(c, clean: true), new.levels(c, clean: true))
    let own = members.filter { had[$0] != nil }
    if own.isEmpty { return }
    // Reached through certified operators: spread marks until nothing changes.
    var reached = Set(own)
    var isDone = false
    while !isDone {
      isDone = true
      for p in old.active where data.provisions[p].c == c {
        let (u, v) = (data.provisions[p].u, data.provisions[p].v)
        if reached.contains(u), old.isCertified(v), reached.insert(v).inserted { isDone = false }
      }
    }
    let others = reached.subtracting(members).sorted()
    func ids(_ operators: [Int]) -> [String] { operators.map { data.operators[$0].id } }
    func numbers(_ operators: [Int]) -> Int { data.together(operators.flatMap { old.inflows($0, c) }) }
    // By the definition: everybody who had a clean level and has none.
    let lost = data.operators.indices.filter {
      had[$0] != nil && has[$0] == nil && !members.contains($0)
    }
    let kept = others.filter { has[$0] != nil }
    let losing = kept.map { Self.losing(of: $0, data, old, new, c) }
    let counted = losing.reduce(0) { $0 + $1.counted }
    losses.append(
      Loss(
        category: OracleData.categories[c], itself: ids(own.filter { has[$0] == nil }), lost: ids(lost),
        lostNumbers: numbers(lost), kept: ids(kept), keptNumbers: numbers(kept),
        keptLosing: losing.map { $0.ranged.count + $0.counted },
        keptLosingNumbers: losing.reduce(into: Set<Int>()) { $0.formUnion($1.ranged) }.count + counted))
  }

  /// The numbers that an operator receives through certified operators before and not after: those of ranges one by one,
  /// count-only provisions by whether their supplier has a clean level.
  private static func losing(
    of v: Int, _ data: OracleData, _ old: OracleDay, _ new: OracleDay, _ c: Int
  ) -> (ranged: Set<Int>, counted: Int) {
    func brings(_ p: Int, _ x: Int?, _ day: OracleDay) -> Bool {
      day.inflows(v, c).contains(p) && day.level(data.provisions[p].u, c, x, clean: true) != nil
    }
    var (ranged, counted): (Set<Int>, Int) = ([], 0)
    let inflows = old.inflows(v, c)
    for p in inflows where data.provisions[p].range == nil && brings(p, nil, old) && !brings(p, nil, new) {
      counted += data.provisions[p].numbers
    }
    for x in Set(inflows.flatMap { data.provisions[$0].range.map(Array.init) ?? [] }) {
      let bringing = inflows.filter { data.provisions[$0].range?.contains(x) ?? false }
      let isLost =
        bringing.contains { brings($0, x, old) } && !bringing.contains { brings($0, x, new) }
        && !new.designations(v, c).contains(x)
      if isLost { ranged.insert(x) }
    }
    return (ranged, counted)
  }

  private mutating func addNotices(_ data: OracleData, _ old: OracleDay, _ members: [Int]) {
    for x in data.operators.indices where !members.contains(x) {
      func numbers(_ isBetween: (OracleData.Provision) -> Bool) -> Int? {
        let between = old.active.filter { isBetween(data.provisions[$0]) }
        if between.isEmpty { return nil }
        return OracleData.all.reduce(0) { sum, c in
          sum + data.together(between.filter { data.provisions[$0].c == c })
        }
      }
      let id = data.operators[x].id
      let notice = Notice(
        id: id, isCertified: old.isCertified(x), isUser: old.isUser(x),
        provides: numbers { $0.u == x && members.contains($0.v) },
        receives: numbers { $0.v == x && members.contains($0.u) },
        loses: losses.filter { $0.lost.contains(id) }.map(\.category))
      if notice.provides != nil || notice.receives != nil || !notice.loses.isEmpty { notices.append(notice) }
    }
  }
}
