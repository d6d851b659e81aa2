extension PlainDataset {
  /// A smaller dataset that still fails, found by leaving things out one after the other.
  package func shrunk(while fails: (PlainDataset) -> Bool) -> PlainDataset {
    var best = self
    var improved = true
    while improved {
      improved = false
      for candidate in best.simplerPolicies() where candidate != best && fails(candidate) {
        best = candidate
        improved = true
        break
      }
      for name in PlainDataset.tableNames.reversed() {
        improved = best.shrinkRows(of: name, while: fails) || improved
      }
    }
    for name in PlainDataset.tableNames { best.shrinkCells(of: name, while: fails) }
    return best
  }

  private mutating func attempt(_ fails: (PlainDataset) -> Bool, _ change: (inout PlainDataset) -> Void)
    -> Bool
  {
    var candidate = self
    change(&candidate)
    guard candidate.isSound, fails(candidate) else { return false }
    self = candidate
    return true
  }

  private mutating func shrinkRows(of name: String, while fails: (PlainDataset) -> Bool) -> Bool {
    guard let count = tables[name]?.rows.count else { return false }
    if name != "operators", attempt(fails, { $0.tables[name] = nil }) { return true }
    var improved = false
    var size = max(1, count / 2)
    while true {
      var start = (tables[name]?.rows.count ?? 0) - size
      while start >= 0 {
        if attempt(fails, { $0.tables[name]?.rows.removeSubrange(start..<start + size) }) { improved = true }
        start -= size
      }
      if size == 1 { return improved }
      size /= 2
    }
  }

  private mutating func shrinkCells(of name: String, while fails: (PlainDataset) -> Bool) {
    for column in tables[name]?.columns ?? [] {
      _ = attempt(fails) { candidate in
        guard let place = candidate.tables[name]?.index(column) else { return }
        candidate.tables[name]?.columns.remove(at: place)
        for row in candidate.tables[name]?.rows.indices ?? 0..<0 {
          candidate.tables[name]?.rows[row].remove(at: place)
        }
      }
    }
    guard let table = tables[name] else { return }
    for row in table.rows.indices {
      for place in table.columns.indices where !table.rows[row][place].isEmpty {
        _ = attempt(fails) { $0.tables[name]?.rows[row][place] = "" }
      }
    }
  }

  private func simplerPolicies() -> [PlainDataset] {
    let plain = PlainPolicy()
    var candidates: [PlainDataset] = []
    func add(_ change: (inout PlainPolicy) -> Void) {
      var candidate = self
      change(&candidate.policy)
      candidates.append(candidate)
    }
    add { $0 = plain }
    for place in policy.caps.indices { add { $0.caps.remove(at: place) } }
    for place in policy.caps.indices {
      add { $0.caps[place].fromMonths = nil }
      add { $0.caps[place].underMonths = nil }
      add { $0.caps[place].certified = nil }
      add { $0.caps[place].effectiveFrom = nil }
      add { $0.caps[place].categories = [] }
    }
    for target in policy.severity.keys.sorted() { add { $0.severity[target] = nil } }
    add { $0.unknownTrackRecord = plain.unknownTrackRecord }
    add { $0.approvalRequiredFrom = plain.approvalRequiredFrom }
    add { $0.certificationRequiredFrom = plain.certificationRequiredFrom }
    add { $0.confirmationCategories = [] }
    add { $0.graceDays = 0 }
    add { $0.maxTier = plain.maxTier }
    add { $0.maxTierByCategory = [:] }
    add { $0.completeAll = false }
    add { $0.complete = [] }
    return candidates
  }
}
