import Audit
import Bytes
import Comparison

/// What changed between two reports, for programs: JSON of schema `banken-diff/1`, NDJSON and CSV.
///
/// Listed are the findings of the new report that changed, in its order, then the resolved ones in the order of the old;
/// with `showsAll` those that did not change, too.
struct DiffData {
  let comparison: ReportComparison
  let context: DiffContext

  /// A finding to be listed.
  private struct Item {
    let isOld: Bool
    let place: Int
  }

  /// - Complexity: O(*n*) in findings and in the length of the entries of those listed.
  func writeJSON(to output: any Output) throws(OutputError) {
    let parts = ComparisonJSON(comparison: comparison)
    var head = TextBuffer()
    head.append("{\"schema\": \"banken-diff/1\", \"tool\": {\"name\": \"banken\", \"version\": ")
    head.append(quoted: context.toolVersion)
    head.append("},\n \"old\": ")
    parts.append(comparison.old, name: context.oldName, to: &head)
    head.append("},\n \"new\": ")
    parts.append(comparison.new, name: context.newName, to: &head)
    head.append("},\n \"forced\": ")
    parts.append(context.forced, to: &head)
    head.append(",\n \"summary\": ")
    parts.appendSummary(to: &head)
    head.append(",\n \"rules\": [")
    parts.appendRules(indent: "  ", to: &head)
    head.append("],\n \"findings\": [")
    try output.write(head)
    try write(to: output) { writer, item, isFirst, buffer in
      buffer.append(isFirst ? "\n  " : ",\n  ")
      writer.appendObject(item, to: &buffer)
    }
    var tail = TextBuffer()
    tail.append("],\n \"disclaimer\": ")
    tail.append(quoted: Disclaimer.text[context.language])
    tail.append("}\n")
    try output.write(tail)
  }

  /// - Complexity: O(*n*) in findings and in the length of the entries of those listed.
  func writeNDJSON(to output: any Output) throws(OutputError) {
    try write(to: output) { writer, item, _, buffer in
      writer.appendObject(item, to: &buffer)
      buffer.append(byte: 0x0A)
    }
  }

  /// - Complexity: O(*n*) in findings and in the length of the entries of those listed.
  func writeCSV(to output: any Output) throws(OutputError) {
    let columns = ChangeMembers.columns[..<1] + cells + ChangeMembers.columns[1...]
    try output.write("\u{FEFF}" + columns.joined(separator: ",") + "\r\n")
    try write(to: output) { writer, item, _, buffer in writer.appendRow(item, to: &buffer) }
  }

  /// The members of findings that have a column.
  private var cells: [String] {
    let isOfPeriod = comparison.old.time.isPeriod || comparison.new.time.isPeriod
    return CSVReport.columns + (isOfPeriod ? CSVReport.periodColumns : [])
  }

  // MARK: Items

  /// How many findings are formatted in one go.
  private static let slice = 1_024

  /// Formats every finding that is listed, a slice at a time and several at once, and writes them in order.
  private func write(
    to output: any Output, _ body: @Sendable (Writer, Item, Bool, inout TextBuffer) -> Void
  ) throws(OutputError) {
    let writer = Writer(comparison, context, cells: cells)
    let newPlaces = comparison.newStates.indices.lazy.filter { isListed($0) }
    let oldPlaces = comparison.oldStates.indices.lazy.filter { comparison.oldStates[$0] == .resolved }
    let items =
      newPlaces.map { Item(isOld: false, place: $0) } + oldPlaces.map { Item(isOld: true, place: $0) }
    let batch = Self.slice * max(1, context.threads) * 4
    for start in stride(from: 0, to: items.count, by: batch) {
      let end = min(start + batch, items.count)
      let slices = (end - start + Self.slice - 1) / Self.slice
      let buffers = concurrentMap(slices, threads: context.threads) { slice -> [UInt8] in
        var buffer = TextBuffer()
        let first = start + slice * Self.slice
        for index in first..<min(first + Self.slice, end) { body(writer, items[index], index == 0, &buffer) }
        return buffer.withBytes { Array($0) }
      }
      for buffer in buffers { try output.write(buffer) }
    }
  }

  /// Whether a finding of the new report is listed: it changed, or all are asked for.
  private func isListed(_ place: Int) -> Bool {
    switch comparison.newStates[place] {
    case .new, .noLongerWaived, .grown, .shrunk, .newlyWaived, .resolved, .notComparable: return true
    case .waived: return context.showsAll
    case .continuing:
      return context.showsAll
        || comparison.before(place).map { $0.severity != comparison.new.entries[place].severity } ?? false
    }
  }

  /// Writes single findings.
  private struct Writer: Sendable {
    private let comparison: ReportComparison
    private let members: ChangeMembers
    private let old: RecordedMessage
    private let new: RecordedMessage
    /// The columns of a row that come from the finding.
    private let cells: [String]

    init(_ comparison: ReportComparison, _ context: DiffContext, cells: [String]) {
      self.cells = cells
      self.comparison = comparison
      members = ChangeMembers(comparison)
      old = RecordedMessage(comparison.old, language: context.language) { _ in nil }
      new = RecordedMessage(comparison.new, language: context.language) { _ in nil }
    }

    private func finding(_ item: Item) -> RecordedFinding? {
      let digest = item.isOld ? comparison.old : comparison.new
      return RecordedFinding(digest.entries[item.place], in: digest)
    }

    func appendObject(_ item: Item, to buffer: inout TextBuffer) {
      guard let finding = finding(item) else { return }
      let message = (item.isOld ? old : new).text(finding, nil)
      finding.append(message: message, in: item.isOld ? comparison.old : comparison.new, to: &buffer)
      if item.isOld {
        members.append(old: item.place, toObjectIn: &buffer)
      } else {
        members.append(new: item.place, toObjectIn: &buffer)
      }
    }

    func appendRow(_ item: Item, to buffer: inout TextBuffer) {
      guard let finding = finding(item) else { return }
      let values =
        item.isOld
        ? ChangeMembers.Values(state: comparison.oldStates[item.place]) : members.values(new: item.place)
      buffer.append(values.state.name)
      finding.append(cells: cells, message: (item.isOld ? old : new).text(finding, nil), to: &buffer)
      members.append(cellsOf: values, to: &buffer)
      buffer.append("\r\n")
    }
  }
}

extension RecordedFinding {
  /// Appends the cells of some columns, each after a comma.
  func append(cells: [String], message: String, to buffer: inout TextBuffer) {
    for column in cells {
      let start = buffer.beginCell()
      switch column {
      case "rule": buffer.append(entry.rule.name)
      case "severity": buffer.append(entry.severity.name)
      case "basis": buffer.append(entry.rule.basis.name)
      case "fingerprint": buffer.append(entry.fingerprint)
      case "operator_ids", "cycle", "chain":
        buffer.append((texts(column) ?? []).joined(separator: ";"), .visible)
      case "operators", "numbers", "limit", "provisions", "tier", "number_days":
        if let number = count(column) { buffer.append(decimal: number) }
      case "rooted", "open": if let value = boolean(column) { buffer.append(value ? "true" : "false") }
      case "periods", "unwaived_periods":
        let runs = runs(column).map { "\($0.from)..\($0.to)" }
        buffer.append(runs.joined(separator: ";"), .visible)
      case "source": if let (file, line) = source { buffer.append("\(file):\(line)", .visible) }
      case "message": buffer.append(message, .visible)
      default: buffer.append(text(column) ?? "", .visible)
      }
      buffer.endCell(from: start)
    }
  }
}
