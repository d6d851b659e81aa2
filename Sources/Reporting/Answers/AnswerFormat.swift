/// How the answer to a question about a ledger is laid out.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal of 80 to 100 columns.
  case text
  /// One JSON document with a schema of its own.
  case json
  /// Rows for spreadsheets.
  case csv
}
