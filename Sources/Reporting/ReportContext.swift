import Bytes
import Interchange
import SupplyChain

/// How a report is laid out.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal of 80 to 100 columns.
  case text
  /// One JSON document, schema `banken-report/1`.
  case json
  /// Findings only, one JSON object a line.
  case ndjson
  /// Findings only, one row each, for spreadsheets.
  case csv
  /// One self-contained page for a browser or paper; it lists at most 10,000 findings unless all are asked for.
  case html
  /// SARIF 2.1.0, for tools that show findings beside the files.
  case sarif
  /// A summary in Markdown, for a mail or a pull request.
  case markdown
}

/// How a comparison of two reports is laid out.
public enum ComparisonFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal of 80 to 100 columns.
  case text
  /// One JSON document, schema `banken-diff/1`.
  case json
  /// Findings only, one JSON object a line.
  case ndjson
  /// Findings only, one row each, for spreadsheets.
  case csv
}

/// What a report says besides the findings: where the data and the policy came from, and how to show them.
public struct ReportContext: Sendable {
  /// A file that was read.
  public struct Input: Sendable {
    /// The table it holds.
    public let table: TableName
    /// Its name inside the dataset.
    public let file: String
    /// The encoding it was read in, such as `utf-8`.
    public let encoding: String
    /// Rows accepted.
    public let rows: Int
    /// Rows set aside by a lenient reading.
    public let rejected: Int
    /// Bad cells of accepted rows that a lenient reading took as blank.
    public var blanked = 0
    /// Whether the rows could be read at all.
    public var isUsable = true
    /// Whose keyed digest is told in place of the file's; nil for its own.
    var redaction: Redaction?
    private let content: FileContent

    /// Takes over what reading found out about a file.
    public init(_ input: InputFile) {
      self.init(
        table: input.table, file: input.file, encoding: input.encoding.rawValue, rows: input.rows,
        rejected: input.rejected, content: input.content)
      blanked = input.blanked
      isUsable = input.isUsable
    }

    package init(
      table: TableName, file: String, encoding: String, rows: Int, rejected: Int, content: FileContent
    ) {
      self.table = table
      self.file = file
      self.encoding = encoding
      self.rows = rows
      self.rejected = rejected
      self.content = content
    }

    /// SHA-256 of the file's bytes, in lower-case hexadecimal; of a redacted report a keyed digest of that.
    ///
    /// - Complexity: O(*n*) in the size of the file, each time it is asked.
    public var sha256: String {
      let digest = SHA256.hex(of: content)
      return redaction?.digest(digest) ?? digest
    }
  }

  /// The language of messages and text.
  public var language: Language
  /// The version of the tool.
  public var toolVersion: String
  /// The dataset as the user named it.
  public var dataset: String
  /// The files that were read, in the order of the tables.
  public var inputs: [Input] = []
  /// Files that were not read because another one holds their table.
  public var leftOut: [String] = []
  /// The operator that findings are limited to, as the user named it; nil for no limit.
  public var operatorFilter: String?
  /// Where the policy came from: a file as the user named it, or `built-in`.
  public var policySource = "built-in"
  /// SHA-256 of the policy's bytes, in lower-case hexadecimal; for the built-in one, of what `banken policy` prints.
  public var policySHA256 = ""
  /// The id of that operator, for programs; nil for no limit.
  public var operatorID: String?
  /// The earlier report to tell the changes from; nil for none.
  public var baseline: Baseline?
  /// What took the place of names, numbers and ids; nil for a report that shows them. Set by `redacted(by:)`.
  public internal(set) var redaction: Redaction?
  /// Whether the data was read leniently: the text says at its top which rows were set aside.
  public var isLenient = false
  /// Whether text, Markdown and HTML list every finding instead of a part of them.
  public var showsAll = false
  /// Whether the text may use ANSI colours.
  public var usesColour = false
  /// How many columns the text may take.
  public var width = 100
  /// How many threads may be used; the result does not depend on it.
  public var threads = 2

  /// A context with the built-in policy and no input files.
  public init(language: Language, toolVersion: String, dataset: String) {
    self.language = language
    self.toolVersion = toolVersion
    self.dataset = dataset
  }
}
