import Comparison
import SupplyChain

/// What a report on what changed says besides the findings, and how to show it.
public struct DiffContext: Sendable {
  /// The language of messages and text.
  public var language: Language
  /// The version of the tool.
  public var toolVersion: String
  /// The old report as the user named it.
  public var oldName: String
  /// The new report as the user named it.
  public var newName: String
  /// What spoke against comparing them and was overruled.
  public var forced: [ReportDifference] = []
  /// Whether the text lists every finding instead of at most ten of each rule, and continuing ones are listed, too.
  public var showsAll = false
  /// Whether the text may use ANSI colours.
  public var usesColour = false
  /// How many columns the text may take.
  public var width = 100
  /// How many threads may be used; the result does not depend on it.
  public var threads = 2

  /// A context of two reports with these names.
  public init(language: Language, toolVersion: String, oldName: String, newName: String) {
    self.language = language
    self.toolVersion = toolVersion
    self.oldName = oldName
    self.newName = newName
  }
}

/// An earlier report that an audit is reported against.
public struct Baseline: Sendable {
  /// The old report against the audit; its new side must be the digest of the audit that is reported.
  public let comparison: ReportComparison
  /// The old report as the user named it.
  public let name: String
  /// What spoke against comparing them and was overruled.
  public let forced: [ReportDifference]

  /// A baseline with these values.
  public init(_ comparison: ReportComparison, name: String, forced: [ReportDifference] = []) {
    self.comparison = comparison
    self.name = name
    self.forced = forced
  }
}

/// Findings that are to be listed, of one of the two reports.
struct ChangeList {
  /// Whether the places are those of the old report.
  let isOld: Bool
  /// By `RuleID.rawValue`, ascending places.
  var places: [[UInt32]]

  var isEmpty: Bool { places.allSatisfy(\.isEmpty) }

  /// The findings that are in a state.
  ///
  /// - Complexity: O(*n*) in findings.
  init(_ comparison: ReportComparison, _ state: FindingState) {
    isOld = state == .resolved
    let entries = isOld ? comparison.old.entries : comparison.new.entries
    let states = isOld ? comparison.oldStates : comparison.newStates
    places = Array(repeating: [], count: comparison.rules.count)
    for (place, each) in states.enumerated() where each == state {
      places[Int(entries[place].rule.rawValue)].append(UInt32(truncatingIfNeeded: place))
    }
  }

  /// The findings that continue with another severity.
  ///
  /// - Complexity: O(*n*) in findings.
  init(severityChangesOf comparison: ReportComparison) {
    isOld = false
    places = Array(repeating: [], count: comparison.rules.count)
    for (place, state) in comparison.newStates.enumerated() where state == .continuing {
      let entry = comparison.new.entries[place]
      guard let before = comparison.before(place), before.severity != entry.severity else { continue }
      places[Int(entry.rule.rawValue)].append(UInt32(truncatingIfNeeded: place))
    }
  }
}
