/// What is wrong, without its particulars; those are worked out when a diagnostic is shown.
enum ProblemCode: UInt8 {
  // Of files.
  case operatorsMissing, secondFile, unknownFile, cannotConvert, noHeader, titleRows, unknownHeader
  case missingColumn, missingNumbers, duplicateColumn, unknownColumns, tooLarge
  // Of text.
  case unclosedQuote, textAfterQuote, surplusCell, undecodable, nulByte, excelError
  // Of cells.
  case blank, idTooLong, duplicateID, unknownOperator, unknownProvision, operatorAside, provisionAside
  case badDay, badTelephone, badCategory, badChoice, badCount, badCorporateNumber, unknownRule
  // Of rows.
  case rangeHalf, badRange, categoryDisagrees, numbersDisagree, neitherRangeNorCount, countWithoutCategory
  case endBeforeStart, needsRange, needsOperator, needsTarget
  // Remarks.
  case longCertificate, reasonWithoutEnd

  var severity: DiagnosticSeverity {
    switch self {
    case .unknownFile, .unknownColumns: .note
    case .longCertificate, .reasonWithoutEnd: .warning
    default: .error
    }
  }
}

/// One problem in 32 bytes: there may be millions.
struct Problem {
  /// Where the text found begins in the file's `SourceText`.
  var offset: UInt64 = 0
  /// What it is depends on the code.
  var extra: UInt64 = 0
  /// How many bytes were found.
  var length: UInt32 = 0
  /// From 1; 0 for the file as a whole.
  var line: UInt32 = 0
  /// From 1; 0 for the row as a whole.
  var field: UInt16 = 0
  /// The file's place among those read.
  var file: UInt16 = 0
  var code: ProblemCode

  /// Whether it comes before another of the same file.
  func precedes(_ other: Problem) -> Bool {
    if line != other.line { return line < other.line }
    if field != other.field { return field < other.field }
    if code != other.code { return code.rawValue < other.code.rawValue }
    return extra < other.extra
  }
}
