/// What is aimed at, by its number.
package enum TargetID: String, CaseIterable, Sendable {
  case t1 = "T1"
  case t2DuckDB = "T2 DuckDB"
  case t2Polars = "T2 Polars"
  case t3DuckDB = "T3 DuckDB"
  case t3Polars = "T3 Polars"
  case t4 = "T4"
  case t4Chains = "T4 chains"
  case t5 = "T5"
  case t6 = "T6"
  case t7Load = "T7 load"
  case t7Audit = "T7 audit"
  case t8 = "T8"
  case t9 = "T9"
  case t10 = "T10"
  case t12Components = "T12 components"
  case t12Levels = "T12 levels"
  case t12Dominators = "T12 dominators"
  case t13Load = "T13 load"
  case t13Audit = "T13 audit"
  case t14 = "T14"
}

/// How far something should go.
package struct Target: Sendable {
  package enum Limit: Sendable, Equatable {
    case atLeast(Double)
    case atMost(Double)
    case moreThan(Double)
  }

  package let id: TargetID
  /// What is measured, and in which unit.
  package let what: String
  package let limit: Limit

  /// The target of that number.
  package init(_ id: TargetID) {
    self.id = id
    (what, limit) =
      switch id {
      case .t1: ("load ÷ `wc -l` of the same files", .atMost(10))
      case .t2DuckDB: ("DuckDB's load ÷ ours", .atLeast(5))
      case .t2Polars: ("Polars' load ÷ ours", .atLeast(1.5))
      case .t3DuckDB: ("DuckDB's load, core flags and tiers ÷ a cold `banken check`", .atLeast(10))
      case .t3Polars: ("Polars' load and core flags without tiers ÷ a cold `banken check`", .atLeast(4))
      case .t4: ("all rules but those that search chains ÷ one streaming read", .atMost(12))
      case .t4Chains: ("levels and the rules that search chains ÷ one streaming read", .atMost(60))
      case .t5: ("DuckDB's core flags on loaded tables ÷ ours on the loaded graph", .atLeast(50))
      case .t6: ("peak memory ÷ (80 bytes a provision + 200 an operator)", .atMost(1))
      case .t7Load: ("load, cost per provision ÷ that of the smaller size", .atMost(1.5))
      case .t7Audit: ("audit, cost per provision ÷ that of the smaller size", .atMost(1.5))
      case .t8: ("`screen`, one candidate on a loaded graph, median, microseconds", .atMost(50))
      case .t9: ("`trace` of one number on the loaded graph, microseconds", .atMost(10))
      case .t10: ("NDJSON findings a second", .atLeast(1_000_000))
      case .t12Components: ("components: the faster peer ÷ ours", .moreThan(1))
      case .t12Levels: ("levels from many: the faster peer ÷ ours", .moreThan(1))
      case .t12Dominators: ("dominators: the faster peer ÷ ours", .moreThan(1))
      case .t13Load: ("load, one thread ÷ two", .atLeast(1.6))
      case .t13Audit: ("audit, one thread ÷ two", .atLeast(1.6))
      case .t14: ("`banken version`, start to exit, milliseconds", .atMost(10))
      }
  }

  /// Whether a measured value is good enough.
  package func isMet(by value: Double) -> Bool {
    guard value.isFinite else { return false }
    return switch limit {
    case .atLeast(let limit): value >= limit
    case .atMost(let limit): value <= limit
    case .moreThan(let limit): value > limit
    }
  }

  package var limitText: String {
    switch limit {
    case .atLeast(let limit): "≥ \(Figures.short(limit))"
    case .atMost(let limit): "≤ \(Figures.short(limit))"
    case .moreThan(let limit): "> \(Figures.short(limit))"
    }
  }
}

/// What became of a target in one run.
package struct Judgement: Sendable {
  package let target: Target
  /// Which ledger it was measured on.
  package let ledger: String
  /// nil where it could not be measured, or where the two sides found different things.
  package let value: Double?
  /// Why there is no value.
  package let reason: String

  package init(_ id: TargetID, on ledger: String, value: Double?, reason: String = "") {
    target = Target(id)
    self.ledger = ledger
    self.value = value
    self.reason = reason
  }

  package var verdict: String {
    guard let value else { return reason.isEmpty ? "not measured" : "not measured: \(reason)" }
    return target.isMet(by: value) ? "met" : "**not met**"
  }

  package var cells: [String] {
    let id = String(target.id.rawValue.prefix { $0 != " " })
    return [id, target.what, ledger, value.map(Figures.short) ?? "–", target.limitText, verdict]
  }
}
