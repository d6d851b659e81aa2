/// A table of the page.
package struct MarkdownTable: Sendable {
  package let columns: [String]
  /// The columns that hold numbers and stand to the right.
  package let numeric: Set<Int>
  package private(set) var rows: [[String]] = []

  package init(_ columns: [String], numeric: Set<Int> = []) {
    self.columns = columns
    self.numeric = numeric
  }

  /// Adds a row; it is filled up or cut to the number of columns.
  package mutating func add(_ cells: [String]) {
    let cells = cells.prefix(columns.count).map { cell in
      cell.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
    rows.append(cells + [String](repeating: "", count: columns.count - cells.count))
  }

  package var text: String {
    let rule = columns.indices.map { numeric.contains($0) ? "--:" : "---" }
    var lines = ["| \(columns.joined(separator: " | ")) |", "|\(rule.joined(separator: "|"))|"]
    lines += rows.map { "| \($0.joined(separator: " | ")) |" }
    return lines.joined(separator: "\n")
  }
}
