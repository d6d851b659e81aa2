import Bytes
import Numbering
import SupplyChain

/// What is needed to turn problems into diagnostics: the files and ids they speak of.
struct DiagnosticBook: Sendable {
  struct File: Sendable {
    var name: String
    var table: TableName?
    /// nil for a file that was not read.
    var text: SourceText?
    var header: Header?
    /// Its columns where they are not those of the table.
    var schema: Schema?

    var columns: Schema? { schema ?? table.map { Schema.of($0) } }
  }

  var files: [File] = []
  /// Texts that problems found late refer to by number.
  var texts = TextColumn()
  var operators = TextColumn()
  var provisions = TextColumn()
  var knownRules: [String]?

  /// How many ids are tried for a suggestion.
  private static let tried = 20_000

  /// How many bytes of a cell are looked at. Longer texts are cut when shown, and a cell may have gigabytes.
  private static let longest = 1 << 16

  func diagnostic(_ problem: Problem, suggestsIDs: Bool) -> Diagnostic {
    let file = files[Int(problem.file)]
    let raw = cell(problem, file)
    let field = Int(problem.field)
    let name: String? =
      field > 0 && problem.code != .surplusCell && problem.code != .unknownColumns
      ? file.header.flatMap { field <= $0.fields.count ? $0.fields[field - 1].name : nil } : nil
    return Diagnostic(
      severity: problem.code.severity, code: code(problem, file, raw, suggestsIDs), file: file.name,
      table: file.table,
      line: Int(problem.line), column: field, columnName: name,
      found: raw.map { readable($0, isTranscoded: file.text?.isTranscoded ?? false) })
  }

  /// The bytes found; nil where nothing was.
  private func cell(_ problem: Problem, _ file: File) -> [UInt8]? {
    switch problem.code {
    case .duplicateID, .unknownProvision, .provisionAside:
      return Array(texts.bytes[texts.range(Int(problem.offset))])
    case .blank, .unclosedQuote, .unknownColumns: return nil
    default: break
    }
    guard problem.length > 0, let text = file.text else { return nil }
    let raw = text.slice(Int(problem.offset), min(Int(problem.length), DiagnosticBook.longest))
    let content = Cell.content(of: raw)
    return content.isEmpty ? nil : content
  }

  private func readable(_ bytes: [UInt8], isTranscoded: Bool) -> String {
    var result = ""
    BadByte.visit(
      bytes, isTranscoded: isTranscoded, good: { result += String(decoding: $0, as: UTF8.self) },
      bad: { result += "\\x" + hex($0) })
    return result
  }

  private func code(
    _ problem: Problem, _ file: File, _ raw: [UInt8]?, _ suggestsIDs: Bool
  ) -> DiagnosticCode {
    let bytes = raw ?? []
    let found = String(decoding: bytes, as: UTF8.self)
    let extra = problem.extra
    switch problem.code {
    case .operatorsMissing: return .operatorsMissing
    case .secondFile: return .secondFile(other: files[Int(extra)].name)
    case .unknownFile:
      if case .unknown(let near) = TableFileName(file.name) { return .unknownFile(nearest: near) }
      return .unknownFile(nearest: nil)
    case .cannotConvert: return .cannotConvert
    case .noHeader: return file.schema == nil ? .noHeader : .noCandidateHeader
    case .titleRows: return .titleRows(headerLine: Int(extra))
    case .unknownHeader:
      let isUTF16 = bytes.contains(0)
      return file.schema == nil
        ? .unknownHeader(looksLikeUTF16: isUTF16) : .unknownCandidateHeader(looksLikeUTF16: isUTF16)
    case .missingColumn: return .missingColumn(column(extra))
    case .missingNumbers: return .missingNumbers
    case .duplicateColumn: return .duplicateColumn(firstField: Int(extra))
    case .unknownColumns: return .unknownColumns(unknownColumns(file))
    case .tooLarge: return .tooLarge
    case .unclosedQuote: return .unclosedQuote
    case .textAfterQuote: return .textAfterQuote
    case .surplusCell: return .surplusCell(columns: file.header?.fields.count ?? 0)
    case .undecodable:
      return .undecodable(
        bytes: BadByte.all(in: bytes, isTranscoded: file.text?.isTranscoded ?? false),
        encoding: file.text?.encoding ?? .utf8)
    case .nulByte: return .nulByte
    case .excelError: return .excelError
    case .blank: return .blank
    case .idTooLong:
      let isCut = Int(problem.length) > DiagnosticBook.longest
      return .idTooLong(bytes: isCut ? Int(problem.length) : WidthFolding.folded(found).utf8.count)
    case .duplicateID: return .duplicateID(firstLine: Int(extra))
    case .unknownOperator: return .unknownOperator(nearest: suggestsIDs ? suggestion(found, operators) : nil)
    case .unknownProvision:
      return .unknownProvision(nearest: suggestsIDs ? suggestion(found, provisions) : nil)
    case .operatorAside: return .operatorAside
    case .provisionAside: return .provisionAside
    case .badDay:
      if case .failure(let failure) = Day.parse(found) { return .badDay(failure) }
      return .badDay(.notADate)
    case .badTelephone:
      if case .failure(let failure) = TelephoneNumber.parse(found) { return .badTelephone(failure) }
      return .badTelephone(.notANumber(nil))
    case .badCategory: return .badCategory
    case .badChoice: return choice(problem, file, found)
    case .badCount: return .badCount
    case .badCorporateNumber:
      if case .failure(let failure) = CorporateNumber.parse(found) { return .badCorporateNumber(failure) }
      return .badCorporateNumber(.wrongLength(found: 0))
    case .unknownRule: return .unknownRule(nearest: nearest(foldedWord(found), among: knownRules ?? []))
    case .rangeHalf: return .rangeHalf(missing: column(extra))
    case .badRange: return range(extra, found)
    case .categoryDisagrees:
      return .categoryDisagrees(range: Category(rawValue: UInt8(truncatingIfNeeded: extra)) ?? .fixed)
    case .numbersDisagree: return .numbersDisagree(size: extra)
    case .neitherRangeNorCount: return .neitherRangeNorCount
    case .countWithoutCategory: return .countWithoutCategory(missing: column(extra))
    case .endBeforeStart: return .endBeforeStart(start: day(extra))
    case .needsRange: return .needsRange
    case .needsOperator:
      return .needsOperator(RestrictionKind(rawValue: UInt8(truncatingIfNeeded: extra)) ?? .refuseNew)
    case .needsTarget: return .needsTarget
    case .longCertificate: return .longCertificate(usual: day(extra))
    case .reasonWithoutEnd: return .reasonWithoutEnd
    }
  }

  private func column(_ raw: UInt64) -> Column {
    Column(rawValue: UInt8(truncatingIfNeeded: raw)) ?? .name
  }

  private func day(_ raw: UInt64) -> Day {
    Day(ordinal: Int32(truncatingIfNeeded: raw)) ?? .earliest
  }

  private func range(_ start: UInt64, _ found: String) -> DiagnosticCode {
    let first = TelephoneNumber(unchecked: start)
    if let last = TelephoneNumber(found), let failure = NumberRange.check(first.rawValue, last.rawValue) {
      return .badRange(start: first, failure)
    }
    return .badRange(start: first, .endBeforeStart)
  }

  private func choice(_ problem: Problem, _ file: File, _ found: String) -> DiagnosticCode {
    guard let schema = file.columns, let header = file.header, problem.field > 0,
      Int(problem.field) <= header.fields.count, let slot = header.fields[Int(problem.field) - 1].slot,
      let vocabulary = schema.columns[slot].vocabulary
    else { return .badChoice(english: [], japanese: [], nearest: nil) }
    let english = vocabulary.words.map(\.english)
    let japanese = vocabulary.words.map(\.japanese)
    return .badChoice(
      english: english, japanese: japanese, nearest: nearest(foldedWord(found), among: english + japanese))
  }

  private func unknownColumns(_ file: File) -> [DiagnosticCode.UnknownColumn] {
    guard let schema = file.columns, let header = file.header else { return [] }
    let names = schema.allNames
    let unknown = header.fields.filter {
      $0.slot == nil && !$0.name.isEmpty && schema.column(named: foldedWord($0.name)) == nil
    }
    return unknown.prefix(100).map {
      DiagnosticCode.UnknownColumn(name: $0.name, nearest: nearest(foldedWord($0.name), among: names))
    }
  }

  private func suggestion(_ found: String, _ ids: TextColumn) -> String? {
    guard ids.count <= DiagnosticBook.tried else { return nil }
    return nearest(WidthFolding.folded(found), among: (0..<ids.count).lazy.map { ids[$0] })
  }
}

/// Two hexadecimal digits.
func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 16 ? "0" + digits : digits
}
