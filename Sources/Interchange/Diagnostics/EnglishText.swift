import Numbering
import SupplyChain

/// The English wording of diagnostics.
enum EnglishText {
  static func wording(of diagnostic: Diagnostic) -> DiagnosticText.Wording {
    let found = diagnostic.found.map { shown($0) } ?? ""
    let table = diagnostic.table ?? .operators
    switch diagnostic.code {
    case .operatorsMissing:
      return .says("the dataset has no operators table", hint: "it is named operators.csv or 事業者.csv")
    case .secondFile(let other):
      return .says("this table is already in \(shown(other))", hint: "keep one of the two")
    case .unknownFile(let near):
      return .says("not the name of a table, passed over", hint: near.map { "did you mean \($0)?" })
    case .cannotConvert:
      return .says("this system cannot convert from CP932", hint: "save the file as UTF-8")
    case .noHeader: return .says("the file is empty; it needs a header", hint: header(table))
    case .titleRows(let line):
      return .says(
        "rows stand above the header, which is on line \(line)", hint: "delete the lines above the header")
    case .unknownHeader(let isUTF16):
      return .says(
        "no name of the first row is a column of \(table.name)",
        hint: isUTF16 ? "it may be UTF-16: try --encoding utf-16le" : header(table))
    case .noCandidateHeader: return .says("the file is empty; it needs a header", hint: candidateHeader)
    case .unknownCandidateHeader(let isUTF16):
      return .says(
        "no name of the first row is a column of a file of candidates",
        hint: isUTF16 ? "it may be UTF-16 without a byte-order mark" : candidateHeader)
    case .missingColumn(let column): return .says("the column \(both(column, table)) is missing")
    case .missingNumbers:
      return .says(
        "columns are missing: \(both(.rangeStart, table)) and \(both(.rangeEnd, table)), or "
          + "\(both(.category, table)) and \(both(.numbers, table))")
    case .duplicateColumn(let first): return .says("column \(first) has the same meaning")
    case .unknownColumns(let columns):
      return .says(
        "columns passed over: "
          + columns.map { shown($0.name, limit: 40) + ($0.nearest.map { " (did you mean \($0)?)" } ?? "") }
          .joined(separator: ", "))
    case .tooLarge: return .says("the table has more rows or text than can be held")
    case .unclosedQuote:
      return .says("the quote that opens here is never closed", hint: "all that follows is lost")
    case .textAfterQuote:
      return .says(
        "text after a closing quote: \"\(found)\"", hint: "inside quotes, a quote is written as two")
    case .surplusCell(let columns):
      return .says("found \"\(found)\" beyond the \(columns) columns of the header")
    case .undecodable(let bytes, let encoding):
      return .says("bytes \(DiagnosticText.hexList(bytes)) are not \(encoding.label): \"\(found)\"")
    case .nulByte: return .says("NUL byte in \"\(found)\"")
    case .excelError: return .expected("a value", hint: "Excel could not work out this cell")
    case .blank: return .expected("a value")
    case .idTooLong(let bytes): return .expected("at most 64 bytes", hint: "it has \(bytes)")
    case .duplicateID(let line): return .expected("a unique id", hint: "it is also on line \(line)")
    case .unknownOperator(let near):
      return .expected("the id of an operator", hint: near.map { "did you mean \(shown($0))?" })
    case .noSuchOperator(let near):
      return .expected(
        "the id, corporate number or name of an operator",
        hint: near.isEmpty ? nil : "nearest: " + near.map { shown($0) }.joined(separator: ", "))
    case .ambiguousOperator(let ids, let others):
      let list = ids.map { shown($0) }.joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
      return .expected("the id of one operator", hint: "it fits \(list)")
    case .unknownProvision(let near):
      return .expected("the id of a provision", hint: near.map { "did you mean \(shown($0))?" })
    case .operatorAside: return .says("the row of operator \"\(found)\" was set aside")
    case .provisionAside: return .says("the row of provision \"\(found)\" was set aside")
    case .badDay(let failure): return .expected("a date such as 2026-04-01 or 令和8年4月1日", hint: hint(failure))
    case .badTelephone(let failure): return .expected("a telephone number", hint: hint(failure))
    case .badCategory:
      return .expected("a category: " + Category.allCases.map(\.name).joined(separator: ", "))
    case .badChoice(let english, let japanese, let near):
      return .expected(
        "one of " + zip(english, japanese).map { "\($0) (\($1))" }.joined(separator: ", "),
        hint: near.map { "did you mean \($0)?" })
    case .badCount:
      return .expected(
        "a whole number from 1 to 10,000,000,000",
        hint: DiagnosticText.isScientific(found) ? "Excel has shortened it and digits are lost" : nil)
    case .badCorporateNumber(let failure): return .expected("a corporate number", hint: hint(failure, found))
    case .unknownRule(let near):
      return .expected("the name of a rule", hint: near.map { "did you mean \($0)?" })
    case .rangeHalf(let missing):
      return .says("the range has only one end", hint: "add \(both(missing, table))")
    case .badRange(let start, let failure): return range(start, failure)
    case .categoryDisagrees(let category): return .expected("\(category.name), the category of the range")
    case .numbersDisagree(let size):
      return .expected("\(DiagnosticText.grouped(size)), the size of the range")
    case .neitherRangeNorCount: return .says("neither a range nor category and numbers")
    case .countWithoutCategory(let missing):
      return .says(
        "without a range both category and numbers are needed", hint: "add \(both(missing, table))")
    case .endBeforeStart(let start): return .expected("a day not before the start, \(start)")
    case .needsRange: return .says("suspend-numbers needs a range")
    case .needsOperator(let kind):
      return .says("\(kind == .suspendStock ? "suspend-stock" : "refuse-new") needs an operator_id")
    case .needsTarget: return .says("a waiver needs an operator_id or a provision_id")
    case .longCertificate(let usual):
      return .says("valid to \(found): a certificate is valid for one year, here to \(usual)")
    case .reasonWithoutEnd:
      return .says("a reason, \"\(found)\", without \(both(.endedOn, table)); the entry counts as not ended")
    }
  }

  private static func both(_ column: Column, _ table: TableName) -> String {
    "\(column.name) (\(column.japaneseName(in: table)))"
  }

  private static func header(_ table: TableName) -> String {
    let required = Schema.of(table).columns.filter(\.isRequired).map { both($0.column, table) }
    return "the first row names the columns: \(required.joined(separator: ", "))"
  }

  private static var candidateHeader: String {
    func name(_ column: Column) -> String { both(column, .provisions) }
    return "the first row names the columns: \(name(.supplierID)), \(name(.recipientID)), and "
      + "\(name(.category)) and \(name(.numbers)), or \(name(.rangeStart)) and \(name(.rangeEnd))"
  }

  private static func range(_ start: TelephoneNumber, _ failure: NumberRangeFailure) -> DiagnosticText.Wording
  {
    switch failure {
    case .differentCategory(let first, _): .expected("a number of the category of \(start), \(first.name)")
    case .differentLength(let first, _): .expected("\(first) digits, as \(start) has")
    case .endBeforeStart: .expected("a number not before \(start)")
    case .leavesCategory(let last):
      .expected(
        "a number up to \(last ?? start)", hint: "beyond it not all numbers are \(start.category.name)")
    }
  }

  private static func hint(_ failure: DayFailure) -> String? {
    switch failure {
    case .notADate: nil
    case .noSuchDay(let year, let month, let day): "there is no \(year)-\(month)-\(day)"
    case .outsideEra(let era, let day): "\(day) is not in \(era.kanji) but in \(day.era.kanji)"
    case .outOfRange: "years go from 1900 to 2199"
    case .excelSerial(let day): "Excel shows the date \(day) as this number: format the column as dates"
    }
  }

  static func hint(_ failure: TelephoneNumberFailure) -> String? {
    switch failure {
    case .notANumber(let character): character.map { "\"\(shown(String($0)))\" has no place there" }
    case .scientific: "Excel has shortened it and digits are lost: format the column as text"
    case .lostLeadingZero(let number):
      "Excel has dropped the leading zero of \(number): format the column as text"
    case .nonSubscriber(let code): "it is not a subscriber number but \(name(code))"
    case .foreign: "it is a number of another country"
    case .unknownPrefix: "no numbers begin like this"
    case .wrongLength(let found, let expected, let category):
      "it has \(found) digits; \(category.name) numbers that begin like this have \(expected)"
    }
  }

  private static func name(_ code: String) -> String {
    switch code {
    case "00XY": "a carrier selection code (00XY)"
    case "1XY": "a service code (1XY)"
    case "110", "118", "119": "an emergency number"
    case "091": "a code of 091"
    case "010": "a number of another country"
    default: code
    }
  }

  private static func hint(_ failure: CorporateNumberFailure, _ found: String) -> String {
    switch failure {
    case .notDigits:
      DiagnosticText.isScientific(found)
        ? "Excel has shortened it and digits are lost: format the column as text"
        : "it has 13 digits and nothing else"
    case .wrongLength(let digits): "it has \(digits) digits instead of 13"
    case .wrongCheckDigit(let digit, let expected):
      "the first digit, \(digit), does not check the others, which ask for \(expected)"
    }
  }
}

extension TextEncoding {
  /// The name people know it by.
  var label: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp932: "CP932"
    case .utf16le: "UTF-16LE"
    case .utf16be: "UTF-16BE"
    }
  }
}
