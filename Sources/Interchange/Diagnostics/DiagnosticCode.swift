import Numbering
import SupplyChain

/// What is wrong or remarkable, with its particulars.
public enum DiagnosticCode: Sendable, Hashable {
  /// The dataset has no operators table.
  case operatorsMissing
  /// Another file holds the same table.
  case secondFile(other: String)
  /// A delimited text file that is no table, and the file name it may stand for.
  case unknownFile(nearest: String?)
  /// This system cannot convert from CP932.
  case cannotConvert
  /// The file has no header.
  case noHeader
  /// A file of candidates has no header.
  case noCandidateHeader
  /// Rows stand above the header.
  case titleRows(headerLine: Int)
  /// No name of the first row is a column of the table; UTF-16 without a mark is full of NUL bytes.
  case unknownHeader(looksLikeUTF16: Bool)
  /// No name of the first row is a column of a file of candidates.
  case unknownCandidateHeader(looksLikeUTF16: Bool)
  /// A column that every row needs is missing.
  case missingColumn(Column)
  /// Provisions have neither both ends of a range nor category and numbers.
  case missingNumbers
  /// The column was named before, in that field.
  case duplicateColumn(firstField: Int)
  /// Columns of no meaning, each with the name it may stand for; at most 100 are told.
  case unknownColumns([UnknownColumn])
  /// More rows or text than can be held.
  case tooLarge
  /// A quote is never closed.
  case unclosedQuote
  /// Text follows a closing quote.
  case textAfterQuote
  /// The row has more cells than the header.
  case surplusCell(columns: Int)
  /// Bytes that are no characters of the file's encoding.
  case undecodable(bytes: [UInt8], encoding: TextEncoding)
  /// A NUL byte.
  case nulByte
  /// A value such as `#N/A`.
  case excelError
  /// A cell that every row needs is blank.
  case blank
  /// An operator's id is longer than 64 bytes.
  case idTooLong(bytes: Int)
  /// The id was used before, on that line.
  case duplicateID(firstLine: Int)
  /// No operator has the id; one that has a similar id.
  case unknownOperator(nearest: String?)
  /// No operator has the id, number or name; those that have a similar one, as id and name.
  case noSuchOperator(near: [String])
  /// Several operators have the name or number; the first of them, and how many more.
  case ambiguousOperator(ids: [String], others: Int)
  /// No provision has the id; one that has a similar id.
  case unknownProvision(nearest: String?)
  /// The row of the operator was set aside.
  case operatorAside
  /// The row of the provision was set aside.
  case provisionAside
  /// No date.
  case badDay(DayFailure)
  /// No subscriber number.
  case badTelephone(TelephoneNumberFailure)
  /// No category.
  case badCategory
  /// None of the words, which are told in English and Japanese; the one it may stand for.
  case badChoice(english: [String], japanese: [String], nearest: String?)
  /// No count.
  case badCount
  /// No corporate number.
  case badCorporateNumber(CorporateNumberFailure)
  /// No rule; one that has a similar name.
  case unknownRule(nearest: String?)
  /// A range has only one end.
  case rangeHalf(missing: Column)
  /// The two numbers are not the ends of a range.
  case badRange(start: TelephoneNumber, NumberRangeFailure)
  /// The category is not that of the range.
  case categoryDisagrees(range: Category)
  /// The count is not the size of the range.
  case numbersDisagree(size: UInt64)
  /// A provision has neither a range nor category and numbers.
  case neitherRangeNorCount
  /// A provision without a range has only one of category and numbers.
  case countWithoutCategory(missing: Column)
  /// The end is earlier than the start.
  case endBeforeStart(start: Day)
  /// This kind of restriction needs a range.
  case needsRange
  /// This kind of restriction needs an operator.
  case needsOperator(RestrictionKind)
  /// A waiver names neither an operator nor a provision.
  case needsTarget
  /// A certificate is valid for more than a year.
  case longCertificate(usual: Day)
  /// A reason for an end that has no date.
  case reasonWithoutEnd

  /// A column of no meaning.
  public struct UnknownColumn: Sendable, Hashable {
    /// As written.
    public let name: String
    /// The column it may stand for.
    public let nearest: String?
  }

  /// The permanent name, in kebab case.
  public var name: String {
    switch self {
    case .operatorsMissing: "operators-missing"
    case .secondFile: "second-file"
    case .unknownFile: "unknown-file"
    case .cannotConvert: "cannot-convert"
    case .noHeader, .noCandidateHeader: "no-header"
    case .titleRows: "title-rows"
    case .unknownHeader, .unknownCandidateHeader: "unknown-header"
    case .missingColumn: "missing-column"
    case .missingNumbers: "missing-numbers"
    case .duplicateColumn: "duplicate-column"
    case .unknownColumns: "unknown-columns"
    case .tooLarge: "too-large"
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .surplusCell: "surplus-cell"
    case .undecodable: "undecodable"
    case .nulByte: "nul-byte"
    case .excelError: "excel-error"
    case .blank: "blank"
    case .idTooLong: "id-too-long"
    case .duplicateID: "duplicate-id"
    case .unknownOperator, .noSuchOperator: "unknown-operator"
    case .ambiguousOperator: "ambiguous-operator"
    case .unknownProvision: "unknown-provision"
    case .operatorAside: "operator-aside"
    case .provisionAside: "provision-aside"
    case .badDay: "bad-day"
    case .badTelephone: "bad-telephone-number"
    case .badCategory: "bad-category"
    case .badChoice: "bad-choice"
    case .badCount: "bad-count"
    case .badCorporateNumber: "bad-corporate-number"
    case .unknownRule: "unknown-rule"
    case .rangeHalf: "range-half"
    case .badRange: "bad-range"
    case .categoryDisagrees: "category-disagrees"
    case .numbersDisagree: "numbers-disagree"
    case .neitherRangeNorCount: "neither-range-nor-count"
    case .countWithoutCategory: "count-without-category"
    case .endBeforeStart: "end-before-start"
    case .needsRange: "needs-range"
    case .needsOperator: "needs-operator"
    case .needsTarget: "needs-target"
    case .longCertificate: "long-certificate"
    case .reasonWithoutEnd: "reason-without-end"
    }
  }
}
