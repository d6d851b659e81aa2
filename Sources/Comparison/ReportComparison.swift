import Audit
import Bytes
import SupplyChain

/// What changed from one report to the next, finding by finding.
///
/// Findings are the same when their fingerprints are: rule and key. Names of operators and the order of rows play no
/// part. Findings of a rule that only one of the reports evaluated are neither new nor resolved but not comparable.
public struct ReportComparison: Sendable {
  /// The earlier report.
  public let old: ReportDigest
  /// The later report.
  public let new: ReportDigest
  /// Of each finding of the old report, in its order: `resolved`, `newlyWaived`, `notComparable`, or the state of its
  /// counterpart.
  public private(set) var oldStates: [FindingState]
  /// Of each finding of the new report, in its order.
  public private(set) var newStates: [FindingState]
  /// Of each finding of the new report, its place in the old one; `noIndex` where it was not found.
  package private(set) var counterparts: [UInt32]
  /// By `RuleID.rawValue`.
  public private(set) var rules: [RuleChange]
  /// By `Severity.rawValue`: findings that count now and reach that severity, and did not do so before.
  private var reaching = [Int](repeating: 0, count: Severity.allCases.count)

  /// Compares two reports, whatever speaks against it: see `ReportDifference`.
  ///
  /// - Complexity: O(*n* log *n*) in findings, 25 bytes each besides the digests.
  public init(old: ReportDigest, new: ReportDigest) {
    self.old = old
    self.new = new
    rules = RuleID.allCases.map { rule in
      var change = RuleChange()
      change.oldReason = old.reason(rule)
      change.newReason = new.reason(rule)
      return change
    }
    oldStates = [FindingState](repeating: .resolved, count: old.entries.count)
    newStates = [FindingState](repeating: .new, count: new.entries.count)
    counterparts = [UInt32](repeating: noIndex, count: new.entries.count)
    join()
    judge()
  }

  /// Finds the counterpart of every finding; of several with one fingerprint the first goes with the first.
  private mutating func join() {
    let before = FingerprintKey.sorted(old.entries)
    let after = FingerprintKey.sorted(new.entries)
    var (i, j) = (0, 0)
    while i < before.count, j < after.count {
      if before[i].fingerprint < after[j].fingerprint {
        i += 1
      } else if before[i].fingerprint > after[j].fingerprint {
        j += 1
      } else {
        counterparts[Int(after[j].entry)] = before[i].entry
        i += 1
        j += 1
      }
    }
  }

  /// Says of every finding what became of it, and counts.
  private mutating func judge() {
    let comparable = rules.map(\.isComparable)
    var isMatched = [Bool](repeating: false, count: old.entries.count)
    for place in new.entries.indices {
      let entry = new.entries[place]
      let rule = Int(entry.rule.rawValue)
      let counterpart = counterparts[place]
      let before = counterpart == noIndex ? nil : old.entries[Int(counterpart)]
      let state = comparable[rule] ? FindingState(before, entry) : .notComparable
      newStates[place] = state
      if let before {
        isMatched[Int(counterpart)] = true
        oldStates[Int(counterpart)] = state
        note(severityOf: entry, before, state)
      }
      if !entry.isWaived { rules[rule].new += 1 }
      if !entry.isWaived, entry.isMended { rules[rule].mended += 1 }
      if state == .new { rules[rule].newBySeverity[Int(entry.severity.rawValue)] += 1 }
      if state != .notComparable || !entry.isWaived { rules[rule].states[Int(state.rawValue)] += 1 }
      if !entry.isWaived, state != .notComparable { noteReach(of: entry, before) }
    }
    for place in old.entries.indices {
      let entry = old.entries[place]
      let rule = Int(entry.rule.rawValue)
      if !entry.isWaived { rules[rule].old += 1 }
      if isMatched[place] { continue }
      let state: FindingState = !comparable[rule] ? .notComparable : entry.isWaived ? .waived : .resolved
      oldStates[place] = state
      if !entry.isWaived { rules[rule].states[Int(state.rawValue)] += 1 }
    }
  }

  private mutating func note(
    severityOf entry: ReportDigest.Entry, _ before: ReportDigest.Entry, _ state: FindingState
  ) {
    guard state == .continuing || state == .grown || state == .shrunk else { return }
    if entry.severity > before.severity { rules[Int(entry.rule.rawValue)].raised += 1 }
    if entry.severity < before.severity { rules[Int(entry.rule.rawValue)].lowered += 1 }
  }

  private mutating func noteReach(of entry: ReportDigest.Entry, _ before: ReportDigest.Entry?) {
    for severity in Severity.allCases where entry.severity >= severity {
      if let before, !before.isWaived, before.severity >= severity { continue }
      reaching[Int(severity.rawValue)] += 1
    }
  }

  // MARK: Answers

  /// The counts of all rules together.
  public var total: RuleChange {
    var total = RuleChange()
    for rule in rules { total.add(rule) }
    return total
  }

  /// What changed in the findings of a rule.
  public subscript(rule: RuleID) -> RuleChange { rules[Int(rule.rawValue)] }

  /// Whether any finding counts now and is at least that severe, and did not or was not before.
  ///
  /// Those are new findings, findings no longer waived, and findings whose severity rose. Findings of rules that only one
  /// of the reports evaluated are left out.
  public func reaches(_ severity: Severity) -> Bool { reaching[Int(severity.rawValue)] > 0 }

  /// Whether nothing that counts has changed.
  public var isUnchanged: Bool { !rules.contains { $0.isChanged } }

  /// What became of each finding of a rule in an audit whose digest is the new report, in its order.
  public func states(of rule: RuleID) -> ArraySlice<FindingState> {
    newStates[range(of: rule)]
  }

  /// Where the findings of a rule stand in an audit whose digest is the new report.
  package func range(of rule: RuleID) -> Range<Int> {
    // Entries of an audit come rule by rule.
    var (low, high) = (0, new.entries.count)
    while low < high {
      let middle = (low + high) / 2
      if new.entries[middle].rule < rule { low = middle + 1 } else { high = middle }
    }
    let start = low
    high = new.entries.count
    while low < high {
      let middle = (low + high) / 2
      if new.entries[middle].rule <= rule { low = middle + 1 } else { high = middle }
    }
    return start..<low
  }

  /// The counterpart of a finding of the new report; nil where it was not found.
  public func before(_ place: Int) -> ReportDigest.Entry? {
    counterparts[place] == noIndex ? nil : old.entries[Int(counterparts[place])]
  }
}

extension FindingState {
  /// What became of a finding whose rule both reports evaluated.
  init(_ before: ReportDigest.Entry?, _ after: ReportDigest.Entry) {
    let counted = before.map { !$0.isWaived } ?? false
    if after.isWaived {
      self = counted ? .newlyWaived : .waived
    } else if let before, counted {
      let (a, b) = (before.amount, after.amount)
      // A finding that counts numbers in one report only is not measured.
      if a == .max || b == .max || a == b { self = .continuing } else { self = b > a ? .grown : .shrunk }
    } else {
      self = before == nil ? .new : .noLongerWaived
    }
  }
}
