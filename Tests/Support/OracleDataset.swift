/// A table of a dataset as text: a header and rows of cells.
package struct PlainTable: Sendable, Equatable {
  package var columns: [String]
  package var rows: [[String]]

  package init(columns: [String], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Where a column stands; nil when the file lacks it.
  package func index(_ column: String) -> Int? { columns.firstIndex(of: column) }

  /// Appends a row given by column name; columns the table lacks are left out, others blank.
  package mutating func append(_ cells: [String: String]) {
    rows.append(columns.map { cells[$0] ?? "" })
  }
}

/// A dataset as the files hold it, before anything is understood, with a policy.
///
/// Tables are kept by their English name; an absent key is an absent file. Cells hold the plainest written
/// form.
package struct PlainDataset: Sendable, Equatable {
  /// The eight tables in the order of the contract.
  package static let tableNames = [
    "operators", "designations", "approvals", "certifications", "provisions", "caps", "restrictions",
    "waivers",
  ]

  /// All columns of each table.
  package static let allColumns: [String: [String]] = [
    "operators": [
      "operator_id", "name", "former_names", "corporate_number", "role", "registration", "country",
      "associations", "service_started_on", "group_id",
    ],
    "designations": ["operator_id", "range_start", "range_end", "designated_on", "returned_on"],
    "approvals": [
      "operator_id", "category", "basis", "approval_number", "valid_from", "ended_on", "end_reason",
    ],
    "certifications": [
      "operator_id", "certificate_number", "valid_from", "valid_to", "ended_on", "end_reason",
    ],
    "provisions": [
      "provision_id", "supplier_id", "recipient_id", "category", "numbers", "range_start", "range_end",
      "starts_on", "ends_on", "contract", "approval_checked_on", "conditions_agreed_on",
      "continuity_checked_on",
      "declared_on", "resale_clause",
    ],
    "caps": ["cap_id", "supplier_id", "recipient_id", "category", "max_numbers", "valid_from", "valid_to"],
    "restrictions": [
      "restriction_id", "kind", "category", "operator_id", "range_start", "range_end", "starts_on", "ends_on",
      "reference",
    ],
    "waivers": [
      "waiver_id", "rule", "operator_id", "provision_id", "valid_from", "valid_to", "reason", "approved_by",
    ],
  ]

  package var tables: [String: PlainTable] = [:]
  package var policy = PlainPolicy()
  /// The day to audit.
  package var day = OracleCalendar.day(2026, 4, 1)

  package init() {}

  /// The files, as UTF-8 with commas, one line a row.
  package func files() -> [(name: String, bytes: [UInt8])] {
    PlainDataset.tableNames.compactMap { name in
      tables[name].map { (name: "\(name).csv", bytes: Array(PlainDataset.csv($0).utf8)) }
    }
  }

  /// A table as delimited text.
  package static func csv(_ table: PlainTable) -> String {
    ([table.columns] + table.rows).map { row in row.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let plain = !cell.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    return plain
      ? cell
      : "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
  }

  /// A dataset from a listing: `day 2026-04-01`, then `--- operators.csv`, a header and rows, and so on.
  ///
  /// Cells are separated by commas and hold none; short rows are padded.
  package init(listing: String) {
    var name = ""
    for line in listing.split(separator: "\n").map(String.init) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("day ") {
        day = OracleCalendar.day(String(line.dropFirst(4))) ?? day
      } else if line.hasPrefix("--- ") {
        name = String(line.dropFirst(4).prefix { $0 != "." })
      } else if let table = tables[name] {
        let padding = [String](repeating: "", count: max(0, table.columns.count - cells.count))
        tables[name]?.rows.append(cells + padding)
      } else if !name.isEmpty {
        tables[name] = PlainTable(columns: cells)
      }
    }
  }

  /// The whole dataset as text, to be read by a person.
  package var listing: String {
    var text = "day \(OracleCalendar.text(day))\npolicy \(policy)\n"
    for name in PlainDataset.tableNames {
      if let table = tables[name] { text += "--- \(name).csv\n" + PlainDataset.csv(table) }
    }
    return text
  }
}
