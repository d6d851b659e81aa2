import Audit
import Bytes
import Comparison
import SupplyChain

/// The members that tell what became of a finding: `baseline_state`, and where they differ `baseline_numbers`,
/// `baseline_severity`, `baseline_waived_by`.
struct ChangeMembers: Sendable {
  static let columns = ["baseline_state", "baseline_numbers", "baseline_severity", "baseline_waived_by"]

  private let comparison: ReportComparison
  /// Where the findings of each rule begin among those of an audit, by `RuleID.rawValue`.
  private let starts: [Int]

  init(_ comparison: ReportComparison) {
    self.comparison = comparison
    starts = RuleID.allCases.map { comparison.range(of: $0).lowerBound }
  }

  /// The place of a finding of an audit among all of its findings.
  func place(_ rule: RuleID, _ index: Int) -> Int { starts[Int(rule.rawValue)] + index }

  /// What became of a finding of the new report.
  func state(_ place: Int) -> FindingState { comparison.newStates[place] }

  /// The finding as it was before; nil where it was not found.
  func before(_ place: Int) -> ReportDigest.Entry? { comparison.before(place) }

  /// Adds the members to the object of a finding of an audit that has just been written.
  func append(_ rule: RuleID, _ index: Int, toObjectIn buffer: inout TextBuffer) {
    append(new: place(rule, index), toObjectIn: &buffer)
  }

  /// Adds the cells to the row of a finding of an audit that has just been written.
  func append(_ rule: RuleID, _ index: Int, toRowIn buffer: inout TextBuffer) {
    append(new: place(rule, index), toRowIn: &buffer)
  }

  /// Adds the members to an object that has just been written, before the brace that closes it.
  func append(new place: Int, toObjectIn buffer: inout TextBuffer) {
    append(values(new: place), toObjectIn: &buffer)
  }

  /// Adds the members of a finding that only the old report has.
  func append(old place: Int, toObjectIn buffer: inout TextBuffer) {
    append(Values(state: comparison.oldStates[place]), toObjectIn: &buffer)
  }

  /// Adds the cells to a row that has just been written, before its line end.
  func append(new place: Int, toRowIn buffer: inout TextBuffer) {
    buffer.truncate(to: buffer.count - 2)
    let values = values(new: place)
    buffer.append(byte: 0x2C)
    buffer.append(values.state.name)
    append(cellsOf: values, to: &buffer)
    buffer.append("\r\n")
  }

  // MARK: Values

  struct Values {
    var state: FindingState
    var numbers: UInt64?
    var severity: Severity?
    var waivedBy: String?
  }

  func values(new place: Int) -> Values {
    var values = Values(state: comparison.newStates[place])
    guard let before = comparison.before(place) else { return values }
    let entry = comparison.new.entries[place]
    if before.numbers != entry.numbers { values.numbers = before.numbers }
    if before.severity != entry.severity { values.severity = before.severity }
    if before.isWaived, !entry.isWaived {
      values.waivedBy = RecordedFinding(before, in: comparison.old)?.text("waived_by")
    }
    return values
  }

  /// Appends the cells after that of the state, each with its comma.
  func append(cellsOf values: Values, to buffer: inout TextBuffer) {
    buffer.append(byte: 0x2C)
    if let numbers = values.numbers { buffer.append(decimal: numbers) }
    buffer.append(byte: 0x2C)
    buffer.append(values.severity?.name ?? "")
    let start = buffer.beginCell()
    if let id = values.waivedBy { buffer.append(id, .visible) }
    buffer.endCell(from: start)
  }

  private func append(_ values: Values, toObjectIn buffer: inout TextBuffer) {
    buffer.truncate(to: buffer.count - 1)
    buffer.append(", \"baseline_state\": \"")
    buffer.append(values.state.name)
    buffer.append("\"")
    if let numbers = values.numbers {
      buffer.append(", \"baseline_numbers\": ")
      buffer.append(decimal: numbers)
    }
    if let severity = values.severity {
      buffer.append(", \"baseline_severity\": \"")
      buffer.append(severity.name)
      buffer.append("\"")
    }
    if let id = values.waivedBy {
      buffer.append(", \"baseline_waived_by\": ")
      buffer.append(quoted: id)
    }
    buffer.append("}")
  }
}
