/// The rules of basis ledger about what operators hold, and who they are.
extension Oracle {
  /// Milder, with a cause, for an operator whose ledger may lack inflows.
  private func unlessComplete(_ x: Int) -> (severity: String?, cause: String?) {
    policy.completeAll || policy.complete.contains(id(x)) ? (nil, nil) : ("notice", "inflows-may-be-missing")
  }

  private func hasSource(_ x: Int, _ c: Int) -> Bool { state.isHolder(x, c) || !state.inflows(x, c).isEmpty }

  func noSource() {
    for x in data.operators.indices {
      for c in OracleData.all where !state.outflows(x, c).isEmpty && !hasSource(x, c) {
        let (severity, cause) = unlessComplete(x)
        report("no-source", severity, cause: cause, operator: x, category: c, numbers: state.provided(x, c))
      }
    }
  }

  func overProvision() {
    for x in data.operators.indices {
      for c in OracleData.all where hasSource(x, c) && !state.outflows(x, c).isEmpty {
        let excess = state.provided(x, c) - state.held(x, c)
        let (severity, cause) = unlessComplete(x)
        if excess > 0 {
          report("over-provision", severity, cause: cause, operator: x, category: c, numbers: excess)
        }
      }
    }
  }

  func rangeNotHeld() {
    for p in state.active {
      let row = data.provisions[p]
      guard let range = row.range, hasSource(row.u, row.c) else { continue }
      guard state.inflows(row.u, row.c).allSatisfy({ data.provisions[$0].range != nil }) else { continue }
      let missing = Set(range).subtracting(state.ranges(row.u, row.c)).count
      let (severity, cause) = unlessComplete(row.u)
      if missing > 0 { report("range-not-held", severity, cause: cause, provision: p, numbers: missing) }
    }
  }

  func rangeProvidedTwice() {
    for p in state.active {
      let row = data.provisions[p]
      guard row.range != nil else { continue }
      let ordered = state.outflows(row.u, row.c).filter { data.provisions[$0].range != nil }.sorted { a, b in
        let (left, right) = (data.provisions[a], data.provisions[b])
        return byRange(left.range, right.range) ?? utf8Less(left.id, right.id)
      }
      let earlier = ordered.prefix { $0 != p }
      guard let greatest = earlier.compactMap({ data.provisions[$0].range?.upperBound }).max(),
        let start = row.range?.lowerBound, start <= greatest,
        let other = earlier.first(where: { data.provisions[$0].range?.upperBound == greatest })
      else { continue }
      let same = data.provisions[other].v == row.v
      report(
        "range-provided-twice", same ? "notice" : nil, cause: same ? "same-recipient" : nil, provision: p
      ) {
        $0.otherID = data.provisions[other].id
      }
    }
  }

  /// Order by start, then end; nil when equal.
  private func byRange(_ left: ClosedRange<Int>?, _ right: ClosedRange<Int>?) -> Bool? {
    guard let left, let right, left != right else { return nil }
    return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }

  func designationOverlap() {
    var overlaps: [[Int]: Int] = [:]
    for c in OracleData.all {
      let rows = data.designations.indices.filter {
        data.designations[$0].c == c
          && data.inForce(data.designations[$0].start, data.designations[$0].end, day)
      }.sorted { a, b in
        let (left, right) = (data.designations[a], data.designations[b])
        if let order = byRange(left.range, right.range) { return order }
        return left.x != right.x ? utf8Less(id(left.x), id(right.x)) : a < b
      }
      for (place, row) in rows.enumerated() {
        let one = data.designations[row]
        let earlier = rows[..<place].map { data.designations[$0] }
        guard let greatest = earlier.map(\.range.upperBound).max(), one.range.lowerBound <= greatest,
          let other = earlier.first(where: { $0.range.upperBound == greatest }), other.x != one.x
        else { continue }
        overlaps[[min(one.x, other.x), max(one.x, other.x), c], default: 0] +=
          Set(one.range).intersection(other.range).count
      }
    }
    for key in overlaps.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let ids = [id(key[0]), id(key[1])].sorted(by: utf8Less)
      let first = ids[0] == id(key[0]) ? key[0] : key[1]
      let category = OracleData.categories[key[2]]
      report("designation-overlap", key: ids + [category], source: line("operators", first)) {
        $0.operatorIDs = ids
        $0.category = category
        $0.numbers = overlaps[key]
      }
    }
  }

  func selfProvision() {
    for p in data.provisions.indices where data.provisions[p].u == data.provisions[p].v {
      if data.isActiveOrSelf(p, day) { report("self-provision", provision: p) }
    }
  }

  func outOfRole() {
    for x in data.operators.indices {
      let supplies = state.active.contains { data.provisions[$0].u == x }
      let receives = state.active.contains { data.provisions[$0].v == x }
      if data.operators[x].role == "agent" && (supplies || receives) {
        report("out-of-role", cause: "agent", operator: x)
      } else if data.operators[x].role == "user" && supplies {
        report("out-of-role", cause: "user-supplies", operator: x)
      }
    }
  }

  func sharedIdentity() {
    let corporate = data.operators.enumerated().map { ($0.offset, $0.element.corporate) }
    shared("corporate-number", corporate, "operators") { _, _ in true }
    let differ = { (a: Int, b: Int) in self.data.person[a] != self.data.person[b] }
    shared("approval-number", data.approvals.map { ($0.x, $0.number) }, "approvals", differ)
    shared("certificate-number", data.certifications.map { ($0.x, $0.number) }, "certifications", differ)
  }

  private func shared(
    _ kind: String, _ rows: [(x: Int, value: String)], _ table: String, _ differ: (Int, Int) -> Bool
  ) {
    for value in Set(rows.map(\.value)).sorted(by: utf8Less) where !value.isEmpty {
      let carriers = Set(rows.filter { $0.value == value }.map(\.x)).sorted()
      let several = carriers.contains { a in carriers.contains { b in a != b && differ(a, b) } }
      guard several, let first = rows.firstIndex(where: { $0.value == value }) else { continue }
      report("shared-identity", cause: kind, key: [kind, value], source: line(table, first)) {
        $0.value = value
        $0.operatorIDs = carriers.map(id)
      }
    }
  }

  func relatedToBarred() {
    func isBarred(_ x: Int) -> Bool {
      data.isRevoked(x, day, policy.graceDays)
        || data.restrictions.contains {
          $0.kind == "refuse-new" && data.concerns($0, x) && data.inForce($0.start, $0.end, day)
        }
    }
    for x in data.operators.indices where OracleData.all.contains(where: { !state.inflows(x, $0).isEmpty }) {
      guard !isBarred(x) else { continue }
      let barred = data.operators.indices.filter {
        data.party[$0] == data.party[x] && data.person[$0] != data.person[x] && isBarred($0)
      }
      if !barred.isEmpty { report("related-to-barred", operator: x) { $0.operatorIDs = barred.map(id) } }
    }
  }
}
