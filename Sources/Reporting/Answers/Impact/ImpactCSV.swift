import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The tables of an impact for spreadsheets.
struct ImpactCSV {
  let impact: Impact
  let context: ReportContext

  private var operators: OperatorTable { impact.state.chain.tables.operators }

  /// - Complexity: O(*n*) in rows.
  func write(_ list: ImpactList, to output: any Output) throws(OutputError) {
    switch list {
    case .findings: try writeFindings(to: output)
    case .losses: try writeLosses(to: output)
    case .notify: try writeNotified(to: output)
    }
  }

  /// The columns of `check`, before them whether the finding appears or vanishes.
  private func writeFindings(to output: any Output) throws(OutputError) {
    try output.write("\u{FEFF}" + (["change"] + CSVReport.columns).joined(separator: ",") + "\r\n")
    for (audit, change) in [(impact.appearing, "appear,"), (impact.vanishing, "vanish,")] {
      try FindingColumns.of(audit) { (columns) throws(OutputError) in
        let writer = ChangeRow(change: change, row: FindingRow(audit, columns, language: context.language))
        try Reporting.writeFindings(of: audit, columns, threads: context.threads, to: output, writer)
      }
    }
  }

  private func writeLosses(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    buffer.append("\u{FEFF}change,category,operator_id,name,numbers,losing_numbers\r\n")
    for loss in impact.losses {
      let groups = [("itself", loss.itself), ("lost", loss.lost), ("kept", loss.kept)]
      for (change, group) in groups {
        let losing = change == "kept" ? loss.keptLosing : nil
        for (place, x) in group.enumerated() {
          buffer.append(change)
          buffer.append(",")
          buffer.append(loss.category.name)
          append(x, to: &buffer)
          buffer.append(",")
          buffer.append(decimal: impact.state.holdings(of: x, in: loss.category).received)
          buffer.append(",")
          if let losing { buffer.append(decimal: losing[place]) }
          buffer.append("\r\n")
          try buffer.flush(to: output)
        }
      }
    }
    try output.write(buffer)
  }

  private func writeNotified(to output: any Output) throws(OutputError) {
    var buffer = TextBuffer()
    buffer.append("\u{FEFF}operator_id,name,certified,user,provides,receives,loses\r\n")
    for entry in impact.notified {
      append(entry.operatorIndex, to: &buffer, isFirst: true)
      buffer.append(!impact.knowsCertification ? "," : entry.isCertified ? ",true" : ",false")
      buffer.append(entry.isUser ? ",true," : ",false,")
      if let numbers = entry.provides { buffer.append(decimal: numbers) }
      buffer.append(",")
      if let numbers = entry.receives { buffer.append(decimal: numbers) }
      buffer.append(",")
      buffer.append(entry.losesNames.joined(separator: ";"))
      buffer.append("\r\n")
      try buffer.flush(to: output)
    }
    try output.write(buffer)
  }

  /// The id and the name of an operator, each a cell.
  private func append(_ x: OperatorIndex, to buffer: inout TextBuffer, isFirst: Bool = false) {
    for (place, column) in [operators.ids, operators.names].enumerated() {
      let start = isFirst && place == 0 ? buffer.count : buffer.beginCell()
      buffer.append(column, Int(x), .visible)
      buffer.endCell(from: start)
    }
  }
}

/// Writes a finding as a row, before it what becomes of it.
private struct ChangeRow: FindingWriter {
  /// With the comma behind it.
  let change: String
  let row: FindingRow

  func append(
    _ finding: Finding, of results: RuleFindings, index: Int, at place: Int, isFirst: Bool,
    _ batch: inout FindingBatch, to buffer: inout TextBuffer
  ) {
    buffer.append(change)
    row.append(finding, of: results, index: index, at: place, isFirst: isFirst, &batch, to: &buffer)
  }
}
