import Bytes
import Numbering
import SupplyChain

/// A provision under consideration, as a row of a file has it.
public struct CandidateRow: Sendable, Equatable {
  /// The line it begins on, from 1.
  public let line: Int
  /// 卸元.
  public let supplier: OperatorIndex
  /// 卸先.
  public let recipient: OperatorIndex
  /// 種別: that of the range, where there is one.
  public let category: Category
  /// nil where only the count is known.
  public let range: NumberRange?
  /// The size of the range, or the count.
  public let numbers: UInt64
  /// 提供開始日; nil for a blank cell.
  public let startsOn: Day?
  /// 提供終了日, the last day; nil for a blank cell.
  public let endsOn: Day?
  /// 契約形態.
  public let contract: ContractForm
}

/// A file of provisions under consideration: delimited text with the columns of the provisions table.
///
/// `supplier_id` and `recipient_id` may be an id, a corporate number, or an exact present or former name. Encodings,
/// forms of cells and Japanese names of columns are those of a dataset; rows need no id.
public struct CandidateList: Sendable {
  /// Rows that say what is asked, by line.
  public private(set) var rows: [CandidateRow] = []
  /// Rows with mistakes, by line; each with its mistakes in the order of the columns.
  public private(set) var mistakes: [(line: Int, diagnostics: [Diagnostic])] = []
  /// What is remarkable about the file as a whole; errors among it leave nothing to be read.
  public private(set) var remarks: [Diagnostic] = []

  /// Whether the rows could be read at all: the header has what every row needs.
  public private(set) var isUsable = false

  /// Every mistake and remark, by line.
  public var diagnostics: [Diagnostic] { remarks + mistakes.flatMap(\.diagnostics) }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: what messages call the file; one that ends in `.tsv` is separated by tabs.
  ///   - defaultDay: the first day of rows that name none: a last day must not be before it.
  /// - Complexity: O(bytes), and for operators not given by id O(bytes of the operators table) for each different text.
  public init(bytes: [UInt8], name: String, chain: SupplyChain, defaultDay: Day) {
    self.init(FileContent(bytes), name: name, chain: chain, defaultDay: defaultDay)
  }

  /// Reads a file.
  ///
  /// - Throws: the failure to open it.
  public init(path: String, chain: SupplyChain, defaultDay: Day) throws(FileError) {
    self.init(try FileContent(path: path, mayBePipe: true), name: path, chain: chain, defaultDay: defaultDay)
  }

  private init(_ content: FileContent, name: String, chain: SupplyChain, defaultDay: Day) {
    let schema = Schema.ofCandidates
    let delimiter: UInt8 = name.lowercased().hasSuffix(".tsv") ? 0x09 : UInt8(ascii: ",")
    var book = DiagnosticBook()
    book.operators = chain.tables.operators.ids
    book.files = [DiagnosticBook.File(name: name, table: .provisions, schema: schema)]
    guard let text = SourceText.open(content, schema: schema, delimiter: delimiter, options: ReadOptions())
    else {
      remarks = [book.diagnostic(Problem(file: 0, code: .cannotConvert), suggestsIDs: false)]
      return
    }
    let header = Header(text, schema: schema, delimiter: delimiter, file: 0)
    book.files[0].text = text
    book.files[0].header = header
    remarks = header.problems.map { book.diagnostic($0, suggestsIDs: false) }
    isUsable = !header.isUseless && !header.lacksRequired
    guard isUsable else { return }
    var reader = CandidateReader(text, header, schema, book, chain, defaultDay)
    var scanner = RecordScanner(
      text.bytes, delimiter: delimiter, from: header.bodyStart, line: header.bodyLine)
    while let record = scanner.nextFilled() {
      if let row = reader.read(record) {
        rows.append(row)
      } else {
        mistakes.append((record.line, reader.found))
      }
    }
  }
}

extension Schema {
  /// The columns of a file of candidates.
  static let ofCandidates = Schema(
    table: .provisions,
    columns: [
      ColumnSpec(.supplierID, .folded, required: true),
      ColumnSpec(.recipientID, .folded, required: true),
      ColumnSpec(.category, .category),
      ColumnSpec(.numbers, .count),
      ColumnSpec(.rangeStart, .telephone),
      ColumnSpec(.rangeEnd, .telephone),
      ColumnSpec(.startsOn, .day),
      ColumnSpec(.endsOn, .day),
      ColumnSpec(.contract, .choice, words: .contracts),
    ])
}
