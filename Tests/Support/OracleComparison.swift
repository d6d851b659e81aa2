import Banken

extension PlainAudit {
  /// Everything two audits disagree on, a line each; `-` is the oracle, `+` the engine.
  package func differences(from engine: PlainAudit) -> [String] {
    var lines: [String] = []
    let expected = findings.map(\.line)
    let found = engine.findings.map(\.line)
    if expected != found {
      for line in expected where !found.contains(line) { lines.append("- \(line)") }
      for line in found where !expected.contains(line) { lines.append("+ \(line)") }
      if lines.isEmpty {
        lines = ["order of findings:"] + expected.map { "- \($0)" } + found.map { "+ \($0)" }
      }
    }
    for (mine, theirs) in zip(outcomes, engine.outcomes) {
      let agrees =
        mine.rule == theirs.rule && mine.basis == theirs.basis && mine.findings == theirs.findings
        && mine.waived == theirs.waived && mine.reasons.isEmpty == theirs.reasons.isEmpty
        && theirs.reasons.allSatisfy { mine.reasons.contains($0) }
        && (mine.severity == theirs.severity || mine.severity == "off")
      if !agrees { lines += ["- \(mine)", "+ \(theirs)"] }
    }
    if outcomes.count != engine.outcomes.count { lines.append("number of rules") }
    if counts != engine.counts { lines += ["- counts \(counts)", "+ counts \(engine.counts)"] }
    if coverage != engine.coverage {
      lines += coverage.map { "- \($0.line)" } + engine.coverage.map { "+ \($0.line)" }
    }
    return lines
  }

  private var counts: [Int] {
    [operators, activeProvisions, violations, warnings, notices, waived, unknownTrackRecords]
  }
}

extension PlainDataset {
  /// Whether every cell that must be filled is, and every reference leads somewhere.
  package var isSound: Bool {
    let required = [
      "operators": ["operator_id", "name"], "designations": ["operator_id", "range_start", "range_end"],
      "approvals": ["operator_id"], "certifications": ["operator_id", "valid_from"],
      "provisions": ["provision_id", "supplier_id", "recipient_id"],
      "caps": ["cap_id", "recipient_id", "max_numbers"], "restrictions": ["restriction_id", "kind"],
      "waivers": ["waiver_id", "rule", "valid_to", "reason", "approved_by"],
    ]
    let ids = Set(column("operators", "operator_id"))
    for (name, table) in tables {
      for column in required[name] ?? [] where self.column(name, column).contains("") { return false }
      if !(required[name] ?? []).allSatisfy({ table.index($0) != nil }) { return false }
      for reference in ["operator_id", "supplier_id", "recipient_id"] {
        for id in column(name, reference) where !id.isEmpty && !ids.contains(id) { return false }
      }
    }
    let provisions = Set(column("provisions", "provision_id"))
    guard column("waivers", "provision_id").allSatisfy({ $0.isEmpty || provisions.contains($0) }) else {
      return false
    }
    let data = OracleData(self)
    return data.provisions.count == tables["provisions"]?.rows.count ?? 0
      && data.provisions.allSatisfy { $0.numbers > 0 && $0.end ?? .max > $0.start ?? 0 }
      && data.waivers.allSatisfy { $0.x != nil || $0.p != nil }
      && data.restrictions.allSatisfy { $0.kind == "suspend-numbers" ? $0.range != nil : $0.x != nil }
  }

  private func column(_ table: String, _ column: String) -> [String] {
    guard let table = tables[table], let place = table.index(column) else { return [] }
    return table.rows.map { $0[place] }
  }

  /// The engine's audit of this dataset, read without files; nil for a policy or day it cannot take.
  package func engineAudit(
    rules: Set<String>? = nil, concerning: String? = nil, threads: Int = 2
  ) -> PlainAudit? {
    dayAudit(rules: rules, concerning: concerning, threads: threads).map { PlainAudit($0) }
  }

  /// The engine's audit as it is; nil for a policy or day it cannot take.
  package func dayAudit(
    rules: Set<String>? = nil, concerning: String? = nil, threads: Int = 2
  ) -> DayAudit? {
    guard let policy = policy.engine, let day = Day(ordinal: Int32(day)) else {
      return nil
    }
    let filter = concerning.flatMap { id in OracleData(self).operators.firstIndex { $0.id == id } }
    let options = AuditOptions(
      policy: policy, rules: rules.map { Set($0.compactMap { RuleID(name: $0) }) },
      operatorFilter: filter.map(UInt32.init), threads: threads)
    return DayAudit(SupplyChain(engineTables(), threads: threads), on: day, options: options)
  }

  /// What the engine's audit of this dataset, read without files, has otherwise than the oracle's.
  package func disagreements(
    rules: Set<String>? = nil, concerning: String? = nil, threads: Int = 2
  ) -> [String] {
    guard let engine = engineAudit(rules: rules, concerning: concerning, threads: threads) else {
      return ["policy or day not understood"]
    }
    return Oracle(self, rules: rules, concerning: concerning).audit().differences(from: engine)
  }
}
