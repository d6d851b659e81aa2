import Banken
import Foundation
import Harness

/// What every suite of one size needs, and where it puts what it finds.
final class Session {
  let options: Options
  let size: WorkloadSize
  let workloads: Workloads
  let tool: String
  let peers: PeerEnvironment?
  let day: Day
  private(set) var results: SizeResults

  /// The threads of everything but the runs that say otherwise; the peers have as many.
  static let threads = 2

  var runs: Int { options.runs }

  init(_ options: Options, _ size: WorkloadSize, _ workloads: Workloads, _ peers: PeerEnvironment?) throws {
    guard let day = Day("2026-10-01") else { throw Stop("no day to audit") }
    self.options = options
    self.size = size
    self.workloads = workloads
    self.peers = peers
    self.day = day
    tool = workloads.tool
    results = SizeResults(
      name: size.name,
      description:
        "\(Figures.grouped(size.operators)) operators, \(Figures.grouped(size.provisions)) provisions, "
        + "audited on \(day).")
  }

  /// The ledger of this size with ranges, or with counts only.
  func ledger(ranged: Bool) throws -> Workload {
    try workloads.ledger(size, isRanged: ranged)
  }

  // MARK: What is found

  func judge(_ id: TargetID, on ledger: String, _ value: Double?, reason: String = "") {
    results.judgements.append(Judgement(id, on: ledger, value: value, reason: reason))
  }

  func add(_ section: ResultsSection) {
    results.sections.append(section)
  }

  func add(_ comparison: Comparison) {
    results.comparisons.append(comparison)
    if case .different(let differences) = comparison.agreement {
      say("\(comparison.what), \(comparison.peer): differs: \(differences.joined(separator: ", "))")
    }
  }

  // MARK: What is measured again and again

  func policy(of workload: Workload) throws -> Policy {
    let file = URL(fileURLWithPath: "\(workload.directory)/policy.json")
    guard let policy = Policy.decode(json: [UInt8](try Data(contentsOf: file))).policy else {
      throw Stop("\(file.path) is no policy")
    }
    return policy
  }

  func read(_ directory: String, threads: Int = Session.threads) throws -> Dataset {
    var options = ReadOptions()
    options.threads = threads
    options.knownRules = RuleID.names
    return try Dataset.read(directory: directory, options: options)
  }

  func chain(_ directory: String) throws -> SupplyChain {
    let dataset = try read(directory)
    guard let chain = dataset.chain else {
      throw Stop("\(directory): \(dataset.diagnostics.first?.message(.en) ?? "no graph")")
    }
    return chain
  }

  func audit(
    _ chain: SupplyChain, _ policy: Policy, rules: Set<RuleID>? = nil, threads: Int = Session.threads
  )
    -> DayAudit
  {
    DayAudit(chain, on: day, options: AuditOptions(policy: policy, rules: rules, threads: threads))
  }

  /// A contender that makes something, is timed until it is made, and lets it go unseen.
  func contender<Value>(_ name: String, _ body: @escaping () throws -> Value) -> Contender {
    Contender(name) {
      let (value, seconds) = try timed(body)
      withExtendedLifetime(value) {}
      return seconds
    }
  }
}

extension DayAudit {
  /// How many findings there are, waived ones included, by rule.
  func counts(of rules: some Sequence<RuleID>) -> Counts {
    Dictionary(
      uniqueKeysWithValues: rules.map { ($0.name, outcomes[Int($0.rawValue)].results.findings.count) })
  }

  var total: Int { outcomes.reduce(0) { $0 + $1.results.findings.count } }
}
