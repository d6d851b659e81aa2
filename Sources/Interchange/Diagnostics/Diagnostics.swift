import SupplyChain

/// What reading found wrong or remarkable: complete, in the order of tables, lines and columns.
///
/// Kept in 32 bytes each; a `Diagnostic` with its texts is made when one is asked for.
public struct Diagnostics: Sendable, RandomAccessCollection {
  let problems: [Problem]
  let book: DiagnosticBook
  private let counts: [Int]

  init(problems: [Problem], book: DiagnosticBook) {
    self.problems = problems
    self.book = book
    var counts = [0, 0, 0]
    for problem in problems { counts[Int(problem.code.severity.rawValue)] += 1 }
    self.counts = counts
  }

  /// Always 0.
  public var startIndex: Int { 0 }

  /// How many there are.
  public var endIndex: Int { problems.count }

  /// A diagnostic with its texts.
  ///
  /// An id near an unknown one is suggested for the first thousand diagnostics only, and where there are at most 20,000
  /// ids: a file may have a million unknown ones.
  /// - Complexity: O(1) but for that: suggesting an id is O(*n*) in the ids.
  public subscript(position: Int) -> Diagnostic {
    book.diagnostic(problems[position], suggestsIDs: position < 1_000)
  }

  /// How many there are of a severity.
  public func count(of severity: DiagnosticSeverity) -> Int {
    counts[Int(severity.rawValue)]
  }

  /// How many errors there are.
  public var errorCount: Int { count(of: .error) }

  /// How many warnings there are.
  public var warningCount: Int { count(of: .warning) }
}

/// How serious a diagnostic is.
public enum DiagnosticSeverity: UInt8, Sendable, CaseIterable {
  /// The data cannot be used as it is.
  case error
  /// The data can be used, but look at it.
  case warning
  /// Something that was passed over.
  case note

  /// The word between place and message, the same in every language so that programs can tell.
  public var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// The language of messages.
public enum DiagnosticLanguage: String, Sendable, CaseIterable {
  /// Japanese.
  case ja
  /// English.
  case en
}

/// One thing wrong or remarkable in the data, with its place.
public struct Diagnostic: Sendable, Equatable {
  /// How serious it is.
  public let severity: DiagnosticSeverity
  /// What it is, with its particulars.
  public let code: DiagnosticCode
  /// The file's name inside the dataset.
  public let file: String
  /// The table; nil for a file that is none.
  public let table: TableName?
  /// From 1, as an editor counts; 0 for the file as a whole.
  public let line: Int
  /// The number of the field, from 1, as a spreadsheet counts its columns; 0 for the row as a whole.
  public let column: Int
  /// The column's name as the file's header has it; nil for the row as a whole.
  public let columnName: String?
  /// What stands there, unquoted and trimmed; bytes that are no characters appear as `\xNN`.
  ///
  /// nil where it is the absence of something, or the whole row, that is reported.
  public let found: String?

  /// What was expected there; nil where there is nothing to expect.
  public func expected(_ language: DiagnosticLanguage) -> String? {
    DiagnosticText.wording(of: self, language).expected
  }

  /// What may have happened or what to do; nil where that is plain.
  public func hint(_ language: DiagnosticLanguage) -> String? {
    DiagnosticText.wording(of: self, language).hint
  }

  /// What is wrong, without the place; one line, at most a few hundred characters.
  public func message(_ language: DiagnosticLanguage) -> String {
    DiagnosticText.message(of: self, language)
  }

  /// Place and message: `provisions.csv:3:5: error: numbers: found "0", expected …`.
  public func description(_ language: DiagnosticLanguage) -> String {
    "\(shown(file, limit: 200)):\(line):\(column): \(severity.name): \(message(language))"
  }
}
